"""Both sides told in one breath: "Oman and Kenya have agreed", "co-chaired by Jane Doe and by John Roe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.countries.roles import Cast
from db.reading.hearing import Heard
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
    before = one.cast[number - 1].mention if number else None
    if before is None or before.how == "city" or {before.code, cast.mention.code} != set(parties):
        return False
    return _AND.fullmatch(one.low, one.offset(before.end), one.offset(cast.mention.start)) is not None


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


_BOTH = ("one", "other")
_AFTER = re.compile(
    r"(?:after|apres|tras|despues de) (?:receiving|hosting|welcoming|meeting|avoir (?:recu|accueilli|rencontre)|recibir"
    r"|acoger|s'etre (?:entretenue?|reunie?) avec|reunirse (?:\w+ )?con|entrevistarse (?:\w+ )?con)\b"
)
