"""Lines that only the width of a page has ended, joined again: a name or a sentence goes on over them.

Mails, PDFs and plain text are often filled to some width. A line has ended for want of room when the first word of the
next one would not have fitted. A heading, an item of a list or a signature has ended by itself, and stays a line; so
does what stands above a text, unless it is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.reading.papers.head_lines import is_day
from db.reading.papers.standing_around import leads_away
from db.reading.sentences import leads_on

_WIDEST = 130  # characters; whoever writes longer lines has not filled them to a width
_NARROWEST = 30  # characters; columns of fewer are tables and addresses
_SEVERAL = 3  # lines from which on one sees that they are filled
_ABOUT = 0.85  # of the widest line: how full a line is at least where the letters are of different widths
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_ITEM = re.compile(
    r"[ \t]*(?:[-*•–—▪·]|\(?\d{1,2}[.)]|\d{1,2}\.\d{1,2}[.)]?|\(?[a-z]\)|\(?[ivx]{1,4}[.)]|[a-h]\.)[ \t]"
)
_RUNNING = re.compile(
    r"(?:\b[^\W\d_A-Z][^\W\d_]*\b.*?){3}|[^\W\d_A-Z]{3,}\. \S"
)  # three small words, or a full stop inside
_FIELD = re.compile(r"[^\W\d_][^\W\d_]+(?: [^\W\d_]+){0,2}\s?:\s")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d")
_TIME = re.compile(r",?\s+(?:(?:at|a las|à|-)\s+)?\d{1,2}\s?[:.h]\s?\d\d\b.*$|\.$")
_LEADS_ON = re.compile(r"\b(?:on|of|in|the|by|to|le|du|el|del|de|au|al|et|y|and|\d+)$")
_DAY_AND_MONTH = re.compile(r"\b\d{1,2}(?:er|st|nd|rd|th)? (?:de )?[^\W\d_]{3,10}(?: de)?,?$")
_DAY_BELOW = re.compile(  # "jueves 5 de junio de 2025" below a title
    r"(?:(?:le|el)\s+\d|(?:lun|mar|mer|mi[ée]|jeu|jue|ven|vie|sam|s[áa]b|dim|dom)[^\W\d_]{0,6}\.?,?\s+\d)"
)
_YEAR = re.compile(r"[ \t]*(?:19|20)\d\d\b")
_BYLINE = re.compile(r"[ \t]*(?:by|par|por) [^\W\d_a-z]", re.IGNORECASE)
_TWO = (
    2  # lines that have surely ended for want of room, from which on one knows to which width all are filled
)
_LONGEST_DAY = 80  # characters of a line that is a day, with its time
_SHORT = 45  # characters of a line that says little more than a day
_BEGUN = re.compile(r"[^\W\d_A-Z]{4,}[.!?] [^\W\d_]")
_OVER = (".", "!", "?", "…", ":", ";", "؟", "。")


class _Line(NamedTuple):
    """A line with where it stands, without the spaces at its end."""

    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def unwrapped(text: str) -> str:
    """A text in which a space stands where a line has only ended for want of room; everything stays where it was."""
    text = _QUOTED.sub(lambda marks: " " * len(marks.group()), text)
    blocks = list(_blocks(text))
    sure = [pair for block in blocks for pair in pairwise(block) if _surely_goes_on(*pair)]
    width = max((len(line.words) for line, _ in sure), default=0)
    least = width if all(_is_full(*pair, width) for pair in sure) else _ABOUT * width
    evenly = len(sure) >= _TWO and least == width >= _widest(blocks)
    letters, told = list(text), False
    for block in blocks:
        full = least or _own_width(block)
        pairs = list(pairwise(block))
        for number, (line, following) in enumerate(pairs):
            told = told or any(_are_told(*pair, full) for pair in pairs[number : number + 2])
            if _goes_on(line, following, full, told=told or (evenly and _are_of_one(line, following))):
                letters[line.end : following.start] = " " * (following.start - line.end)
    return "".join(letters)


def _widest(blocks: Iterable[Sequence[_Line]]) -> int:
    """How long the longest line is that could have been broken, as an address could not."""
    return max(
        (len(line.words) for block in blocks for line in block if " " in line.words.strip()), default=0
    )


def _are_of_one(line: _Line, following: _Line) -> bool:
    """Whether two lines that stand above a text may be of one title."""
    return not _BYLINE.match(following.words) and line.words.isupper() == following.words.isupper()


def _are_told(line: _Line, following: _Line, width: float) -> bool:
    """Whether two lines are of a paragraph, as a title and a byline or a day below it are not."""
    if len(following.words) > _WIDEST or _surely_goes_on(line, following):
        return True
    filled = len(following.words) > _ABOUT * width and _RUNNING.search(following.words) is not None
    return (filled or following.words.endswith(".")) and not _stand_apart(line, following)


def _stand_apart(line: _Line, following: _Line) -> bool:
    """Whether one of two lines goes on nowhere: an address, a field with its name, a day above a text."""
    words = line.words.strip()
    begins_text = len(words) >= _SHORT and _FIELD.match(words) is not None and not leads_away(words)
    return (_is_alone(words) and not begins_text) or (
        _is_alone(following.words.strip()) and _LEADS_ON.search(line.words) is None
    )


def _is_alone(words: str) -> bool:
    if words.strip(".").isdigit():
        return False  # the year of "in June | 2026."
    if words.startswith(_ADDRESS) or _FIELD.match(words) or leads_away(words):
        return True
    if len(words) < _LONGEST_DAY and (is_day(_TIME.sub("", words)) or is_day(_behind_place(words))):
        return True
    return len(words) < _SHORT and not words.endswith(".") and _DAY.search(words) is not None


def _behind_place(words: str) -> str:
    """What stands behind a place: the day of "Lima, 3 de mayo de 2025."."""
    behind = words.partition(", ")[2].rstrip(".")
    return "" if behind.isdigit() else behind  # the year of "on January 17, 2024."


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The paragraphs, each as its lines."""
    block: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            block.append(_Line(at, raw.rstrip()))
        elif block:
            yield block
            block = []
        at += len(raw) + 1
    if block:
        yield block


def _own_width(block: Sequence[_Line]) -> float:
    """To which width a single paragraph is filled, among others that are not; far more than any line for none."""
    width = max(len(line.words) for line in block)
    several = (len(block) >= _SEVERAL or block[-1].words.endswith(".")) and _NARROWEST <= width <= _WIDEST
    filled = several and all(_is_full(*pair, _ABOUT * width) for pair in pairwise(block))
    return _ABOUT * width if filled else 10 * _WIDEST


def _goes_on(line: _Line, following: _Line, width: float, *, told: bool) -> bool:
    """Whether a line has ended for want of room."""
    if _surely_goes_on(line, following):
        return True
    if not told or _stand_apart(line, following):
        return False
    begins = _ITEM.match(following.words) is not None or len(line.words) < _NARROWEST
    return not begins and _is_full(line, following, width)


def _surely_goes_on(line: _Line, following: _Line) -> bool:
    """Whether the next line begins in the middle of a sentence, by its letter or since another one has begun here."""
    if (
        not _NARROWEST <= len(line.words) <= _WIDEST
        or line.words.endswith(_OVER)
        or _ITEM.match(following.words)
        or line.words.lstrip().startswith(_ADDRESS)
    ):
        return False
    if _DAY_AND_MONTH.search(line.words) and _YEAR.match(following.words):
        return True
    begun = _BEGUN.search(line.words) is not None and not (
        _is_alone(line.words.strip()) or _stand_apart(line, following)
    )
    below = following.words.strip()
    is_day_below = _DAY_BELOW.match(below) is not None and _is_alone(below)
    small = below[:1].islower() and not (is_day_below and _LEADS_ON.search(line.words) is None)
    return begun or leads_on(line.words) or small


_ADDRESS = ("http://", "https://", "www.")


def _is_full(line: _Line, following: _Line, width: float) -> bool:
    """Whether the first word of the next line would not have fitted into this one."""
    return len(line.words) + 1 + len(following.words.split(maxsplit=1)[0]) > width
