"""How far it went: the rung that an outcome's line names after its "!", or that its verb supports."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from db.commitments import RUNGS
from db.commitments.reading import propose
from db.entry.shapes import listed, quoted
from db.entry.vocabulary import chosen

if TYPE_CHECKING:
    from db.entry.parts import Parts
    from db.entry.shapes import Work

_NEARLY = 0.8  # of a rung's letters: a slip of the finger, not the beginning of a sentence


def read_rung(work: Work, parts: Parts) -> None:
    """Read the first word of an outcome, "!agreed", "!4" or the "!" before a sentence of its own."""
    first = work.chunks[0]
    word = first.text[1:].rstrip(":,")
    rung = RUNGS[int(word)] if word in {"0", "1", "2", "3", "4", "5"} else chosen(word, RUNGS)
    if rung is None and not get_close_matches(word.lower(), RUNGS, n=1, cutoff=_NEARLY):
        _sentence(work, parts)
        return
    work.take(0)
    parts.kind, parts.rung = "action", rung or ""
    if rung is None:
        sentence = f"{quoted(word)} is no rung of the ladder: write {_any_of_them()}."
        work.add("rung", first.start, first.end, word, sentence)
    else:
        reading = f"{rung} ({RUNGS.index(rung)} of 5){_doubt(work, rung)}"
        work.add("rung", first.start, first.end, reading)


def _doubt(work: Work, rung: str) -> str:
    """What the verb says where the officer has put it higher; the officer's word stands."""
    first = work.chunks[0]
    rest = work.text[first.end :].strip()
    said = propose(rest) if rest[:1].isupper() else propose(work.text[first.start + 1 :])
    if said is None or RUNGS.index(said.rung) >= RUNGS.index(rung):
        return ""
    return f", but {said.why.rstrip('.')}: {said.rung}"


def _sentence(work: Work, parts: Parts) -> None:
    """No rung is named, so the verb says how far it went; never higher than it supports."""
    first = work.chunks[0]
    said = propose(work.text[first.start + 1 :])
    sign = first.start + 1
    if said is None:
        problem = f"No verb here says how far it went: write {_any_of_them()}."
        work.add("rung", first.start, sign, "", problem)
    else:
        work.add("rung", first.start, sign, f"{said.rung} ({RUNGS.index(said.rung)} of 5): {said.why}")
        parts.values["verb"] = said.verb
    parts.kind, parts.rung = "action", said.rung if said else ""
    if first.text == "!":
        work.take(0)


def _any_of_them() -> str:
    return listed([f"!{rung}" for rung in RUNGS], most=9)
