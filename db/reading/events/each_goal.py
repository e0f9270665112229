"""What one sentence tells of each of several countries to which somebody went: "to Oman, which offered …; Kenya"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.events.event import Event
from db.reading.hearing import Heard
from db.reading.outcomes.clauses import Outcome
from db.reading.words import plain

_WHICH = re.compile(r",? (?:which|who|whose|where|qui|dont|ou|que|cuy[oa]|donde)\b[^;]{0,40}$")


def of_each_goal(main: Event, others: Sequence[Event], told: Sequence[Heard]) -> list[Heard]:
    """Give the other visits what a clause behind their country tells, and return what is left of the sentences."""
    return [_shared_out(main, others, one) for one in told]


def _shared_out(main: Event, others: Sequence[Event], one: Heard) -> Heard:
    if not one.outcomes:
        return one
    there = {event.host: event for event in reversed(others) if event.sending and one in event.heard}
    if not there:
        return one
    left: list[Outcome] = []
    for outcome in one.outcomes:
        goal, clause = _clause_of(one, outcome)
        if goal in there and goal != main.host:
            there[goal].outcomes.append(one._replace(outcomes=[clause]))
        else:
            left.append(clause)
    return one._replace(outcomes=left)


def _clause_of(one: Heard, outcome: Outcome) -> tuple[str, Outcome]:
    """The country behind which the clause of an outcome stands, "" for none, and that clause alone."""
    verb = max(one.low.find(plain(outcome.verb), one.offset(outcome.start)), one.offset(outcome.start))
    goals = [cast.mention for cast in one.cast if cast.role == "destination"]
    before = [goal for goal in goals if one.offset(goal.end) <= verb]
    if not before or not _WHICH.match(one.low, one.offset(before[-1].end), verb):
        return "", outcome
    later = [goal.start for goal in goals if before[-1].end < goal.start < outcome.end]
    stop = one.low.find(";", verb, one.offset(later[0])) if later else -1
    start = max(outcome.start, one.sentence.start + verb)
    end = outcome.end if stop < 0 else one.sentence.start + stop
    return before[-1].code, outcome._replace(start=start, end=end)
