"""On which side somebody is who is told as the counterpart of another, or whose counterpart is told."""

from __future__ import annotations

import re

from db.reading.hearing import Heard
from db.reading.parties.company import begins_of
from db.reading.parties.registry import COUNTERPART, Registry
from db.reading.people.naming import Person

_AT_A_TABLE = 2  # parties
_NEAR_NAME = 80  # characters in front of a name that may tell whose counterpart it is


def counterpart(one: Heard, person: Person) -> str:
    """The country of "my Philippine counterpart, Secretary Jane Doe" or of "son homologue béninois, Jean Doe"."""
    at = one.offset(begins_of(person))
    told = COUNTERPART.search(one.low, max(0, at - _NEAR_NAME), at)
    if told is None:
        return ""
    for cast in one.cast:
        start, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
        beside = told.start() - end in (0, 1) or (told.start() < start and end <= told.end())
        if beside and cast.mention.how in ("name", "people"):
            return cast.mention.code
    return ""


def opposite(one: Heard, person: Person, parties: list[str]) -> str:
    """The side of whoever is named right before a counterpart: "the minister, Jane Doe, and her Omani counterpart"."""
    following = next((other for other in one.people if other.start > person.start), None)
    if following is None or len(parties) != _AT_A_TABLE:
        return ""
    theirs = counterpart(one, following)
    between = one.low[one.offset(person.end) : one.offset(following.start)]
    if theirs not in parties or not _AND_THEIRS.match(between):
        return ""
    return parties[1 - parties.index(theirs)]


_AND_THEIRS = re.compile(r"[^.;]{0,60}?\b(?:his|her|their|su|sus|son|sa|leur)\b")


def by_counterpart(one: Heard, person: Person, registry: Registry, parties: list[str]) -> str:
    """The counterpart of somebody is of the other side."""
    at = one.offset(person.start)
    if len(parties) != _AT_A_TABLE or not COUNTERPART.search(one.low[max(0, at - 50) : at]):
        return ""
    for place, figure in reversed(registry.named_in(one)):
        if place < at and figure.country in parties:
            return parties[1 - parties.index(figure.country)]
    return ""
