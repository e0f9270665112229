"""Words that only lead to a list: "agreed on a number of steps. These include:" says no more than the list does."""

from __future__ import annotations

import re

from db.commitments import AGREED, RUNGS
from db.commitments.reading import propose_each
from db.reading.outcomes.leads import Lead
from db.reading.sentences import Sentence
from db.reading.words import plain

_INCLUDE = re.compile(
    r"(?:these|they|those|among (?:these|them)|celles?-ci|ceux-ci|ils|elles|il s'agit|parmi (?:ceux|celles)-ci"
    r"|est[ao]s|entre (?:ellos|ellas|est[ao]s)|se trata)"
    r"(?: \w+){0,2}? (?:include|are|comprise|cover|comprennent|sont|incluent|portent sur|(?:notamment )?d[eu]s?"
    r"|figurent|incluyen|son|comprenden|abarcan|figuran)(?: \w+){0,2}:"
)
_THINGS = (
    r"(?:steps|measures|actions|points|issues|decisions|arrangements|mesures|actions|points|dispositions|decisions"
    r"|medidas|acciones|puntos|decisiones|compromisos|acuerdos)"
)
_OF_NO_NAME = re.compile(
    r"[^.;,:]{0,30}?\b(?:a (?:number|series|set|range|list) of|several|various|some|un (?:certain nombre|ensemble)"
    r" d[e']|une (?:serie|liste) d[e']|plusieurs|diverses|una (?:serie|lista) de|un conjunto de|vari[ao]s|divers[ao]s)"
    rf" ?(?:\w+ ){{0,2}}?{_THINGS}(?: \w+){{0,2}}[.:]?$"
)


def led_on(text: str, before: Sentence | None, sentence: Sentence) -> Lead | None:
    """What a sentence says of the list below the next one, which only says that the list follows; None for nothing."""
    if before is None or text[sentence.end - 1] != ":" or before.item:
        return None
    if not _INCLUDE.fullmatch(plain(text[sentence.start : sentence.end])):
        return None
    found = [one for one in propose_each(text[before.start : before.end]) if not one.aim and not one.undone]
    best = max(found, key=lambda one: RUNGS.index(one.rung), default=None)
    if best is None or RUNGS.index(best.rung) < AGREED:
        return None
    return Lead(best.rung, best.verb, sentence.start, sentence.end)


def names_nothing(low: str, verb_end: int) -> bool:
    """Whether what was agreed is only counted: "agreed on a number of practical steps."."""
    return _OF_NO_NAME.match(low, verb_end) is not None
