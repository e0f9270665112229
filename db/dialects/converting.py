"""Writing a database anew under another key, in its own place: encrypted, plain again, or with another passphrase.

The new file takes the place of the old one only after both were read from end to end and said the same; until then
the old one is held, so that nobody writes to what is about to go.
"""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from db.dialects import trouble
from db.dialects.driver import Key, connect, connect_cipher, failures
from db.dialects.trouble import DiskFull
from db.errors import BilatError, Busy, NotAStore
from db.private_file import make_empty

_AT_ONCE = 1_048_576  # bytes
_ROWS = 1_000


def convert(path: Path, key: Key | None, new: Key | None) -> bool:
    """Write a file anew in its place.

    Args:
        path: a database of any kind of ours, which nobody has open.
        key: what opens it now, None where it is plain.
        new: what shall open it, None to make it plain.

    Returns:
        whether what stood there was overwritten; it is not where it has another name too.

    Raises:
        Busy: somebody has it open; nothing was changed.
        DiskFull, NotAStore, BilatError: it could not be done; nothing was changed.
    """
    path = path.resolve()  # a link goes on leading to it
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    # Closed last: with any descriptor of a file a process gives up its locks on that file.
    old = _descriptor(path)
    try:
        with _held(path, key) as source:
            _clear_away(path)
            write_converted(source, unfinished, new, path)
            _replace(unfinished, path, old)
            return _overwritten(old)
    finally:
        os.close(old)
        with suppress(OSError):
            unfinished.unlink()


def converted_copy(path: Path, key: Key | None, target: Path, new: Key | None) -> None:
    """Write a copy of a file under another key; the file itself stays as it is.

    Raises:
        BilatError: it cannot be read, or there is no room.
    """
    try:
        with closing(connect_cipher(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)) as source:
            source.isolation_level = None
            write_converted(source, target, new, path)
    except failures() as error:
        raise trouble.of_copying(str(error), path) from None


def write_converted(source: sqlite3.Connection, target: Path, new: Key | None, path: Path) -> None:
    """Write what a connection reads into a new file, readable by its owner alone, and read both again.

    Raises:
        DiskFull, NotAStore, BilatError: no whole copy came of it.
    """
    try:
        make_empty(target)
        source.execute("PRAGMA temp_store = MEMORY")
        source.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), new.words if new else ""))
        source.execute("PRAGMA other.synchronous = OFF")  # it is brought to the disk as a whole, below
        source.execute("SELECT sqlcipher_export('other')").fetchall()
        for name in ("application_id", "user_version"):
            (value,) = source.execute(f"PRAGMA main.{name}").fetchone()
            source.execute(f"PRAGMA other.{name} = {value}")
        source.execute("DETACH DATABASE other")
        with closing(connect(target, new)) as copy:
            _must_be_alike(source, copy)
        with target.open("rb") as file:
            os.fsync(file.fileno())
    except failures() as error:
        told = trouble.of_copying(str(error), path)
        if isinstance(told, DiskFull):
            told = DiskFull("The disk is full: it needs as much room again. Make room; nothing was changed.")
        raise told from None
    except OSError as error:
        raise NotAStore(f"Nothing can be written beside {path}: {error.strerror or error}.") from None


@contextmanager
def _held(path: Path, key: Key | None) -> Iterator[sqlite3.Connection]:
    """The file, to which nobody else can come while the block lasts."""
    try:
        with closing(connect_cipher(path, key, timeout=0)) as connection:
            connection.isolation_level = None
            connection.execute("PRAGMA journal_mode = DELETE")  # refused while anybody has it open
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # in this mode the lock stays
            yield connection
    except failures() as error:
        if "locked" in str(error):
            raise Busy(
                f"{path.name} is open in another program. Close it there first; nothing was changed."
            ) from None
        raise trouble.of_reading(str(error), path) from None


def _must_be_alike(one: sqlite3.Connection, other: sqlite3.Connection) -> None:
    """Read both from end to end.

    Raises:
        BilatError: the second is damaged, or does not hold what the first holds.
    """
    if other.execute("PRAGMA integrity_check(3)").fetchall() != [("ok",)]:
        raise BilatError("What was written is damaged, so the file was left as it was.")
    if other.execute("PRAGMA foreign_key_check").fetchone():
        raise BilatError("It names records that it does not hold, so it was left as it was: see bilat check.")
    schema = (
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*' ORDER BY name"
    )
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name NOT GLOB 'sqlite_stat*'"
    asked = [schema, *(f'SELECT * FROM "{name}" NOT INDEXED' for (name,) in one.execute(tables).fetchall())]
    for sql in asked:
        if not _same_rows(one.execute(sql), other.execute(sql)):
            raise BilatError("What was written is not what was there, so the file was left as it was.")


def _same_rows(one: sqlite3.Cursor, other: sqlite3.Cursor) -> bool:
    while rows := one.fetchmany(_ROWS):
        if rows != other.fetchmany(_ROWS):
            return False
    return not other.fetchone()


def _descriptor(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR)
    except OSError as error:
        raise NotAStore(f"{path} cannot be written: {error.strerror or error}.") from None


def _clear_away(path: Path) -> None:
    """Take away what was left by one that was killed; while the file is held, nobody else is at it."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new*"):
        with suppress(OSError):
            left.unlink()


def _replace(unfinished: Path, path: Path, old: int) -> None:
    """Let the new file take the name and the age, so that a crash leaves one or the other whole."""
    try:
        facts = os.fstat(old)
        os.utime(unfinished, ns=(facts.st_atime_ns, facts.st_mtime_ns))  # backups are told apart by it
        unfinished.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise NotAStore(f"{path} cannot be replaced: {error.strerror or error}.") from None


def _overwritten(descriptor: int) -> bool:
    """Write over a file that has lost its name; under another name it is somebody else's.

    Whoever waited for it finds no database there, instead of writing to what nobody finds again.
    """
    facts = os.fstat(descriptor)
    if facts.st_nlink:
        return False
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        for begin in range(0, facts.st_size, _AT_ONCE):
            os.write(descriptor, bytes(min(_AT_ONCE, facts.st_size - begin)))
        os.fsync(descriptor)
    except OSError:
        return False
    return True
