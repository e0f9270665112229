"""Who sits with the guests of a text, and is therefore no guest: "chaired the session with the delegation of Oman"."""

from __future__ import annotations

import re

from db.reading.hearing import Heard

_WITH_GUESTS = re.compile(
    r"\b(?:(?:co-?)?(?:preside|presidio|chaired)|presided over|dirige|recu|received|recibio|welcomed|accueilli|met"
    r"|tenu|held|s'est (?:\w+ )?(?:entretenue?|reunie?)|se reunio|sostuvo|mantuvo)\b[^.;]{0,140}?"
    r"\b(?:avec|with|con|to|a|an|the|une?|la|el) (?:[\w-]+ )?"
    r"(?P<guests>delegation|delegacion|mission|mision|team|equipe)\b"
)
_OF = re.compile(r"(?: [\w'’,-]+){0,9}? ?(?:of|from|de|du|d'|del|de la)?(?: the| la| le| l'| el)? ?$")


def sits_with_guests(one: Heard, at: int, guest: str) -> bool:
    """Whether who is named at a place of a sentence is said to have sat with a delegation.

    Args:
        one: the sentence.
        at: where the name ends.
        guest: the country of the delegation.
    """
    found = _WITH_GUESTS.search(one.low, at)
    if found is None:
        return False
    begin, end = found.span("guests")
    for cast in one.cast:
        start, stop = one.offset(cast.mention.start), one.offset(cast.mention.end)
        if cast.mention.code != guest or cast.role != "acts":
            continue
        if start >= end and _OF.fullmatch(one.low, end, start):
            return True
        if stop <= begin <= stop + 2 or 0 <= start - end <= 1:
            return True
    return False
