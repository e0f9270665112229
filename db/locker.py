"""A text in a small encrypted file of its own, for what is kept beside an encrypted store."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.dialects.driver import Key, connect, failures
from db.errors import BilatError


def locked_text(path: Path, key: Key) -> str | None:
    """What the file holds; None where there is none that the key opens."""
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)) as connection:
            found = connection.execute("SELECT text FROM kept").fetchone()
    except failures(BilatError):
        return None
    return str(found[0]) if found else None


def lock_text(path: Path, text: str, key: Key) -> None:
    """Fill an empty file.

    Raises:
        OSError: there is no room for it.
    """
    try:
        with closing(connect(path, key, isolation_level=None)) as connection:
            # Nobody sees the file before it is whole, so it needs no journal.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE kept (text TEXT NOT NULL)")
            connection.execute("INSERT INTO kept VALUES (?)", (text,))
    except failures() as error:
        raise OSError(None, str(error)) from None
