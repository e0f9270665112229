"""Which line of a list is which row: first the same in all, then the same somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

RowT = TypeVar("RowT")
WantedT = TypeVar("WantedT")


def matched(
    rows: Sequence[RowT],
    wanted: Sequence[WantedT],
    *rules: Callable[[RowT, WantedT], bool],
) -> tuple[list[RowT | None], list[RowT]]:
    """For each line that is wanted its row, None for a new one; and the rows that no line has.

    The rules are tried one after the other, the strictest first, so that a line that stayed keeps its row
    whatever became of its neighbours.
    """
    found: list[RowT | None] = [None] * len(wanted)
    left = list(rows)
    for rule in rules:
        for number, one in enumerate(wanted):
            if found[number] is None:
                row = next((row for row in left if rule(row, one)), None)
                if row is not None:
                    found[number] = row
                    left = [each for each in left if each is not row]
    return found, left
