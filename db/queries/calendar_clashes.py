"""What cannot both be: two events on the same days with one official, or at one place."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.dates.placing import placed
from db.names import fold
from db.queries.pieces import among
from db.reader import marked
from db.rows import EventRow, Key
from db.rows.calendar import CalendarRow, Clash

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.reader import Reader

AT_MOST = 500  # appearances of officials, the latest; more than a month of the busiest desk has
EACH = 5  # of one event
NEIGHBOURS = 50  # at one place, of those that begin next

ACROSS = "x.rank = 0 AND LENGTH(x.date_edtf) > 11 AND SUBSTR(x.date_edtf, 1, 7) <> SUBSTR(x.date_edtf, 12, 7)"
"""Event `x` goes over from one month into another, in the words of the index on those."""
_SILENT = ("postponed", "cancelled", "implied")
# "2026-06-10" and "2026-06-10/2026-06-12" are days, and sure ones; what is no date at all comes behind all years.
_LAST = "SUBSTR(x.date_edtf, LENGTH(x.date_edtf) - 9, 10)"
_ELSE = (
    "o.scope_id, x.id, x.kind, x.record_id, x.ref, x.place, x.date_edtf, x.rank, x.date_basis, x.group_id,"
    " x.sort_day"
)
_ON_DAYS = f"{_LAST} BETWEEN :first AND '9999' AND x.status NOT IN ({among(_SILENT)})"
# What began earlier and goes on went over from one month into another: few do, and they have an index of their own.
_WHERE_ELSE = f"""
    SELECT {_ELSE}
    FROM (SELECT o.scope_id, o.event_id FROM event_scope o WHERE o.scope_kind = 'official'
          AND o.scope_id IN ({{officials}}) AND o.sort_day BETWEEN :near AND :last
          ORDER BY o.sort_day DESC LIMIT {AT_MOST}) o
    CROSS JOIN event x WHERE x.id = o.event_id AND LENGTH(x.date_edtf) IN (10, 21) AND {_ON_DAYS}
    UNION ALL SELECT {_ELSE}
    FROM (SELECT x.id FROM event x WHERE {ACROSS} AND x.sort_day >= :far AND x.sort_day < :near
          ORDER BY x.sort_day DESC LIMIT {AT_MOST}) w
    CROSS JOIN event x CROSS JOIN event_scope o
    WHERE x.id = w.id AND LENGTH(x.date_edtf) = 21 AND {_ON_DAYS}
        AND o.event_id = x.id AND o.scope_kind = 'official' AND o.scope_id || '' IN ({{officials}})
    ORDER BY 11, 10, 8 DESC
"""


class _Else(NamedTuple):
    """An event at which an official is, on days that are known."""

    event: int
    group: int
    clash: Clash


class _Stay(NamedTuple):
    """How long an event is at its place."""

    first: date
    last: date
    event: int


class _Shared(NamedTuple):
    """An official at two events."""

    event: int
    official: int
    other: int
    other_group: int
    clash: Clash


def with_clashes(
    reader: Reader, rows: Sequence[CalendarRow], far: date, near: date, last: date
) -> tuple[CalendarRow, ...]:
    """The rows, events among them with what they clash with.

    A visit and its meetings do not clash with each other, nor do two visits of one trip; what was called off
    clashes with nothing. Officials are looked for at all events, places among the rows alone.

    Args:
        reader: the store.
        rows: on days.
        far: the first day on which an event may have begun that still goes on.
        near: likewise, of one that has not gone over from one month into another.
        last: the last day that is shown.
    """
    events = {_event_id(row.key): row for row in rows if _may_clash(row)}
    found: dict[int, list[Clash]] = defaultdict(list)
    for shared in _officials(reader, events, (far, near, last)):
        found[shared.event].append(shared.clash)
    for number, clash in _places(events):
        found[number].append(clash)
    return tuple(
        row._replace(clashes=tuple(found[_event_id(row.key)][:EACH]))
        if row.what == "event" and _event_id(row.key) in found
        else row
        for row in rows
    )


def _event_id(key: Key) -> int:
    return 2 * int(key.id) + (key.kind == "meeting")


def _may_clash(row: CalendarRow) -> bool:
    event = row.row
    return isinstance(event, EventRow) and row.sure and row.whole and event.status not in _SILENT


def _officials(
    reader: Reader, events: dict[int, CalendarRow], days: tuple[date, date, date]
) -> Iterable[_Shared]:
    """Officials who are elsewhere on the same days; what a visit says is not said by its meetings again."""
    there = _who(reader, events)
    far, near, last = days
    last = min(last, max((row.last for row in events.values() if row.last), default=last))
    elsewhere = _where_else(reader, {official for _, official in there}, far, near, last)
    found: dict[tuple[int, int, int], _Shared] = {}
    for event, official in there:
        row = events[event]
        for each in elsewhere[official]:
            both = _shared_days(row, each.clash)
            if each.group != row.group and both is not None:
                clash = each.clash._replace(first=both[0], last=both[1])
                shared = _Shared(event, official, each.event, each.group, clash)
                found.setdefault((event, official, each.group), shared)
    said = {
        (events[each.event].group, each.official, each.other_group)
        for each in found.values()
        if each.event == events[each.event].group
    }
    fresh = [
        each
        for each in found.values()
        if each.event == events[each.event].group
        or (events[each.event].group, each.official, each.other_group) not in said
    ]
    return _named(reader, _there(reader, fresh, events))


def _who(reader: Reader, events: dict[int, CalendarRow]) -> list[tuple[int, int]]:
    """The events with each of their officials."""
    ids, values = marked("id", events)
    if not ids:
        return []
    rows = reader.all(
        # The empty word keeps the database from looking at every official's events for those of a few.
        "SELECT event_id, scope_id FROM event_scope"
        f" WHERE event_id IN ({ids}) AND scope_kind || '' = 'official' ORDER BY event_id, scope_id",
        **values,
    )
    return [(event, int(official)) for event, official in rows]


def _where_else(
    reader: Reader, officials: set[int], far: date, near: date, last: date
) -> dict[int, list[_Else]]:
    """Where officials are on the days shown, by official."""
    found: dict[int, list[_Else]] = defaultdict(list)
    marks, values = marked("official", sorted(map(str, officials)))
    if not marks:
        return found
    rows = reader.all(
        _WHERE_ELSE.format(officials=marks),
        **values,
        far=far.isoformat(),
        near=near.isoformat(),
        first=near.isoformat(),
        last=last.isoformat(),
    )
    for official, event, kind, record, ref, place, edtf, rank, basis, group, _ in rows:
        where = placed(PartialDate(edtf))
        if where is None or where.precision != "days":
            continue
        if rank < 0 and basis == "inferred" and where.first != where.last:
            continue  # on one of its visit's days, and nobody knows on which
        clash = Clash("official", "", Key(kind, str(record)), ref, place, where.first, where.last)
        found[int(official)].append(_Else(event, group, clash))
    return found


def _shared_days(row: CalendarRow, clash: Clash) -> tuple[date, date] | None:
    if row.first is None or row.last is None:
        return None
    first, last = max(row.first, clash.first), min(row.last, clash.last)
    return (first, last) if first <= last else None


def _there(reader: Reader, found: list[_Shared], events: dict[int, CalendarRow]) -> list[_Shared]:
    """Without those who were absent, and without what is one trip."""
    if not found:
        return []
    absent = _absent(reader, {number for each in found for number in (each.event, each.other)})
    trips = _trips(
        reader, {group for each in found for group in (events[each.event].group, each.other_group)}
    )
    return [
        each
        for each in found
        if not {(each.official, each.event), (each.official, each.other)} & absent
        and frozenset((events[each.event].group, each.other_group)) not in trips
    ]


def _absent(reader: Reader, events: set[int]) -> set[tuple[int, int]]:
    """Officials and the events at which they are recorded as absent."""
    visits, visit_values = marked("visit", sorted(number // 2 for number in events if number % 2 == 0))
    meetings, meeting_values = marked("meeting", sorted(number // 2 for number in events if number % 2))
    rows = reader.all(
        "SELECT p.official_id, 2 * d.visit_id FROM delegation d JOIN participant p ON p.delegation_id = d.id"
        f" WHERE d.visit_id IN ({visits or 'NULL'}) AND p.official_id IS NOT NULL AND p.attendance = 'absent'"
        " UNION SELECT p.official_id, 2 * p.meeting_id + 1 FROM participant p"
        f" WHERE p.meeting_id IN ({meetings or 'NULL'}) AND p.official_id IS NOT NULL AND p.attendance = 'absent'",
        **visit_values,
        **meeting_values,
    )
    return {(official, event) for official, event in rows}


def _trips(reader: Reader, groups: set[int]) -> set[frozenset[int]]:
    """Pairs of visits that are parts of the same trip."""
    ids, values = marked("id", sorted(number // 2 for number in groups if number % 2 == 0))
    if not ids:
        return set()
    rows = reader.all(
        "SELECT from_id, to_id FROM visit_link WHERE kind = 'part of the same trip'"
        f" AND from_id IN ({ids}) AND to_id IN ({ids})",
        **values,
    )
    return {frozenset((2 * one, 2 * other)) for one, other in rows}


def _named(reader: Reader, found: list[_Shared]) -> list[_Shared]:
    ids, values = marked("id", {each.official for each in found})
    if not ids:
        return []
    names = {
        number: str(name).partition(",")[0]
        for number, name in reader.all(f"SELECT id, sort_name FROM official WHERE id IN ({ids})", **values)
    }
    return [each._replace(clash=each.clash._replace(shared=names[each.official])) for each in found]


def _places(events: dict[int, CalendarRow]) -> Iterable[tuple[int, Clash]]:
    """Two that are at one place of one host on the same days; of each a few, since a capital is never empty."""
    at: dict[tuple[str, str], list[_Stay]] = defaultdict(list)
    for number, row in events.items():
        place, visit = _place(row), events.get(row.group, row)
        # A meeting where its visit is says nothing new.
        if place and row.first and row.last and (visit is row or _place(visit) != place):
            at[place, _host(row)].append(_Stay(row.first, row.last, number))
    told: Counter[int] = Counter()
    for stays in at.values():
        stays.sort()
        for number, stay in enumerate(stays):
            for other in stays[number + 1 : number + 1 + NEIGHBOURS]:
                if other.first > stay.last:
                    break
                one, two = stay.event, other.event
                if events[one].group != events[two].group and min(told[one], told[two]) < EACH:
                    told[one] += 1
                    told[two] += 1
                    yield from _both_there(events, stay, other)


def _place(row: CalendarRow) -> str:
    return fold(row.row.place) if isinstance(row.row, EventRow) else ""


def _host(row: CalendarRow) -> str:
    return row.row.host if isinstance(row.row, EventRow) else ""


def _both_there(events: dict[int, CalendarRow], one: _Stay, other: _Stay) -> Iterable[tuple[int, Clash]]:
    first, last = max(one.first, other.first), min(one.last, other.last)
    for mine, theirs in ((one, other), (other, one)):
        with_ = events[theirs.event].row
        if isinstance(with_, EventRow):
            yield mine.event, Clash("place", with_.place, with_.key, with_.ref, with_.place, first, last)
