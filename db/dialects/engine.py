"""How connections of SQLite are set up: to read, and to write with the lock taken as a transaction begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.dialects.driver import Key, cipher, connect_cipher
from db.dialects.turns import take_turn

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

PATIENCE_MS = 5_000  # how long a writer waits for another one
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {PATIENCE_MS}",
    # Reading the file in place is hardly quicker, each connection would count the same bytes as memory of its own,
    # and where a network or a disk fails it ends the program instead of failing.
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)
"""What every connection is told."""


def file_of(engine: Engine) -> Path | None:
    """The file that an engine writes to; None for a database that is no file."""
    return Path(engine.url.database) if engine.url.database else None


def writing_engine(path: Path, network: str, key: Key | None = None) -> Engine:
    """An engine whose transactions take the write lock as they begin, and are on the disk when they end."""
    from sqlalchemy import URL, create_engine, event  # noqa: PLC0415 - half a second that reading does not need

    place = URL.create("sqlite", database=str(path.absolute()))  # as text, "?" and "%" would have a meaning
    if key is None:
        engine = create_engine(place, connect_args={"check_same_thread": False})
    else:  # the place says only which file it is: the key is no part of it, since places are printed
        engine = create_engine(
            place,
            module=cipher(),
            creator=lambda: connect_cipher(path.absolute(), key, check_same_thread=False),
        )
    journal = "DELETE" if network else "WAL"  # WAL needs memory that is shared between its processes

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in (f"PRAGMA journal_mode = {journal}", "PRAGMA synchronous = FULL", *PRAGMAS):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def take_the_lock(connection: Any) -> None:
        def begin() -> object:
            return connection.exec_driver_sql("BEGIN IMMEDIATE")

        take_turn(connection.connection.driver_connection, PATIENCE_MS, begin)

    return engine
