"""The day of talks that are told only by what came of them: "officers from both countries Thursday agreed to …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from db.reading.dates.days import Day
from db.reading.events.event import Event
from db.reading.hearing import Heard


def agreed_then(event: Event, days: Sequence[tuple[Heard, Day]], published: date | None) -> Day | None:
    """The day on which both sides are said to have agreed, or talked, beside the verb: "officers Thursday agreed to …".

    Args:
        event: what took place.
        days: those of the first sentences, with the sentence of each.
        published: the day of publication; what was agreed long before led to the event, and is not its day.
    """
    if event.status != "held":
        return None
    for one, day in days:
        if published is not None and day.when.first is not None and published - day.when.first > _NEWS:
            continue
        both = len({cast.mention.code for cast in one.cast} & set(event.parties)) > 1
        if not both or one.ahead or one.past or not day.when.edtf or day.when.days != 1:
            continue
        for outcome in one.outcomes:
            verb = _AGREED.search(one.low, one.offset(outcome.start))
            if verb is not None and outcome.rung in _TOGETHER and _is_near(one, day, verb):
                return day
    return None


def _is_near(one: Heard, day: Day, verb: re.Match[str]) -> bool:
    """Whether a day stands right before a verb or right behind it; further behind it is when something is due."""
    return (
        0 <= verb.start() - one.offset(day.end) <= _NEAR or 0 <= one.offset(day.start) - verb.end() <= _NEAR
    )


_NEWS = timedelta(days=7)
_TOGETHER = ("discussed", "explored", "agreed", "signed")  # for which it takes two
_NEAR = 12  # characters
_AGREED = re.compile(
    r"\b(?:agreed|discussed|signed|reviewed|explored|(?:ont|sont) (?:convenus?|signe|examine|discute)|acordaron"
    r"|firmaron|suscribieron|analizaron|revisaron|abordaron|convinieron)\b"
)
