"""An event while its parts are gathered: when it was, where, who received whom and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from db.dates import PartialDate
from db.reading import cues
from db.reading.dates.days import Day
from db.reading.hearing import Heard
from db.reading.parties.registry import Figure
from db.reading.proposals import Span
from db.vocabulary import EventStatus, Initiator, PartyRole

ACTS = 2.0  # the weight of a country that does something
MENTIONED = 0.34  # of one that is only spoken of
LEAD = 4  # sentences that say what a text is about
_NEAR_AHEAD = 40  # characters in which "is expected to be received" is one thing


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
    garbled: str = ""  # the name of one of its countries, as printed, where it is a wrong one
    inside: list[Event] = field(default_factory=list)
    to_come: bool = False
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
    low = _OF_ANOTHER.sub("", one.low)
    if cues.CANCELLED.search(low):
        return "cancelled"
    if cues.POSTPONED.search(low):
        return "postponed"
    if cues.NOT_GOING.search(low):
        return "cancelled"
    return "planned" if one.ahead and not has_been(one.low) else "held"


def status_at(one: Heard, goal: int) -> EventStatus:
    """Like `status_of`, for a visit to where the sentence stands: another journey named behind it may be off."""
    off = cues.POSTPONED.search(one.low) or cues.CANCELLED.search(one.low)
    if off is not None and _ANOTHER.search(one.low, goal, max(goal, off.start())):
        return "planned" if one.ahead else "held"
    return status_of(one)


_ANOTHER = re.compile(r"\b(?:trip|visit|journey|tour|voyage|deplacement|visite|viaje|visita|gira)\b")


_OF_ANOTHER = re.compile(
    r"\b(?:in (?:the )?(?:place|stead) of|instead of|en lugar de|en reemplazo de|a la place d|en remplacement d)"
    r"[^.;]*?\b(?:whose|dont|cuy[oa]s?)\b[^.;,]*"
)
"""Somebody went for another one, and it is that one's visit which is off."""


def has_been(low: str) -> bool:
    """Whether they are said to have met: "will reopen the post, their ministers said after talks"."""
    met = cues.HAS_MET.search(low)
    ahead = cues.AHEAD.search(low)
    if met is not None and _SIGNED.match(met.group()) and not _TO_BE.search(low[: met.start()]):
        return True  # "will share data under an accord signed in Kigali"
    return met is not None and (ahead is None or not 0 <= met.start() - ahead.end() < _NEAR_AHEAD)


_SIGNED = re.compile(r"sign|firmad")
_TO_BE = re.compile(r"\b(?:be|been|sera|seront|ser|etre|sea)\s+$")


def has_met(low: str) -> int | None:
    """Where a sentence says that they met, None for one that tells of what is to come or is off before that."""
    met = cues.HAS_MET.search(low)
    later = [
        cue.start()
        for cue in (cues.AHEAD.search(low), cues.POSTPONED.search(low), cues.CANCELLED.search(low))
        if cue
    ]
    if met is None or (later and min(later) < met.start() and "signed" not in met.group()):
        return None
    return met.start()


def off_or(status: EventStatus, title: Heard | None, told: Sequence[Heard]) -> EventStatus:
    """Whether what was to come is off after all, as the title or the first sentences say."""
    for one in (*((title,) if title else ()), *told[:LEAD]):
        if cues.NOT_GOING.search(one.low) or (
            cues.CANCELLED.search(one.low) and (cues.TRAVEL.search(one.low) or one.meets)
        ):
            return "cancelled"
    if title is not None and cues.POSTPONED.search(title.low) and len(cues.TRAVEL.findall(title.low)) == 1:
        return "postponed"
    return status


def put_off_or(event: Event, title: Heard | None, told: Sequence[Heard]) -> EventStatus:
    """Whether what will not take place as planned is only put off, as the title or the next sentence says."""
    last = event.heard[-1]
    behind = told[told.index(last) + 1 :][:1] if last in told else ()
    for one in (*((title,) if title else ()), *(one for one in behind if OF_THEM.match(one.low))):
        if cues.POSTPONED.search(one.low) and not cues.CANCELLED.search(one.low):
            return "postponed"
    return event.status


OF_THEM = re.compile(
    r"(?:he|she|it|they|the (?:visit|trip|guest|delegation)|celui-ci|celle-ci|il|elle|ils|elles|la visite"
    r"|le deplacement|este|esta|ella|la visita|el viaje)\b"
)


def under_way_or(event: Event, published: date | None) -> EventStatus:
    """Whether a visit goes on while its text is written: "has been in Quito since Sunday, and leaves on Thursday"."""
    stays = event.sending and any(_STAYS.search(one.low) for one in event.heard)
    first, last = event.when.first, event.when.last
    here = event.status in ("held", "planned") and event.sending and not event.when.text
    if here and _is_there_now(event):
        return "under way"
    if event.status != "held" or not stays or published is None or first is None or last is None:
        return event.status
    return "under way" if first <= published < last else event.status


def _is_there_now(event: Event) -> bool:
    """Whether all that a text says of its days is that the guest is there: "is currently visiting Oman"."""
    return any(_NOW.search(one.low) for one in event.heard[:1])


_NOW = re.compile(
    r"\b(?:(?:is|are) (?:currently|now|presently) (?:visiting|in|on)"
    r"|(?:est|sont) (?:actuellement |en ce moment )?en visite|estan? (?:actualmente )?de visita"
    r"|se encuentran? (?:actualmente |hoy )?(?:de|en) visita)\b"
)
_STAYS = re.compile(
    r"\b(?:sejourne(?:nt)?|se trouve(?:nt)?|est en visite|effectue(?:nt)?|(?:is|are|has been|have been)"
    r" (?:\w+ )?(?:in|on an?|staying|visiting)|se encuentra[n]?|permanece[n]?|esta[n]? de visita|realiza[n]?)\b"
    r"[^.;]*?\b(?:since|depuis|desde|until|jusqu'\w+|hasta|quitte\w*|leav\w+)\b"
)


def is_for_a_body(one: Heard, host: str, parties: Sequence[str]) -> bool:
    """Whether a journey to a third country is to a body that sits there: "flies to Lyon to meet Interpol officials"."""
    body = any(cast.mention.how == "body" and cast.mention.code not in parties for cast in one.cast)
    acts = any(cast.mention.code == host and cast.role == "acts" for cast in one.cast)
    return bool(host) and host not in parties and body and not acts and not one.people


def guest_of(event: Event) -> str:
    """The one party that is not the host, "" where there are several or none is known."""
    others = [code for code in event.parties if code != event.host]
    return others[0] if event.host and len(others) == 1 else ""
