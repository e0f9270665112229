"""On which side somebody is whom a sentence names at the head of a delegation, or in whose presence others met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading import cues
from db.reading.hearing import Heard
from db.reading.parties.company import begins_of
from db.reading.people.naming import Person

_TWO = 2  # parties
_NEAR = 160  # characters between a delegation and who leads it
_BESIDE = 30  # characters between a country and its delegation

_LED_BY = re.compile(
    r",? (?:(?:which|that|qui|que) (?:is|was|est|etait|es|era) )?"
    r"(?:led|headed(?: up)?|conduite?|dirigee?|menee?|presidee?|encabezad[oa]|liderad[oa]|presidid[oa]) (?:by|par|por)"
    r" (?:(?:its|their|his|her|the|sa|son|leur|la|le|su|el) |l')?$"
)
_DELEGATION = re.compile(r"\b(?:delegations?|delegacion|team|mission|mision|equipe|equipo|contingent)\b")
_OF = re.compile(r"(?:^|[ ])(?:from|of|de|du|des|del|d')\b[^,;]*$|[^,;\w]{0,3}$")


def leads_a_delegation_of(one: Heard, person: Person) -> str:
    """The country of "a delegation from Kenya's border command, led by its commander, Jane Doe"."""
    at = one.offset(begins_of(person))
    led = _LED_BY.search(one.low, max(0, at - _NEAR), at)
    if led is None:
        return ""
    told = list(_DELEGATION.finditer(one.low, max(0, led.start() - _NEAR), led.start()))
    if not told:
        return ""
    behind, before = told[-1].end(), told[-1].start()
    for cast in one.cast:
        start, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
        if cast.mention.how not in ("name", "people"):
            continue
        if behind <= start and end <= led.start():
            return cast.mention.code if _OF.search(one.low, behind, start) else ""
        if end <= before <= end + _BESIDE and cast.mention.how == "people":
            return cast.mention.code
    return ""


def leads_the_delegation(one: Heard, person: Person, guest: str) -> str:
    """The country whose delegation a text tells of, for "The delegation was led by Jane Doe", which names none."""
    at = one.offset(begins_of(person))
    led = _THE_DELEGATION.match(one.low)
    return guest if led is not None and led.end() == at else ""


_THE_DELEGATION = re.compile(
    r"(?:the|this|la|cette|esta|dicha) (?:[\w-]+ )?(?:delegation|team|mission|delegacion|mision)"
    r"(?: (?:was|is|etait|est|a ete|fue|es|estuvo|estaba))?"
    r" (?:led|headed(?: up)?|conduite|dirigee|menee|encabezada|liderada|presidida) (?:by|par|por)"
    r" (?:(?:its|the|la|le|el|su) |l')?"
)


def guest_by_delegation(heard: Sequence[Heard], parties: Sequence[str]) -> str:
    """The only party of whose delegation a text tells: "A four-member British delegation called on …"."""
    codes = {
        cast.mention.code
        for one in heard
        for cast in one.cast
        if cast.mention.how == "people" and _DELEGATION.match(one.low, one.offset(cast.mention.end) + 1)
    }
    return next(iter(codes)) if len(codes) == 1 and codes <= set(parties) else ""


_PRESENCE = re.compile(r"\b(?:in the presence of|en presence d[eu]s?|en presencia del?)\b")


def present_beside_theirs(one: Heard, person: Person, parties: Sequence[str]) -> str:
    """The other side than that of who is named last: "in the presence of Jane Doe and of John Roe of Oman"."""
    presence = _PRESENCE.search(one.low, 0, one.offset(begins_of(person)))
    if presence is None or person.country or len(parties) != _TWO:
        return ""
    there = [other for other in one.people if one.offset(begins_of(other)) >= presence.end()]
    last = there[-1]
    if len(there) < _TWO or last.country not in parties or any(other.country for other in there[:-1]):
        return ""
    return next(code for code in parties if code != last.country)


_INVITED = re.compile(
    r"(?:(?:a|sur|suite a) l'invitation d|(?:at|on|upon) the invitation (?:of|from)\b|por invitacion del?\b"
    r"|a invitacion del?\b|invitee?s? par\b|invited by\b|invitad[oa]s? por\b)"
)


def came_as_invited(one: Heard, person: Person, sending: str) -> str:
    """Who comes in a sentence that begins with who invites: "At the invitation of Jane Doe, John Roe visited Oman"."""
    if _INVITED.match(one.low) is None or not one.people or person.country:
        return ""
    at = one.offset(begins_of(person))
    travels = cues.TRAVEL.search(one.low, at)
    return sending if person.start != one.people[0].start and travels is not None else ""
