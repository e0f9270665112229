"""What an import brought, and what it says differently from the store."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple


class Difference(NamedTuple):
    """A field in which the dossier says something else than the store, which stands.

    Attributes:
        record: what it is called here.
        field: as the dossier calls it.
        here: what the store says.
        there: what the dossier says.
    """

    record: str
    field: str
    here: str
    there: str

    @property
    def sentence(self) -> str:
        """The same in words."""
        field = self.field.replace("_", " ")
        return f"{self.record}: {field} is “{_short(self.here)}” here and “{_short(self.there)}” there."


class Renamed(NamedTuple):
    """A record whose ref or key another record has here, and so got a new one."""

    was: str
    now: str


@dataclass
class Taken:
    """What came of an import.

    Attributes:
        added: rows made, by table.
        learnt: records that were there and say more now.
        differences: what they say differently; nothing of that was taken over.
        renamed: records that got a new ref or key.
        remarks: sentences on what the officer may want to look at.
        brought: what entries of a calendar or cards became, part by part, in the order of the file.
    """

    added: Counter[str] = field(default_factory=Counter)
    learnt: set[str] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    brought: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def nothing_new(self) -> bool:
        """Whether the store is as it was."""
        return not self.added and not self.learnt


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


LONGEST = 80  # characters of a value in a sentence
