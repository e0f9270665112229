"""A month of visits, meetings and due dates: only what touches the days that are shown is read."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates.placing import placed
from db.queries.calendar_clashes import ACROSS, with_clashes
from db.queries.calendar_due import due_in
from db.queries.pieces import among
from db.queries.timeline import EVENT, event_row
from db.reader import marked
from db.rows import Key, Moment
from db.rows.calendar import CalendarMonth, CalendarRow
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.listing import Values
    from db.reader import Reader

LONGEST = timedelta(days=366)
"""How far back is looked for what goes on into the days that are shown: events are found by their first day. A stay
of more than a year shows only near its beginning; no delegation stays that long."""
AT_MOST = 2000  # events; more than anybody reads in a month
A_DAY = 10  # visits, and meetings of their own, that begin on one day; more are not read, and it is said that there are
VAGUE = 200  # events of which the month is known, or the year
SOME = 200  # events that begin on one day of an earlier year
FEW = 20  # events of each kind that have no day

_ROW = f"{EVENT}, e.rank < 0, FALSE, e.rank, e.group_id, h.date_edtf"
_GROUPS = "event h JOIN event e ON e.group_id = h.group_id"
_LAST = (
    "CASE h.kind WHEN 'visit' THEN (SELECT v.date_last FROM visit v WHERE v.id = h.record_id)"
    " ELSE (SELECT m.date_last FROM meeting m WHERE m.id = h.record_id) END"
)
# Ten letters are one day: what began before and lasted no longer needs no second look.
_STILL_ON = (
    "h.rank = 0 AND h.sort_day >= :near AND h.sort_day < :first AND LENGTH(h.date_edtf) > 10"
    f" AND (LENGTH(h.date_edtf) <> 21 OR SUBSTR(h.date_edtf, 12) >= :first) AND {_LAST} >= :first"
)
# What goes over from one month into another, in the words of an index on that: few do.
_ACROSS = (
    f"h.id IN (SELECT x.id FROM event x WHERE {ACROSS} AND x.sort_day >= :far AND x.sort_day < :near"
    f" AND (LENGTH(x.date_edtf) <> 21 OR SUBSTR(x.date_edtf, 12) >= :first)) AND {_LAST} >= :first"
)
_VAGUE = "e.rank = 0 AND LENGTH(h.date_edtf) NOT IN (10, 21)"
# What has no day has an index by the words of its date.
_UNPLACED = "e.id IN (SELECT x.id FROM event x WHERE x.undated AND {where})"
_IN_ORDER = "h.sort_day, e.group_id, e.rank DESC"


class Shown(NamedTuple):
    """The days that are shown: a month, and those around it that fill its weeks."""

    month: date  # its first day
    first: date
    last: date

    @property
    def near(self) -> date:
        """The first day of the month in which they begin: what began before it and goes on has gone over."""
        return self.first.replace(day=1)

    @property
    def month_end(self) -> date:
        """The last day of the month."""
        after = self.month.replace(day=28) + timedelta(days=4)
        return after.replace(day=1) - timedelta(days=1)


def calendar(reader: Reader, moment: Moment, shown: Shown, *, everyone: bool = False) -> CalendarMonth:
    """What happens and what is due in a month and on the days around it.

    Args:
        reader: the store.
        moment: whose desk it is; follow-ups are always ours, events and outcomes those of the desk.
        shown: the days.
        everyone: also events and outcomes that are not the desk's.
    """
    mine = _Mine("" if everyone else moment.desk)
    touching, more = _touching(reader, shown, mine)
    found = {row.key: row for row in (*_vague(reader, shown, mine), *touching)}
    found |= {row.key: row for row in _until(reader, shown, mine)}
    found |= {row.key: row for row in _in_undated_visits(reader, shown, mine)}
    due, more_due = due_in(reader, moment, shown.month, shown.first, shown.last, desk=mine.desk)
    rows = [*found.values(), *due]
    days = [row for row in rows if row.precision == "days" and _touches(row, shown.first, shown.last)]
    vague = [row for row in rows if row.whole]
    month = [row for row in vague if row.precision == "month" and _touches(row, shown.month, shown.month_end)]
    return CalendarMonth(
        days=with_clashes(reader, sorted(days, key=_in_order), shown.first - LONGEST, shown.near, shown.last),
        month=tuple(month),
        year=_of_year(vague, shown),
        yearless=_yearless(reader, shown, mine),
        undated=_undated(reader, mine),
        more=more,
        more_due=more_due,
    )


class _Mine(NamedTuple):
    """Whose events are asked for; everybody's where there is no desk."""

    desk: str

    def having(self, *tables: str) -> str:
        """The condition that one of some events is the desk's."""
        if not self.desk:
            return "TRUE"
        either = " OR ".join(f"' ' || {table}.parties || ' ' LIKE :desk" for table in tables)
        return f"({either})"

    def of_group(self, table: str) -> str:
        """The condition that a visit, or one of its meetings, is the desk's."""
        inside = (
            f"SELECT 1 FROM event i WHERE i.group_id = {table}.group_id AND i.rank < 0 AND {self.having('i')}"
        )
        return f"({self.having(table)} OR EXISTS ({inside}))" if self.desk else "TRUE"

    @property
    def values(self) -> dict[str, str]:
        return {"desk": f"% {self.desk} %"} if self.desk else {}


def _touching(reader: Reader, shown: Shown, mine: _Mine) -> tuple[list[CalendarRow], bool]:
    """Events that may be on the days shown, each visit before its meetings; and whether there was no room for more.

    What began before the month of the first day and lasts went over from one month into another.
    """
    near, first = shown.near.isoformat(), shown.first.isoformat()
    far = (shown.first - LONGEST).isoformat()
    desk = mine.having("h", "e")
    earlier = _events(
        reader, f"{_ACROSS} AND {desk}", AT_MOST, far=far, near=near, first=first, **mine.values
    )
    before = _events(reader, f"{_STILL_ON} AND {desk}", AT_MOST, near=near, first=first, **mine.values)
    days = [shown.first + timedelta(days=number) for number in range((shown.last - shown.first).days + 1)]
    _, values = marked("day", (day.isoformat() for day in days))
    begun = " UNION ALL ".join(
        f"SELECT * FROM (SELECT x.id FROM event x WHERE x.sort_day = :{mark} AND x.rank = 0"
        f" AND {mine.of_group('x')} ORDER BY x.group_id LIMIT {A_DAY + 1}) {mark}"
        for mark in values
    )
    rows = _events(reader, f"h.id IN ({begun}) AND {desk}", AT_MOST, **values, **mine.values)
    begins = Counter(row.first for row in rows if row.group == _group_of(row.key))
    full = len(rows) == AT_MOST or any(count > A_DAY for count in begins.values())
    return [*earlier, *before, *rows], full


def _group_of(key: Key) -> int:
    return 2 * int(key.id) + (key.kind == "meeting")


def _vague(reader: Reader, shown: Shown, mine: _Mine) -> list[CalendarRow]:
    """Events of which no day is known, so that they begin with a month: only the first days of months are looked up.

    What began in another year and lasts into this one is looked for among some of each of those days.
    """
    year = shown.month.year
    here = [date(year, month, 1) for month in range(1, 13)]
    earlier = [date(each, 1, 1) for each in range(max(1, year - year % 10), year - 1)]
    earlier += [date(year - 1, month, 1) for month in range(1, 13) if year > 1]
    marks, values = marked("here", (day.isoformat() for day in here))
    _, before = marked("before", (day.isoformat() for day in earlier))
    some = " UNION ALL ".join(
        f"SELECT * FROM (SELECT x.id FROM event x WHERE x.sort_day = :{mark} AND x.rank = 0 LIMIT {SOME}) {mark}"
        for mark in before
    )
    still = f"{_VAGUE} AND {_LAST} >= :year AND {mine.having('h')}"
    first = date(year, 1, 1).isoformat()
    older = (
        _events(reader, f"h.id IN ({some}) AND {still}", VAGUE, **before, year=first, **mine.values)
        if some
        else []
    )
    where = f"h.rank = 0 AND h.sort_day IN ({marks}) AND {_VAGUE} AND {mine.having('h')}"
    return [*older, *_events(reader, where, VAGUE, **values, **mine.values)]


def _in_undated_visits(reader: Reader, shown: Shown, mine: _Mine) -> list[CalendarRow]:
    """Meetings with a day of their own inside a visit without a date."""
    where = f"x.rank < 0 AND x.date_edtf >= :first AND x.date_edtf < :after AND {mine.having('x')}"
    after = f"{shown.last.isoformat()}~~"  # behind everything that begins with that day
    return _unplaced(reader, where, AT_MOST, first=shown.first.isoformat(), after=after, **mine.values)


def _until(reader: Reader, shown: Shown, mine: _Mine) -> list[CalendarRow]:
    """Events of which only the end is known, in this year; they have no first day to be found by."""
    where = f"x.rank = 0 AND x.date_edtf > '' AND x.date_edtf LIKE :until AND {mine.having('x')}"
    return _unplaced(reader, where, FEW, until=f"%/{shown.month.year:04}%", **mine.values)


def _yearless(reader: Reader, shown: Shown, mine: _Mine) -> tuple[CalendarRow, ...]:
    """What is in this month of a year that nobody stated."""
    where = f"x.rank = 0 AND x.date_edtf > '' AND x.date_edtf LIKE :month AND {mine.having('x')}"
    month = f"%XXXX-{shown.month.month:02}%"
    return tuple(_unplaced(reader, where, FEW, month=month, **mine.values))


def _unplaced(reader: Reader, where: str, limit: int, **values: Any) -> list[CalendarRow]:
    """Events without a first day, of which something is true as of `x`."""
    return _events(reader, _UNPLACED.format(where=where), limit, **values)


def _undated(reader: Reader, mine: _Mine) -> tuple[CalendarRow, ...]:
    """What is still to come and of which nobody knows when."""
    where = (
        f"h.status IN ({among(STILL_TO_COME)}) AND h.sort_day = '' AND h.rank = 0 AND e.rank = 0"
        f" AND h.date_edtf = '' AND {mine.having('h')}"
    )
    return tuple(_events(reader, where, FEW, **mine.values))


def _events(reader: Reader, where: str, limit: int, **values: Any) -> list[CalendarRow]:
    """Events called `e` of groups whose first one is called `h`."""
    rows = reader.all(
        f"SELECT {_ROW} FROM {_GROUPS} AND h.rank = 0 WHERE {where} ORDER BY {_IN_ORDER} LIMIT :limit_",
        **values,
        limit_=limit,
    )
    return [_calendar_row(row) for row in rows]


def _calendar_row(values: Values) -> CalendarRow:
    rank, group, visits_date = values[21:24]
    row = event_row(values[:21])
    where = placed(row.date)
    # A meeting of which nobody said when it was bears the date of its visit; where that is one day, it was then.
    lent = rank < 0 and row.date.basis == "inferred" and row.date.edtf == visits_date
    if where is None:
        return CalendarRow(row, "event", None, None, None, sure=False, group=group)
    return CalendarRow(
        row,
        "event",
        where.first,
        where.last,
        where.precision,
        sure=where.sure,
        whole=not lent or where.first == where.last,
        group=group,
    )


def _touches(row: CalendarRow, first: date, last: date) -> bool:
    return row.first is not None and row.last is not None and row.first <= last and row.last >= first


def _of_year(rows: Iterable[CalendarRow], shown: Shown) -> tuple[CalendarRow, ...]:
    """What is some time in the year; what may fall into the month goes first."""
    year = date(shown.month.year, 1, 1), date(shown.month.year, 12, 31)
    found = [row for row in rows if row.precision == "year" and _touches(row, *year)]
    found.sort(key=lambda row: not _touches(row, shown.month, shown.month_end))
    return tuple(found)


_KINDS = ("event", "due", "check")


def _in_order(row: CalendarRow) -> tuple[int, date]:
    """Events in the order they were read in, then what is due by its day."""
    kind = _KINDS.index(row.what)
    return kind, (row.first if kind and row.first else date.min)


_DAY_OF = {"visit": "date", "meeting": "date", "action": "due", "followup": "due"}


def first_day(reader: Reader, key: Key) -> date | None:
    """The first day of an event, or of a due date; None where there is none and for records of other kinds."""
    column = _DAY_OF.get(key.kind)
    if column is None:
        return None
    found = reader.value(f"SELECT {column}_first FROM {key.kind} WHERE id = :id", id=int(key.id))
    return date.fromisoformat(found) if found else None
