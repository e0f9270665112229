"""The library that seals: an extra, since most desks keep their backups on an encrypted disk already."""

from __future__ import annotations

from db.errors import BadInput, BilatError

try:
    import pyrage
except ImportError:
    raise BilatError(
        "Encrypting needs an extra that is not installed: pip install 'bilat[encrypt]'."
    ) from None


def encrypt(content: bytes, passphrase: str) -> bytes:
    """Sealed with a passphrase, whose key takes about a second to work out: guessing shall be slow."""
    sealed: bytes = pyrage.passphrase.encrypt(content, passphrase)
    return sealed


def decrypt(sealed: bytes, passphrase: str) -> bytes:
    """What was sealed.

    Raises:
        BadInput: the passphrase is wrong, or the file is damaged.
    """
    try:
        content: bytes = pyrage.passphrase.decrypt(sealed, passphrase)
    except pyrage.DecryptError:
        raise BadInput("The passphrase is wrong, or the file is damaged; nothing was opened.") from None
    return content
