"""One thing that is wrong with a store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

About = Literal["file", "links", "merges", "dates", "rules", "log", "lists"]
SHOWN = 5


class Finding(NamedTuple):
    """What is wrong, and what can be done.

    Attributes:
        about: the part of the store.
        sentence: what is wrong, with its first examples.
        repair: what --repair would do; "" where only an officer can decide.
    """

    about: About
    sentence: str
    repair: str = ""


def some(examples: Sequence[str]) -> str:
    """The first examples, and how many more there are."""
    more = len(examples) - SHOWN
    return ", ".join(examples[:SHOWN]) + (f" and {more} more" if more > 0 else "")
