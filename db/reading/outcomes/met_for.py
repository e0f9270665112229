"""What those who met talked of, where only the purpose tells it: "met the ministers of Oman to discuss the reefs"."""

from __future__ import annotations

import re

_MET = re.compile(
    r"\b(?:met|received|hosted|welcomed|spoke|arrived (?:here|in (?:[\w'-]+ ){1,3}?)(?=to )"
    r"|consulted|held (?:a |an )?(?:\w+ )?(?:talks|meeting|meetings|discussions|call)|sat down|convened"
    r"|(?:was|were) in (?:[\w'-]+ ){1,3}?(?=to )"
    r"|led (?:an?|the) (?:[\w.-]+ ){0,2}delegation"
    r"|(?:a|ont) (?:\w+ )?(?:rencontre|recu)|s'est (?:\w+ )?(?:entretenue?|reunie?)"
    r"|se sont (?:\w+ )?(?:entretenus|reunis|rencontres)"
    r"|se (?:reunio|reunieron|entrevisto|entrevistaron)|se (?:ha|han) (?:reunido|entrevistado)"
    r"|mantuvo (?:una )?(?:reunion|encuentro))\b"
)
_TO_TALK = re.compile(
    r" (?P<aim>to (?:discuss|exchange views on|talk about|consult on)"
    r"|(?:pour|afin de?) ?(?:discuter|s'entretenir|evoquer"
    r"|echanger sur)"
    r"|para (?:tratar|discutir|abordar|conversar sobre|dialogar sobre)) (?P<what>[^.;]{12,})"
)
_AIMS = ("to discuss", "to consult", "to exchange views", "to talk about", "pour ", "afin d", "para ")
_HAD = re.compile(  # at another time, before what the text tells
    r"\b(?:had (?:\w+ )?(?:met|spoken|held|consulted)|avai(?:t|ent) (?:\w+ )?(?:rencontre|recu)"
    r"|s'etai(?:t|ent) (?:\w+ )?(?:entretenu|reuni)|se habian? (?:reunido|entrevistado))"
)
_NOT_YET = re.compile(
    r"\b(?:will|would|to meet|is to|are to|expected|scheduled|planned|if|doit|doivent|devrai\w+|deberan?|sera"
    r"|seran|van? a)\b"
)


def talked_of(low: str) -> tuple[int, int] | None:
    """Where the aim of a meeting that took place is told, as far as what it was about; None where it is not.

    Args:
        low: the sentence in plain small letters.
    """
    if not any(words in low for words in _AIMS):  # most sentences: sooner seen than searched for
        return None
    met = _MET.search(low)
    told = _TO_TALK.search(low, met.end()) if met is not None else None
    if (
        met is None
        or told is None
        or _NOT_YET.search(low, 0, told.start())
        or _HAD.search(low, 0, told.start())
    ):
        return None
    return told.start("aim"), told.end("aim")
