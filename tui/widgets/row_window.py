"""The rows around those in view, read together, so that a step of the cursor reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from db.rows import Listing
from tui.widgets.columns import RowT


class RowWindow(Generic[RowT]):
    """A part of a listing."""

    def __init__(self) -> None:
        self._rows: Sequence[RowT] = ()
        self._at = 0
        self._ends: Sequence[RowT] = ()
        self._ends_of: Listing[RowT] | None = None

    def ends(self, listing: Listing[RowT], total: int) -> Sequence[RowT]:
        """The first row and the last one, read once a listing; raises BilatError where they cannot be."""
        if self._ends_of is not listing:
            self._ends = [*listing.rows(0, 1), *listing.rows(total - 1, total)]
            self._ends_of = listing
        return self._ends

    def forget(self) -> None:
        """The listing is another one, or cannot be read."""
        self._rows = ()

    def held(self, index: int) -> RowT | None:
        """A row that is at hand."""
        at = index - self._at
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row(self, listing: Listing[RowT], index: int, *, total: int, top: int, page: int) -> RowT | None:
        """A row, read with its neighbours when it is not at hand.

        Args:
            listing: where it is read from.
            index: which one.
            total: how many rows the listing has.
            top: the first row in view.
            page: how many are in view.

        Raises:
            BilatError: they cannot be read.
        """
        if not 0 <= index - self._at < len(self._rows):
            near = abs(index - top) <= 2 * page
            start = max(0, min(index, top) - page) if near else max(0, index - page)
            self._rows = listing.rows(start, min(total, max(index, start) + 2 * page))
            self._at = start
        return self.held(index)
