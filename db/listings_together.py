"""Several lists read as one, each with its own index."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Generic

from db.listing import RowT, SqlListing, Values
from db.rows import Key, Listing, Unsettled


def is_settled(listing: Listing[Any]) -> bool:
    """Whether its count is that of all rows."""
    return not isinstance(listing, Unsettled) or listing.settled


def glance(listing: Listing[Any]) -> None:
    """Find its first rows, where it can do that before it is counted."""
    if isinstance(listing, Unsettled):
        listing.glance()


def settle(listing: Listing[Any], seconds: float | None = None) -> None:
    """Count what a glance has left uncounted; see Unsettled."""
    if isinstance(listing, Unsettled):
        listing.settle(seconds)


A_PAGE = 50  # rows, with which there is enough to show


class Chained(Generic[RowT]):
    """Two lists read as one, the second behind the first; each keeps its own index.

    While it is not known where the first one ends, the second is not looked at.
    """

    def __init__(self, first: Listing[RowT], second: Listing[RowT], *, at_once: bool = False) -> None:
        """A list.

        Args:
            first: the rows above.
            second: those below.
            at_once: whether the second is counted so soon that it never waits for the first.
        """
        self._first, self._second, self._at_once = first, second, at_once
        self._waits = False  # the second, for the first one to be counted

    @property
    def settled(self) -> bool:
        """Whether the count is that of all rows."""
        return not self._waits and is_settled(self._first) and is_settled(self._second)

    def glance(self) -> None:
        """Find the first rows; the second list is glanced at where the first one has too few."""
        glance(self._first)
        enough = not self._at_once and self._first.count() >= A_PAGE
        self._waits = enough or not is_settled(self._first)
        if not self._waits:
            glance(self._second)

    def settle(self, seconds: float | None = None) -> None:
        """Count the first list, and then the second."""
        settle(self._first, seconds)
        if not is_settled(self._first):
            return
        if self._waits:
            glance(self._second)
            self._waits = False
        settle(self._second, seconds)

    def count(self) -> int:
        """How many rows both have, as far as they are known."""
        return self._first.count() + (0 if self._waits else self._second.count())

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window, which may reach from one into the other."""
        border, start = self._first.count(), max(0, start)
        found = [*self._first.rows(start, min(stop, border))] if start < border else []
        if stop > border and not self._waits:
            found += self._second.rows(max(0, start - border), stop - border)
        return found

    def find(self, key: Key) -> int | None:
        """The position of a record in the whole."""
        place = self._first.find(key)
        if place is not None or self._waits:
            return place
        place = self._second.find(key)
        return None if place is None else self._first.count() + place


class Interleaved(Generic[RowT]):
    """A list with a few more rows in their places among its own, which are worked out when they are first wanted."""

    def __init__(
        self, those: SqlListing[RowT], few: Sequence[tuple[Values, RowT]], *, descending: bool
    ) -> None:
        """A list.

        Args:
            those: the rows that the store keeps in order.
            few: more of them, each with its values of the columns that those are ordered by.
            descending: which way those run.
        """
        self._those = those
        ordered = sorted(few, key=lambda one: one[0], reverse=descending)
        self._orders = [order for order, _ in ordered]
        self._few = [row for _, row in ordered]
        self._known: list[int] | None = None

    @property
    def _places(self) -> list[int]:
        """The position of each of the few in the whole."""
        if self._known is None:
            self._known = [number + self._those.before(order) for number, order in enumerate(self._orders)]
        return self._known

    def count(self) -> int:
        """How many rows both have."""
        return self._those.count() + len(self._few)

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window, the few at their places."""
        start, stop = max(0, start), min(stop, self.count())
        if start >= stop:
            return []
        first, last = bisect_left(self._places, start), bisect_left(self._places, stop)
        found = [*self._those.rows(start - first, stop - last)]
        for number in range(first, last):
            found.insert(self._places[number] - start, self._few[number])
        return found

    def find(self, key: Key) -> int | None:
        """The position of a record in the whole."""
        mine = next((number for number, row in enumerate(self._few) if row.key == key), None)
        if mine is not None:
            return self._places[mine]
        place = self._those.find(key)
        if place is None:
            return None
        for few in self._places:
            place += few <= place
        return place
