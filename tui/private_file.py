"""Files that the officer saves: readable by their owner alone, whole or not there at all."""

from __future__ import annotations

from pathlib import Path

from db.errors import BilatError, Conflict
from db.private_file import write_new, write_over
from tui.paths import reason


def write_private(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write a file; what is there already is only replaced with `over`, and then in one step.

    Raises:
        Conflict: there is something already.
        BilatError: it cannot be written; nothing was left behind.
    """
    try:
        if over:
            write_over(path, data)
        else:
            write_new(path, data)
    except FileExistsError:
        raise Conflict(f"Not saved, there is something already: {path}") from None
    except OSError as error:
        raise BilatError(f"Not saved, {reason(error)}: {path}") from error
