"""What was typed and not saved: kept beside the store with every letter, so that nothing can lose it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.errors import BilatError
from tui.beside import read_beside, write_beside


class Kept(NamedTuple):
    """A text that was not saved, and when it was last touched (UTC)."""

    text: str
    at: datetime


class Unfinished:
    """The unfinished texts of one officer at one store, by the place where they were typed.

    The file holds those of every officer; only its owner can read it, and it is gone when it holds nothing.
    """

    def __init__(self, store: Path, officer: str, clock: Callable[[], datetime]) -> None:
        self.path = store.with_name(f"{store.name}.unfinished")
        self._officer = officer
        self._clock = clock

    def find(self, place: str) -> Kept | None:
        """What was being typed in a place, None where nothing was."""
        found = read_beside(self.path).get(self._officer, {})
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
        everybody = read_beside(self.path)
        mine = everybody.get(self._officer)
        mine = mine if isinstance(mine, dict) else {}
        mine.pop(place, None)
        if text.strip():
            mine[place] = {"text": text, "at": self._clock().isoformat()}
        everybody[self._officer] = mine
        if not mine:
            del everybody[self._officer]
        try:
            write_beside(self.path, everybody)
        except OSError as error:
            raise BilatError(
                f"What you type is not kept until it is saved: {self.path.name} cannot be written"
                f" ({(error.strerror or type(error).__name__).lower()})."
            ) from error

    def forget(self, place: str) -> None:
        """Let go of a text that was saved or discarded."""
        with suppress(BilatError):  # it comes back then, which loses nothing
            self.keep(place, "")
