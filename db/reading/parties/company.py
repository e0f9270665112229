"""Who is told as somebody's company: of the country of whoever they came with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading import cues
from db.reading.hearing import Heard
from db.reading.parties.registry import Registry
from db.reading.people.naming import Person
from db.reading.words import plain

_NEAR_NAME = 80  # characters
_NEAR_HEAD = 80  # characters


def begins_of(person: Person) -> int:
    """Where somebody's title begins, or the name where no title stands before it."""
    return min(person.start, person.title_span[0] or person.start)


def in_company(one: Heard, person: Person, sending: str, host: str, registry: Registry) -> str:
    """Who accompanies somebody is of those who travel, and who invites is of the host."""
    at = one.offset(begins_of(person))
    before = one.low[:at]
    invites = _INVITES.search(before) or _INVITATION_OF.match(plain(person.title))
    if sending and invites is not None:
        return host
    company = _COMPANY.search(before) or _IN_THE_PARTY.search(before)
    if company is None or cues.MEET.search(before, company.end()):
        return ""
    if code := _accompanied(one, person, company, registry):
        return code
    after = one.offset(person.end)
    receives = cues.HOSTED.search(one.low, after) and not cues.RECEIVED.search(one.low, after)
    if receives or cues.RECEIVED.search(before, 0, company.start()):
        return host  # "the minister, accompanied by her deputy, received …"
    return sending


def _accompanied(one: Heard, person: Person, company: re.Match[str], registry: Registry) -> str:
    """The country of whoever has company: "the Omani minister was accompanied by", "with him were", "lo acompañó"."""
    at = one.offset(begins_of(person))
    ahead = [
        cast.mention.code
        for cast in one.cast
        if company.end() <= one.offset(cast.mention.start) < min(at, company.end() + _NEAR_HEAD)
        and cast.mention.how != "city"
        and _OF_WHOM.fullmatch(one.low, company.end(), one.offset(cast.mention.start))
    ]
    if ahead:
        return ahead[0]
    near = [
        figure.country
        for place, figure in registry.named_in(one)
        if place < company.start() and company.start() - place < _NEAR_NAME and figure.country
    ]
    return near[-1] if near else ""


def with_whom_before(one: Heard, before: str) -> str:
    """The country of whoever is named last before a sentence that says who was with them: "With him were …".

    Args:
        one: the sentence.
        before: that country, "" for none.
    """
    return before if _WITH_THEM.match(one.low) else ""


def with_the_one_before(one: Heard, before: set[str]) -> str:
    """The country of whoever the sentence before is about, where one goes on with "He was accompanied by …".

    Args:
        one: the sentence.
        before: the countries of all that the sentence before names; of several it may be either's company.
    """
    return next(iter(before)) if len(before) == 1 and _HE_HAD.match(one.low) else ""


def ours(one: Heard, voice: str, before: str, parties: Sequence[str]) -> str:
    """The country of those who tell it, where a sentence begins with "On our side, …".

    Args:
        one: the sentence.
        voice: whose government tells it, "" for not known.
        before: the country of whoever is named last before it.
        parties: who takes part.
    """
    if _OUR_SIDE.match(one.low) is None:
        return ""
    others = [code for code in parties if code != before]
    return voice if voice in parties else others[0] if before and len(others) == 1 else ""


_OUR_SIDE = re.compile(
    r"(?:and )?(?:on|for|from) our (?:own )?(?:side|part)\b|de notre (?:cote|part)\b"
    r"|(?:por|de) nuestr[oa] (?:parte|lado)\b"
)
_WITH_THEM = re.compile(
    r"(?:(?:also )?with (?:him|her)|at (?:his|her) side) (?:was|were|came)\b|a ses cotes\b|(?:junto a|con) (?:el|ella)"
    r" (?:estuv|estab|particip)\w+"
)


_HE_HAD = re.compile(
    r"(?:(?:he|she|il|elle|el|ella|celui-ci|celle-ci|ce dernier|cette derniere|este|esta) )?"
    r"(?:was|is|had been|etait|est|fue|estuvo|estaba|iba|va|vino) (?:also |egalement |tambien |notamment )?"
    r"(?:accompanied|accompagnee?|entouree?|assistee?|acompanad[oa]|flanked|assisted)\b"
)


def with_their_envoy(one: Heard, person: Person, sending: str) -> str:
    """Those who travel, with their own ambassador: "he was accompanied by the Omani Ambassador to Kenya"."""
    behind = one.low[one.offset(person.end) :]
    if not sending or _HAS_COMPANY.match(behind) is None:
        return ""
    theirs = any(
        other.start > person.start and other.country == sending and _ENVOY.search(plain(other.title))
        for other in one.people
    )
    return sending if theirs else ""


_HAS_COMPANY = re.compile(
    r",? (?:(?:was|is|who was|etait|est|estuvo|fue|iba|qui etait) )?(?:accompanied by|flanked by"
    r"|accompagnee? (?:d[eu]s?|par|d')|acompanad[oa] (?:de|por))"
)
_ENVOY = re.compile(r"\b(?:ambassad|embajad|high commissioner|haut-commissaire|consul)")
_OF_WHOM = re.compile(r" (?:al? |the |le |la |el )?(?:\w+ ){0,3}(?:de |del |of |du )?(?:la |the )?")
_IN_THE_PARTY = re.compile(
    r"\b(?:(?:formaron|forman|formo) parte de (?:la|su) (?:comitiva|delegacion|mision)|(?:la"
    r"|su) comitiva (?:la )?(?:integr|inclu)\w+"
    r"|(?:his|her|their|the) (?:entourage|party|retinue|delegation) (?:included|comprised|consisted of"
    r"|was made up of)"
    r"|^it (?:also |further )?(?:included|comprised|consisted of|was (?:also )?made up of)"
    r"|(?:(?:sa|la|leur) (?:suite|delegation)|^elle|^celle-ci)"
    r" (?:compren(?:ait|d)|(?:etait|est) (?:\w+ )?composee d\w*|compt(?:ait|e)))\b"
)
_COMPANY = re.compile(
    r"\b(?:accompanied by|accompagnee?s? (?:d[eu]s?|par|d')|l'accompagn\w+|acompanad[oa]s? (?:de|por)"
    r"|acompan(?:aron|o|aran?|an?)|flanked by)\b"
)
_INVITATION_OF = re.compile(r"invita[ct]ion (?:of|d[eu]|del) ?")
_INVITES = re.compile(
    r"(?:\binvitation of|(?<!^a )(?<!^sur )l'invitation d[eu]|(?<!^por )invitacion de(?:l| la)?|\binvited by"
    r"|\binvitee? par|\binvitad[oa] por)(?: (?:the|his|her|le|la|son|sa|el|su))?(?: \w+)?(?: (?:counterpart"
    r"|homologue|homolog[oa])(?: \w+)?,)?"
    r"(?: (?:the|le|la|el))?\W*$"
)
