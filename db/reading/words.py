"""Words of a text with where they stand, and the text in small letters without accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from db.names import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\bEE\.? ?UU\b\.?|[^\W\d_]+|\d+")
_SPACE = r"(?:[ \t\u00a0]|\r?\n(?![ \t]*\r?\n))"
RETIRED = re.compile(
    r"\((?:ret(?:['’]?d|ired)?|rtd|er|r|2s|en retraite|en retiro|en situaci[oó]n de retiro|retirad[oa]|dr|eng"
    r"|ing|prof|phd)\.?\)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"{_SPACE}*(?:{RETIRED.pattern}{_SPACE}*)?|{_SPACE}*[-–‐'’](?![ \t\u00a0\r\n])|[-–‐'’]{_SPACE}*",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word or a number.

    Attributes:
        low: folded, so that script, case and accents do not matter.
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is all capitals."""
        return len(self.text) > 1 and self.text.isupper()


class Folding(dict[str, str]):
    """Folded words, each worked out once a text."""

    def __missing__(self, word: str) -> str:
        low = fold(word)
        self[word] = low
        return low


def words_of(text: str, start: int, end: int, folding: Folding) -> list[Word]:
    """The words of a stretch of a text."""
    return [
        Word(*match.span(), word := match.group(), folding[word])
        for match in _WORD.finditer(text, start, end)
    ]


def within(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words that begin in one of some stretches of the text."""
    found: set[int] = set()
    for start, end in spans:
        first = bisect_left(words, start, key=_start_of)
        found.update(range(first, bisect_left(words, end, first, key=_start_of)))
    return found


_start_of = itemgetter(0)


def side_by_side(text: str, one: Word, other: Word) -> bool:
    """Whether only a space, a line end, a hyphen or an apostrophe stands between two words."""
    return _BESIDE.fullmatch(text, one.end, other.start) is not None


def plain(text: str) -> str:
    """Small letters without accents, as many characters as before; line ends are spaces."""
    if not text.isascii():
        return text.translate(_PLAIN)
    low = text.lower()
    return low.translate(_LINES) if "\n" in low or "\t" in low or "\r" in low else low


class _Plain(dict[int, str]):
    """Code point to one small letter without accent, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        letter = _LINES.get(code, chr(code))
        bare = "'" if letter in "’‘ʼ" else unicodedata.normalize("NFD", letter)[0]
        low = bare.lower()[:1] or " "
        self[code] = low
        return low


_LINES = {ord(end): " " for end in "\n\r\t\u00a0"}
_PLAIN = _Plain()
