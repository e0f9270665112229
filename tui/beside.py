"""Small files beside the store, for what is an officer's and not the store's: readable by their owner alone.

Beside an encrypted store those that hold words are encrypted with its key.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.bounded_file import read_small_json
from db.private_file import in_place_of, write_within

if TYPE_CHECKING:
    from db.unlocking import Key

MOST_BYTES = 64_000_000  # of all that the officers of one store have not finished


def read_beside(path: Path, key: Key | None = None) -> dict[str, Any]:
    """What the file holds, by officer; nothing where it is not there, or not ours to understand.

    A plain file counts beside an encrypted store too: it was written before that was encrypted.
    """
    try:
        found = read_small_json(path, MOST_BYTES)
    except OSError:
        return {}
    except ValueError:  # encrypted, or none of ours
        found = _unlocked(path, key)
    return found if isinstance(found, dict) else {}


def _unlocked(path: Path, key: Key | None) -> Any:
    if key is None:
        return None
    from db.locker import locked_text  # noqa: PLC0415 - for encrypted stores alone

    try:
        return json.loads(locked_text(path, key) or "{}")
    except ValueError:
        return None


def write_beside(path: Path, everybody: dict[str, Any], key: Key | None = None) -> None:
    """One or the other whole: a program that is killed while it writes leaves what was there before.

    Args:
        path: the file.
        everybody: what it shall hold, by officer.
        key: encrypts it.

    Raises:
        OSError: it cannot be written.
    """
    if not everybody:
        path.unlink(missing_ok=True)
        return
    text = json.dumps(everybody)
    if key is None and write_within(path, text.encode()):
        return
    with in_place_of(path) as new:
        if key is None:
            new.write_text(text, "utf-8")
        else:
            from db.locker import lock_text  # noqa: PLC0415 - for encrypted stores alone

            lock_text(new, text, key)
