"""The days of the talks inside a visit, where a text tells them apart from the days of the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from db.reading.dates.days import Day
from db.reading.events.event import Event
from db.reading.hearing import Heard
from db.reading.proposals import ReadPerson

_LONGEST = timedelta(days=14)  # of a visit whose days are told
_BOTH = re.compile(
    r"\b(?:the two (?:\w+ )?(?:ministers|sides|delegations|officials|chiefs|heads|commissioners|leaders|parties)"
    r"|both \w+"
    r"|les deux (?:ministres|parties|delegations|responsables|chefs|hommes|dirigeants)"
    r"|(?:los dos|ambos|ambas) (?:\w+ )?(?:ministros|partes|delegaciones|jefes|autoridades|funcionarios))\b"
)
_OF_A_DAY = ("day", "weekday", "relative", "now")


def day_of_talks(event: Event, dated: Sequence[Heard], hosts: Sequence[ReadPerson]) -> Day | None:
    """The day on which a guest sat with the hosts in a visit of several days; none where not just one is told.

    Args:
        event: the visit.
        dated: the sentences of the text that tell a day.
        hosts: those of the other side, the head first.
    """
    first, last = event.when.first, event.when.last
    if first is None or last is None or not timedelta() < last - first <= _LONGEST:
        return None
    found = [
        day
        for one in dated
        for day in one.days
        if _is_one_of(day, event)
        and first <= (day.when.first or last) <= last
        and _tells_of_talks(one, event, hosts)
    ]
    return found[0] if len({day.when.edtf for day in found}) == 1 else None


def give_days(event: Event) -> None:
    """Let the other tables inside a visit have the day that the sentence gives which tells of them."""
    first, last = event.when.first, event.when.last
    for inner in event.inside:
        days = [day for one in inner.heard[:1] for day in one.days if _is_one_of(day, event)]
        if first is None or last is None or inner.when.edtf or len({day.when.edtf for day in days}) != 1:
            continue
        if first <= (days[0].when.first or last) <= last:
            inner.when, inner.day = days[0].when, days[0]


def _tells_of_talks(one: Heard, event: Event, hosts: Sequence[ReadPerson]) -> bool:
    """Whether a sentence tells that the guest met the head of the hosts, or that both sides sat together."""
    if one.ahead != (event.status == "planned") or one.editorial or not one.meets:
        return False
    if _BOTH.search(one.low):
        return True
    acting = {cast.mention.code for cast in one.cast if cast.role == "acts"}
    if {event.sending, event.host} <= acting:
        return True
    begin, end = one.sentence.start, one.sentence.end
    return any(begin <= span.start < end for head in hosts[:1] for span in head.spans)


def _is_one_of(day: Day, event: Event) -> bool:
    """Whether it is a single day, and not the words by which the text tells the whole visit."""
    return day.kind in _OF_A_DAY and day.when.days == 1 and day is not event.day
