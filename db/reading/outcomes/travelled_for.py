"""Papers for which somebody only travelled: "came to Rabat to sign a protocol" is sought, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db.commitments.reading import Proposal

if TYPE_CHECKING:
    from db.reading.events.event import Event
    from db.reading.hearing import Heard

_WENT = re.compile(
    r"\b(?:travel{1,2}ed|flew|came|went|journeyed|arrived|visited|s.est rendue?|se sont rendue?s|(?:est|sont) venue?s?"
    r"|viajo|viajaron|acudio|acudieron|llego|llegaron)\b"
)
_PAPER = re.compile(
    r"(?:\w+ ){0,4}?(?:agreements?|accords?|protocols?|memorand\w+|treat(?:y|ies)|conventions?|protocoles?|ententes?"
    r"|acuerdos?|convenios?|tratados?|protocolos?)\b"
)
_END = re.compile(r"[,;:.]|\b(?:as|while|and|et|y)\b")


def sought_by_travelling(low: str, proposals: Iterable[Proposal]) -> tuple[int, int, Proposal] | None:
    """Where a sentence says for which paper somebody travelled, and its verb; None where it says so of none."""
    went = _WENT.search(low)
    for one in proposals:
        if not one.aim or went is None or one.start < went.end():
            continue
        if one.rung == "proposed" and (paper := _PAPER.search(low, one.start, one.end + 60)) is not None:
            stop = _END.search(low, paper.end())
            return one.start, stop.start() if stop else len(low), one
    return None


def as_was_the_case(events: Sequence[Event]) -> None:
    """Give what several came for to those of whom it is said: "or to sign a protocol, as was the case with Oman's"."""
    for event in events:
        for at, one in enumerate(event.outcomes):
            for outcome in one.outcomes:
                case = _CASE.match(one.low, one.offset(outcome.end))
                code = _first_behind(one, case.end()) if case is not None else ""
                theirs = [other for other in events if other.sending == code and one in other.heard]
                if case is None or code == event.sending or not theirs:
                    continue
                left = [each for each in event.outcomes[at].outcomes if each != outcome]
                event.outcomes[at] = event.outcomes[at]._replace(outcomes=left)
                theirs[0].outcomes.append(one._replace(outcomes=[outcome]))


def _first_behind(one: Heard, at: int) -> str:
    return next((cast.mention.code for cast in one.cast if one.offset(cast.mention.start) >= at), "")


_CASE = re.compile(
    r",? (?:as (?:was|is|in) the case (?:with|of|for)|comme (?:ce fut|c.etait|c.est) le cas (?:d\w+|pour)"
    r"|como (?:fue|es|en) el caso (?:del?|con))\b"
)
