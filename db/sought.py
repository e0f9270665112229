"""A filtered list of any length: its first rows are there before anybody knows how many there are in all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from db.listing import FEW, RowT, Selection, SqlListing, Values
from db.rows import Key

if TYPE_CHECKING:
    from db.store import Store

LOOKED_AT = 2_000  # rows of the whole list, from its begin
FURTHER = 50_000  # of them: the newest of a large store are still to come, and nothing has come of them yet
OFTEN = 40  # one of so many: then more are found as quickly wherever one looks
A_PAGE = 50  # rows
MOST_PLACES = 20_000  # of rows, kept where there are not more
WITHIN_REACH = 20_000  # rows of the whole list that are looked at to tell where a record stands


class SoughtListing(SqlListing[RowT]):
    """A list that can be read before it is counted: `glance`, show what there is, and `settle` the count.

    Without a glance it is counted first, as other lists are.

    Attributes:
        settled: whether the count is that of all rows.
    """

    def __init__(
        self,
        store: Store,
        selection: Selection,
        make: Callable[[Values], RowT],
        place: Callable[[Key], tuple[str, dict[str, Any]] | None],
        *,
        rare: str = "",
        looked_at: int = LOOKED_AT,
        further: bool = False,
    ) -> None:
        """A list.

        Args:
            store: where it is read from.
            selection: what it is made of.
            make: from the columns to a row.
            place: the condition that picks the row of a record, None where the list cannot hold it.
            rare: the conditions that find rows soonest where few meet them; by default the quick ones.
            looked_at: rows of the whole list that show whether it is many or few.
            further: whether, where it is few of those, it is worth looking at more of them.
        """
        super().__init__(store, selection, make, place)
        self.settled = True
        self._rare = rare or selection.anyhow
        self._looked_at = looked_at
        self._further = further
        self._first: Sequence[RowT] = ()
        self._places: list[Values] | None = None  # of all rows, in their order

    def glance(self) -> None:
        """Find the first rows, and all of them where they are few or rare.

        What many rows have is soon found in the list's own order, and what few have by its own index. Which it is
        shows among the rows that are looked at first.
        """
        if not self._selection.sought or self._count is not None:
            return
        border = self._border(self._looked_at)
        found = self._select(None, backwards=False, limit=FEW + 1, skip=0, until=border)
        if border is None and len(found) <= FEW:
            self._few = self._made(found)
            self._count = len(found)
        elif border is None:
            self._begin_with(found)
            self.settle()
        elif len(found) * OFTEN >= self._looked_at:
            a_page = len(found) >= A_PAGE
            self._begin_with(found if a_page else self._select(None, backwards=False, limit=A_PAGE, skip=0))
        elif self._further and len(page := self._page_further_on()) == A_PAGE:
            self._begin_with(page)
        elif not self._find_all(self._rare):
            self._begin_with(self._select(None, backwards=False, limit=A_PAGE, skip=0))

    def settle(self) -> None:
        """Count what a glance has left uncounted."""
        if not self.settled:
            if not self._find_all(self._selection.anyhow):
                self._count = self._counted()
            self.settled = True

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window."""
        if self._places is not None:
            return self._rows_at(self._places[max(0, start) : stop])
        stop = min(stop, self.count())
        return self._first[max(0, start) : stop] if stop <= len(self._first) else super().rows(start, stop)

    def find(self, key: Key) -> int | None:
        """The position of a record; None also where it stands too far down to be told without counting all."""
        place = self._place(key)
        if place is None or (self._places is None and not self._first):
            return super().find(key)
        for at, row in enumerate(self._first):
            if row.key == key:
                return at
        there = self._order_of(*place)
        if there is None:
            return None
        if self._places is not None:
            return self._places.index(there) if there in self._places else None
        return self.before(there) if self._near(there) else None

    def _begin_with(self, found: Sequence[Values]) -> None:
        self._first = self._made(found)
        self._count, self.settled = len(found), False
        self._remember(len(found), found)

    def _made(self, found: Sequence[Values]) -> list[RowT]:
        return [self._make(row[: -len(self._selection.order)]) for row in found]

    def _page_further_on(self) -> Sequence[Values]:
        return self._select(None, backwards=False, limit=A_PAGE, skip=0, until=self._border(FURTHER))

    def _border(self, rows: int) -> Values | None:
        """The last of so many rows of the whole list; None where it is not longer."""
        chosen = self._selection
        direction = "DESC" if chosen.descending else "ASC"
        with self._store.read() as reader:
            return reader.one(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.source} WHERE {chosen.unsought}"
                f" ORDER BY {', '.join(f'{column} {direction}' for column in chosen.order)}"
                f" LIMIT 1 OFFSET {rows - 1}",
                **chosen.values,
            )

    def _find_all(self, conditions: str) -> bool:
        """Find where all rows stand; False where they are too many to be kept."""
        chosen = self._selection
        with self._store.read() as reader:
            found = reader.all(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.source} WHERE {conditions} LIMIT :limit_",
                **chosen.values,
                limit_=MOST_PLACES + 1,
            )
        if len(found) > MOST_PLACES:
            return False
        self._places = sorted(found, reverse=chosen.descending)
        self._count = len(found)
        return True

    def _rows_at(self, places: Sequence[Values]) -> Sequence[RowT]:
        """The rows that stand at some places."""
        if not places:
            return []
        chosen, width = self._selection, len(self._selection.order)
        values = [value for one in places for value in one]
        marks = ", ".join(
            f"({', '.join(f':at{at + column}' for column in range(width))})"
            for at in range(0, len(values), width)
        )
        names = [f"at{column}" for column in range(width)]
        here = " AND ".join(f"{column} = {name}" for column, name in zip(chosen.order, names, strict=True))
        with self._store.read() as reader:
            found = reader.all(
                f"WITH places ({', '.join(names)}) AS (VALUES {marks})"
                f" SELECT {chosen.columns}, {', '.join(chosen.order)} FROM places CROSS JOIN {chosen.source}"
                f" WHERE {chosen.unsought} AND {here}",
                **chosen.values,
                **{f"at{number}": value for number, value in enumerate(values)},
            )
        return self._made(sorted(found, key=lambda row: row[-width:], reverse=chosen.descending))

    def _near(self, there: Values) -> bool:
        """Whether few rows of the whole list stand before a place."""
        chosen = self._selection
        before, keys = self._beyond(there, ">" if chosen.descending else "<")
        with self._store.read() as reader:
            depth = reader.value(
                f"SELECT COUNT(*) FROM (SELECT 1 FROM {chosen.source} WHERE {chosen.unsought} AND {before}"
                f" LIMIT {WITHIN_REACH})",
                **chosen.values,
                **keys,
            )
        return int(depth) < WITHIN_REACH
