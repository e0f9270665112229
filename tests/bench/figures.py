"""What was measured, kept by name and told as p50 / p95."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Spread(NamedTuple):
    """The middle of many measurements, and what all but the slowest keep to."""

    p50: float
    p95: float


class Figures:
    """Measurements of one program on one store."""

    def __init__(self) -> None:
        self._samples: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, value: float) -> None:
        """Note a measurement."""
        self._samples[name].append(value)

    def spread(self, name: str) -> Spread | None:
        """What came out; None where nothing was measured."""
        return spread_of(self._samples.get(name, ()))

    def most(self, name: str) -> float | None:
        """The largest of them."""
        return max(self._samples.get(name, ()), default=None)


def spread_of(samples: Sequence[float]) -> Spread | None:
    """The middle and the 95th of a hundred; None of nothing."""
    if not samples:
        return None
    if len(samples) == 1:
        return Spread(samples[0], samples[0])
    return Spread(median(samples), quantiles(samples, n=100, method="inclusive")[94])
