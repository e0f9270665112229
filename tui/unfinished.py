"""What was typed and not saved: kept beside the store with every letter, so that nothing can lose it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from db.errors import BilatError


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
        found = self._all().get(self._officer, {})
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
        everybody = self._all()
        mine = everybody.get(self._officer)
        mine = mine if isinstance(mine, dict) else {}
        mine.pop(place, None)
        if text.strip():
            mine[place] = {"text": text, "at": self._clock().isoformat()}
        everybody[self._officer] = mine
        if not mine:
            del everybody[self._officer]
        try:
            self._write(everybody)
        except OSError as error:
            raise BilatError(
                f"What you type is not kept until it is saved: {self.path.name} cannot be written"
                f" ({(error.strerror or type(error).__name__).lower()})."
            ) from error

    def forget(self, place: str) -> None:
        """Let go of a text that was saved or discarded."""
        with suppress(BilatError):  # it comes back then, which loses nothing
            self.keep(place, "")

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):  # none there, or not ours to understand
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, everybody: dict[str, Any]) -> None:
        """One or the other whole: a program that is killed while it writes leaves the text of before."""
        if not everybody:
            self.path.unlink(missing_ok=True)
            return
        new = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(everybody, file)
        new.replace(self.path)
