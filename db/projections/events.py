"""Visits and meetings on timelines: what differs from what stands there is written, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, text

from db.bulk import put
from db.projections import search
from db.projections.countries import Countries
from db.projections.facts import EventFacts, GoneRefs
from db.projections.lines import (
    EVENT_COLUMNS,
    SCOPE_COLUMNS,
    EventLine,
    ScopeLine,
    meeting_event,
    visit_event,
)
from db.projections.many import about, chunks, told_chunks
from db.projections.pairs import Figures, figures_of
from db.projections.people import People, TakingPart
from db.projections.shown import Lines, lines_of, names_of
from db.projections.tables import event, event_scope
from db.telling import Tell, nobody

_OF_GROUPS = f"SELECT {EVENT_COLUMNS} FROM event WHERE group_id IN :ids"
_BY_ID = f"SELECT {EVENT_COLUMNS} FROM event WHERE id IN :ids"
_SCOPES = f"SELECT {SCOPE_COLUMNS} FROM event_scope WHERE event_id IN :ids"
_SENDING = "SELECT m.id, v.sending FROM meeting m JOIN visit v ON v.id = m.visit_id WHERE m.id IN :ids"
_FORGET = text("DELETE FROM event WHERE id = :id")
_FORGET_SCOPE = text(
    "DELETE FROM event_scope WHERE scope_kind = :kind AND scope_id = :scope_id AND event_id = :event_id"
)
_RENAME = text("UPDATE event SET people = :people, dots = :dots WHERE id = :id")
_NO_FIGURES = Figures()
Scopes = dict[tuple[str, str, int], ScopeLine]
_Dates = dict[int, tuple[str, ...]]
_PRINCIPAL = slice(2, 4)  # whether the principal is known, and in which office: their places among the dots


class Moved:
    """What a step has changed for those whose figures are kept.

    Attributes:
        pairs: by how much their figures go up or down.
        officials: who has met more or fewer, or at another time.
    """

    def __init__(self) -> None:
        self.pairs: dict[str, Figures] = {}
        self.officials: set[int] = set()

    def take(self, scope: tuple[str, str], by: Figures) -> None:
        """Note what a scope's events have become."""
        kind, scope_id = scope
        if kind == "pair":
            self.pairs[scope_id] = self.pairs.get(scope_id, Figures()).plus(by)
        elif kind == "official":
            self.officials.add(int(scope_id))


def rewrite(
    connection: Connection,
    countries: Countries,
    visits: Collection[int],
    meetings: Collection[int],
    tell: Tell = nobody,
) -> Moved:
    """Work out visits with their meetings, and meetings that stand alone; those gone leave nothing behind."""
    moved = Moved()
    for some in told_chunks(tell, "visits", visits):
        _rewrite(connection, EventFacts(connection, some, ()), countries, moved, map(visit_event, some))
    for some in told_chunks(tell, "meetings", meetings):
        _rewrite(connection, EventFacts(connection, (), some), countries, moved, map(meeting_event, some))
    return moved


def add(
    connection: Connection, countries: Countries, visits: Collection[int], meetings: Collection[int]
) -> None:
    """The same where nothing stands yet, and figures are counted when everything is there."""
    lines = lines_of(EventFacts(connection, visits, meetings), countries)
    put(connection, event, lines.events, EventLine._fields)
    put(connection, event_scope, lines.scopes, ScopeLine._fields)
    search.add(connection, _entries(connection, lines))


def _rewrite(
    connection: Connection, facts: EventFacts, countries: Countries, moved: Moved, groups: Iterable[int]
) -> None:
    """Put the new lines in the place of the old ones."""
    new = lines_of(facts, countries)
    old = _stored(connection, list(groups), {line.id for line in new.events})
    scopes_before, scopes = {line.key: line for line in old.scopes}, {line.key: line for line in new.scopes}
    _differ(scopes_before, scopes, _dates(old), _dates(new), moved)
    was, now = {line.id: line for line in old.events}, {line.id: line for line in new.events}
    gone = [line for number, line in was.items() if number not in now]
    changed = [line for number, line in now.items() if was.get(number) != line]
    _forget_events(connection, [*gone, *(was[line.id] for line in changed if line.id in was)])
    put(connection, event, changed, EventLine._fields)
    replace_scopes(connection, scopes_before, scopes)
    search.forget(connection, ((line.kind, line.record_id) for line in gone))
    search.write(connection, _entries(connection, new))


def _entries(connection: Connection, lines: Lines) -> list[search.Entry]:
    said = {
        kind: search.said_of(connection, kind, [line.record_id for line in lines.events if line.kind == kind])
        for kind in ("visit", "meeting")
    }
    return [
        search.entry_of_event(line, lines.names[line.id], said[line.kind].get(line.record_id, ""))
        for line in lines.events
    ]


def _stored(connection: Connection, groups: Collection[int], events: Collection[int]) -> Lines:
    """What stands there, also of a meeting that has just come in from elsewhere."""
    found = [EventLine._make(row) for row in about(connection, _OF_GROUPS, groups)]
    elsewhere = set(events) - {line.id for line in found}
    found += [EventLine._make(row) for row in about(connection, _BY_ID, elsewhere)]
    scopes = about(connection, _SCOPES, {line.id for line in found})
    return Lines(found, [ScopeLine._make(row) for row in scopes], {})


def _forget_events(connection: Connection, lines: Iterable[EventLine]) -> None:
    if those := [{"id": line.id} for line in lines]:
        connection.execute(_FORGET, those)


def replace_scopes(connection: Connection, was: Scopes, now: Scopes) -> None:
    """Put where events are shown in the place of where they were, as far as the two differ."""
    over = [key for key, line in was.items() if now.get(key) != line]
    if over:
        connection.execute(
            _FORGET_SCOPE,
            [{"kind": kind, "scope_id": scope_id, "event_id": number} for kind, scope_id, number in over],
        )
    put(
        connection,
        event_scope,
        [line for key, line in now.items() if was.get(key) != line],
        ScopeLine._fields,
    )


def _differ(was: Scopes, now: Scopes, dates_before: _Dates, dates: _Dates, moved: Moved) -> None:
    """Another title or another guest is nothing to those who were there; another day or status is."""
    for key in was.keys() | now.keys():
        before, after = was.get(key), now.get(key)
        redated = dates_before.get(key[2]) != dates.get(key[2])
        if redated and key[0] != "pair":  # whose figures are counted again
            moved.take(key[:2], _NO_FIGURES)
        elif before != after or redated:
            difference = figures_of(after).minus(figures_of(before))
            if redated or difference != _NO_FIGURES:
                moved.take(key[:2], difference)


def _dates(lines: Lines) -> _Dates:
    """What the last and the next event of a scope are told by."""
    return {
        line.id: (line.status, line.sort_day, line.date_edtf, line.date_text, line.date_basis)
        for line in lines.events
    }


def rename(connection: Connection, visits: Collection[int], meetings: Collection[int]) -> None:
    """Where only what people or offices are called has changed: lines keep their place, and figures theirs."""
    for some in chunks(visits):
        rename_some(connection, some, ())
    for some in chunks(meetings):
        rename_some(connection, (), some)


def rename_some(
    connection: Connection, visits: Collection[int], meetings: Collection[int]
) -> Mapping[EventLine, People]:
    """The same for a few at once; returns their lines and who takes part in them."""
    ids = [*map(visit_event, visits), *map(meeting_event, meetings)]
    lines = [EventLine._make(row) for row in about(connection, _BY_ID, ids)]
    taking_part = TakingPart(connection, visits, meetings)
    sending = dict(map(tuple, about(connection, _SENDING, meetings)))
    refs = GoneRefs(connection, visits)
    changed, entries, found = [], [], {}
    for line in lines:
        number, dots = line.record_id, line.dots
        if line.kind == "visit":
            people = taking_part.in_visit(number)
            known = f"{int(people.principal)}{int(people.in_office)}"
            dots = f"{dots[: _PRINCIPAL.start]}{known}{dots[_PRINCIPAL.stop :]}"
            names = names_of(line, people, refs.into(number))
        else:
            people = taking_part.in_meeting(number, sending.get(number))
            names = names_of(line, people, ())
        now = line._replace(people=people.label, dots=dots)
        found[now] = people
        entries.append(search.entry_of_event(now, names, ""))
        if now != line:
            changed.append({"id": now.id, "people": now.people, "dots": now.dots})
    if changed:
        connection.execute(_RENAME, changed)
    search.rename(connection, entries)
    return found
