"""What was typed and not saved: kept beside the store with every letter, so that nothing can lose it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.errors import BilatError
from tui.beside import read_beside, write_beside
from tui.paths import cache_folder, make_private, reason

if TYPE_CHECKING:
    from db.unlocking import Key


class Kept(NamedTuple):
    """A text that was not saved, and when it was last touched (UTC)."""

    text: str
    at: datetime


class Unfinished:
    """The unfinished texts of one officer at one store, by the place where they were typed.

    The file holds those of every officer; only its owner can read it, and it is gone when it holds nothing. Where it
    cannot be written, as when the store's folder is gone, a file in the officer's own cache takes its place.
    Beside an encrypted store both files are encrypted with its key.
    """

    def __init__(
        self, store: Path, officer: str, clock: Callable[[], datetime], key: Key | None = None
    ) -> None:
        self.path = store.with_name(f"{store.name}.unfinished")
        self._store = store
        self._officer = officer
        self._clock = clock
        self._key = key

    @cached_property
    def elsewhere(self) -> Path:
        """The file for a bad day; its name is found out when the first text is looked for."""
        return folder_elsewhere() / f"{_digest(self._store)}.json"

    def find(self, place: str) -> Kept | None:
        """What was being typed in a place, None where nothing was; of two texts the later one."""
        both = [one for path in (self.path, self.elsewhere) if (one := self._find(path, place))]
        return max(both, key=lambda kept: kept.at, default=None)

    def _find(self, path: Path, place: str) -> Kept | None:
        found = read_beside(path, self._key).get(self._officer, {})
        one = found.get(place) if isinstance(found, dict) else None
        try:
            return Kept(str(one["text"]), datetime.fromisoformat(one["at"])) if one else None
        except (TypeError, KeyError, ValueError):  # somebody else's hand was in the file
            return None

    def keep(self, place: str, text: str) -> None:
        """Keep a text; one without words is forgotten.

        Raises:
            BilatError: when the file cannot be written, for instance beside a store on a full disk.
        """
        try:
            self._write(self.path, place, text)
        except OSError as error:
            try:
                make_private(self.elsewhere.parent)
                self._write(self.elsewhere, place, text)
            except OSError:
                raise BilatError(
                    f"What you type is not kept until it is saved: {self.path.name} cannot be written"
                    f" ({reason(error)})."
                ) from error
        else:
            with suppress(OSError):  # what is there from a worse moment is older, and is not found then
                if self.elsewhere.exists():
                    self._write(self.elsewhere, place, "")

    def _write(self, path: Path, place: str, text: str) -> None:
        everybody = read_beside(path, self._key)
        mine = everybody.get(self._officer)
        mine = mine if isinstance(mine, dict) else {}
        mine.pop(place, None)
        if text.strip():
            mine[place] = {"text": text, "at": self._clock().isoformat()}
        everybody[self._officer] = mine
        if not mine:
            del everybody[self._officer]
        write_beside(path, everybody, self._key)

    def forget(self, place: str) -> None:
        """Let go of a text that was saved or discarded."""
        with suppress(BilatError):  # it comes back then, which loses nothing
            self.keep(place, "")


def folder_elsewhere() -> Path:
    """Where the files for bad days are, on days when there was one."""
    return cache_folder() / "unfinished"


def texts_beside(store: Path) -> Path:
    """Where the texts wait that are not finished at the reading desk."""
    return store.with_name(f"{store.name}.reading")


def _digest(store: Path) -> str:
    """A name for the texts of one store that does not say where the store is."""
    import hashlib  # noqa: PLC0415 - OpenSSL, which the first screen does without

    return hashlib.sha256(str(store.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
