"""Lists of any length: only the window is read, by keys from the nearest place that is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from db.rows import Key, Row

if TYPE_CHECKING:
    from db.filtering import Condition
    from db.store import Store

RowT = TypeVar("RowT", bound=Row)
Values = tuple[Any, ...]

ANCHORS = 4096  # places remembered; one is made at the end of each window that was read
FEW = 500  # rows that are kept whole where all others had to be looked at to find them
FAR = 500  # rows; so many are passed by their places alone


class Selection(NamedTuple):
    """What a list is made of, in SQL.

    Attributes:
        columns: what a row is made from.
        source: tables and joins, as after FROM.
        where: conditions, as after WHERE; "1 = 1" for none.
        order: columns that together are unique and have an index; all run the same way.
        descending: which way.
        values: parameters by name.
        sought: whether rows are found only by looking at all of them.
        quick: other conditions that the same rows meet, by which they are found where no order is wanted;
            "" where there are no better ones.
        unsought: the conditions without those of a search; "" where nothing is sought.
        counted: the table that has a row for each and its place, where nothing is sought; "" where that takes all of
            the source.
    """

    columns: str
    source: str
    where: str
    order: tuple[str, ...]
    descending: bool
    values: dict[str, Any]
    sought: bool = False
    quick: str = ""
    unsought: str = ""
    counted: str = ""

    @property
    def to_count(self) -> str:
        """What is counted: the joins only add to each row where nothing is sought."""
        return self.source if self.sought or not self.counted else self.counted

    @property
    def anyhow(self) -> str:
        """The conditions where no order is wanted."""
        return self.quick or self.where

    def narrowed(self, condition: str, values: dict[str, str]) -> Selection:
        """Only rows of which a condition on words is true; all of them where it is ""."""
        if not condition:
            return self
        return self._and(condition, condition, values)

    def kept(self, condition: Condition | None) -> Selection:
        """Only rows that a filter keeps."""
        return self if condition is None else self._and(condition.steady, condition.quick, condition.values)

    def _and(self, steady: str, quick: str, values: Mapping[str, Any]) -> Selection:
        return self._replace(
            where=f"{self.where} AND {steady}",
            quick=f"{self.anyhow} AND {quick}",
            unsought=self.unsought or self.where,
            values={**self.values, **values},
            sought=True,
        )


class SqlListing(Generic[RowT]):
    """A list read from the store a window at a time; see db.rows.Listing."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        make: Callable[[Values], RowT],
        place: Callable[[Key], tuple[str, dict[str, Any]] | None],
    ) -> None:
        """A list.

        Args:
            store: where it is read from.
            selection: what it is made of.
            make: from the columns to a row.
            place: the condition that picks the row of a record, None where the list cannot hold it.
        """
        self._store = store
        self._selection = selection
        self._make = make
        self._place = place
        self._count: int | None = None
        self._few: list[RowT] | None = None  # all of them
        self._positions: list[int] = [0]
        self._keys: list[Values | None] = [None]  # the key just before the position beside it

    def count(self) -> int:
        """How many rows there are; counted once, since a changed store gets a new list."""
        if self._count is None and self._selection.sought:
            self._few = self._read_few()
            self._count = None if self._few is None else len(self._few)
        if self._count is None:
            self._count = self._counted()
        return self._count

    def has_any(self) -> bool:
        """Whether there is a row at all."""
        chosen = self._selection
        with self._store.read() as reader:
            return (
                reader.one(f"SELECT 1 FROM {chosen.source} WHERE {chosen.anyhow} LIMIT 1", **chosen.values)
                is not None
            )

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window from `start` up to `stop`, read from the nearest known place or from the end."""
        start, stop = max(0, start), min(stop, self.count())
        if start >= stop:
            return []
        if self._few is not None:
            return self._few[start:stop]
        known = bisect_right(self._positions, start) - 1
        if self._end_is_known and self.count() - stop < start - self._positions[known]:
            return self._read_backwards(start, stop)
        skip = start - self._positions[known]
        found = self._select(self._keys[known], backwards=False, limit=stop - start, skip=skip)
        self._remember(start + len(found), found)
        return [self._make(row[: -len(self._selection.order)]) for row in found]

    def find(self, key: Key) -> int | None:
        """The position of a record: how many rows stand before it."""
        chosen, place = self._selection, self._place(key)
        if place is None:
            return None
        if chosen.sought and self.count() <= FEW and self._few is not None:
            return next((at for at, row in enumerate(self._few) if row.key == key), None)
        there = self._order_of(*place)
        return None if there is None else self.before(there)

    def before(self, order: Values) -> int:
        """How many rows stand before a place in the order, whether there is a row at it or not."""
        chosen = self._selection
        before, keys = self._beyond(order, ">" if chosen.descending else "<")
        with self._store.read() as reader:
            return int(
                reader.value(
                    f"SELECT COUNT(*) FROM {chosen.to_count} WHERE {chosen.where} AND {before}",
                    **chosen.values,
                    **keys,
                )
            )

    @property
    def _end_is_known(self) -> bool:
        """Whether the last row that is known is the last one there is."""
        return True

    def _counted(self) -> int:
        chosen = self._selection
        with self._store.read() as reader:
            return int(
                reader.value(f"SELECT COUNT(*) FROM {chosen.to_count} WHERE {chosen.anyhow}", **chosen.values)
            )

    def _order_of(self, condition: str, values: dict[str, Any]) -> Values | None:
        """Where the row of a record stands in the order, None where the list does not hold it."""
        chosen = self._selection
        with self._store.read() as reader:
            return reader.one(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.source}"
                f" WHERE {chosen.where} AND {condition} LIMIT 1",
                **chosen.values,
                **values,
            )

    def _read_few(self) -> list[RowT] | None:
        """Every row, found in one pass in whatever order is quickest; None where there are more than a few."""
        chosen = self._selection
        order = range(1, len(chosen.order) + 1)
        direction = "DESC" if chosen.descending else "ASC"
        with self._store.read() as reader:
            found = reader.all(
                f"SELECT * FROM (SELECT {', '.join(chosen.order)}, {chosen.columns} FROM {chosen.source}"
                f" WHERE {chosen.anyhow} LIMIT :limit_ OFFSET 0) few"  # so that it is not read in its order
                f" ORDER BY {', '.join(f'{number} {direction}' for number in order)}",
                **chosen.values,
                limit_=FEW + 1,
            )
        return None if len(found) > FEW else [self._make(row[len(chosen.order) :]) for row in found]

    def _read_backwards(self, start: int, stop: int) -> Sequence[RowT]:
        found = self._select(None, backwards=True, limit=stop - start, skip=self.count() - stop)
        return [self._make(row[: -len(self._selection.order)]) for row in reversed(found)]

    def _select(
        self,
        after: Values | None,
        *,
        backwards: bool,
        limit: int,
        skip: int,
        until: Values | None = None,
        among: str = "",
    ) -> Sequence[Values]:
        """Rows and their places, from one place to another."""
        chosen = self._selection
        if skip > FAR and chosen.to_count != chosen.source:
            after, skip = self._passed(after, backwards=backwards, rows=skip), 0
            if after is None:
                return []
        descending = chosen.descending is not backwards
        direction = "DESC" if descending else "ASC"
        where = f"{chosen.where} AND {among}" if among else chosen.where
        values = dict(chosen.values)
        if after is not None:
            condition, keys = self._beyond(after, "<" if descending else ">")
            where = f"{condition} AND {where}"  # of two borders SQLite begins at the one that is named first
            values |= keys
        if until is not None:
            condition, keys = self._beyond(until, ">=" if chosen.descending else "<=", "last")
            where += f" AND {condition}"
            values |= keys
        order = ", ".join(f"{column} {direction}" for column in chosen.order)
        with self._store.read() as reader:
            return reader.all(
                f"SELECT {chosen.columns}, {', '.join(chosen.order)} FROM {chosen.source}"
                f" WHERE {where} ORDER BY {order} LIMIT :limit_ OFFSET :skip_",
                **values,
                limit_=limit,
                skip_=skip,
            )

    def _passed(self, after: Values | None, *, backwards: bool, rows: int) -> Values | None:
        """The place of the last of so many rows, None where there are fewer: the index has it, without the joins."""
        places = self._selection._replace(columns="NULL", source=self._selection.counted, counted="")
        passed = SqlListing(self._store, places, self._make, self._place)
        found = passed._select(after, backwards=backwards, limit=1, skip=rows - 1)
        return found[0][1:] if found else None

    def _beyond(self, key: Values, sign: str, mark: str = "key") -> tuple[str, dict[str, Any]]:
        names = [f"{mark}{number}" for number in range(len(key))]
        marks = ", ".join(f":{name}" for name in names)
        return f"({', '.join(self._selection.order)}) {sign} ({marks})", dict(zip(names, key, strict=True))

    def _remember(self, position: int, found: Sequence[Values]) -> None:
        if not found or len(self._positions) >= ANCHORS:
            return
        at = bisect_right(self._positions, position)
        if self._positions[at - 1] != position:
            self._positions.insert(at, position)
            self._keys.insert(at, found[-1][-len(self._selection.order) :])
