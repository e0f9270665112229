"""An event while its parts are gathered: when it was, where, who received whom and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.dates import PartialDate
from db.reading import cues
from db.reading.days import Day
from db.reading.hearing import Heard
from db.reading.lasting import ended_then
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
_AGAIN = re.compile(
    r"\b(?:next (?:meeting|round|session|visit|edition|consultations|dialogue)|meet again|reconvene|se retrouveront"
    r"|prochaine (?:reunion|session|rencontre|visite)|proxima (?:reunion|sesion|visita|ronda)|volveran a reunirse)\b"
)
_BEGINNING = 3  # characters
_LONGEST_PLACE = 40  # characters
_LONGEST_HEADING = 160  # characters
_NEAR_AHEAD = 40  # characters in which "is expected to be received" is one thing
_NEAR_VISIT = 80  # characters between a visit and its days
_NEAR_SAYING = 60  # characters between "said" and the day on which it was said


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


_OF_ANOTHER = re.compile(
    r"\b(?:in (?:the )?(?:place|stead) of|instead of|en lugar de|en reemplazo de|a la place d|en remplacement d)"
    r"[^.;]*?\b(?:whose|dont|cuy[oa]s?)\b[^.;,]*"
)
"""Somebody went for another one, and it is that one's visit which is off."""


def has_been(low: str) -> bool:
    """Whether they are said to have met: "will reopen the post, their ministers said after talks"."""
    met = cues.HAS_MET.search(low)
    ahead = cues.AHEAD.search(low)
    return met is not None and (ahead is None or not 0 <= met.start() - ahead.end() < _NEAR_AHEAD)


def off_or(status: EventStatus, title: Heard | None, told: Sequence[Heard]) -> EventStatus:
    """Whether what was to come is off after all, as the title or the first sentences say."""
    for one in (*((title,) if title else ()), *told[:LEAD]):
        if cues.NOT_GOING.search(one.low) or (
            cues.CANCELLED.search(one.low) and (cues.TRAVEL.search(one.low) or cues.MEET.search(one.low))
        ):
            return "cancelled"
    return status


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
    if received is None and not after and not _receives_somebody(one, cue.end()):
        return  # "Jamaica welcomed this contribution"
    host = (after if received else before)[:1] or [
        code for code in event.parties if code not in (before if received else after)
    ][:1]
    if host and host[0] in event.parties:
        event.host = host[0]


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


def find_date(event: Event, title: Heard | None, told: Sequence[Heard], text: str, *, main: bool) -> None:
    """When it was: said in its own sentences, or else where the text begins to tell of it.

    The day on which they met goes before "last week", wherever the text gives it.
    """
    sitting = title is not None and cues.SITTING.search(title.low) is not None
    about = (
        [one for one in told[: 2 * LEAD] if _is_about(one) or (sitting and is_dateline(one))] if main else []
    )
    above = _above(event, told, text)
    found: list[tuple[Day, bool, Heard]] = []
    for one in (*event.heard, *above, *about, *((title,) if title and main else ())):
        if one not in (*event.heard, *above) and (
            cues.NEXT.search(one.low) or one.ahead != (event.status == "planned")
        ):
            continue
        meets = cues.MEET.search(one.low) is not None or one is event.heard[0]
        found += [(day, meets, one) for day in one.days if _may_be_of(one, day, event.status)]
    if found:
        day, _, teller = found[0]
        stay = next((one for one in found if one[2] in event.heard and _is_stay(one[0], one[2])), None)
        if event.sending and stay is not None and _is_of_one_day(day):
            day, _, teller = stay
        if _is_vague(day):
            exact = (one for one in found if one[1] and _is_days(one[0]))
            day, _, teller = next(exact, found[0])
        event.day, event.when = day, ended_then(teller, day) or day.when
        return
    for one in (*((title,) if title else ()), *told[:LEAD]) if main else ():
        if match := _YEAR_OF.search(one.low):
            event.when = PartialDate(match["year"], match["year"])
            return


def _may_be_of(one: Heard, day: Day, status: EventStatus) -> bool:
    at = one.offset(day.start)
    if status == "held" and _AGAIN.search(one.low, 0, at):
        return False  # "met in Sofia, and will hold the next round on 12 June"
    if _BY.search(one.low[max(0, at - 24) : at]) or day.kind == "year":
        return False
    return bool(day.when.edtf or day.when.text) and not _said_then(one, day)


def _is_days(day: Day) -> bool:
    """Whether it says which days, be it without their year."""
    return day.kind == "day" and bool(day.when.edtf)


def _is_stay(day: Day, one: Heard) -> bool:
    """Whether it gives the days of a visit: "received her guest, who is on a visit from 14 to 17 May"."""
    at = one.offset(day.start)
    return (
        _is_days(day)
        and not _is_of_one_day(day)
        and cues.TRAVEL.search(one.low, max(0, at - _NEAR_VISIT), at) is not None
    )


def _is_of_one_day(day: Day) -> bool:
    return day.when.first is not None and day.when.first == day.when.last


def _is_vague(day: Day) -> bool:
    """Whether it is one of several days: "last week", "this month"."""
    first, last = day.when.first, day.when.last
    return day.kind in ("month", "relative") and (first is None or last is None or first != last)


def _above(event: Event, told: Sequence[Heard], text: str) -> list[Heard]:
    """The sentence that begins the paragraph of an event with a day, as diaries do."""
    if not event.heard or event.heard[0] not in told:
        return []
    at = told.index(event.heard[0])
    while at and "\n\n" not in text[told[at - 1].sentence.end : told[at].sentence.start]:
        at -= 1
    first = told[at]
    begins = first is not event.heard[0] and first.days and first.offset(first.days[0].start) <= _BEGINNING
    return [first] if begins else []


def is_dateline(one: Heard) -> bool:
    """Whether it says no more than where and when."""
    rest = len(one.low) - sum(day.end - day.start for day in one.days)
    return bool(one.days) and one.days[0].when.exact and rest <= _LONGEST_PLACE


def _is_about(one: Heard) -> bool:
    if one.days and cues.SITTING.search(one.low) and len(one.low) < _LONGEST_HEADING:
        return True
    found = cues.MEET.search(one.low) or cues.TRAVEL.search(one.low) or cues.HELD_ON.search(one.low)
    return found is not None and not one.listed


def _said_then(one: Heard, day: Day) -> bool:
    """Whether it is the day on which somebody said so; "Said" may also be a name."""
    at = one.offset(day.start)
    said = cues.SAID.search(one.low, max(0, at - _NEAR_SAYING), at)
    return (
        day.kind in ("now", "weekday", "relative")
        and said is not None
        and not any(who.start <= one.sentence.start + said.start() < who.end for who in one.people)
        and cues.AFTER_MEETING.match(one.low, one.offset(day.end)) is None
    )
