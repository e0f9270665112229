"""An event while its parts are gathered: when it was, where, who received whom and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.dates import PartialDate
from db.reading import cues
from db.reading.days import Day
from db.reading.hearing import Heard
from db.reading.proposals import Span
from db.reading.registry import Figure
from db.vocabulary import EventStatus, Initiator, PartyRole

ACTS = 2.0  # the weight of a country that does something
LEAD = 4  # sentences that say what a text is about
_BY = re.compile(
    r"\b(?:by|before|until|no later than|within|deadline|d'ici(?: a| au| le)?|avant|au plus tard"
    r"|antes de|a mas tardar|hasta)\s+(?:the |le |la |el |l')?$"
)
_YEAR_OF = re.compile(
    r"\b(?P<year>20\d\d)\s+(?:[\w.–-]+\s+){0,4}?(?:dialogue|summit|conference|consultations"
    r"|meeting|forum|session|sommet|conference|cumbre|dialogo|conferencia)\b"
)
_IN_A_YEAR = re.compile(r"\s+(?:in|en)\s+(?:19|20)\d\d")  # where they met before
_FAR = 130  # characters from an invitation to whose it is


@dataclass(eq=False)
class Event:
    """A visit (with a sending country) or a meeting, while its parts are gathered."""

    parties: list[str]
    sending: str = ""
    host: str = ""
    status: EventStatus = "held"
    initiated_by: Initiator = "unknown"
    when: PartialDate = field(default_factory=PartialDate)
    day: Day | None = None
    place: str = ""
    roles: dict[str, PartyRole] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    outcomes: list[Heard] = field(default_factory=list)
    sure: bool = True
    inside: list[Event] = field(default_factory=list)
    travellers: list[Figure] = field(default_factory=list)
    goal: int = 0  # where the text stands behind the first naming of where they go

    def is_of(self, travellers: list[Figure]) -> bool:
        """Whether these people may be those who travelled."""
        return not (self.travellers and travellers) or any(one in self.travellers for one in travellers)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences that tell of it."""
        return tuple(Span(one.sentence.start, one.sentence.end) for one in self.heard)


def status_of(one: Heard) -> EventStatus:
    """Whether it was held, is to come or is off, as a sentence says."""
    if cues.CANCELLED.search(one.low):
        return "cancelled"
    if cues.POSTPONED.search(one.low):
        return "postponed"
    return "planned" if one.ahead else "held"


def find_host(event: Event, one: Heard) -> None:
    """Who receives whom, as a sentence says it."""
    hosted, received = cues.HOSTED.search(one.low), cues.RECEIVED.search(one.low)
    cue = received or hosted
    if cue is None or event.host:
        return
    before = [
        cast.mention.code
        for cast in one.cast
        if one.offset(cast.mention.start) < cue.start() and cast.role == "acts"
    ]
    after = [
        cast.mention.code
        for cast in one.cast
        if one.offset(cast.mention.start) > cue.end() and cast.role == "acts"
    ]
    if not before and not after:
        return
    host = (after if received else before)[:1] or [
        code for code in event.parties if code not in (before if received else after)
    ][:1]
    if host and host[0] in event.parties:
        event.host = host[0]


def guest_of(event: Event) -> str:
    """The one party that is not the host, "" where there are several or none is known."""
    others = [code for code in event.parties if code != event.host]
    return others[0] if event.host and len(others) == 1 else ""


def complete(event: Event, text: str, told: Sequence[Heard]) -> None:
    """The place, the host and who asked for it, from all that is told."""
    for one in told:
        for cast in one.cast:
            inside = cues.IN_PLACE.search(one.low[: one.offset(cast.mention.start)])
            then = _IN_A_YEAR.match(one.low, one.offset(cast.mention.end))
            if then or cast.mention.how != "city" or not inside or event.place or cues.NEXT.search(one.low):
                continue
            if cast.mention.code in ([event.host] if event.host else event.parties):
                event.place = text[cast.mention.start : cast.mention.end]
                event.host = event.host or cast.mention.code
        if event.initiated_by == "unknown":
            event.initiated_by = _initiator(event, one)
    if event.host and not event.roles:
        event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}


def _initiator(event: Event, one: Heard) -> Initiator:
    invitation, request = cues.BY_INVITATION.search(one.low), cues.BY_REQUEST.search(one.low)
    cue = invitation or request
    if cue is None or not event.sending:
        return "unknown"
    behind = [
        cast.mention.code for cast in one.cast if 0 <= one.offset(cast.mention.start) - cue.end() < _FAR
    ]
    if behind and behind[0] in (event.host, event.sending):
        return "host" if behind[0] == event.host else "sender"
    if behind and behind[0] not in event.parties:
        return "third"
    return "host" if invitation and not behind else "unknown"


def find_date(event: Event, title: Heard | None, told: Sequence[Heard], *, main: bool) -> None:
    """When it was: said in its own sentences, or else where the text begins to tell of it."""
    about = [one for one in told[: 2 * LEAD] if _is_about(one)] if main else []
    for one in (*event.heard, *about, *((title,) if title and main else ())):
        for day in one.days:
            before = one.low[max(0, one.offset(day.start) - 24) : one.offset(day.start)]
            if (
                _said_then(one, day)
                or _BY.search(before)
                or (day.kind == "year")
                or not (day.when.edtf or day.when.text)
            ):
                continue
            if one not in event.heard and (
                cues.NEXT.search(one.low) or one.ahead != (event.status == "planned")
            ):
                continue
            event.when, event.day = day.when, day
            return
    for one in (*((title,) if title else ()), *told[:LEAD]) if main else ():
        if match := _YEAR_OF.search(one.low):
            event.when = PartialDate(match["year"], match["year"])
            return


def _is_about(one: Heard) -> bool:
    found = cues.MEET.search(one.low) or cues.TRAVEL.search(one.low) or cues.HELD_ON.search(one.low)
    return found is not None and not one.sentence.item


def _said_then(one: Heard, day: Day) -> bool:
    """Whether it is the day on which somebody said so."""
    at = one.offset(day.start)
    return day.kind in ("weekday", "relative") and cues.SAID.search(one.low[max(0, at - 60) : at]) is not None
