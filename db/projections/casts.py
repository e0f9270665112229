"""Where only who took part has changed, as when two officials become one: nothing else of an event is worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, text

from db.projections.events import Scopes, rename_some, replace_scopes
from db.projections.lines import EVENT_COLUMNS, SCOPE_COLUMNS, EventLine, ScopeLine, visit_event
from db.projections.many import about, ids_about, told_chunks
from db.projections.people import People
from db.projections.shown import NOTHING, Seen, nested_lines, see_people
from db.telling import Tell, nobody

_BY_ID = f"SELECT {EVENT_COLUMNS} FROM event WHERE id IN :ids"
_OF_GROUPS = "SELECT id FROM event WHERE group_id IN :ids"
_SCOPES = f"SELECT {SCOPE_COLUMNS} FROM event_scope WHERE event_id IN :ids AND scope_kind <> 'pair'"
_SAME_SCOPES = f"{_SCOPES} AND scope_id IN :scopes"
_AROUND = "SELECT visit_id FROM meeting WHERE id IN :ids AND visit_id IS NOT NULL"
_MET_THEIR_HOSTS = """
    SELECT e.id, e.dots, EXISTS (
        SELECT 1 FROM meeting m JOIN participant p ON p.meeting_id = m.id
        WHERE m.visit_id = v.id AND p.country = v.host AND (p.official_id IS NOT NULL OR p.post_id IS NOT NULL)
    )
    FROM visit v JOIN event e ON e.kind = 'visit' AND e.record_id = v.id WHERE e.id IN :ids
"""
_DOTS = text("UPDATE event SET dots = :dots WHERE id = :id")


def recast(
    connection: Connection, visits: Collection[int], meetings: Collection[int], tell: Tell = nobody
) -> set[int]:
    """Put other people into visits and meetings that stand on timelines.

    Args:
        connection: within a transaction.
        visits: those with other travellers.
        meetings: those with other people at the table.
        tell: is told how far it is.

    Returns:
        the officials who have taken part in more or fewer of them.
    """
    moved: set[int] = set()
    for some in told_chunks(tell, "visits", visits):
        moved |= _move(connection, rename_some(connection, some, ()))
    for some in told_chunks(tell, "meetings", meetings):
        moved |= _move(connection, rename_some(connection, (), some))
        _dot(connection, {visit_event(visit) for visit in ids_about(connection, _AROUND, some)})
    return moved


def _move(connection: Connection, people: Mapping[EventLine, People]) -> set[int]:
    """Show events in the timelines of those who take part now, and of nobody else."""
    lines = {line.id: line for line in people}
    now: Seen = {}
    for line, those in people.items():
        see_people(now, line, those)
    here = {(*scope, line.id) for scope, those in now.items() for line, _ in those}
    differing = here ^ {ScopeLine._make(row).key for row in about(connection, _SCOPES, lines)}
    if not differing:
        return set()
    _show(connection, lines, here, differing)
    return {int(scope_id) for kind, scope_id, _ in differing if kind == "official"}


_Place = tuple[str, str, int]  # the kind and id of a scope, and an event in it


def _show(
    connection: Connection, lines: Mapping[int, EventLine], here: set[_Place], differing: set[_Place]
) -> None:
    """Write the scopes that differ; a visit's other meetings hang there otherwise with each that comes or goes."""
    groups = {lines[event].group_id for _, _, event in differing}
    beside = ids_about(connection, _OF_GROUPS, groups)
    scopes = {place[:2] for place in differing}
    stored = map(
        ScopeLine._make,
        about(connection, _SAME_SCOPES, beside, scopes=sorted({scope_id for _, scope_id in scopes})),
    )
    was: Scopes = {line.key: line for line in stored if line.scope in scopes}
    wanted = was.keys() - differing | {place for place in differing if place in here}
    others = {event for _, _, event in wanted} - lines.keys()
    known = {**lines, **{row[0]: EventLine._make(row) for row in about(connection, _BY_ID, others)}}
    seen: defaultdict[int, Seen] = defaultdict(dict)
    for kind, scope_id, event in sorted(wanted, key=lambda place: known[place[2]].position):
        line = known[event]
        seen[line.group_id].setdefault((kind, scope_id), []).append((line, NOTHING))
    now: Scopes = {line.key: line for group in seen.values() for line in nested_lines(group)}
    replace_scopes(connection, was, now)


def _dot(connection: Connection, visits: Collection[int]) -> None:
    """Say of visits anew whether they met somebody of the host country: of their dots the last one."""
    told = [
        (event, dots, f"{dots[:-1]}{int(met)}")
        for event, dots, met in about(connection, _MET_THEIR_HOSTS, visits)
    ]
    if changed := [{"id": event, "dots": dots} for event, before, dots in told if dots != before]:
        connection.execute(_DOTS, changed)
