"""Records that went into others: they are on no list, and their refs and names find the one that stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection, text

from db.merged import absorbed, way_up
from db.reader import Reader
from db.rows import Key, Kind


def reader_of(connection: Connection) -> Reader:
    """Reads what the transaction sees."""

    def run(sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.execute(text(sql), dict(values))]

    return Reader(run)


def gone_into(connection: Connection, kind: str, number: int) -> list[int]:
    """The numbers of the records that went into one, at once or through others."""
    return [int(key.id) for key in absorbed(reader_of(connection), Key(cast("Kind", kind), str(number)))]


def all_above(connection: Connection, kind: str, number: int) -> set[int]:
    """A record, the one that it went into, and so on to the one that stands."""
    return {int(key.id) for key in way_up(reader_of(connection), Key(cast("Kind", kind), str(number)))}
