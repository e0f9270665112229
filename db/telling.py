"""Telling how far long work is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

ItemT = TypeVar("ItemT")
Tell = Callable[[str, int, int], None]
"""Is told what is going on, as "visits", how much of it is done, and of how much."""


def nobody(_what: str, _done: int, _of: int) -> None:
    """Nobody wants to know."""


def pace(done: int, of: int, seconds: float) -> tuple[float, float]:
    """How many were done in a second, and in how many seconds the others are at that pace."""
    rate = done / max(seconds, 0.001)
    return rate, (of - done) / max(rate, 0.001)


_EVERY = 100


def watched(tell: Tell, what: str, those: Collection[ItemT]) -> Iterator[ItemT]:
    """Go through some things, and tell now and then how far; what the telling raises ends the going."""
    for done, one in enumerate(those, 1):
        yield one
        if done % _EVERY == 0 or done == len(those):
            tell(what, done, len(those))
