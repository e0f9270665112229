"""Agreements to look at a thing, which are none on the thing: "agreed to study", "convenu d'examiner"."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.commitments.rungs import EXPLORED, PROPOSED


class LookedAt(NamedTuple):
    """How far it went with what they agreed only to look at, and where the words end that say so."""

    level: int
    end: int


def only_looked_at(plain: str, at: int) -> LookedAt | None:
    """What follows a verb of agreeing in small letters without accents, where that is only to look at something.

    Args:
        plain: a sentence.
        at: offset of what they agreed, with or without its "to".
    """
    for level, pattern in _LOOKED_AT:
        if (match := pattern.match(plain, at)) is not None:
            return LookedAt(level, match.end())
    return None


_FIRST = (
    r"(?:, in principle,)?(?:(?: en)? que?| that| qu)?[ ,'’]*"
    r"(?:(?:(?!(?:which|who|that|to|and)\b)[\w-]+ ){1,9}?(?:would|will|should) (?:be )?)?"
    r"(?:(?:\w+ly|also|further|together|now|first|to|pour|de|d|a)[ '’])*"
    r"(?:(?:keep|begin|start|continue|poursuivre|continuer|commencer|seguir|continuar|empezar)(?: to| a| de)? )?"
)
_AND_DO = (
    r"(?! (?:and|et|y|e) (?:to |de |d.)?(?!consider|stud|explor|examin|reflect|envisag|etudi|reflech|estudi|valor)"
    r"(?:adopt|approve|develop|implement|sign|conclude|launch|set|establish|agree|decide|finali[sz]e|settle|resolve|act"
    r"|follow|take|make|carry|put|prepare|draft|draw|begin|start|\w+(?:er|ir|ar)|mettre)\b)"
)
_WHETHER = (
    r" (?:the |la |l.|les )?(?:how|ways?|possibilit\w+|feasibility|options?|whether|desirability|merits|comment"
    r"|faisabilite|opportunite|possibilites?|moyens|si|como|posibilidad\w*|viabilidad|conveniencia|factibilidad"
    r"|creacion|apertura|firma|puesta)"
)
_EXPLORE = (
    r"explor(?:e|ed|ing|er|ar|ando)|stud(?:y|ied|ying)|look(?:ed|ing)? (?:into|at)|examin(?:e|ed|ing|er|ar|ando)"
    r"|reflect(?:ed|ing)? (?:up)?on|think(?:ing)? (?:about|over)|etudier|reflechir|estudi(?:ar|ando)|valorar"
    r"|reflexionar"
    rf"|(?:assess|evaluate|discuss|review|analy[sz]e|evaluer|discuter|analyser|evaluar|discutir|analizar)(?={_WHETHER}\b)"
)
_CONSIDER = (
    r"consider(?:ed|ing)?(?! (?:\w+ )?(?:themselves|itself|each other|closed|settled))|contemplat(?:e|ed|ing)"
    r"|mull(?:ed|ing)?|weigh(?:ed|ing)?|envisager|considerar|sopesar|contemplar"
)
_WOULD_LOOK = (
    r"(?:(?<=\bque)|(?: en)? que\b| qu(?=['’])|(?<=\bqu))[ '’]?"
    r"(?:(?!(?:que?|qui|dont|para|pour)\b)[\w'’-]+ ){0,6}?"
    r"(?:(?:etudi|examin|explor)erai(?:en)?t|(?:estudi|examin|explor|valor)arian?)\b"
)
_LOOKED_AT = (
    (EXPLORED, re.compile(rf"{_FIRST}(?:{_EXPLORE})\b{_AND_DO}")),
    (PROPOSED, re.compile(rf"{_FIRST}(?:{_CONSIDER})\b{_AND_DO}")),
    (EXPLORED, re.compile(_WOULD_LOOK)),
)
