"""One clause that tells of two instruments: "ways to widen joint patrols and establish a joint task force"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.reading.hearing import Heard
    from db.reading.outcomes.clauses import Outcome

_SHORTEST = 12  # characters of an outcome
_AND_DO = re.compile(
    r",? (?:and|et|y|e)(?: also| to)? (?=(?:d.|de |a )?(?:establish|expand|create|set up|launch|open|sign|conclude|form"
    r"|hold|extend|build|start|develop|introduce|establishing|expanding|creating|setting up|launching|opening|signing"
    r"|forming|holding|creer|etablir|elargir|lancer|ouvrir|signer|conclure|mettre en place|mettre sur pied|organiser"
    r"|developper|crear|establecer|ampliar|lanzar|abrir|firmar|concluir|organizar|desarrollar)\b)"
)


def of_each_instrument(heard: Heard, outcome: Outcome) -> Iterator[Outcome]:
    """The outcomes of a clause, cut where a second verb brings another instrument than the first."""
    named = [
        one
        for one in heard.subjects
        if one.instrument and outcome.start <= one.start and one.end <= outcome.end
    ]
    start, end = heard.offset(outcome.start), heard.offset(outcome.end)
    for joint in _AND_DO.finditer(heard.low, start, end):
        before = {one.code for one in named if heard.offset(one.end) <= joint.start()}
        behind = {one.code for one in named if heard.offset(one.start) >= joint.end()}
        long = joint.start() - start >= _SHORTEST and end - joint.end() >= _SHORTEST
        if long and before and behind and before.isdisjoint(behind):
            yield outcome._replace(end=heard.sentence.start + joint.start())
            yield outcome._replace(start=heard.sentence.start + joint.end())
            return
    yield outcome
