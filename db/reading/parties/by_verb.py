"""On which side somebody is by where the name stands: before the verb of going or receiving, or behind it."""

from __future__ import annotations

import re

from db.reading import cues
from db.reading.hearing import Heard
from db.reading.people.naming import Person

_NEAR_NAME = 80  # characters
_TOLD_BY = re.compile(
    r"\b(?:anuncio|informo|confirmo|dijo|annonce|announced by|indique)\b[^,;]*,?[^,;]*,?\s*$"
)
_VISITED_BY = re.compile(
    r"\b(?:(?:was|were) (?:visited|called on|paid an? (?:\w+ ){0,2}(?:call|visit)) by"
    r"|received (?:an?|the) (?:\w+ ){0,2}(?:visit|call) (?:from|by|of)|a recu la visite|recibio la visita)\b"
)
_WHO_VISITS = re.compile(
    r"\b(?:who|qui|quien) (?:is|was|est|effectue|effectuait|realiza|realizaba)(?: \w+){0,2}?"
    r" (?:paying an?|visiting|on an?|en|une?|una?)(?: \w+){0,2}? (?:visit|visite|visita)\b"
)


def by_verb(one: Heard, person: Person, sending: str, host: str) -> str:
    """Who stands before the verb of going or meeting goes or meets; who stands behind it is met."""
    at = one.offset(person.start)
    if not sending or not host or _TOLD_BY.search(one.low[max(0, at - _NEAR_NAME) : at]):
        return host if not sending and _receives(one, at) else ""
    if (visited := _VISITED_BY.search(one.low)) is not None:
        return host if at < visited.start() else sending
    if (received := cues.RECEIVED.search(one.low)) is not None:
        return sending if at < received.start() else host
    if (hosted := cues.HOSTED.search(one.low)) is not None:
        met_there = cues.WITH_WHOM.search(
            one.low, hosted.end(), at
        )  # "received a team, which met with Jane Doe"
        return host if at < hosted.start() or met_there else sending
    met = cues.WITH_WHOM.search(one.low)
    if met is not None:
        behind = {other.country for other in one.people if one.offset(other.start) > met.end()}
        first, second = (host, sending) if behind == {sending} else (sending, host)
        return second if at > met.end() else first  # "the minister met today with the Omani ambassador"
    travels = cues.TRAVEL.search(one.low) or cues.LED.search(one.low)
    goes = sending if travels and "between" not in one.low[:at] else ""
    return host if _meets_a_visitor(one, person) else goes


def _receives(one: Heard, at: int) -> bool:
    """Whether who stands at a place of a sentence receives others there."""
    hosted = cues.HOSTED.search(one.low, at)
    return hosted is not None and cues.RECEIVED.search(one.low) is None


def _meets_a_visitor(one: Heard, person: Person) -> bool:
    """Whether somebody meets a guest of theirs: "had a meeting with John Roe, who is paying a visit"."""
    visits = _WHO_VISITS.search(one.low)
    following = next((other for other in one.people if other.start > person.start), None)
    return visits is not None and following is not None and one.offset(following.start) < visits.start()
