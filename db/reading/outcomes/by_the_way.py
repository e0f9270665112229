"""Verbs of the ladder that tell of what is so anyway: for years, beside the point, in figures, of a report."""

from __future__ import annotations

import re

from db.commitments import DISCUSSED
from db.reading.outcomes.as_it_is import is_good_as_it_is, is_only_hoped

_NEAR = 90  # characters in front of a verb
_FOR_YEARS = re.compile(
    r"\b(?:(?:has|have|had) (?:long|repeatedly|for (?:\w+ )?(?:years|decades|months))|longtemps|de longue date"
    r"|depuis (?:longtemps|toujours|des (?:annees|decennies|mois))|desde (?:siempre|hace (?:anos|decadas|meses|tiempo))"
    r"|durante (?:anos|decadas))[ ,]{1,2}$"
)
"""In front of what somebody did all the time before they met: "has for years insisted"."""
_DATES_BACK = re.compile(
    r"\b(?:dates? (?:back to|from)|dating (?:back to|from)|remonte(?:nt)? a|se remontan? a|datan? de|datent? de)\b"
    r"[^.;]{1,60}$"
)
"""In front of what was signed long ago: "their cooperation dates back to 1971, when they signed the first accord"."""
_ALL_THE_TIME = re.compile(r"(?:a|ont|ha|han) (?:longtemps|toujours|siempre|de longue date) ")
_BESIDE = re.compile(
    r", (?:an?|une?|una?) [\w'-]+(?: (?:on|in|of|to|with|about|sur|en|de|con|sobre))?"
    r" (?:which|that|he|she|they|laquelle|lequel|la que|el que|que|qu'\w+)\b[^.;,]{0,60}$"
)
"""In front of a view that only says more of what stands before it: "…, a point on which Oman has insisted"."""
_BEFORE_IT = re.compile(
    r"\b(?:preceded by|precedee?s? (?:par|d[eu']s?)|precedid[oa]s? (?:de|por))\b[^.;]{0,120},"
    r" (?:which|who|qui|que|el cual|la cual) $"
)
"""In front of what a meeting of experts did that prepared the one of which a text tells."""
_CALLS_AGAIN = re.compile(
    r"(?:reiterated|repeated|renewed|(?:(?:a|ont) )?(?:reitere|renouvele)|reiter(?:o|aron)) ?"
    r"(?:the|its|his|her|their|l'|son|sa|leur|la|el|su) ?"
    r"(?:calls?|appeals?|stance|position|appel|llamad[oa]|llamamiento|posicion|postura)\b"
)
"""What somebody says wherever they are."""
_TRADE = (
    r"(?:(?:bilateral|mutual|commercial|commerciaux|comercial) )?"
    r"(?:trade|exchanges|commerce|echanges|comercio|intercambio)"
)
_FIGURES = re.compile(
    rf"[^.;,]{{0,40}}?\b(?:(?:growth|increase|rise|expansion|croissance|hausse|progression|crecimiento|aumento)"
    rf" (?:of|in|du|des|de|del|en el) (?:\w+ ){{0,2}}?{_TRADE}\b"
    rf"|(?:that|que) (?:the |le |les |el )?(?:\w+ ){{0,2}}?{_TRADE}\b[^.;]{{0,60}}?"
    r"\b(?:crossed|reached|grown|grew|risen|rose|doubled|atteint|augmente|progresse|double|alcanz\w+|super\w+|crec\w+|aument\w+))"
)
"""How much they trade, with which they were pleased."""
_PAPER = re.compile(
    r"\b(?:report|agenda|minutes|rapport|compte[- ]rendu|proces-verbal|ordre du jour|informe|acta|orden del dia)\b"
    r"[^.;,]{0,40}\b(?:was|were|ete|fue) $"
)
_ADOPTED = re.compile(
    r"(?:(?:was|ete|fue) )?(?:adopted|approved|adoptee?s?|approuvee?s?|aprobad[oa]|adoptad[oa])\b"
)


def is_by_the_way(low: str, at: int, verb: str, *, rung: int) -> bool:
    """Whether nothing came of a verb, in a sentence of plain small letters.

    Args:
        low: the sentence.
        at: where the verb begins.
        verb: its words.
        rung: how far it goes.
    """
    near = max(0, at - _NEAR)
    if (
        _DATES_BACK.search(low, near, at)
        or _FOR_YEARS.search(low, near, at)
        or _ALL_THE_TIME.match(verb)
        or _CALLS_AGAIN.match(low, at)
    ):
        return True
    if _ADOPTED.match(verb) and _PAPER.search(
        low[: at + len("was ") if verb[:3] in ("was", "fue", "ete") else at]
    ):
        return True
    if not rung and _FIGURES.match(low, at + len(verb)):
        return True
    if is_only_hoped(low, at, verb) or (rung <= DISCUSSED and is_good_as_it_is(low, at, verb)):
        return True
    return rung <= DISCUSSED and any(
        cue.search(low, max(0, at - 2 * _NEAR), at) for cue in (_BESIDE, _BEFORE_IT)
    )
