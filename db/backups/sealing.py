"""Backups that only a passphrase opens, in the age format (https://age-encryption.org/v1): `age -d` opens them too."""

from __future__ import annotations

from pathlib import Path

from db.errors import BadInput, BilatError, NotAStore
from db.private_file import write_new

HEADER = b"age-encryption.org/v1"
MOST = 1_000_000_000  # bytes; it is sealed in memory


def is_sealed(path: Path) -> bool:
    """Whether a file is sealed; what cannot be read is not."""
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError:
        return False


def seal(plain: Path, target: Path, passphrase: str) -> None:
    """Write a file that only the passphrase opens, and open it again before it counts; the plain one stays.

    Raises:
        BadInput: there is no passphrase.
        NotAStore: there is something at the target already, or nothing can be written there.
        BilatError: the store is too large to be sealed, or what seals is not installed.
    """
    from db.backups.age import decrypt, encrypt  # noqa: PLC0415 - an extra, for those who seal

    if not passphrase:
        raise BadInput("The passphrase is empty, so nothing was encrypted.")
    if plain.stat().st_size > MOST:
        raise BilatError(
            "The store is larger than a gigabyte and cannot be encrypted here; use age on a backup."
        )
    content = plain.read_bytes()
    sealed = encrypt(content, passphrase)
    if decrypt(sealed, passphrase) != content:
        raise BilatError("What was encrypted does not open again, so it was not kept.")
    _write(target, sealed)


def unseal(path: Path, target: Path, passphrase: str) -> None:
    """Write what a sealed file holds.

    Raises:
        BadInput: the passphrase is wrong, or the file is damaged.
        NotAStore: nothing can be written at the target.
    """
    from db.backups.age import decrypt  # noqa: PLC0415 - an extra, for those who seal

    _write(target, decrypt(path.read_bytes(), passphrase))


def _write(target: Path, content: bytes) -> None:
    try:
        write_new(target, content)
    except FileExistsError:
        raise NotAStore(f"{target} is there already; it was left untouched.") from None
    except OSError as error:
        raise NotAStore(f"Nothing can be written at {target}: {error.strerror or error}.") from None
