"""Files that the officer saves: readable by their owner alone, whole or not there at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from db.errors import BilatError, Conflict
from tui.paths import reason


def write_private(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write a file; what is there already is only replaced with `over`, and then in one step.

    Raises:
        Conflict: there is something already.
        BilatError: it cannot be written; nothing was left behind.
    """
    try:
        if over:
            _replace(path, data)
        else:
            _make(path, data)
    except FileExistsError:
        raise Conflict(f"Not saved, there is something already: {path}") from None
    except OSError as error:
        raise BilatError(f"Not saved, {reason(error)}: {path}") from error


def _make(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".bilat-")  # made 0600
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
