"""Records that went into others: they are on no list, and their refs and names find the one that stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from sqlalchemy import Connection

from db.merged import MERGED_KINDS, way_up
from db.projections.many import about
from db.rows import Key, Kind
from db.seeing import reader_through


def gone_into(connection: Connection, kind: str, numbers: Collection[int]) -> dict[int, list[int]]:
    """Of records into which others went: the numbers of those, at once or through others, in order."""
    if kind not in MERGED_KINDS:
        return {}
    below: dict[int, list[int]] = {}
    waiting = set(numbers)
    while waiting:
        rows = about(connection, f"SELECT id, merged_into FROM {kind} WHERE merged_into IN :ids", waiting)
        waiting = {number for number, _ in rows if number not in below}
        for number, into in rows:
            if number not in (those := below.setdefault(into, [])):
                those.append(number)
    return {number: _all_below(number, below) for number in numbers if number in below}


def _all_below(number: int, below: Mapping[int, list[int]]) -> list[int]:
    found: set[int] = set()
    waiting = [number]
    while waiting:
        new = set(below.get(waiting.pop(), ())) - found - {number}
        found |= new
        waiting += new
    return sorted(found)


def all_above(connection: Connection, kind: str, number: int) -> set[int]:
    """A record, the one that it went into, and so on to the one that stands."""
    return {int(key.id) for key in way_up(reader_through(connection), Key(cast("Kind", kind), str(number)))}
