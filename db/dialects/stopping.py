"""Letting go of one long statement before it has come to its end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from db.errors import BilatError

_OFTEN = 200_000  # steps of SQLite's machine, a few milliseconds, between two looks


@contextmanager
def stopped_by(connection: sqlite3.Connection, look: Callable[[], object]) -> Iterator[None]:
    """Look now and then whether the statements inside shall go on.

    Raises:
        BilatError: what `look` raises, in the place of SQLite's own word for an interruption; so does Ctrl+C.
    """
    why: list[BaseException] = []

    def given_up() -> bool:  # an exception in SQLite's callback would be lost
        try:
            look()
        except (BilatError, KeyboardInterrupt) as error:
            why.append(error)
        return bool(why)

    connection.set_progress_handler(given_up, _OFTEN)
    try:
        yield
    except Exception as error:
        if why:
            raise why[0] from error
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error  # it struck as the look began, where SQLite keeps it to itself
        raise
    finally:
        connection.set_progress_handler(None, 0)
