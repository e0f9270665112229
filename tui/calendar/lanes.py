"""Which of a week's lines shows what: bars beside each other, none upon another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db.rows import EventRow
from db.rows.calendar import CalendarRow


class Bar(NamedTuple):
    """A record on some days of a week, which are counted from 0.

    Attributes:
        start: the first of its days in this week.
        end: the last of them.
        before: whether it began before this week.
        after: whether it goes on after it.
    """

    row: CalendarRow
    start: int
    end: int
    before: bool
    after: bool


class Week(NamedTuple):
    """What stands in the lines of a week, and how much there was no line for on each of its days."""

    lanes: tuple[tuple[Bar, ...], ...]
    more: tuple[int, ...]


def in_grid(rows: Iterable[CalendarRow]) -> list[CalendarRow]:
    """The rows that a month shows: of a visit with its meetings the visit, which says enough."""
    kept = list(rows)
    heads = {row.group: row for row in kept if row.what == "event" and not _nested(row)}
    return [row for row in kept if not (_nested(row) and _covered(row, heads.get(row.group)))]


def _nested(row: CalendarRow) -> bool:
    return isinstance(row.row, EventRow) and row.row.nested


def _covered(row: CalendarRow, visit: CalendarRow | None) -> bool:
    if visit is None or None in (row.first, row.last, visit.first, visit.last):
        return False
    return _days(visit)[0] <= _days(row)[0] and _days(row)[1] <= _days(visit)[1]


def _days(row: CalendarRow) -> tuple[date, date]:
    return row.first or date.min, row.last or date.max


def week_of(rows: Iterable[CalendarRow], first: date, lanes: int) -> Week:
    """Share a week's lines out, to what began earliest and lasts longest first.

    Args:
        rows: on days, events before what is due.
        first: the first day of the week.
        lanes: how many lines there are.
    """
    bars = [bar for row in rows if (bar := _bar(row, first)) is not None]
    bars.sort(key=lambda bar: (bar.row.what != "event", not bar.before, bar.start, bar.start - bar.end))
    taken: list[list[Bar]] = [[] for _ in range(lanes)]
    more = [0] * 7
    for bar in bars:
        free = next((lane for lane in taken if not any(_touch(bar, other) for other in lane)), None)
        if free is not None:
            free.append(bar)
            continue
        for day in range(bar.start, bar.end + 1):
            more[day] += 1
    return Week(tuple(tuple(sorted(lane, key=lambda bar: bar.start)) for lane in taken), tuple(more))


def _bar(row: CalendarRow, first: date) -> Bar | None:
    start, end = ((day - first).days for day in _days(row))
    if start > 6 or end < 0:  # noqa: PLR2004 - the last day of a week
        return None
    return Bar(row, max(0, start), min(6, end), before=start < 0, after=end > 6)  # noqa: PLR2004


def _touch(one: Bar, other: Bar) -> bool:
    return one.start <= other.end and other.start <= one.end


class Held:
    """What the days shown hold, sorted out once for all keys that follow."""

    def __init__(self, rows: Sequence[CalendarRow], first: date, last: date) -> None:
        self._rows = in_grid(rows)
        self._spans = [(*_days(row), row) for row in self._rows]
        self._weeks: dict[tuple[date, int], Week] = {}
        self._days: dict[date, list[CalendarRow]] = {}
        for row in self._rows:
            start, end = _days(row)
            for day in range(max(start, first).toordinal(), min(end, last).toordinal() + 1):
                self._days.setdefault(date.fromordinal(day), []).append(row)

    def on(self, day: date) -> Sequence[CalendarRow]:
        """The rows that are on a day; of a visit with its meetings the visit."""
        return self._days.get(day, ())

    def week(self, first: date, lanes: int) -> Week:
        """A week's lines."""
        known = self._weeks.get((first, lanes))
        if known is None:
            last = first + timedelta(days=6)
            here = [row for start, end, row in self._spans if start <= last and end >= first]
            known = self._weeks[first, lanes] = week_of(here, first, lanes)
        return known


def on_day(rows: Iterable[CalendarRow], day: date) -> list[CalendarRow]:
    """The rows that are on a day, all of them."""
    return [row for row in rows if _days(row)[0] <= day <= _days(row)[1]]
