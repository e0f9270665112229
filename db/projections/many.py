"""Questions about many records at once: a handful of statements however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

AT_ONCE = 500
"""Records of which the facts are held in memory together."""


def chunks(ids: Collection[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    """The ids in order, so many at a time."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def about(connection: Connection, sql: str, ids: Collection[Any], **values: Any) -> list[Any]:
    """The rows of a question that says `IN :ids`, for as many ids as there may be."""
    found: list[Any] = []
    for some in chunks(ids):
        found += connection.execute(_question(sql), {"ids": some, **values}).all()
    return found


def ids_about(connection: Connection, sql: str, ids: Collection[Any], **values: Any) -> set[Any]:
    """The first column of those rows."""
    return {row[0] for row in about(connection, sql, ids, **values)}


def do_about(connection: Connection, sql: str, ids: Collection[Any]) -> None:
    """Run a statement that says `IN :ids` and changes rows, for as many ids as there may be."""
    for some in chunks(ids):
        connection.execute(_question(sql), {"ids": some})


@cache
def _question(sql: str) -> TextClause:
    return text(sql).bindparams(bindparam("ids", expanding=True))
