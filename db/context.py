"""A hit in the words around it: a short line of a text, and where in it the words that were looked for stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.names import fold

WIDTH = 64  # characters of a line
_BEFORE = 18  # of them before the first hit
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_HALVES = re.compile("['\u2019\u02bc]")
_GONE_BEFORE, _GOES_ON = "… ", " …"


class Context(NamedTuple):
    """A line of text.

    Attributes:
        text: the words around a hit, without line ends.
        marks: where the words that were looked for stand in it, as (first, end).
    """

    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()


NOWHERE = Context()


def _parts(word: str) -> list[str]:
    """A word folded, also without the article before its apostrophe."""
    return [*fold(word).split(), *(part for half in _HALVES.split(word)[1:] for part in fold(half).split())]


def begun_in(text: str, wanted: Iterable[str]) -> set[str]:
    """Which of the folded words begin a word of a text."""
    words = [part for word in _WORD.findall(text) for part in _parts(word)]
    return {want for want in wanted if any(word.startswith(want) for word in words)}


def around(texts: Iterable[str], wanted: Sequence[str]) -> Context:
    """The line of the text that holds most of the words that were looked for; NOWHERE where none does."""
    best, most = "", 0
    for text in texts:
        holds = len(begun_in(text, wanted))
        if holds > most:
            best, most = text, holds
    return _line(" ".join(best.split()), wanted) if most else NOWHERE


def _line(text: str, wanted: Sequence[str]) -> Context:
    hits = [
        (word.start(), word.end())
        for word in _WORD.finditer(text)
        if any(part.startswith(want) for part in _parts(word[0]) for want in wanted)
    ]
    first = hits[0][0]
    start = 0 if first <= _BEFORE else _begin_of_word(text, first - _BEFORE, first)
    end = len(text) if len(text) - start <= WIDTH else max(text.rfind(" ", start, start + WIDTH), hits[0][1])
    before = _GONE_BEFORE if start else ""
    shift = len(before) - start
    return Context(
        f"{before}{text[start:end]}{_GOES_ON if end < len(text) else ''}",
        tuple((at + shift, to + shift) for at, to in hits if to <= end),
    )


def _begin_of_word(text: str, start: int, hit: int) -> int:
    space = text.find(" ", start, hit)
    return start if space < 0 else space + 1
