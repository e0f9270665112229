"""The words above a list, which say how far its items went: "They agreed to:", "Action points"."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.commitments import AGREED, DISCUSSED, RUNGS, Rung
from db.commitments.reading import propose_each
from db.reading.outcomes.time_allowed import time_allowed
from db.reading.sentences import Sentence
from db.reading.words import plain

_LISTED = re.compile(
    r"\b(?:following (?:actions?|measures?|steps?|commitments?|points|decisions|priorities"
    r"|undertakings)|(?:action|next) (?:points|steps|items|list)"
    r"|(?:consensus|agreement|consenso|acuerdo|accord) (?:on|on the|en|sobre|sur) \w+ (?:\w+ )?"
    r"(?:points?|issues|items|puntos)"
    r"|conclusions|decisions|commitments|undertakings|agreed|mesures suivantes"
    r"|engagements suivants|points? d.action|decide|convenu\w*|suites a donner"
    r"|resolved|resolutions|way forward"
    r"|siguientes (?:medidas|acciones|compromisos|acuerdos|puntos)|compromisos|acuerdos adoptados"
    r"|acuerdos|medidas)\b"
)
_TALKED = re.compile(
    r"\b(?:discuss\w*|agenda|topics?|items? for discussion|ordre du jour|themes?|sujets|temas"
    r"|orden del dia|asuntos|discute\w*|abord\w*)\b"
)


_HEADING = re.compile(
    r"(?:(?:main|agreed|joint|principales|adopted) )?(?:agreements?|agreed (?:points|actions)|action (?:points|items)"
    r"|decisions|conclusions|commitments|undertakings|resolutions|acuerdos|compromisos|conclusiones|decisiones"
    r"|engagements|recommand?ations|recomendaciones|mesures|medidas)"
    r"(?: (?:and|et|y|reached|agreed|adopted|taken|adoptad[oa]s|alcanzad[oa]s|arret(?:es|ees)|conclusions|decisions"
    r"|commitments|compromisos|acuerdos|engagements))*"
)
"""The words of a numbered heading above a list, which stands in its own numbers or signs: "4. Acuerdos"."""


class Lead(NamedTuple):
    """The words above a list, which say how far its items went, and in which time they are to be done."""

    rung: Rung
    verb: str
    start: int
    end: int
    time: str = ""


def is_heading(text: str, sentence: Sentence) -> bool:
    """Whether an item of a list is a heading of what was agreed."""
    return _HEADING.fullmatch(plain(text[sentence.start : sentence.end])) is not None


def lead_of(text: str, sentence: Sentence) -> Lead | None:
    """What a sentence says of the list below it, None where it leads to none."""
    words = text[sentence.start : sentence.end]
    heading = len(words) < 60 and not words.endswith(".")  # noqa: PLR2004 - "Action points"
    if not words.endswith((":", ";")) and not heading:
        return None
    low = plain(words)
    found = [one for one in propose_each(words) if not one.aim]
    best = max(found, key=lambda one: RUNGS.index(one.rung), default=None)
    level = RUNGS.index(best.rung) if best else -1
    if level < AGREED and _LISTED.search(low):
        verb = _LISTED.search(low).group()  # type: ignore[union-attr]
        return Lead("agreed", verb, sentence.start, sentence.end, time_allowed(low, words))
    if best is not None and level >= DISCUSSED:
        return Lead(best.rung, best.verb, sentence.start, sentence.end, time_allowed(low, words))
    if talked := _TALKED.search(low):
        return Lead("discussed", talked.group(), sentence.start, sentence.end)
    return None
