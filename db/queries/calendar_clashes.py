"""What cannot both be: two events on the same days with one official, or at one place."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
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

AT_MOST = 2000  # appearances of officials; more than a month of the busiest desk has
EACH = 5  # of one event

_SILENT = ("postponed", "cancelled", "implied")
# "2026-06-10" and "2026-06-10/2026-06-12" are days, and sure ones; what is no date at all comes behind all years.
_LAST = "SUBSTR(x.date_edtf, LENGTH(x.date_edtf) - 9, 10)"
_WHERE_ELSE = f"""
    SELECT o.scope_id, x.id, x.kind, x.record_id, x.ref, x.place, x.date_edtf, x.rank, x.date_basis, x.group_id
    FROM event_scope o JOIN event x ON x.id = o.event_id
    WHERE o.scope_kind = 'official' AND o.scope_id IN ({{officials}}) AND o.sort_day BETWEEN :far AND :last
        AND LENGTH(x.date_edtf) IN (10, 21) AND {_LAST} BETWEEN :first AND '9999'
        AND x.status NOT IN ({among(_SILENT)})
    ORDER BY x.sort_day, x.group_id, x.rank DESC LIMIT :limit_
"""


class _Else(NamedTuple):
    """An event at which an official is, on days that are known."""

    event: int
    group: int
    clash: Clash


class _Shared(NamedTuple):
    """An official at two events."""

    event: int
    official: int
    other: int
    other_group: int
    clash: Clash


def with_clashes(
    reader: Reader, rows: Sequence[CalendarRow], far: date, last: date
) -> tuple[CalendarRow, ...]:
    """The rows, events among them with what they clash with.

    A visit and its meetings do not clash with each other, nor do two visits of one trip; what was called off
    clashes with nothing. Officials are looked for at all events, places among the rows alone.

    Args:
        reader: the store.
        rows: on days.
        far: the first day on which an event may have begun that still goes on.
        last: the last day that is shown.
    """
    events = {_event_id(row.key): row for row in rows if _may_clash(row)}
    found: dict[int, list[Clash]] = defaultdict(list)
    for shared in _officials(reader, events, far, last):
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


def _officials(reader: Reader, events: dict[int, CalendarRow], far: date, last: date) -> Iterable[_Shared]:
    """Officials who are elsewhere on the same days; what a visit says is not said by its meetings again."""
    there = _who(reader, events)
    first = min((row.first for row in events.values() if row.first), default=last)
    elsewhere = _where_else(reader, {official for _, official in there}, far, first, last)
    found: dict[tuple[int, int, int], _Shared] = {}
    for event, official in there:
        row = events[event]
        for each in elsewhere[official]:
            days = _shared_days(row, each.clash)
            if each.group != row.group and days is not None:
                clash = each.clash._replace(first=days[0], last=days[1])
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
    reader: Reader, officials: set[int], far: date, first: date, last: date
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
        first=first.isoformat(),
        last=last.isoformat(),
        limit_=AT_MOST,
    )
    for official, event, kind, record, ref, place, edtf, rank, basis, group in rows:
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
    """Two that are at one place of one host on the same days."""
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in events.items():
        place = _place(row)
        visit = events.get(row.group, row)
        if place and (
            visit is row or _place(visit) != place
        ):  # a meeting where its visit is says nothing new
            at[place, _host(row)].append(number)
    for numbers in at.values():
        for one, other in combinations(numbers, 2):
            if events[one].group != events[other].group:
                yield from _both_there(one, events[one], other, events[other])


def _place(row: CalendarRow) -> str:
    return fold(row.row.place) if isinstance(row.row, EventRow) else ""


def _host(row: CalendarRow) -> str:
    return row.row.host if isinstance(row.row, EventRow) else ""


def _both_there(one: int, row: CalendarRow, other: int, with_: CalendarRow) -> Iterable[tuple[int, Clash]]:
    for number, mine, theirs in ((one, row, with_), (other, with_, row)):
        event, else_ = mine.row, theirs.row
        if not isinstance(event, EventRow) or not isinstance(else_, EventRow):
            continue
        if theirs.first is None or theirs.last is None:
            continue
        clash = Clash("place", event.place, else_.key, else_.ref, else_.place, theirs.first, theirs.last)
        days = _shared_days(mine, clash)
        if days is not None:
            yield number, clash._replace(first=days[0], last=days[1])
