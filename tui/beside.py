"""Small files beside the store, for what is an officer's and not the store's: readable by their owner alone."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def read_beside(path: Path) -> dict[str, Any]:
    """What the file holds, by officer; nothing where it is not there, or not ours to understand."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_beside(path: Path, everybody: dict[str, Any]) -> None:
    """One or the other whole: a program that is killed while it writes leaves what was there before.

    Raises:
        OSError: it cannot be written.
    """
    if not everybody:
        path.unlink(missing_ok=True)
        return
    new = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(everybody, file)
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
