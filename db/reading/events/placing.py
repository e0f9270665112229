"""Where a visit or a meeting was, who was host there, and who asked for it; a call has no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from db.commitments import RUNGS
from db.dates import UNSTATED, PartialDate
from db.reading import cues
from db.reading.countries.places import is_seat
from db.reading.countries.roles import Cast
from db.reading.events.event import Event
from db.reading.events.event_days import is_dateline, says_where_and_when
from db.reading.hearing import Heard
from db.reading.papers.datelines import says_here
from db.vocabulary import Initiator

_IN_A_YEAR = re.compile(r"\s+(?:in|en)\s+(?:19|20)\d\d")  # where they met before
_TOWN_IN = re.compile(r"\b(?:in|to|en|à|a)\s+(?P<town>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?), $")
_SOME_TOWN = re.compile(
    r"\b(?:in|at|en|dans|a)\s+(?:the|la|el|le)\s+(?:[\w-]+\s+){0,3}?(?:city|town|village|resort|ville|localite|ciudad"
    r"|localidad|poblacion|municipio)(?:\s+(?:\w+ise|\w+ien(?:ne)?|fronteri[zs]\w|frontaliere|portuaria))?"
    r"\s+(?:of\s+|de\s+|d')?"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:(?:de|del|la|el|al|du) ){0,2}[A-ZÀ-Þ][\w'’-]+){0,3}")
_TO_DO = re.compile(r"\b(?:to|that|will|shall|would|should|de|d'|que|para|pour)\b")
_ABOUT = re.compile(
    r"\b(?:to (?!the\b|a\b|an\b)\w+|about|regarding|concerning|discuss\w*|prepar\w+|pour \w+er|para \w+r)\b"
)
_AT_SEAT = re.compile(r"\b(?:at|in|inside|to|a|en|au|al|dans)(?: the| la| le| el)?\s(?:l')?$")
_FAR = 130  # characters from an invitation to whose it is
_PROPOSED = RUNGS.index("proposed")
_SIGNED = RUNGS.index("signed")


class Origin(NamedTuple):
    """Where a text comes from, "" for what is not known.

    Attributes:
        town: where it was origin.
        country: of that town.
        voice: the country whose government tells it; it need not name itself.
        home: the country from which somebody tells of their own doings; it counts where one side is not named.
        day: on which it was written, without its year, where no day of publication is known.
        paper: the country in which it appears, by its address; a paper seldom says whose minister "the minister" is.
    """

    town: str = ""
    country: str = ""
    voice: str = ""
    home: str = ""
    day: PartialDate = UNSTATED
    paper: str = ""


def complete(event: Event, text: str, told: Sequence[Heard], origin: Origin) -> None:
    """The place, the host and who asked for it, from all that is told.

    Args:
        event: what is filled.
        text: as printed.
        told: the sentences that tell of the story.
        origin: where the text was written, which is where "here" is, and where a meeting was that names no place.
    """
    own = [one for one in told if one in event.heard]
    if not event.sending and at_a_distance(event):
        event.place = event.host = ""
        event.roles = {}
    else:
        others = [*own[1:], *(one for one in told if one not in own)]
        headed = [one for one in told if event.day in one.days and says_where_and_when(one)]
        for one in (*headed, *own[:1], *(one for one in others if not _is_of_another_day(event, one))):
            if not event.place:
                _find_place(event, one, text, origin)
        if not event.place and not event.sending:
            _settle(event, origin)
        for one in own if not event.host and not event.sending else ():
            event.host = event.host or _met_in(event, one)
    for one in told:
        if event.initiated_by == "unknown":
            event.initiated_by = _initiator(event, one)
    if event.host and not event.roles:
        event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}


def _met_in(event: Event, one: Heard) -> str:
    """The party in whose country a sentence says that they met, "" for none: "the ministers met in Oman"."""
    for cast in one.cast:
        there = cast.mention.how == "name" and cast.mention.code in event.parties and stands_in(one, cast)
        if there and _met_there(one, cast) and not cues.NEXT.search(one.low):
            return cast.mention.code
    return ""


def _is_of_another_day(event: Event, one: Heard) -> bool:
    """Whether a sentence tells only of days well before those of an event, or after them."""
    first, last = event.when.first, event.when.last
    if first is None or last is None:
        return False
    days = [(day.when.first, day.when.last) for day in one.days if day.kind == "day"]
    known = [(begin, end) for begin, end in days if begin is not None and end is not None]
    return bool(known) and all(end < first - _SOME_DAYS or begin > last + _SOME_DAYS for begin, end in known)


_SOME_DAYS = timedelta(days=3)


def at_a_distance(event: Event) -> bool:
    """Whether they spoke without meeting."""
    low = " ".join(one.low for one in event.heard[:2])
    return cues.PHONE.search(low) is not None or cues.VIDEO.search(low) is not None


def _find_place(event: Event, one: Heard, text: str, origin: Origin) -> None:
    """The place that a sentence tells; its own sentences may name any town, others one of where it may have been."""
    own = one in event.heard
    if own and says_here(one.low) and _settle(event, origin):
        return
    if not own and not _tells_of_it(one):
        return
    at_home = [event.host] if event.host else event.parties
    for cast in one.cast:
        if event.place or not _is_there(one, cast):
            continue
        if cast.mention.code in at_home:
            event.place = text[cast.mention.start : cast.mention.end]
            event.host = event.host or cast.mention.code
        elif own and not event.sending and not event.host and _met_there(one, cast):
            event.place = text[cast.mention.start : cast.mention.end]
    if not event.place:
        _find_unlisted(event, one, text, origin)


def _find_unlisted(event: Event, one: Heard, text: str, origin: Origin) -> None:
    """A town that no list knows, with its country behind it, or told as a town of its own sentences."""
    at_home = [event.host] if event.host else event.parties
    for cast in one.cast if not cues.NEXT.search(one.low) else ():
        town = _TOWN_IN.search(text, one.sentence.start, cast.mention.start)
        if town and cast.mention.how == "name" and cast.mention.code in at_home:
            event.place, event.host = town["town"], cast.mention.code
            return
    some = _SOME_TOWN.search(one.low) if one in event.heard else None
    name = _NAME.match(text, one.sentence.start + some.end()) if some is not None else None
    if name is not None and all(cast.mention.start != name.start() for cast in one.cast):
        event.place = name.group()
        if not event.host and origin.country in event.parties:
            event.host = origin.country  # who writes from a capital writes of towns of that country


def _settle(event: Event, origin: Origin) -> bool:
    """Let it have been where the text was written, where one of them is at home there."""
    if not origin.town or origin.country not in ([event.host] if event.host else event.parties):
        return False
    event.place, event.host = origin.town, origin.country
    return True


def _tells_of_it(one: Heard) -> bool:
    found = one.meets or cues.TRAVEL.search(one.low) or cues.HELD_ON.search(one.low)
    return bool(found or _says_where(one) or _TOOK_PLACE.search(one.low))


def _says_where(one: Heard) -> bool:
    return is_dateline(one) or says_where_and_when(one)


_TOOK_PLACE = re.compile(
    r"\b(?:session|meeting|talks|dialogue|consultations|round|conference|visit|reunion|rencontre|sesion|ronda|visita)\b"
    r"[^.;]{0,140}?\b(?:(?:was|were) held|took place|s'est tenue?|a eu lieu|se celebro|tuvo lugar|se realizo)"
    r" (?:in|at|a|en|au)\b"
)


def _is_there(one: Heard, cast: Cast) -> bool:
    """Whether a sentence says that something was in a town, and not that something is to be there."""
    at = one.offset(cast.mention.start)
    if cast.mention.how != "city" or _IN_A_YEAR.match(one.low, one.offset(cast.mention.end)):
        return False
    if cast.role == "destination" and _ONWARD.search(one.low, 0, at):
        return False
    if cues.NEXT.search(one.low) or not (stands_in(one, cast) or (not at and _says_where(one))):
        return False
    for outcome in one.outcomes:
        if not outcome.start <= cast.mention.start < outcome.end:
            continue
        clause = one.low[one.offset(outcome.start) : at]
        rung = RUNGS.index(outcome.rung)
        if rung < _PROPOSED and cues.MEET.search(clause) is None:
            return False
        if _PROPOSED <= rung < _SIGNED and _TO_DO.search(clause):
            return False
    return True


_ONWARD = re.compile(
    r"\b(?:then|later|afterwards) (?:\w+ ){0,2}?(?:travel|fl|go|went|left|continu|proceed)\w*"
    r"|\bse traslada(?:ran?|ron|n)?\b|\b(?:luego|despues) (?:\w+ ){0,2}?(?:viaj|part|sal|continu)\w*"
    r"|\bse rend(?:ra|ront)? ensuite\b"
)
"""In front of the next town of a guest, in which the meeting was not."""


def stands_in(one: Heard, cast: Cast) -> bool:
    """Whether a sentence says that something is in a place: "in Lima", "at the White House"."""
    at, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
    if _VENUE.match(one.low):
        return True
    there = _AT_SEAT if is_seat(one.low[at:end]) else cues.IN_PLACE
    return there.search(one.low, 0, at) is not None and _EMBASSY.search(one.low, 0, at) is None


_VENUE = re.compile(r"\W*(?:venue|place|lieu|lugar|location)(?: (?:and|et|y) \w+)?\s*:")
_EMBASSY = re.compile(
    r"\b(?:embassy|ambassad\w+|embajad\w+|consul\w*) (?:in|at|en|a|au|aux|to) (?:the |la |el )?$"
)
"""In front of where an embassy is, which tells nothing of where they met."""


def _met_there(one: Heard, cast: Cast) -> bool:
    """Whether they are said to have met in a town of a third country."""
    at = one.offset(cast.mention.start)
    met = cues.MEET.search(one.low, 0, at)
    return met is not None and _ABOUT.search(one.low, met.end(), at) is None


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
