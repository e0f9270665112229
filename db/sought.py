"""A filtered list of any length: its first rows are there before anybody knows how many there are in all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from time import thread_time
from typing import TYPE_CHECKING, Any

from db.errors import GivenUp
from db.listing import FEW, RowT, Selection, SqlListing, Values
from db.rows import Key

if TYPE_CHECKING:
    from db.store import Store

LOOKED_AT = 2_000  # rows of the whole list, from its begin
FURTHER = 50_000  # of them: the newest of a large store are still to come, and nothing has come of them yet
OFTEN = 40  # one of so many: then more are found as quickly wherever one looks
A_PAGE = 50  # rows
MOST_PLACES = 20_000  # of rows, kept where there are not more
AT_FIRST = 0.2  # seconds of the processor's time for them
IN_PASSING = 0.004  # the same, for all of them: the count comes with the first rows then
CAPPED = 1_000
"""So many are counted where it would take long to count all; of more it is said that there are more."""
_PIECE = 100  # rows, by which they are counted then
MOST_UNORDERED = 300_000  # the same, where no index could bring the rows back in their order
WITHIN_REACH = 20_000  # rows of the whole list that are looked at to tell where a record stands


class SoughtListing(SqlListing[RowT]):
    """A list that can be read before it is counted: `glance`, show what there is, and `settle` the count.

    Without a glance it is counted first, as other lists are.

    Attributes:
        settled: whether the count is that of all rows.
    """

    def __init__(  # noqa: PLR0913 - each is a part of the question
        self,
        store: Store,
        selection: Selection,
        make: Callable[[Values], RowT],
        place: Callable[[Key], tuple[str, dict[str, Any]] | None],
        *,
        rare: str = "",
        looked_at: int = LOOKED_AT,
        further: bool = False,
        long: bool = False,
        among: str = "",
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
            long: whether it takes long to count it also where nothing is sought in it.
            among: where no index has the order, the condition on rows that are worth looking at for the first ones;
                the true order is known once all are counted.
        """
        super().__init__(store, selection, make, place)
        self.settled = True
        self._rare = rare or selection.anyhow
        self._looked_at = looked_at
        self._further = further
        self._long = long
        self._among = among
        self._first: Sequence[RowT] = ()
        self._places: list[Values] | None = None  # of all rows, in their order

    def glance(self) -> None:
        """Find the first rows, and all of them where they are few or rare.

        What many rows have is soon found in the list's own order, and what few have by its own index. Which it is
        shows among the rows that are looked at first.
        """
        if self._count is not None:
            return
        if self._among:
            self._begin_with(self._select(None, backwards=False, limit=A_PAGE, skip=0, among=self._among))
            if not self.count():
                self.settle()
        elif self._selection.sought:
            self._seek(self._border(self._looked_at))
            self._count_in_passing()
        elif self._long:
            self._seek(None)

    def _seek(self, border: Values | None) -> None:
        """Find the first rows among those down to a border, or wherever they are."""
        found = self._soonest(border)
        if border is None and found is not None:
            if len(found) <= FEW:
                self._few = self._made(found)
                self._count = len(found)
                return
            self._begin_with(found)
            if self._selection.sought:  # they are not more than are looked at
                self.settle()
        elif found is not None and len(found) * OFTEN >= self._looked_at:
            a_page = len(found) >= A_PAGE
            self._begin_with(found if a_page else self._first_page())
        elif found is not None and self._further and len(page := self._page_further_on()) == A_PAGE:
            self._begin_with(page)
        elif not self._find_all(self._rare):
            self._begin_with(self._first_page())

    def _first_page(self) -> Sequence[Values]:
        return self._select(None, backwards=False, limit=A_PAGE, skip=0)

    def settle(self, seconds: float | None = None) -> None:
        """Count what a glance has left uncounted.

        Args:
            seconds: of the processor's time after which it is left at some more rows than there were, and unsettled;
                None where all must be counted.
        """
        if self.settled:
            return
        seconds = None if self._among else seconds
        try:
            with self._store.unless(_after(seconds)):
                self._count_all()
                if self._among:
                    self._first, self._positions, self._keys = (), [0], [None]
        except GivenUp:
            if seconds is None:
                raise
            self._know_more(seconds)

    def _count_all(self) -> None:
        if not self._find_all(self._selection.anyhow):
            self._count = self._counted()
        self.settled = True

    def _count_in_passing(self) -> None:
        """Count all where that takes no longer than anybody notices."""
        if not self.settled:
            with suppress(GivenUp), self._store.unless(_after(IN_PASSING)):
                self._count_all()

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
        if not self.settled:
            return None if self._among or self._is_behind(there) else self.before(there)
        return self.before(there) if self._near(there) else None

    @property
    def _whole(self) -> str:
        """The conditions of the whole list."""
        return self._selection.unsought or self._selection.where

    def _is_behind(self, there: Values) -> bool:
        """Whether a place is further down than the rows that are known."""
        last = self._keys[-1]
        return last is None or (there < last if self._selection.descending else there > last)

    @property
    def _end_is_known(self) -> bool:
        return self.settled

    def _know_more(self, seconds: float) -> None:
        """Go on behind the rows that are known, as far as one looks down a list."""
        given_up = _after(seconds)
        with suppress(GivenUp), self._store.unless(given_up):
            while not self.settled and self.count() < CAPPED and not given_up():
                self._read_on(min(_PIECE, CAPPED - self.count()))

    def _read_on(self, rows: int) -> None:
        found = self._select(self._keys[-1], backwards=False, limit=rows, skip=0)
        self._count = self.count() + len(found)
        self.settled = len(found) < rows
        self._remember(self._count, found)

    def _soonest(self, border: Values | None) -> Sequence[Values] | None:
        """What there is down to a border; None where it takes too long to look at the rows one by one."""
        # Above a border they need not be all: a page, and as many as show that there are many.
        enough = FEW + 1 if border is None else max(A_PAGE, -(-self._looked_at // OFTEN))
        try:
            with self._store.unless(_after(AT_FIRST)):
                return self._select(None, backwards=False, limit=enough, skip=0, until=border)
        except GivenUp:
            return None

    def _begin_with(self, found: Sequence[Values]) -> None:
        self._first = self._made(found)
        self._count, self.settled = len(found), False
        self._remember(len(found), found)

    def _made(self, found: Sequence[Values]) -> list[RowT]:
        return [self._make(row[: -len(self._selection.order)]) for row in found]

    def _page_further_on(self) -> Sequence[Values]:
        """A page from among more rows; nothing where it takes too long to look at them."""
        with suppress(GivenUp), self._store.unless(_after(AT_FIRST)):
            return self._select(None, backwards=False, limit=A_PAGE, skip=0, until=self._border(FURTHER))
        return ()

    def _border(self, rows: int) -> Values | None:
        """The last of so many rows of the whole list; None where it is not longer."""
        chosen = self._selection
        direction = "DESC" if chosen.descending else "ASC"
        with self._store.read() as reader:
            return reader.one(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.counted or chosen.source} WHERE {self._whole}"
                f" ORDER BY {', '.join(f'{column} {direction}' for column in chosen.order)}"
                f" LIMIT 1 OFFSET {rows - 1}",
                **chosen.values,
            )

    def _find_all(self, conditions: str) -> bool:
        """Find where all rows stand; False where they are too many to be kept."""
        chosen = self._selection
        most = MOST_UNORDERED if self._among else MOST_PLACES
        with self._store.read() as reader:
            found = reader.all(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.source} WHERE {conditions} LIMIT :limit_",
                **chosen.values,
                limit_=most + 1,
            )
        if len(found) > most:
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
                f" WHERE {self._whole} AND {here}",
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
                f"SELECT COUNT(*) FROM (SELECT 1 FROM {chosen.source} WHERE {self._whole} AND {before}"
                f" LIMIT {WITHIN_REACH})",
                **chosen.values,
                **keys,
            )
        return int(depth) < WITHIN_REACH


def _after(seconds: float | None) -> Callable[[], bool]:
    """Whether this thread has worked for so long from now on; never where that is None."""
    if seconds is None:
        return lambda: False
    until = thread_time() + seconds
    return lambda: thread_time() > until
