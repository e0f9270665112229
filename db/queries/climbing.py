"""What the events of a timeline say of the outcomes that other events moved: "later agreed Jan 2026"."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from db.commitments.standing import CHANGES, Standing, standings
from db.queries.ladder import filed_as
from db.queries.timeline import Timeline, timeline
from db.reader import marked
from db.rows import Climbed, EventRow, Key, Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.reader import Reader
    from db.store import Store

_MOVED = (
    "SELECT id FROM action WHERE {column} IN ({marks})",
    "SELECT action_id FROM rung_change WHERE {column} IN ({marks})",
)


def timeline_with_climbs(store: Store, scope: Key | None, **how: Any) -> Listing[EventRow]:
    """A timeline whose lines also tell of outcomes that were proposed before them, or agreed after them.

    Args:
        store: the store.
        scope: what is selected, None for everything.
        **how: as for `timeline`.
    """
    return _Climbing(store, timeline(store, scope, **how))


class _Climbing:
    """A timeline; a page of it costs one question more."""

    def __init__(self, store: Store, events: Timeline) -> None:
        self._store = store
        self._events = events
        # What was read last, and from where to where.
        self._last: tuple[int, int, Sequence[EventRow]] = (0, 0, ())

    @property
    def settled(self) -> bool:
        """Whether the count is that of all lines."""
        return self._events.settled

    def glance(self) -> None:
        """Find the first lines before all are counted."""
        self._last = (0, 0, ())
        self._events.glance()

    def settle(self, seconds: float | None = None) -> None:
        """Count the others, as far as that takes no longer than it may."""
        self._last = (0, 0, ())
        self._events.settle(seconds)

    def count(self) -> int:
        """How many lines there are."""
        return self._events.count()

    def rows(self, start: int, stop: int) -> Sequence[EventRow]:
        """The window."""
        first, end, known = self._last
        if first <= start <= stop <= end:
            return known[start - first : stop - first]
        found = self._events.rows(start, stop)
        if found:
            with self._store.read() as reader:
                found = with_climbs(reader, found)
            self._last = (start, start + len(found), found)
        return found

    def find(self, key: Key) -> int | None:
        """The position of a record in the whole."""
        return self._events.find(key)


def with_climbs(reader: Reader, rows: Sequence[EventRow]) -> list[EventRow]:
    """The lines, each with what its outcomes were before it and have become since."""
    told = _told(reader, [row.key for row in rows])
    return [row._replace(climbed=_climbed(told[row.key])) if row.key in told else row for row in rows]


def _told(reader: Reader, events: Iterable[Key]) -> dict[Key, list[tuple[str, str]]]:
    """By event, for each of its outcomes that moved: what it was filed as before, and what it became later."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for key in events:
        numbers[key.kind].append(int(key.id))
    selects: list[str] = []
    values: dict[str, object] = {}
    for kind, those in numbers.items():
        marks, of_kind = marked(kind, those)
        values |= of_kind
        selects += [one.format(column=f"{kind}_id", marks=marks) for one in _MOVED]
    rows = reader.all(f"{CHANGES}({' UNION ALL '.join(selects)}) ORDER BY r.action_id, r.id", **values)
    told: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for standing in standings(rows).values():
        for kind, those in numbers.items():
            for number in those:
                at = (number, None) if kind == "visit" else (None, number)
                if any(said := _elsewhere(standing, *at)):
                    told[Key(kind, str(number))].append(said)  # type: ignore[arg-type]
    return told


def _elsewhere(standing: Standing, visit: int | None, meeting: int | None) -> tuple[str, str]:
    """Where an outcome stood before an event, and where it came to stand after it; "" where it did not move."""
    there = [number for number, one in enumerate(standing.stations) if one.at(visit, meeting)]
    if not there:
        return "", ""
    own, first, last = standing.stations[there[-1]], standing.stations[0], standing.stations[-1]
    raised = standing.raised_at(visit, meeting)
    goes_on = last.rung > own.rung and (raised or there[0] == 0)
    return (
        filed_as(first.rung, first.edtf) if raised else "",
        filed_as(last.rung, last.edtf) if goes_on else "",
    )


def _climbed(told: Sequence[tuple[str, str]]) -> Climbed:
    """What is said most often, and how many others there are."""
    ((before, later), count), *others = Counter(told).most_common()
    return Climbed(count, before, later, sum(number for _, number in others))
