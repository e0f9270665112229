"""Visits and meetings as timelines show them, and the pairs, officials and posts they belong to."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, text

from db.commitments import AGREED, EXPLORED
from db.names import fold
from db.projections import pairs, search
from db.projections.gone import gone_into
from db.projections.names_then import names_then
from db.projections.people import People, of_meeting, of_visit
from db.projections.shares import shares_in, stored_shares, total
from db.projections.tables import event, event_scope
from db.vocabulary import HELD_STATUSES, OPEN_STATUSES

Facts = dict[str, Any]


class Outcomes(NamedTuple):
    """How many outcomes an event has, and which pairs they are open or watched in."""

    agreed: int
    watch: int
    total: int
    actions: tuple[tuple[int, str, frozenset[str]], ...]  # rung, status, parties; none means the event's own


def visit_event(visit_id: int) -> int:
    """The id under which a visit stands among the events."""
    return 2 * visit_id


def meeting_event(meeting_id: int) -> int:
    """The id under which a meeting stands among the events."""
    return 2 * meeting_id + 1


def rewrite_visit(connection: Connection, visit_id: int) -> set[int]:
    """Work out a visit and its meetings again; a visit that is gone leaves nothing behind.

    Returns:
        the officials whose list of events it has changed.
    """
    group = visit_event(visit_id)
    visit = _one(connection, "SELECT * FROM visit WHERE id = :id AND merged_into IS NULL", visit_id)
    meetings = _all(connection, "SELECT * FROM meeting WHERE visit_id = :id ORDER BY position, id", visit_id)
    # A meeting that has just come in from elsewhere must leave its old place as well.
    moved = [meeting_event(meeting["id"]) for meeting in meetings]
    with _replaced(connection, group, moved) as rows:
        if visit is not None:
            rows.add_visit(visit)
            for position, meeting in enumerate(meetings, start=1):
                rows.add_meeting(meeting, visit, rank=-position)
    if visit is None:
        search.forget(connection, "visit", visit_id)
    return rows.officials


def rewrite_meeting(connection: Connection, meeting_id: int) -> set[int]:
    """Work out a meeting that stands alone; one that is gone leaves nothing behind. Returns what a visit does."""
    meeting = _one(connection, "SELECT * FROM meeting WHERE id = :id AND visit_id IS NULL", meeting_id)
    with _replaced(connection, meeting_event(meeting_id), [meeting_event(meeting_id)]) as rows:
        if meeting is not None:
            rows.add_meeting(meeting, None, rank=0)
    if meeting is None:
        search.forget(connection, "meeting", meeting_id)
    return rows.officials


class _replaced:  # noqa: N801 - reads as a verb where it is used
    """Takes a group's old rows out and puts the new ones in, and moves the figures by the difference."""

    def __init__(self, connection: Connection, group_id: int, moved: list[int]) -> None:
        self._connection = connection
        self._group_id = group_id
        self._moved = moved
        self._events: list[Facts] = []
        self._scopes: list[Facts] = []
        self.officials: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is not None:
            return
        connection = self._connection
        old = self._old_event_ids()
        before = stored_shares(connection, old)
        for event_id in old:
            connection.execute(event.delete().where(event.c.id == event_id))
            connection.execute(event_scope.delete().where(event_scope.c.event_id == event_id))
        if self._events:
            connection.execute(event.insert(), self._events)
        if self._scopes:
            _mark_nesting(self._scopes)
            connection.execute(event_scope.insert(), self._scopes)
        after = shares_in(self._scopes, self._events)
        for scope in sorted(before.keys() | after.keys()):
            was, now = before.get(scope, set()), after.get(scope, set())
            if was == now:  # another title or another guest is nothing to those who were there
                continue
            kind, scope_id = scope
            if kind == "pair":
                pairs.move(connection, scope_id, total(was), total(now))
            elif kind == "official":
                self.officials.add(int(scope_id))
        for row in self._events:
            search.write_event(connection, row)

    def _old_event_ids(self) -> set[int]:
        found = self._connection.execute(
            text("SELECT id FROM event WHERE group_id = :group"), {"group": self._group_id}
        )
        return {row[0] for row in found} | set(self._moved)

    def add_visit(self, visit: Facts) -> None:
        connection, event_id = self._connection, visit_event(visit["id"])
        people = of_visit(connection, visit)
        outcomes = _outcomes(connection, "a.visit_id = :id AND a.meeting_id IS NULL", visit["id"])
        everything = _outcomes(
            connection,
            "(a.visit_id = :id OR a.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :id))",
            visit["id"],
        )
        sourced = _one(
            connection,
            "SELECT 1 AS yes FROM citation WHERE record_kind = 'visit' AND record_id = :id",
            visit["id"],
        )
        dots = (sourced is not None, visit["date_first"] is not None, *people.completeness)
        row = _event_row("visit", event_id, visit, self._group_id, 0, visit["date_first"] or "")
        row |= {
            "sending": visit["sending"],
            "host": visit["host"],
            "parties": f"{visit['sending']} {visit['host']}",
            "names_then": names_then(connection, (visit["sending"], visit["host"]), visit["date_last"]),
            "format": visit["kind"],
            "people": people.label,
            "agreed": everything.agreed,
            "watch": everything.watch,
            "outcomes": everything.total,
            "dots": "".join("1" if dot else "0" for dot in dots),
        }
        gone = (
            _one(connection, "SELECT ref FROM visit WHERE id = :id", number)
            for number in gone_into(connection, "visit", visit["id"])
        )
        refs = [fold(one["ref"]) for one in gone if one]
        row["folded"] = " ".join((_folded(connection, row, people), *refs))
        self._events.append(row)
        held = visit["status"] in HELD_STATUSES
        a, b = sorted((visit["sending"], visit["host"]))
        self._scope("pair", f"{a}-{b}", row)
        self._scopes[-1] |= {
            "forth": int(held and visit["sending"] == a),
            "back": int(held and visit["sending"] == b),
            **_open_and_watched(outcomes, a, b),
        }
        self._people_scopes(people, row)

    def add_meeting(self, meeting: Facts, visit: Facts | None, *, rank: int) -> None:
        connection, event_id = self._connection, meeting_event(meeting["id"])
        parties = _all(
            connection,
            "SELECT country, role FROM meeting_party WHERE meeting_id = :id ORDER BY country",
            meeting["id"],
        )
        people = of_meeting(connection, meeting, visit)
        outcomes = _outcomes(connection, "a.meeting_id = :id", meeting["id"])
        day = (visit["date_first"] if visit else meeting["date_first"]) or ""
        row = _event_row("meeting", event_id, meeting, self._group_id, rank, day)
        codes = [party["country"] for party in parties]
        if visit is not None and not meeting["date_edtf"] and not meeting["date_text"]:
            # Nobody said when it was, but it was during the visit.
            row |= {
                "date_edtf": visit["date_edtf"],
                "date_text": visit["date_text"],
                "date_basis": "inferred",
            }
        row |= {
            "host": next((party["country"] for party in parties if party["role"] == "host"), ""),
            "parties": " ".join(codes),
            "names_then": names_then(
                connection, codes, meeting["date_last"] or (visit["date_last"] if visit else None)
            ),
            "format": meeting["format"],
            "people": people.label,
            "agreed": outcomes.agreed,
            "watch": outcomes.watch,
            "outcomes": outcomes.total,
            "dots": "00000",
        }
        row["folded"] = _folded(connection, row, people)
        self._events.append(row)
        for a, b in combinations(codes, 2):
            self._scope("pair", f"{a}-{b}", row)
            self._scopes[-1] |= {
                "meetings": int(meeting["status"] in HELD_STATUSES),
                **_open_and_watched(outcomes, a, b),
            }
        self._people_scopes(people, row)

    def _people_scopes(self, people: People, row: Facts) -> None:
        for official_id in sorted(people.official_ids):
            self._scope("official", str(official_id), row)
        for post_id in sorted(people.post_ids):
            self._scope("post", str(post_id), row)

    def _scope(self, kind: str, scope_id: str, row: Facts) -> None:
        self._scopes.append(
            {
                "scope_kind": kind,
                "scope_id": scope_id,
                "event_id": row["id"],
                "sort_day": row["sort_day"],
                "group_id": row["group_id"],
                "rank": row["rank"],
                "undated": row["undated"],
                "position": row["position"],
                "status": row["status"],
                "nested": False,
                "last_nested": False,
                "forth": 0,
                "back": 0,
                "meetings": 0,
                "open": 0,
                "watch": 0,
            }
        )


def _event_row(kind: str, event_id: int, facts: Facts, group_id: int, rank: int, day: str) -> Facts:
    shared = ("ref", "date_edtf", "date_text", "date_basis", "title", "place", "status")
    return {
        "id": event_id,
        "kind": kind,
        "record_id": facts["id"],
        "sort_day": day,
        "group_id": group_id,
        "rank": rank,
        "undated": not day,
        "position": -rank,
        "sending": "",
        **{name: facts[name] for name in shared},
    }


def _mark_nesting(scopes: list[Facts]) -> None:
    """A meeting hangs under its visit only where a scope shows both."""
    by_scope: dict[tuple[str, str], list[Facts]] = {}
    for row in scopes:
        by_scope.setdefault((row["scope_kind"], row["scope_id"]), []).append(row)
    for rows in by_scope.values():
        rows.sort(key=lambda row: -row["rank"])
        if rows[0]["rank"] != 0:
            continue
        for row in rows[1:]:
            row["nested"] = True
        for row, following in pairwise([*rows[1:], {"rank": None}]):
            row["last_nested"] = following["rank"] is None


def _outcomes(connection: Connection, where: str, number: int) -> Outcomes:
    rows = connection.execute(
        text(
            "SELECT a.id, a.rung, a.status, p.country FROM action a"
            f" LEFT JOIN action_party p ON p.action_id = a.id WHERE {where} ORDER BY a.id"
        ),
        {"id": number},
    )
    actions: dict[int, tuple[int, str, set[str]]] = {}
    for action_id, rung, status, country in rows:
        parties = actions.setdefault(action_id, (rung, status, set()))[2]
        if country:
            parties.add(country)
    return Outcomes(
        agreed=sum(rung >= AGREED for rung, _, _ in actions.values()),
        watch=sum(EXPLORED <= rung < AGREED for rung, _, _ in actions.values()),
        total=len(actions),
        actions=tuple((rung, status, frozenset(parties)) for rung, status, parties in actions.values()),
    )


def _open_and_watched(outcomes: Outcomes, a: str, b: str) -> Facts:
    concerned = [
        (rung, status) for rung, status, parties in outcomes.actions if not parties or {a, b} <= parties
    ]
    return {
        "open": sum(status in OPEN_STATUSES for _, status in concerned),
        "watch": sum(EXPLORED <= rung < AGREED for rung, _ in concerned),
    }


def _folded(connection: Connection, row: Facts, people: People) -> str:
    names = [search.country_words(connection, code) for code in row["parties"].split()]
    # "Two days before Madrid" is about another event.
    when = row["date_text"] if row["date_basis"] in ("", "stated") else ""
    return " ".join([fold(" ".join((row["ref"], row["title"], row["place"], when, people.words))), *names])


def _one(connection: Connection, sql: str, number: int) -> Facts | None:
    found = connection.execute(text(sql), {"id": number}).mappings().first()
    return None if found is None else dict(found)


def _all(connection: Connection, sql: str, number: int) -> list[Facts]:
    return [dict(row) for row in connection.execute(text(sql), {"id": number}).mappings()]
