"""What officials, organisations and posts are looked up by: officials by sound and by word, the others folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, text

from db.bulk import put
from db.names import fold
from db.names.skeleton import keys
from db.projections.gone import gone_into
from db.projections.many import about
from db.projections.tables import name_key, name_part

NAMES = {
    "official": "SELECT official_id, name FROM official_name WHERE official_id IN :ids",
    "organisation": (
        "SELECT id, name FROM organisation WHERE id IN :ids"
        " UNION SELECT id, acronym FROM organisation WHERE id IN :ids"
        " UNION SELECT organisation_id, name FROM organisation_name WHERE organisation_id IN :ids"
        " UNION SELECT organisation_id, acronym FROM organisation_name WHERE organisation_id IN :ids"
    ),
    "post": (
        "SELECT id, title FROM post WHERE id IN :ids"
        " UNION SELECT post_id, title FROM post_title WHERE post_id IN :ids"
    ),
}
_OFFICIALS = "SELECT id, COALESCE(country, ''), sort_name FROM official WHERE id IN :ids"
_FORGET = text("DELETE FROM name_key WHERE kind = :kind AND record_id = :id")
_FORGET_PARTS = text("DELETE FROM name_part WHERE official_id = :id")


def rewrite(connection: Connection, kind: str, records: Collection[int]) -> None:
    """Work out the keys of records again; what went into them is found under its names too."""
    forget(connection, kind, records)
    add(connection, kind, records)


def add(connection: Connection, kind: str, records: Collection[int]) -> None:
    """The same for records of which nothing stands yet."""
    if kind not in NAMES or not records:
        return
    gone = gone_into(connection, kind, records)
    own: dict[int, list[str]] = defaultdict(list)
    all_below = {one for those in gone.values() for one in those}
    for number, name in about(connection, NAMES[kind], {*records, *all_below}):
        own[number].append(str(name))
    names = {
        number: [name for one in (number, *gone.get(number, ())) for name in own.get(one, ())]
        for number in records
    }
    found = [(kind, key, number) for number in sorted(names) for key in sorted(_keys(kind, names[number]))]
    put(connection, name_key, found, ("kind", "key", "record_id"))
    if kind == "official":
        _write_parts(connection, names)


def forget(connection: Connection, kind: str, records: Collection[int]) -> None:
    """Take records out of the index."""
    if kind not in NAMES or not records:
        return
    connection.execute(_FORGET, [{"kind": kind, "id": number} for number in records])
    if kind == "official":
        connection.execute(_FORGET_PARTS, [{"id": number} for number in records])


def _write_parts(connection: Connection, names: dict[int, list[str]]) -> None:
    rows = []
    for number, country, sorted_name in about(connection, _OFFICIALS, names):
        folded = [fold(name) for name in names[number]]
        whole = {*folded, fold(sorted_name)} - {""}
        parts = {part for name in folded for part in _from_each_word(name)}
        rows += [(country, part, number, part in whole) for part in sorted(parts | whole)]
    put(connection, name_part, rows, ("country", "folded", "official_id", "whole"))


def _from_each_word(name: str) -> Iterable[str]:
    words = name.split()
    return (" ".join(words[start:]) for start in range(len(words)))


def _keys(kind: str, names: Iterable[str]) -> set[str]:
    if kind == "official":
        return {key for name in names for key in keys(name)}
    return {fold(name) for name in names} - {""}
