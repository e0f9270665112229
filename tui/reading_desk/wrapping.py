"""A stretch of a text wrapped at words, each word still knowing where in the text it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.plain import cells, plain

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word, or a part of one that is longer than a line."""

    start: int
    end: int


def wrapped(text: str, start: int, end: int, width: int) -> list[list[Word]]:
    """The lines of a stretch.

    Args:
        text: the whole.
        start: offset of the stretch.
        end: offset after it.
        width: columns of a line.
    """
    lines: list[list[Word]] = []
    line: list[Word] = []
    used = 0
    for match in _WORD.finditer(text, start, end):
        for word, size in _pieces(text, match.start(), match.end(), width):
            gap = 1 if line else 0
            if line and used + gap + size > width:
                lines.append(line)
                line, used, gap = [], 0, 0
            line.append(word)
            used += gap + size
    if line:
        lines.append(line)
    return lines


def _pieces(text: str, start: int, end: int, width: int) -> list[tuple[Word, int]]:
    """A word with its columns; one that is longer than a line, in parts."""
    size = cells(plain(text[start:end], end - start))
    if size <= width:
        return [(Word(start, end), size)]
    if text[start:end].isascii() and text[start:end].isprintable():
        return [(Word(at, min(at + width, end)), min(width, end - at)) for at in range(start, end, width)]
    # A letter takes up to four columns where it is made visible; halving finds parts that fit.
    middle = (start + end) // 2
    if middle == start:
        return [(Word(start, end), width)]
    return [*_pieces(text, start, middle, width), *_pieces(text, middle, end, width)]
