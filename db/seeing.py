"""A command reads as a query does, and sees what it has written itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from db.reader import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlmodel import Session


def reader_of(session: Session) -> Reader:
    """Reads what the session sees: what is in the store, and what it has flushed itself."""
    return reader_through(session.connection())


def reader_through(connection: Connection) -> Reader:
    """Reads what a transaction sees."""

    def run(sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.execute(text(sql), dict(values))]

    return Reader(run)
