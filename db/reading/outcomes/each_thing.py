"""Several things that one verb undertakes, each at its own rung: "agreed to open an office and to study a fund"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.commitments import RUNGS, Rung
from db.commitments.looking import only_looked_at
from db.commitments.reading import Proposal

_SHORTEST = 12  # characters of a thing
_UNDERTAKES = re.compile(
    r"(?:agreed|pledged|committed|undertook|decided|promised|resolved|vowed)\b|(?:sont"
    r"|ont|sommes|avons)(?: \w+){0,2} (?:convenue?s?|decide|promis) d"
    r"|(?:acordaron|acordo|convinieron en|pactaron|decidieron"
    r"|(?:ha|han|hemos) (?:acordado|convenido en|pactado|decidido)"
    r"|(?:se (?:ha|han)|nos hemos) comprometido(?: \w+){0,2}? a|se compromet\w+(?: \w+){0,2}? a)(?= \w+[aei]r\b)"
)
_OF_IT = re.compile(r"\b(?:its|sa|son|ses) ")
_NEAR_IT = 30  # characters: "and to hold its first session" is of the same thing
_AND_TO = re.compile(
    r",? and (?:also )?(?P<what>to (?!(?:be|regional|global|(?:inter)?national)\b)[a-z]{3,}[ ,]"
    r"|that (?=[^.;,]{3,60}?\b(?:would|should|will|shall)\b))"
    r"|,? et (?P<aussi>d(?:e |')[a-z]{3,}(?:er|ir|re)[ ,])|,? y (?P<ademas>(?:a )?[a-z]{3,}[aei]r[ ,](?!y\b|e\b))"
)


class Thing(NamedTuple):
    """One of several things, with where it stands in the sentence."""

    start: int
    end: int
    rung: Rung


def each_thing(low: str, proposal: Proposal, start: int, end: int) -> Iterator[Thing]:
    """Where each thing stands that one verb undertakes, and how far it went.

    Args:
        low: a sentence in plain small letters.
        proposal: what its verb supports.
        start: offset of the words of the outcome.
        end: offset after them.
    """
    rung = proposal.rung
    if (verb := _UNDERTAKES.match(low, proposal.start)) is not None:
        only_looked = only_looked_at(low, verb.end()) is not None
        told_to = verb.end() if only_looked else proposal.end
        for further in _AND_TO.finditer(low, told_to, end):
            of_it = _OF_IT.search(low, further.end(), min(end, further.end() + _NEAR_IT)) is not None
            if not of_it and further.start() - told_to >= _SHORTEST and end - further.end() >= _SHORTEST:
                yield Thing(start, further.start(), rung)
                start = further.start(further.lastgroup or 0)
                looked_at = only_looked_at(low, start)
                of_verb: Rung = "agreed" if only_looked else proposal.rung
                rung = RUNGS[looked_at.level] if looked_at is not None else of_verb
                start += len("that ") if low.startswith("that ", start) else 0
    yield Thing(start, end, rung)
