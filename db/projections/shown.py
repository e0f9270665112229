"""From the facts to the lines: visits and meetings as timelines show them, and the scopes they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from db.projections.countries import Countries
from db.projections.facts import EventFacts, MeetingFacts, Outcome, VisitFacts
from db.projections.in_words import in_words
from db.projections.lines import EventLine, ScopeLine, meeting_event, visit_event
from db.projections.people import People
from db.scopes import stored_status
from db.vocabulary import HELD_STATUSES


class Lines(NamedTuple):
    """What is to stand in the tables for some visits and meetings.

    Attributes:
        events: their lines.
        scopes: where each is shown.
        names: by the id of an event, folded, what it is found by.
    """

    events: list[EventLine]
    scopes: list[ScopeLine]
    names: dict[int, str]


class _Share(NamedTuple):
    """What an event adds to the figures of a scope."""

    forth: int = 0
    back: int = 0
    meetings: int = 0
    open: int = 0
    watch: int = 0


NOTHING = _Share()
Seen = dict[tuple[str, str], list[tuple[EventLine, _Share]]]


def lines_of(facts: EventFacts, countries: Countries) -> Lines:
    """The lines of everything in the facts."""
    countries.learn(facts.codes)
    lines = Lines([], [], {})
    for visit in facts.visits:
        seen: Seen = {}
        people = facts.people.in_visit(visit.id)
        event = _of_visit(visit, people, facts, countries)
        lines.events.append(event)
        lines.names[event.id] = names_of(event, people, facts.refs.into(visit.id))
        a, b = sorted((visit.sending, visit.host))
        held = visit.status in HELD_STATUSES
        share = _Share(int(held and visit.sending == a), int(held and visit.sending == b))
        outcomes = facts.outcomes_of_visit(visit.id)
        seen["pair", f"{a}-{b}"] = [(event, _with_outcomes(share, outcomes, a, b))]
        see_people(seen, event, people)
        for position, meeting in enumerate(facts.inside.get(visit.id, ()), start=1):
            _add_meeting(lines, seen, meeting, visit, position, facts, countries)
        lines.scopes.extend(nested_lines(seen))
    for meeting in facts.alone:
        seen = {}
        _add_meeting(lines, seen, meeting, None, 0, facts, countries)
        lines.scopes.extend(nested_lines(seen))
    return lines


def _of_visit(visit: VisitFacts, people: People, facts: EventFacts, countries: Countries) -> EventLine:
    parties = f"{visit.sending} {visit.host}"
    tally = facts.tally_of_visit(visit.id)
    met = facts.people.met_somebody_of(visit.host, [one.id for one in facts.inside.get(visit.id, ())])
    dots = (
        visit.id in facts.cited,
        visit.date_first is not None,
        people.principal,
        people.in_office,
        met,
    )
    event = visit_event(visit.id)
    day = visit.date_first or ""
    return EventLine(
        id=event,
        kind="visit",
        record_id=visit.id,
        ref=visit.ref,
        sort_day=day,
        group_id=event,
        rank=0,
        undated=not day,
        position=0,
        date_edtf=visit.date_edtf,
        date_text=visit.date_text,
        date_basis=visit.date_basis,
        sending=visit.sending,
        host=visit.host,
        parties=parties,
        names_then=countries.names_then((visit.sending, visit.host), visit.date_last),
        title=visit.title,
        people=people.label,
        format=visit.format,
        place=visit.place,
        status=visit.status,
        agreed=tally.agreed,
        watch=tally.watch,
        outcomes=tally.outcomes,
        dots="".join("1" if dot else "0" for dot in dots),
    )


def _add_meeting(
    lines: Lines,
    seen: Seen,
    meeting: MeetingFacts,
    visit: VisitFacts | None,
    position: int,
    facts: EventFacts,
    countries: Countries,
) -> None:
    people = facts.people.in_meeting(meeting.id, visit.sending if visit else None)
    outcomes, tally = facts.outcomes_of_meeting(meeting.id), facts.tally_of_meeting(meeting.id)
    parties = facts.parties.get(meeting.id, [])
    codes = [code for code, _ in parties]
    dated = visit if visit is not None and not meeting.date_edtf and not meeting.date_text else None
    day = (visit or meeting).date_first or ""
    event = meeting_event(meeting.id)
    line = EventLine(
        id=event,
        kind="meeting",
        record_id=meeting.id,
        ref=meeting.ref,
        sort_day=day,
        group_id=visit_event(visit.id) if visit else event,
        rank=-position,
        undated=not day,
        position=position,
        # Where nobody said when it was, it was during the visit.
        date_edtf=dated.date_edtf if dated else meeting.date_edtf,
        date_text=dated.date_text if dated else meeting.date_text,
        date_basis="inferred" if dated else meeting.date_basis,
        sending="",
        host=next((code for code, role in parties if role == "host"), ""),
        parties=" ".join(codes),
        names_then=countries.names_then(codes, meeting.date_last or (visit.date_last if visit else None)),
        title=meeting.title,
        people=people.label,
        format=meeting.format,
        place=meeting.place,
        status=meeting.status,
        agreed=tally.agreed,
        watch=tally.watch,
        outcomes=tally.outcomes,
        dots="00000",
    )
    lines.events.append(line)
    lines.names[line.id] = names_of(line, people, ())
    share = _Share(meetings=int(meeting.status in HELD_STATUSES))
    for a, b in combinations(codes, 2):
        seen.setdefault(("pair", f"{a}-{b}"), []).append((line, _with_outcomes(share, outcomes, a, b)))
    see_people(seen, line, people)


def names_of(line: EventLine, people: People, gone_refs: Sequence[str]) -> str:
    """What a line is found by: its own words, its people's, and the refs of what went into it."""
    # "Two days before Madrid" is about another event.
    when = line.date_text if line.date_basis in ("", "stated") else ""
    own = in_words(f"{line.ref} {line.title} {line.place} {when}")
    return " ".join(filter(None, (own, people.words, *map(in_words, gone_refs))))


def _with_outcomes(share: _Share, outcomes: Iterable[Outcome], a: str, b: str) -> _Share:
    theirs = [one for one in outcomes if one.concerns(a, b)]
    if not theirs:
        return share
    return share._replace(open=sum(one.open for one in theirs), watch=sum(one.watched for one in theirs))


def see_people(seen: Seen, line: EventLine, people: People) -> None:
    """Note an event as one of those that its people and their posts took part in."""
    for official in people.official_ids:
        seen.setdefault(("official", str(official)), []).append((line, NOTHING))
    for post in people.post_ids:
        seen.setdefault(("post", str(post)), []).append((line, NOTHING))


def nested_lines(seen: Seen) -> Iterable[ScopeLine]:
    """A meeting hangs under its visit only where a scope shows both."""
    for (kind, scope_id), those in seen.items():
        under = those[0][0].rank == 0
        for place, (line, share) in enumerate(those):
            nested = under and place > 0
            yield ScopeLine(
                kind,
                scope_id,
                line.id,
                line.sort_day,
                line.group_id,
                line.rank,
                nested,
                nested and place == len(those) - 1,
                stored_status(line.status),
                *share,
            )
