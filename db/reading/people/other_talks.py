"""Who met at another time: in "the meeting followed President Doe's talks with Jane Roe" neither was there."""

from __future__ import annotations

import re

_TALKS = r"(?:meeting|call|conversation|talks|summit|visit|rencontre|entretien|reunion|encuentro|llamada|visita|visite)"
_FOLLOWED = re.compile(
    rf"\b(?:meeting|talks|visit|call|rencontre|visite|entretien|reunion|encuentro|visita|it|elle|il) "
    rf"(?:(?:was|comes?|came) (?:after|following)|follow(?:ed|s)|builds on|(?:a )?(?:fait|suivi"
    rf"|suit) (?:suite a )?|siguio a|sigue a) "
    rf"[^.;]{{3,70}}?\b{_TALKS} (?:with|between|avec|entre|con) (?:[^.;,]{{3,40}} )?$"
)
_LAST = re.compile(
    rf"\b(?:last [\w'’]+|previous|earlier) (?:\w+ ){{0,2}}{_TALKS} (?:between|with) (?:[^.;,]{{3,40}} and )?$"
)
_VISITS_OF = re.compile(
    r"\b(?:(?:upcoming|forthcoming|future|recent) (?:visits|trips)(?: to [\w ]{3,30})? (?:by|of)"
    r"|(?:prochaines|recentes|futures) visites (?:de|du|d')|(?:proximas|recientes|futuras) visitas (?:del?))"
    r"(?: [^.;,]{3,40} (?:and|et|y))? (?:the |le |la |el )?$"
)


def met_at_another_time(before: str) -> bool:
    """Whether the plain small letters in front of a title say that this was at other talks than those of the text."""
    return any(words.search(before) for words in (_FOLLOWED, _LAST, _VISITS_OF))
