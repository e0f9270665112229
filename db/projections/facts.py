"""What is known of visits and meetings, as far as a timeline shows it: read for many of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from db.commitments import AGREED, EXPLORED
from db.projections.climbs import Climbs
from db.projections.gone import gone_into
from db.projections.many import about
from db.projections.people import TakingPart
from db.vocabulary import OPEN_STATUSES

_DATE = "date_edtf, date_text, date_basis, date_first, date_last"
_VISITS = (
    f"SELECT id, ref, title, kind, status, place, {_DATE}, sending, host FROM visit"
    " WHERE id IN :ids AND merged_into IS NULL"
)
_MEETING = f"SELECT id, ref, title, format, status, place, {_DATE}, visit_id FROM meeting"
_INSIDE = f"{_MEETING} WHERE visit_id IN :ids ORDER BY position, id"
_ALONE = f"{_MEETING} WHERE id IN :ids AND visit_id IS NULL"
_PARTIES = "SELECT meeting_id, country, role FROM meeting_party WHERE meeting_id IN :ids ORDER BY country"
_ACTIONS = """
    SELECT a.id, a.visit_id, a.meeting_id, a.rung, a.status, p.country
    FROM action a LEFT JOIN action_party p ON p.action_id = a.id
    WHERE a.{column} IN :ids ORDER BY a.id
"""
_CITED = "SELECT DISTINCT record_id FROM citation WHERE record_kind = 'visit' AND record_id IN :ids"
_REFS = "SELECT id, ref FROM visit WHERE id IN :ids"


class VisitFacts(NamedTuple):
    """A visit as it stands."""

    id: int
    ref: str
    title: str
    format: str
    status: str
    place: str
    date_edtf: str
    date_text: str
    date_basis: str
    date_first: str | None
    date_last: str | None
    sending: str
    host: str


class MeetingFacts(NamedTuple):
    """A meeting, inside a visit or alone."""

    id: int
    ref: str
    title: str
    format: str
    status: str
    place: str
    date_edtf: str
    date_text: str
    date_basis: str
    date_first: str | None
    date_last: str | None
    visit_id: int | None


class Outcome(NamedTuple):
    """An outcome; one without parties is everybody's."""

    rung: int
    status: str
    parties: frozenset[str]

    @property
    def open(self) -> bool:
        """Whether it waits for somebody."""
        return self.status in OPEN_STATUSES

    @property
    def watched(self) -> bool:
        """Whether something may yet come of it."""
        return EXPLORED <= self.rung < AGREED

    def concerns(self, a: str, b: str) -> bool:
        """Whether it is one of a pair's."""
        return not self.parties or (a in self.parties and b in self.parties)


class Tally(NamedTuple):
    """How many outcomes a line of the timeline counts.

    Attributes:
        agreed: that were agreed or signed there, also those that came of an earlier event.
        watch: that were explored or proposed there.
        outcomes: that came of it, on whatever rung.
    """

    agreed: int
    watch: int
    outcomes: int


class EventFacts:
    """Everything about some visits with their meetings, and about some meetings that stand alone.

    Attributes:
        visits: those that are there and were not merged into others.
        inside: their meetings in order, by visit.
        alone: the meetings that are there and stand alone.
        parties: (country, role) of a meeting in the order of the codes.
        cited: visits that a source speaks of.
        people: who took part.
    """

    def __init__(self, connection: Connection, visits: Collection[int], meetings: Collection[int]) -> None:
        self.visits = [VisitFacts._make(row) for row in about(connection, _VISITS, visits)]
        standing = {visit.id for visit in self.visits}
        self.inside: dict[int, list[MeetingFacts]] = defaultdict(list)
        for row in about(connection, _INSIDE, standing):
            meeting = MeetingFacts._make(row)
            self.inside[meeting.visit_id or 0].append(meeting)
        self.alone = [MeetingFacts._make(row) for row in about(connection, _ALONE, meetings)]
        everybody = {one.id for those in (*self.inside.values(), self.alone) for one in those}
        self.parties: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for number, country, role in about(connection, _PARTIES, everybody):
            self.parties[number].append((country, role))
        self.cited = {number for (number,) in about(connection, _CITED, standing)}
        self.people = TakingPart(connection, standing, everybody)
        self._read_outcomes(connection, standing, everybody)
        self.refs = GoneRefs(connection, standing)

    @property
    def codes(self) -> set[str]:
        """Every country of them all."""
        sides = {code for visit in self.visits for code in (visit.sending, visit.host)}
        return sides | {code for parties in self.parties.values() for code, _ in parties}

    def _read_outcomes(
        self, connection: Connection, visits: Collection[int], meetings: Collection[int]
    ) -> None:
        rows = {
            **_with_parties(about(connection, _ACTIONS.format(column="visit_id"), visits)),
            **_with_parties(about(connection, _ACTIONS.format(column="meeting_id"), meetings)),
        }
        self._climbs = Climbs(connection, {number for number, *_ in rows}, visits, meetings)
        self._of_visit: dict[int, dict[int, Outcome]] = defaultdict(dict)
        self._of_visit_alone: dict[int, list[Outcome]] = defaultdict(list)
        self._of_meeting: dict[int, dict[int, Outcome]] = defaultdict(dict)
        for (number, visit, meeting), outcome in rows.items():
            if visit is not None:
                self._of_visit[visit][number] = outcome
            if meeting is not None:
                self._of_meeting[meeting][number] = outcome
            elif visit is not None:
                self._of_visit_alone[visit].append(outcome)

    def outcomes_of_visit(self, visit: int) -> list[Outcome]:
        """Those of the visit itself, not of one of its meetings."""
        return self._of_visit_alone.get(visit, [])

    def outcomes_of_meeting(self, meeting: int) -> list[Outcome]:
        """Those of a meeting."""
        return list(self._of_meeting.get(meeting, {}).values())

    def tally_of_visit(self, visit: int) -> Tally:
        """What the visit with its meetings counts, each outcome at the rung that it had then."""
        found = dict(self._of_visit.get(visit, {}))
        for meeting in self.inside.get(visit, ()):
            found |= self._of_meeting.get(meeting.id, {})
        return _tally(found, self._climbs.at_visit(visit, found))

    def tally_of_meeting(self, meeting: int) -> Tally:
        """What a meeting counts, each outcome at the rung that it had then."""
        found = self._of_meeting.get(meeting, {})
        return _tally(found, self._climbs.at_meeting(meeting, found))


def _tally(own: Mapping[int, Outcome], then: dict[int, int]) -> Tally:
    """Of an event's own outcomes, and of those of which `then` says that it moved them or was not the last to."""
    rungs = ({number: one.rung for number, one in own.items()} | then).values()
    agreed = sum(rung >= AGREED for rung in rungs)
    return Tally(agreed, sum(EXPLORED <= rung < AGREED for rung in rungs), len(own))


class GoneRefs:
    """The refs of the visits that went into others."""

    def __init__(self, connection: Connection, visits: Collection[int]) -> None:
        self._gone = gone_into(connection, "visit", visits)
        below = {number for those in self._gone.values() for number in those}
        self._refs: dict[int, str] = dict(map(tuple, about(connection, _REFS, below)))

    def into(self, visit: int) -> list[str]:
        """Of those that went into one."""
        return [self._refs[number] for number in self._gone.get(visit, ())]


_Of = tuple[int, int | None, int | None]  # the outcome, its visit, its meeting


def _with_parties(
    rows: Iterable[tuple[int, int | None, int | None, int, str, str | None]],
) -> dict[_Of, Outcome]:
    found: dict[_Of, tuple[int, str, set[str]]] = {}
    for number, visit, meeting, rung, status, country in rows:
        parties = found.setdefault((number, visit, meeting), (rung, status, set()))[2]
        if country:
            parties.add(country)
    return {of: Outcome(rung, status, frozenset(parties)) for of, (rung, status, parties) in found.items()}
