"""Both sides told in one breath: "Oman and Kenya have agreed", "co-chaired by Jane Doe and by John Roe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.countries.places import Mention
from db.reading.countries.roles import Cast
from db.reading.hearing import Heard
from db.reading.parties.company import begins_of
from db.reading.parties.registry import Registry
from db.reading.people.naming import Person

CHAIRED_BY = re.compile(
    r"\b(?:co-?)?(?:chaired|presided(?: over)?|headed|led|opened|presidee?s?|dirigee?s?|presidid[oa]s?|encabezad[oa]s?"
    r"|liderad[oa]s?) (?:jointly |together |conjointement |conjuntamente )?(?:by|par|por)\b"
    r"(?:(?!\b(?:and|et|y)\b)[^;])*$"
)
"""In front of the first of two who lead both sides together."""
_AND = re.compile(r"\s*(?:,|-|–|—|and|et|y|e|with|&|, and)\s*(?:the |la |le |l'|les |los |el )?")


def ends_a_pair(one: Heard, cast: Cast, parties: Sequence[str]) -> bool:
    """Whether a country only ends the naming of both sides, so that whoever is told next is of neither by that."""
    number = one.cast.index(cast)
    pairs = [one.cast[max(0, number - 1) : number + 1]]
    if _SHARED.search(one.low, 0, one.offset(cast.mention.start)):
        pairs.append(one.cast[number : number + 2])  # "the commission between Oman and Kenya, the minister"
    return any(_are_both(one, [either.mention for either in pair], parties) for pair in pairs)


def _are_both(one: Heard, pair: Sequence[Mention], parties: Sequence[str]) -> bool:
    if len(pair) != len(_BOTH) or pair[0].how == "city" or {either.code for either in pair} != set(parties):
        return False
    return _AND.fullmatch(one.low, one.offset(pair[0].end), one.offset(pair[1].start)) is not None


_SHARED = re.compile(r"\b(?:between|entre) (?:the |le |la |el |l')?$")


def after_a_guest(one: Heard, person: Person, before: tuple[int, str] | None, parties: Sequence[str]) -> str:
    """The side of who speaks behind a guest with whom a sentence begins: "After receiving Jane Doe, John Roe said"."""
    two = [who.start for who in one.people[:3]]
    if (
        before is None
        or len(parties) != len(_BOTH)
        or before[1] not in parties
        or _AFTER.match(one.low) is None
    ):
        return ""
    if len(two) != len(_BOTH) or person.start != two[1]:
        return ""
    return next(code for code in parties if code != before[1])


def second_of_two(one: Heard, person: Person, registry: Registry, parties: Sequence[str]) -> str:
    """The side of who talked with somebody of the other: "the talks between Ms Doe and Mr Roe"."""
    begins = one.offset(begins_of(person))
    others = [who for who in one.people if one.offset(who.end) <= begins]
    first = registry.figure_of(others[-1]) if others else None
    if first is None or len(parties) != len(_BOTH) or first.country not in parties:
        return ""
    ahead = one.low[max(0, one.offset(begins_of(others[-1])) - _NEAR) : one.offset(begins_of(others[-1]))]
    between = one.low[one.offset(others[-1].end) : begins]
    if _TALKS_BETWEEN.search(ahead) is None or _AND_HONOURED.fullmatch(between) is None:
        return ""
    return next(code for code in parties if code != first.country)


_NEAR = 60  # characters
_TALKS_BETWEEN = re.compile(
    r"\b(?:talks|meeting|discussions?|conversation|call|entretiens?|rencontre|echanges?|discussions?|reunion|encuentro"
    r"|conversaciones|entrevista)\b[^.;,]{0,30} (?:between|entre) (?:(?:the|le|la|el|mr?s?|mme|sra?|dr)\b[. ]*|l')?$"
)
_AND_HONOURED = re.compile(r",? (?:and|et|y|e) (?:(?:the|le|la|el|mr?s?|mme|sra?|dr)\b[. ]*|l')*")
BOTH_DID = re.compile(
    r",? (?:(?:ont|have|han) (?:\w+ )?(?:signe|paraphe|co-?preside|signed|co-?chaired|firmado"
    r"|procede,?[^.;]{0,40} signature)|(?:signed|co-?chaired|firmaron|copresidieron)\b|met\b(?! with)"
    r"|se sont (?:\w+ )?(?:reunis|rencontres|entretenus)\b(?! avec)"
    r"|se reunieron\b(?! con))"
)
"""Behind the second of two who did something together, each for one side."""
_BOTH = ("one", "other")
_AFTER = re.compile(
    r"(?:after|apres|tras|despues de) (?:receiving|hosting|welcoming|meeting|avoir (?:recu|accueilli|rencontre)|recibir"
    r"|acoger|s'etre (?:entretenue?|reunie?) avec|reunirse (?:\w+ )?con|entrevistarse (?:\w+ )?con)\b"
)
