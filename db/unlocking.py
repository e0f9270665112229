"""From a passphrase to the key of an encrypted store; the passphrase itself is kept nowhere."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.dialects.driver import Key, cipher, must_keep_out, salt_of
from db.dialects.reading import ReadFile
from db.errors import NotAStore, WrongPassphrase

__all__ = ["Key", "has_key", "is_encrypted", "key_of", "must_keep_out", "new_key", "ready"]


def ready() -> None:
    """See that encrypted stores can be opened at all, before anybody is asked for a passphrase.

    Raises:
        BilatError: what opens them is not installed.
    """
    cipher()


def is_encrypted(path: Path) -> bool:
    """Whether a file looks like an encrypted store; only its passphrase tells for certain."""
    return salt_of(path) is not None


def has_key(path: Path, key: Key | None) -> bool:
    """Whether a file was encrypted with a key: a backup has that of its store at the time."""
    return key is not None and salt_of(path) == key.salt


def key_of(path: Path, passphrase: str) -> Key:
    """The key of an encrypted store.

    Raises:
        WrongPassphrase: it does not open the file, which may be none of ours.
        NotAStore: it is not encrypted.
        BilatError: what opens it is not installed.
    """
    cipher()
    salt = salt_of(path)
    if salt is None:
        raise NotAStore(f"{path} is not encrypted.")
    key = Key.derived(passphrase, salt)
    with closing(ReadFile(path, key)) as file:
        if not file.opens():
            raise WrongPassphrase(f"That is not the passphrase of {path.name}.")
    return key


def new_key(passphrase: str) -> Key:
    """A key for a store that is to be encrypted.

    Raises:
        WrongPassphrase: the passphrase is too short.
        BilatError: what encrypts is not installed.
    """
    cipher()
    return Key.new(passphrase)
