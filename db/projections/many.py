"""Questions about many records at once: a handful of statements however many there are."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, text

from db.telling import Tell, nobody

AT_ONCE = 500
"""Records of which the facts are held in memory together."""

_TOLD_AT_ONCE = 200
"""Fewer where somebody looks on, so that the count moves and the work can be stopped."""


def chunks(ids: Collection[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    """The ids in order, so many at a time."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def told_chunks(tell: Tell, what: str, ids: Collection[Any]) -> Iterator[list[Any]]:
    """The same, and whoever waits is told how far it is; what the telling raises ends the work."""
    done = 0
    for some in chunks(ids, _TOLD_AT_ONCE if tell is not nobody else AT_ONCE):
        tell(what, done, len(ids))
        yield some
        done += len(some)


def about(connection: Connection, sql: str, ids: Collection[Any], **values: Any) -> list[Any]:
    """The rows of a question that says `IN :ids`, for as many ids as there may be; other lists in it are short."""
    found: list[Any] = []
    lists = tuple(name for name, value in values.items() if isinstance(value, list))
    said = {name: json.dumps(value) if name in lists else value for name, value in values.items()}
    for some in chunks(ids):
        found += connection.execute(_question(sql, lists), {**said, "ids": json.dumps(some)}).all()
    return found


def ids_about(connection: Connection, sql: str, ids: Collection[Any], **values: Any) -> set[Any]:
    """The first column of those rows."""
    return {row[0] for row in about(connection, sql, ids, **values)}


def do_about(connection: Connection, sql: str, ids: Collection[Any]) -> None:
    """Run a statement that says `IN :ids` and changes rows, for as many ids as there may be."""
    for some in chunks(ids):
        connection.execute(_question(sql), {"ids": json.dumps(some)})


@cache
def _question(sql: str, lists: tuple[str, ...] = ()) -> TextClause:
    """The same statement however many ids there are: one list in it, and not a mark for every id."""
    for name in ("ids", *lists):
        sql = sql.replace(f":{name}", f"(SELECT value FROM json_each(:{name}))")
    return text(sql)
