"""Lists of any length: only the window is read, by keys from the nearest place that is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from db.names import fold
from db.rows import Key, Listing, Row

if TYPE_CHECKING:
    from db.store import Store

RowT = TypeVar("RowT", bound=Row)
Values = tuple[Any, ...]

ANCHORS = 4096  # places remembered; one is made at the end of each window that was read
FEW = 500  # rows that are kept whole where all others had to be looked at to find them


def has_words(words: str, column: str) -> tuple[str, dict[str, str]]:
    """SQL for every one of the words, folded, beginning a word of a folded column, with its values; "" for none.

    What most rows do not hold is looked for first: the longest word, and its letters anywhere before its letters at
    the begin of a word, which takes three times as long to tell.
    """
    wanted = sorted(fold(words[:500]).split(), key=len, reverse=True)
    longer = [number for number, word in enumerate(wanted) if len(word) > 1]
    conditions = [f"{column} LIKE :part{number}" for number in longer]
    conditions += [f"' ' || {column} LIKE :word{number}" for number in range(len(wanted))]
    values = {f"part{number}": f"%{wanted[number]}%" for number in longer}
    values |= {f"word{number}": f"% {word}%" for number, word in enumerate(wanted)}
    return " AND ".join(conditions), values


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
    """

    columns: str
    source: str
    where: str
    order: tuple[str, ...]
    descending: bool
    values: dict[str, Any]
    sought: bool = False

    def narrowed(self, words: str, column: str) -> Selection:
        """Only rows in whose folded text every one of the words begins a word."""
        condition, values = has_words(words, column)
        if not condition:
            return self
        return self._replace(
            where=f"{self.where} AND {condition}", values={**self.values, **values}, sought=True
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
            chosen = self._selection
            with self._store.read() as reader:
                self._count = int(
                    reader.value(
                        f"SELECT COUNT(*) FROM {chosen.source} WHERE {chosen.where}", **chosen.values
                    )
                )
        return self._count

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window from `start` up to `stop`, read from the nearest known place or from the end."""
        start, stop = max(0, start), min(stop, self.count())
        if start >= stop:
            return []
        if self._few is not None:
            return self._few[start:stop]
        known = bisect_right(self._positions, start) - 1
        if self.count() - stop < start - self._positions[known]:
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
        condition, values = place
        with self._store.read() as reader:
            there = reader.one(
                f"SELECT {', '.join(chosen.order)} FROM {chosen.source}"
                f" WHERE {chosen.where} AND {condition} LIMIT 1",
                **chosen.values,
                **values,
            )
        return None if there is None else self.before(there)

    def before(self, order: Values) -> int:
        """How many rows stand before a place in the order, whether there is a row at it or not."""
        chosen = self._selection
        before, keys = self._beyond(order, ">" if chosen.descending else "<")
        with self._store.read() as reader:
            return int(
                reader.value(
                    f"SELECT COUNT(*) FROM {chosen.source} WHERE {chosen.where} AND {before}",
                    **chosen.values,
                    **keys,
                )
            )

    def _read_few(self) -> list[RowT] | None:
        """Every row, found in one pass in whatever order is quickest; None where there are more than a few."""
        chosen = self._selection
        order = range(1, len(chosen.order) + 1)
        direction = "DESC" if chosen.descending else "ASC"
        with self._store.read() as reader:
            found = reader.all(
                f"SELECT * FROM (SELECT {', '.join(chosen.order)}, {chosen.columns} FROM {chosen.source}"
                f" WHERE {chosen.where} LIMIT :limit_ OFFSET 0) few"  # so that it is not read in its order
                f" ORDER BY {', '.join(f'{number} {direction}' for number in order)}",
                **chosen.values,
                limit_=FEW + 1,
            )
        return None if len(found) > FEW else [self._make(row[len(chosen.order) :]) for row in found]

    def _read_backwards(self, start: int, stop: int) -> Sequence[RowT]:
        found = self._select(None, backwards=True, limit=stop - start, skip=self.count() - stop)
        return [self._make(row[: -len(self._selection.order)]) for row in reversed(found)]

    def _select(self, after: Values | None, *, backwards: bool, limit: int, skip: int) -> Sequence[Values]:
        chosen = self._selection
        direction = "DESC" if chosen.descending is not backwards else "ASC"
        where, values = chosen.where, dict(chosen.values)
        if after is not None:
            condition, keys = self._beyond(after, "<" if chosen.descending else ">")
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

    def _beyond(self, key: Values, sign: str) -> tuple[str, dict[str, Any]]:
        names = [f"key{number}" for number in range(len(key))]
        marks = ", ".join(f":{name}" for name in names)
        return f"({', '.join(self._selection.order)}) {sign} ({marks})", dict(zip(names, key, strict=True))

    def _remember(self, position: int, found: Sequence[Values]) -> None:
        if not found or len(self._positions) >= ANCHORS:
            return
        at = bisect_right(self._positions, position)
        if self._positions[at - 1] != position:
            self._positions.insert(at, position)
            self._keys.insert(at, found[-1][-len(self._selection.order) :])


class Chained(Generic[RowT]):
    """Two lists read as one, the second behind the first; each keeps its own index."""

    def __init__(self, first: Listing[RowT], second: Listing[RowT]) -> None:
        self._first, self._second = first, second

    def count(self) -> int:
        """How many rows both have."""
        return self._first.count() + self._second.count()

    def rows(self, start: int, stop: int) -> Sequence[RowT]:
        """The window, which may reach from one into the other."""
        border, start = self._first.count(), max(0, start)
        found = [*self._first.rows(start, min(stop, border))] if start < border else []
        if stop > border:
            found += self._second.rows(max(0, start - border), stop - border)
        return found

    def find(self, key: Key) -> int | None:
        """The position of a record in the whole."""
        place = self._first.find(key)
        if place is not None:
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
