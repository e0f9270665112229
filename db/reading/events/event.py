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
            cues.CANCELLED.search(one.low) and (cues.TRAVEL.search(one.low) or cues.MEET.search(one.low))
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
    if event.status != "held" or not stays or published is None or first is None or last is None:
        return event.status
    return "under way" if first <= published < last else event.status


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


def find_host(event: Event, one: Heard) -> None:
    """Who receives whom, as a sentence says it."""
    if not event.host and (guest := visiting_from(one, event.parties)):
        event.host = next(code for code in event.parties if code != guest)
    hosted, received = cues.HOSTED.search(one.low), cues.RECEIVED.search(one.low)
    cue = received or hosted
    if cue is None or event.host or _hosts_a_thing(one):
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
    by = _HOSTED_BY.search(one.low)
    at_home = [cast.mention.code for cast in one.cast if by and one.offset(cast.mention.start) >= by.end()]
    if at_home and at_home[0] in event.parties:  # "hosted by Hungary's Bureau of Investigation"
        event.host = at_home[0]
        return
    there = [
        cast.mention.code
        for cast in one.cast
        if received and cue.start() < one.offset(cast.mention.start) < cue.end()
        if cast.mention.code in event.parties
    ]
    if there:  # "was welcomed at the Malawi Police headquarters by"
        event.host = there[0]
        return
    if not before and not after:
        return
    if received is None and _A_THING.match(one.low, cue.end()):
        return  # "welcomed the announcement that both countries will …"
    if received is None and not after and not _receives_somebody(one, cue.end()):
        return  # "Jamaica welcomed this contribution"
    if received is None and not before and len(event.parties) == _TWO:
        # "today hosted her Omani counterpart for the session of the Omani-Kenyan commission"
        after = after[:1]
    host = (after if received else [code for code in before if code not in after[:1]] or before)[:1] or [
        code for code in event.parties if code not in (before if received else after)
    ][:1]
    if host and host[0] in event.parties:
        event.host = host[0]


def visiting_from(one: Heard, parties: Sequence[str]) -> str:
    """The country of "the visiting police chief of Oman" or of "Oman's visiting officials", "" for none of two."""
    said = _VISITING.search(one.low) if len(parties) == _TWO else None
    if said is None:
        return ""
    begin, end = said.span()
    for cast in one.cast:
        start, stop = one.offset(cast.mention.start), one.offset(cast.mention.end)
        near = _ITS.fullmatch(one.low, stop, begin) is not None or begin <= start <= end + _OF_THE_GUEST
        if near and cast.role == "acts" and cast.mention.how != "city" and cast.mention.code in parties:
            return cast.mention.code
    return ""


_VISITING = re.compile(
    r"\bvisiting (?:[\w-]+ ){0,4}?(?:delegation|ministers?|commissioner|officials?|team|chief|director|head|commander"
    r"|general|secretary|president|officers|experts?|envoy|counterpart|guest)\b"
)
_ITS = re.compile(r"(?:'s?)? ")  # "Oman's visiting officials"
_OF_THE_GUEST = 100  # characters behind the title of a guest in which the country stands


def _hosts_a_thing(one: Heard) -> bool:
    """Whether a country only has something there: "a trade area whose secretariat is hosted by Ghana"."""
    by = _HOSTED_BY.search(one.low)
    return by is not None and _OF_A_THING.search(one.low, 0, by.start()) is not None


_TWO = 2  # parties
_OF_A_THING = re.compile(r"\b(?:whose|which|that|dont|qui|cuy[oa]s?|que) [^.;,]{0,60}$")
_HOSTED_BY = re.compile(
    r"\b(?:hosted|organi[sz]ed|accueillie?|organisee?|auspiciad[oa]|organizad[oa]) (?:by|par|por)"
    r" (?:the |la |le |el |l')?(?=[^.;,]{2,60})"
)


_A_THING = re.compile(
    r" (?:(?:the|this|that|these|those|an?|its|their|his|her|any|all|with) )?(?:[\w-]+ ){0,3}?"
    r"(?:announcements?|decisions?|progress|signing|signature|adoption|conclusion|commitments?|contributions?|initiatives?|offers?|proposals?"
    r"|cooperation|coordination|communication|agreements?|launch|opening|results?|outcomes?|steps?|news|fact|ideas?"
    r"|support|efforts?|ratification|resumption|release|intention|satisfaction|interest)\b"
    r"(?! (?:delegation|mission|team|group|minister|director|officers?|officials?|partners?|agency)\b)"
)


def _receives_somebody(one: Heard, at: int) -> bool:
    """Whether people or a meeting stand behind a word of receiving."""
    return any(one.offset(who.start) >= at for who in one.people) or _GUESTS.search(one.low, at) is not None


_GUESTS = re.compile(
    r"\b(?:delegation|delegacion|mission|mision|counterparts?|guests?|visitors?|officials?|officers|experts?|meeting|talks"
    r"|dialogue|session|round|consultations|summit|reunion|rencontre|encuentro|homologues?|homolog[oa]s?|ambassad\w+"
    r"|embajador\w*|minist\w+|director\w*|directeur|directrice|chef|chief|head|secretar\w+|commissioner)\b"
)


def guest_of(event: Event) -> str:
    """The one party that is not the host, "" where there are several or none is known."""
    others = [code for code in event.parties if code != event.host]
    return others[0] if event.host and len(others) == 1 else ""
