"""Countries of which those who met only spoke: where somebody came back from, what a text is about, whom it blames."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.reading.countries.roles import Cast
from db.reading.hearing import Heard

_FAR = 60  # characters
_OF_A_MATTER = re.compile(
    r"\b(?:return|release|evacuat\w+|evacuees|refugees|migrants|nationals|flights|imports|hostages|prisoners|detainees"
    r"|withdrawal|repatriat\w+|deport\w+|extradit\w+|traffick\w+|smuggl\w+|retour|liberation|refugies|ressortissants"
    r"|otages|rapatri\w+|retrait|expuls\w+|regreso|liberacion|refugiados|rehenes|repatriaci\w+|retirada)\b"
    r"[^.;,]{0,40}\b(?:from|of|in|out of|d[eu]|en|au|desde|del) (?:the |la |le |l'|el )?$"
    r"|\b(?:about|against|regarding|concerning|contre|contra|respecto a|au sujet d[eu]|sobre) (?:the |la |le |l'|el )?$"
)


def only_spoken_of(told: Iterable[Heard]) -> set[str]:
    """The countries that stand nowhere but behind words that make a matter of them."""
    aside: set[str] = set()
    taking_part: set[str] = set()
    for one in told:
        for cast in one.cast:
            (aside if _is_a_matter(one, cast) else taking_part).add(cast.mention.code)
    return aside - taking_part


def _is_a_matter(one: Heard, cast: Cast) -> bool:
    at, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
    if cast.role != "spoken of":
        return False
    before = one.low[max(0, at - _FAR) : at]
    if cast.mention.how != "people":
        return _OF_A_MATTER.search(before) is not None
    are_many = _MANY.fullmatch(one.low, at, end) and not _OF_THEM.search(before)  # "vulnerable Afghans"
    return bool(are_many or _WHO_ARE_TALKED_OF.match(one.low, end))


_MANY = re.compile(r"[a-z ]+(?:ns|is|ese|ish)")
_OF_THEM = re.compile(r"s $")  # "agents kényans"
_WHO_ARE_TALKED_OF = re.compile(
    r" (?:hostages?|prisoners?|detainees?|refugees?|migrants?|nationals?|citizens?|evacuees|soil|territory|market"
    r"|companies|aggression|invasion|oil|gas|coast|airspace|waters)\b"
)
