"""Agendas of meetings: what is on them, what could be, and which meeting comes next."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from db.dates import UNSTATED, PartialDate
from db.errors import NotFound
from db.queries.actions import actions_where
from db.queries.pieces import among
from db.queries.timeline import events_where
from db.reader import marked
from db.rows import Key, Moment
from db.rows.agenda import Agenda, AgendaRow, CarriedRow, ComingMeetings
from db.scopes import not_held
from db.vocabulary import OPEN_STATUSES, PLANNED_STATUSES, STILL_TO_COME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from db.reader import Reader
    from db.rows import EventRow

AT_MOST = 200  # rows of an agenda with what could be on it
MEETINGS = 50  # looked at for the next one
MAY_COME = (*STILL_TO_COME, "postponed")
"""A postponed meeting is still the next one, whether its new date is known or not."""
OVER = ("held", "implied", "cancelled")
COMING = among(MAY_COME)
OPEN_OR_WATCHED = f"(a.rung IN (2, 3) OR a.status IN ({among(OPEN_STATUSES)}))"
SERIES_OF = "COALESCE(m.series_id, v.series_id)"

_BETWEEN = f"""
    SELECT a.id FROM event_scope s JOIN action a ON a.visit_id = s.event_id / 2 AND a.meeting_id IS NULL
    WHERE s.scope_kind = 'pair' AND s.scope_id IN ({{pairs}}) AND s.event_id % 2 = 0
    AND {OPEN_OR_WATCHED} AND {{theirs}}
    UNION
    SELECT a.id FROM event_scope s JOIN action a ON a.meeting_id = s.event_id / 2
    WHERE s.scope_kind = 'pair' AND s.scope_id IN ({{pairs}}) AND s.event_id % 2 = 1
    AND {OPEN_OR_WATCHED} AND {{theirs}}
"""
_IN_SERIES = f"""
    SELECT a.id FROM meeting m JOIN action a ON a.meeting_id = m.id
    WHERE m.series_id = :series AND {OPEN_OR_WATCHED}
    UNION
    SELECT a.id FROM visit v JOIN action a ON a.visit_id = v.id WHERE v.series_id = :series AND {OPEN_OR_WATCHED}
"""
_OF_EVENT = "CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END"


def agenda(reader: Reader, key: Key, moment: Moment) -> Agenda:
    """The agenda of a meeting and what could be on it.

    Raises:
        NotFound: the meeting is gone.
    """
    number = int(key.id)
    event = meeting_event(reader, key)
    series = _series(reader, number)
    kept = _kept(reader, number)
    others = _candidates(reader, event.parties, series[0], [*kept])
    found = agenda_rows(reader, [*kept, *others][:AT_MOST], number, moment)
    return Agenda(event, series[1], found, max(0, len(kept) + len(others) - AT_MOST))


def agenda_of(reader: Reader, meeting_id: int, moment: Moment) -> tuple[AgendaRow, ...]:
    """What is on the agenda of a meeting, in its order."""
    return agenda_rows(reader, [*_kept(reader, meeting_id)][:AT_MOST], meeting_id, moment)


def agenda_rows(reader: Reader, ids: Sequence[int], meeting_id: int, moment: Moment) -> tuple[AgendaRow, ...]:
    """Outcomes in the order given, each with its place on an agenda."""
    if not ids:
        return ()
    marks, values = marked("id", ids)
    actions = actions_where(reader, moment.today, f"a.id IN ({marks})", limit=AT_MOST, **values)
    by_key = {action.key: action for action in actions}
    kept = _kept(reader, meeting_id)
    more = reader.all(
        "SELECT a.id, COALESCE(e.date_edtf, ''), COALESCE(e.date_text, ''), COALESCE(e.date_basis, 'stated')"
        f" FROM action a LEFT JOIN event e ON e.id = {_OF_EVENT} WHERE a.id IN ({marks})",
        **values,
    )
    facts = {row[0]: row[1:] for row in more}
    rows = []
    for number in ids:
        key = Key("action", str(number))
        if key not in by_key:
            continue
        position, disposition, note = kept.get(number, (0, "", ""))
        edtf, text, basis = facts[number]
        since = PartialDate(edtf, text, basis) if edtf or text else UNSTATED
        rows.append(AgendaRow(by_key[key], position, disposition, note, since))
    return tuple(rows)


def carried_into(reader: Reader, action_id: int) -> tuple[CarriedRow, ...]:
    """The meetings into which an outcome was carried, the first one first."""
    rows = reader.all(
        "SELECT e.record_id, e.ref, e.parties, e.date_edtf, e.date_text, e.date_basis, e.status, g.disposition,"
        " g.note FROM agenda_item g JOIN event e ON e.id = 2 * g.meeting_id + 1 WHERE g.action_id = :id"
        " ORDER BY e.undated, e.sort_day, g.id LIMIT 50",
        id=action_id,
    )
    return tuple(
        CarriedRow(
            key=Key("meeting", str(row[0])),
            ref=row[1],
            parties=tuple(row[2].split()),
            date=PartialDate(*row[3:6]),
            status=row[6],
            disposition=row[7],
            note=row[8],
        )
        for row in rows
    )


def meeting_event(reader: Reader, key: Key) -> EventRow:
    """A meeting as timelines show it, with its visit's date where it has none of its own.

    Raises:
        NotFound: it is gone.
    """
    found = events_where(reader, "e.id = :event", "e.id", 1, event=2 * int(key.id) + 1)
    if not found:
        raise NotFound("This meeting is no longer in the store.")
    return found[0]


def is_past(event: EventRow, today: date) -> bool:
    """Whether there may be something to say about what came of a meeting: it was held, or is being held."""
    if event.status in MAY_COME:
        begun = event.date.first is not None and event.date.first <= today
        return event.status in PLANNED_STATUSES and begun
    return True


def next_meeting(reader: Reader, key: Key, moment: Moment) -> ComingMeetings:
    """The meeting after one: by its series, else by the same parties; never by its date alone.

    Raises:
        NotFound: the meeting is gone.
    """
    event = meeting_event(reader, key)
    series_id, series = _series(reader, int(key.id))
    same = _by_parties(reader, event)
    if series_id is None:
        return _nearest(same, moment.today)._replace(parties=event.parties)
    ids = (
        "e.id IN (SELECT 2 * m.id + 1 FROM meeting m WHERE m.series_id = :series UNION"
        " SELECT 2 * m.id + 1 FROM visit v JOIN meeting m ON m.visit_id = v.id AND m.series_id IS NULL"
        " WHERE v.series_id = :series)"
    )
    where = f"{ids} AND e.id <> :own AND e.status IN ({COMING})"
    found = events_where(
        reader, where, "e.sort_day DESC", MEETINGS, series=series_id, own=2 * int(key.id) + 1
    )
    of_series = _nearest(found, moment.today)
    if found:
        return of_series._replace(series=series, parties=event.parties)
    return ComingMeetings(None, _nearest_first(same, moment.today), series, event.parties)


def coming_of_visit(reader: Reader, key: Key, moment: Moment) -> ComingMeetings:
    """The meetings of a visit: its only one that is to come, else all of them, those to come first."""
    found = events_where(
        reader, "e.group_id = :group AND e.kind = 'meeting'", "e.position", MEETINGS, group=2 * int(key.id)
    )
    coming = [event for event in found if event.status in MAY_COME]
    if len(coming) == 1:
        return ComingMeetings(coming[0], found)
    others = [event for event in found if event not in coming]
    return ComingMeetings(None, (*_nearest_first(coming, moment.today), *others))


def coming_of_pair(reader: Reader, key: Key, moment: Moment) -> ComingMeetings:
    """The next meetings in which two countries take part."""
    found = _in_pair(reader, key.id, "")
    nearest = _nearest(found, moment.today)
    return nearest if len(found) == 1 else ComingMeetings(None, _nearest_first(found, moment.today))


def _by_parties(reader: Reader, event: EventRow) -> tuple[EventRow, ...]:
    """The coming meetings of exactly the same parties."""
    if len(event.parties) < 2:  # noqa: PLR2004 - there is no pair of fewer
        return ()
    pair = "-".join(sorted(event.parties)[:2])
    found = _in_pair(reader, pair, " AND e.parties = :parties", parties=" ".join(event.parties))
    return tuple(one for one in found if one.key != event.key)


def _in_pair(reader: Reader, pair: str, and_where: str, **values: Any) -> tuple[EventRow, ...]:
    where = (
        "e.id IN (SELECT s.event_id FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair"
        f" AND {not_held('s')} AND s.status IN ({COMING})) AND e.kind = 'meeting'{and_where}"
    )
    return events_where(reader, where, "e.sort_day DESC", MEETINGS, pair=pair, **values)


def _nearest(found: Iterable[EventRow], today: date) -> ComingMeetings:
    """The nearest meeting, unless it should be over already: then nobody has said what became of it."""
    others = _nearest_first(found, today)
    if others and _far(others[0], today)[0] < _OVERDUE:
        return ComingMeetings(others[0], others)
    return ComingMeetings(None, others)


def _nearest_first(found: Iterable[EventRow], today: date) -> tuple[EventRow, ...]:
    return tuple(sorted(found, key=lambda event: _far(event, today)))


_OVERDUE = 2


def _far(event: EventRow, today: date) -> tuple[int, str, int]:
    """First what has a day ahead, then what waits for one, last what should be over."""
    first, last = event.date.first, event.date.last
    if first is not None and last is not None and last >= today:
        return 0, first.isoformat(), int(event.key.id)
    waits = last is None or event.status == "postponed"
    return (1 if waits else _OVERDUE), first.isoformat() if first else "", int(event.key.id)


def _series(reader: Reader, meeting_id: int) -> tuple[int | None, str]:
    row = reader.one(
        f"SELECT x.id, x.name FROM meeting m LEFT JOIN visit v ON v.id = m.visit_id"
        f" JOIN series x ON x.id = {SERIES_OF} WHERE m.id = :id",
        id=meeting_id,
    )
    return (row[0], row[1]) if row else (None, "")


def _kept(reader: Reader, meeting_id: int) -> dict[int, tuple[int, str, str]]:
    """What is on an agenda in its order; the place of each, what became of it, and a note."""
    rows = reader.all(
        "SELECT action_id, disposition, note FROM agenda_item WHERE meeting_id = :meeting ORDER BY position, id",
        meeting=meeting_id,
    )
    return {row[0]: (at, row[1], row[2]) for at, row in enumerate(rows, start=1)}


def _candidates(
    reader: Reader, parties: Sequence[str], series_id: int | None, known: Sequence[int]
) -> list[int]:
    """What is open or watched between some parties, or in a series: the firmest first, of those the oldest.

    An outcome that names parties is theirs where it names no others; one that names none is its event's.
    """
    codes, of_parties = marked("party", parties)
    pairs, of_pairs = marked("pair", ("-".join(pair) for pair in combinations(sorted(parties), 2)))
    theirs = (
        f"NOT EXISTS (SELECT 1 FROM action_party p WHERE p.action_id = a.id AND p.country NOT IN ({codes}))"
    )
    parts = []
    values: dict[str, Any] = {}
    if of_pairs:
        parts.append(_BETWEEN.format(pairs=pairs, theirs=theirs))
        values = {**of_parties, **of_pairs}
    if series_id is not None:
        parts.append(_IN_SERIES)
        values["series"] = series_id
    if not parts:
        return []
    rows = reader.all(
        "SELECT a.id, e.parties, EXISTS (SELECT 1 FROM action_party p WHERE p.action_id = a.id),"
        f" {SERIES_OF} FROM ({' UNION '.join(parts)}) c JOIN action a ON a.id = c.id"
        f" LEFT JOIN event e ON e.id = {_OF_EVENT} LEFT JOIN meeting m ON m.id = a.meeting_id"
        " LEFT JOIN visit v ON v.id = COALESCE(m.visit_id, a.visit_id)"
        " ORDER BY CASE WHEN a.rung > 4 THEN 4 ELSE a.rung END DESC, COALESCE(e.undated, TRUE), e.sort_day, a.id",
        **values,
    )
    on_it, ours = set(known), set(parties)
    return [
        number
        for number, of_event, names_parties, series in rows
        if number not in on_it
        and (
            names_parties
            or (series_id is not None and series == series_id)
            or ours >= set((of_event or "").split())
        )
    ]
