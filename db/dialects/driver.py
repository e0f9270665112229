"""Which of two drivers opens a file: Python's own, or SQLCipher's for an encrypted one; both speak alike."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from db.errors import BilatError, WrongPassphrase

if TYPE_CHECKING:
    from types import ModuleType

PLAIN_HEADER = b"SQLite format 3\x00"
SALT = 16  # bytes; the first of an encrypted file
PAGE = 4_096  # bytes; an encrypted file is whole pages
ROUNDS = (
    256_000  # SQLCipher's own: guessing shall be slow, and other programs open the file with the passphrase
)
FEWEST = 8  # characters of a passphrase
_MIXED = 200  # different bytes that a page of noise has at the very least; text and pictures have fewer


class Key:
    """What opens an encrypted store, worked out of the passphrase, which itself is not kept.

    Attributes:
        salt: what the file begins with, by which the key is known to be its own.
    """

    __slots__ = ("_raw", "salt")

    def __init__(self, raw: bytes, salt: bytes) -> None:
        self._raw = raw
        self.salt = salt

    @classmethod
    def derived(cls, passphrase: str, salt: bytes) -> Key:
        """The key of a passphrase; takes about half a second, once."""
        import hashlib  # noqa: PLC0415 - OpenSSL, for encrypted stores alone
        import unicodedata  # noqa: PLC0415 - likewise

        same = unicodedata.normalize("NFC", passphrase)  # "é" is one letter or two, as the keyboard has it
        return cls(hashlib.pbkdf2_hmac("sha512", same.encode(), salt, ROUNDS, 32), salt)

    @classmethod
    def new(cls, passphrase: str) -> Key:
        """The key of a file that is to be made.

        Raises:
            WrongPassphrase: it is too short to keep anybody out.
        """
        must_keep_out(passphrase)
        return cls.derived(passphrase, os.urandom(SALT))

    @property
    def words(self) -> str:
        """As SQLCipher takes it."""
        return f"x'{self._raw.hex()}{self.salt.hex()}'"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.salt)

    def __repr__(self) -> str:
        return "Key(…)"  # whatever prints it, it stays unsaid

    def __reduce__(self) -> NoReturn:
        raise TypeError("A key is not written down.")


def must_keep_out(passphrase: str) -> None:
    """Refuse a new passphrase that is guessed too soon.

    Raises:
        WrongPassphrase: it is too short.
    """
    if len(passphrase) < FEWEST:
        raise WrongPassphrase(f"A passphrase has {FEWEST} characters or more; four words are a good one.")


def cipher() -> ModuleType:
    """SQLCipher's driver, an extra.

    Raises:
        BilatError: it is not installed.
    """
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - for encrypted stores alone
    except ImportError:
        raise BilatError(
            "An encrypted store needs an extra that is not installed: pip install 'bilat[encrypted]'."
            " Nothing was changed."
        ) from None
    return cast("ModuleType", dbapi2)


def connect(place: Path | str, key: Key | None = None, **how: Any) -> sqlite3.Connection:
    """Open a file with the driver that it needs; whether a key fits shows with the first page that is read.

    Args:
        place: a path, or with `uri=True` an address.
        key: that of an encrypted file.
        **how: what sqlite3.connect takes.
    """
    return sqlite3.connect(place, **how) if key is None else connect_cipher(place, key, **how)


def connect_cipher(place: Path | str, key: Key | None, **how: Any) -> sqlite3.Connection:
    """Open a file with SQLCipher's driver, which opens plain ones too."""
    connection = cast("sqlite3.Connection", cipher().connect(str(place), **how))
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write over the screen
    if key is not None:
        connection.set_key(key.words)  # type: ignore[attr-defined] # as a statement it would be remembered
    return connection


def failures(*also: type[Exception]) -> tuple[type[Exception], ...]:
    """What the drivers in use raise, for an `except`; and what else shall be caught with it."""
    other = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *also) if other is None else (sqlite3.Error, other.Error, *also)


def salt_of(path: Path) -> bytes | None:
    """The salt of a file that looks encrypted; None for any other, and for what cannot be read.

    An encrypted file has no mark: it is whole pages of noise from its first byte on.
    """
    try:
        if not path.is_file():  # opening a pipe would wait for somebody to write into it
            return None
        with path.open("rb") as file:
            first = file.read(PAGE)
            size = file.seek(0, os.SEEK_END)
    except OSError:
        return None
    if len(first) < PAGE or size % PAGE or first.startswith(PLAIN_HEADER) or len(set(first)) < _MIXED:
        return None
    return first[:SALT]
