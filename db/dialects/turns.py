"""How several who write to one file take turns.

SQLite itself looks for the lock ever more rarely the longer somebody waits, in the end ten times a second: among
several who write without a pause, who has waited longest is then the least likely to get it.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable

from db.dialects.driver import failures

_PAUSES = (0.001, 0.008)  # seconds between two looks, by chance, so that nobody keeps coming second
_AT_MOST = 24  # times the patience, however much the others get done meanwhile


def take_turn(connection: sqlite3.Connection, patience_ms: int, begin: Callable[[], object]) -> None:
    """Begin a transaction that may write, as soon as nobody else has one.

    Who waits is patient as long as the others get on: with everything that they save, the time runs anew.

    Args:
        connection: in no transaction.
        patience_ms: how long it waits for somebody who saves nothing.
        begin: tries it a last time, and says why it cannot be.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        if not _begins_in_time(connection, patience_ms / 1000):
            begin()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience_ms}")


def _begins_in_time(connection: sqlite3.Connection, patience: float) -> bool:
    came = waited_since = time.monotonic()
    saved = None
    while not (begun := _begins(connection)):
        if begun is None:
            return False
        now = time.monotonic()
        seen = _saved_so_far(connection)
        if seen is not None and seen != saved:
            saved, waited_since = seen, now
        if now - waited_since >= patience or now - came >= _AT_MOST * patience:
            return False
        time.sleep(random.uniform(*_PAUSES))  # noqa: S311 - chance, not secrecy
    return True


def _begins(connection: sqlite3.Connection) -> bool | None:
    """Whether it has begun; None where waiting does not help."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except failures() as error:
        return False if "locked" in str(error) else None
    return True


def _saved_so_far(connection: sqlite3.Connection) -> int | None:
    """SQLite's count of what others have saved; None while it may not even be read."""
    try:
        (count,) = connection.execute("PRAGMA data_version").fetchone()
    except failures():
        return None
    return int(count)
