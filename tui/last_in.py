"""When an officer was last in, kept beside the store: looking at it must not change it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tui.beside import read_beside, write_beside


class Seen(NamedTuple):
    """How far somebody has seen the store.

    Attributes:
        step: the number of the newest step then.
        at: when (UTC).
    """

    step: int
    at: datetime


class LastIn:
    """Where one officer left off at one store; the file holds that of every officer."""

    def __init__(self, store: Path, officer: str) -> None:
        self.path = store.with_name(f"{store.name}.seen")
        self._officer = officer

    def find(self) -> Seen | None:
        """Where the officer left off, None at the first time."""
        found = read_beside(self.path).get(self._officer)
        try:
            return Seen(int(found["step"]), datetime.fromisoformat(found["at"])) if found else None
        except (TypeError, KeyError, ValueError):  # somebody else's hand was in the file
            return None

    def keep(self, seen: Seen) -> None:
        """Remember it; one who is killed is shown a little more the next time, never less."""
        everybody = read_beside(self.path) | {self._officer: {"step": seen.step, "at": seen.at.isoformat()}}
        with suppress(OSError):  # beside a store on a full disk; it only means to show more the next time
            write_beside(self.path, everybody)
