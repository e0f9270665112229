"""The drafts beside a store when its key changes: read with the one it had, written with the one it has.

Until the store has its new key, the drafts lie beside it twice, once for either key: whichever of the two the store has
when the program is killed, the drafts that belong to it are there.
"""

from __future__ import annotations

import glob
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import NotAStore
from db.unlocking import has_key, is_encrypted
from tui.beside import read_beside, write_beside
from tui.paths import reason
from tui.unfinished import Unfinished, folder_elsewhere, texts_beside

if TYPE_CHECKING:
    from db.unlocking import Key

_BEING_WRITTEN = 60  # seconds; a file of a moment that is older was left by a program that was killed


class Drafts:
    """What every officer has not saved, at one store."""

    def __init__(self, store: Path, key: Key | None) -> None:
        settle(store, key)
        self._store = store
        self._key = key
        self._found: dict[Path, dict[str, Any]] = {path: read_beside(path, key) for path in _files_of(store)}

    def prepare(self, key: Key | None) -> None:
        """Write them a second time, for the key that the store is about to have.

        Raises:
            NotAStore: they cannot be written.
        """
        for path, everybody in self._found.items():
            if everybody:
                try:
                    write_beside(_next(path), everybody, key)
                except OSError as error:
                    raise NotAStore(
                        f"Its drafts cannot be written beside it: {reason(error)}. Nothing was changed."
                    ) from None

    def give_up(self, key: Key | None) -> None:
        """Keep those that belong to the key that the store has now: the one it was to have, or the one it had."""
        settle(self._store, key if _belongs(self._store, key) else self._key)

    def write(self, key: Key | None) -> list[Path]:
        """Write them anew; returns the files that could not be."""
        failed = []
        for path, everybody in self._found.items():
            if everybody:
                try:
                    write_beside(path, everybody, key)
                except OSError:
                    failed.append(path)
                    continue
            with suppress(OSError):
                _next(path).unlink(missing_ok=True)
        return failed


def settle(store: Path, key: Key | None) -> None:
    """Put right what a program left that was killed while it changed the key, or while it kept a draft.

    Args:
        store: the file.
        key: what opens it now.
    """
    for path in _files_of(store):
        second = _next(path)
        with suppress(OSError):  # where nothing can be written, nothing was left either
            if second.is_file() and _belongs(second, key):
                second.replace(path)
            second.unlink(missing_ok=True)
            for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
                of_second = left.name.startswith(f".{second.name}.")
                if of_second or time.time() - left.stat().st_mtime > _BEING_WRITTEN:
                    left.unlink()


def _files_of(store: Path) -> tuple[Path, ...]:
    unfinished = Unfinished(store, "", lambda: datetime.now(UTC))
    beside = (unfinished.path, texts_beside(store))
    return (*beside, unfinished.elsewhere) if folder_elsewhere().exists() else beside


def _next(path: Path) -> Path:
    return path.with_name(f"{path.name}.next")


def _belongs(path: Path, key: Key | None) -> bool:
    return not is_encrypted(path) if key is None else has_key(path, key)
