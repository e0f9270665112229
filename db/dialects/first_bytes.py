"""What a file begins with, or why it can be no store at all."""

from __future__ import annotations

import stat
from pathlib import Path

from db.errors import NotAStore

_HEADER = 100  # bytes


def first_bytes_of(path: Path) -> bytes:
    """The header that SQLite writes, or whatever stands in its place.

    Raises:
        NotAStore: there is nothing, or nothing that could be read as a store.
    """
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise NotAStore(f"{path} is a folder, not a bilat store.")
        if not stat.S_ISREG(kind.st_mode):
            raise NotAStore(f"{path} is not a file.")
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise NotAStore(f"There is no store at {path}.") from None
    except PermissionError:
        raise NotAStore(f"{path} may not be read by you.") from None
    except OSError as error:
        raise NotAStore(f"{path} cannot be read: {error.strerror or error}.") from None
