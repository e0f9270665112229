"""Verbs of the ladder that only narrate: a tour and what was shown on it, a meeting that was held, friendly words."""

from __future__ import annotations

import re

_VISITED = re.compile(
    r"(?:a|ont|ha|han|has|have|had)(?:,? [\w']+,?){0,4} (?:visite|visitado|visited|toured|recorrido|parcouru|presente"
    r"|presentado|presented)\b"
)
"""With its auxiliary and what stands between: "a par ailleurs visité"."""
_ON_A_TOUR = re.compile(
    r"\b(?:tour(?:ed)?|visit(?:ed)?|visite|visitado|visito|visitaron|recorrio|recorrieron|recorrido)\b[^.;]{3,120}?,"
    r" (?:where|ou|donde) [^.;,]{0,60}$"
)
"""In front of what they were told where they were taken."""
_HELD = re.compile(r"(?:ha|han|habian?)? ?celebr(?:ado|o|aron)\b")
_ITSELF = re.compile(r"\bse $")
"""A meeting that "se ha celebrado" has taken place, and nobody hails it."""
_FRIENDS = re.compile(
    r"(?:re)?affirm\w* (?:[\w'-]+ ){0,4}?commitment to (?:(?:its|their|the|this|his|her) )?(?:[\w-]+ ){0,3}?"
    r"(?:partnerships?|relations(?:hips?)?|friendship|ties|bonds|alliances?)\b(?! (?:by|through)\b)"
    r"|(?:a|ont) (?:\w+ )?(?:re)?affirme (?:l'(?:attachement|engagement) (?:[\w']+ ){1,4}?"
    r"|son (?:attachement|engagement) )"
    r"(?:envers|a|en faveur d[eu]|pour) (?:(?:le|la|les|son|sa|ses) |l')?(?:\w+ ){0,2}?"
    r"(?:partenariats?|relations?|amitie|liens|alliances?)\b"
    r"|(?:(?:ha|han) (?:re)?afirmado|(?:re)?afirm(?:o|aron)) (?:el|su) compromiso (?:de \w+ )?con "
    r"(?:(?:la|las|los|el|sus?) )?"
    r"(?:\w+ ){0,2}?(?:asociacion(?:es)?|relacion(?:es)?|amistad|lazos|vinculos|alianzas?)\b"
)
"""Committed to friendship, with nothing that anybody is to do for it."""
_WHO_SPOKE = re.compile(r"[\"”»],? [^\"“«.;]{3,80}, (?:que|qui|who) $")
"""Behind somebody's own words: "…", said the minister, who insisted that …"."""


def is_narrated(low: str, at: int, verb: str, *, view: bool) -> bool:
    """Whether a verb only tells how a visit went, in a sentence of plain small letters.

    Args:
        low: the sentence.
        at: where the verb begins.
        verb: its words.
        view: whether it supports no more than a view that somebody gave.
    """
    return (
        _VISITED.match(verb) is not None
        or _FRIENDS.match(low, at) is not None
        or (_HELD.match(verb) is not None and _ITSELF.search(low, 0, at) is not None)
        or (view and any(words.search(low, 0, at) for words in (_ON_A_TOUR, _WHO_SPOKE)))
    )


def is_only_interest(low: str, at: int) -> bool:
    """Whether a verb says that somebody takes an interest in what others have, and nothing that they would do."""
    return _INTEREST.match(low, at) is not None


_THEIR_WAY = (
    r"(?:[\w-]+ ){0,3}?(?:experiences?|models?|expertise|practices|methods|systems?|approach|know-how|modeles?"
    r"|pratiques|methodes?|systemes?|approche|savoir-faire|experiencias?|modelos?|practicas|metodos|sistemas?)\b"
)
_INTEREST = re.compile(
    rf"[^.;,]{{0,50}}?\b(?:interest (?:[\w'-]+ ){{0,4}}?in (?!\w+ing\b)(?:the |its |their |his |her )?{_THEIR_WAY}"
    rf"|interet (?:[\w'-]+ ){{0,5}}?(?:pour|envers|a l'egard d[eu]s?) "
    rf"(?:le |la |les |l'|ses? |son |leurs? )?{_THEIR_WAY}"
    rf"|interes (?:[\w'-]+ ){{0,5}}?(?:por|en) (?!\w+[aei]r\b)(?:el |la |las |los |sus? )?{_THEIR_WAY})"
)
