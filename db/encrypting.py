"""A store and its copies under another key: encrypted, plain again, or with another passphrase."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.backups.folder import folder_of
from db.backups.making import Contents, contents_of
from db.dialects.converting import convert
from db.dialects.driver import Key, connect, salt_of
from db.dialects.sqlite import SQLiteFile
from db.errors import BilatError, ReadOnly
from db.telling import Tell, nobody

__all__ = ["Rekeyed", "copies_of", "encrypt_copies", "plain_copies_of", "rekey"]


class Rekeyed(NamedTuple):
    """What was written anew.

    Attributes:
        contents: what the store holds.
        copies: how many backups and copies of before an update went the same way.
        left: the copies that did not, each with the reason.
        overwritten: whether everything that stood there was written over.
    """

    contents: Contents
    copies: int
    left: list[tuple[Path, str]]
    overwritten: bool


def copies_of(store: Path) -> list[Path]:
    """The backups of a store, and the copies that updates have kept beside it."""
    beside = store.parent.glob(f"{store.stem}.before-*{store.suffix}")
    return sorted(path for path in (*folder_of(store).glob("*.db"), *beside) if path.is_file())


def rekey(
    store: Path, key: Key | None, new: Key | None, *, officer: str, at: datetime, tell: Tell = nobody
) -> Rekeyed:
    """Write a store anew under another key, and after it its copies; those of a store made plain stay encrypted.

    Args:
        store: the file, which nobody has open.
        key: what opens it now; None where it is plain.
        new: what shall open it; None to make it plain.
        officer: who asks for it, told to others where several machines reach the file.
        at: when (UTC).
        tell: is told how far it is.

    Raises:
        Busy: somebody has it open; nothing was changed.
        BilatError: it could not be done; nothing was changed.
    """
    with closing(SQLiteFile(store, key)) as file:
        file.hold(officer, at)
        if file.read_only:
            raise ReadOnly(f"Nothing was changed. {file.read_only}")
        file.let_go()
        tell("the store", 0, 0)
        overwritten = convert(store, key, new)
    with closing(connect(store, new)) as connection:
        contents = contents_of(connection)
    copies = [] if new is None else [path for path in copies_of(store) if _goes_along(path, key, new)]
    left, all_over = _take_along(copies, key, new, tell)
    return Rekeyed(contents, len(copies) - len(left), left, overwritten and all_over)


def plain_copies_of(store: Path) -> list[Path]:
    """The copies of an encrypted store that anybody can read, as one leaves them whose program was killed."""
    return [path for path in copies_of(store) if salt_of(path) is None]


def encrypt_copies(store: Path, key: Key, tell: Tell = nobody) -> Rekeyed:
    """Let the copies of an encrypted store that are plain still have its key; the store itself stays as it is."""
    with closing(connect(store, key)) as connection:
        contents = contents_of(connection)
    copies = plain_copies_of(store)
    left, overwritten = _take_along(copies, None, key, tell)
    return Rekeyed(contents, len(copies) - len(left), left, overwritten)


def _take_along(
    copies: list[Path], key: Key | None, new: Key | None, tell: Tell
) -> tuple[list[tuple[Path, str]], bool]:
    """Write copies anew; returns those that stay with the reason, and whether all of before was written over."""
    left: list[tuple[Path, str]] = []
    overwritten = True
    for number, path in enumerate(copies, 1):
        tell("its copies", number, len(copies))
        try:
            overwritten &= convert(path, None if salt_of(path) is None else key, new)
        except BilatError as error:
            left.append((path, str(error)))
    return left, overwritten


def _goes_along(copy: Path, key: Key | None, new: Key) -> bool:
    """Whether a copy is plain or has the store's own key; another one has a passphrase that nobody has said."""
    salt = salt_of(copy)
    return salt is None or (salt != new.salt and key is not None and salt == key.salt)
