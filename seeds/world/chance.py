"""Chance that can be had again: the same seed and the same part of the world always fall the same way."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Luck(Random):
    """Chance that says yes and no."""

    def falls(self, share: float) -> bool:
        """Yes, so often of one."""
        return self.random() < share


def chance(seed: int, part: str) -> Luck:
    """Chance for one part of the world, whatever was drawn for the others."""
    return Luck(f"{seed} {part}")


class Weighted(Generic[Thing]):
    """Things of which some come up much more often than others."""

    def __init__(self, weights: Iterable[tuple[Thing, float]]) -> None:
        pairs = [(thing, weight) for thing, weight in weights if weight > 0]
        self.things: Sequence[Thing] = [thing for thing, _ in pairs]
        self._sums = list(accumulate(weight for _, weight in pairs))

    def pick(self, luck: Luck) -> Thing:
        """One of them."""
        return self.things[bisect(self._sums, luck.random() * self._sums[-1], hi=len(self._sums) - 1)]


def favourite(things: Sequence[Thing], luck: Luck, *, steep: int = 3) -> Thing:
    """One of a sequence whose first few are wanted most of the time."""
    return things[int(len(things) * luck.random() ** steep)]
