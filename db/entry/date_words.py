"""Which words of a line can belong to a date, and which can begin or end one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.dates.lexer import Token as Lexeme
from db.dates.lexer import fold, tokens
from db.dates.words import PHRASES, VOCABULARY
from db.errors import BadInput

if TYPE_CHECKING:
    from db.entry.chunks import Chunk
    from db.entry.shapes import Work

_WORDS = frozenset(VOCABULARY) | {word for phrase in PHRASES for word in phrase}
_ENDINGS = frozenset(
    ("st", "nd", "rd", "th", "er", "ere", "re", "e", "eme", "d", "y", "q", "t", "h", "s", "x", "xx", "xxxx")
)
_LETTERS = re.compile(r"[a-z]+")
_STRANGE = re.compile(r"[^a-z0-9\s.,;:()\[\]/~?%+|&…–'-]")
_AROUND = "(),;:"
_HARD = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?(?:[-–/.]\d{1,2})?\.?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
EDGE_WORDS = frozenset(("today", "tomorrow", "yesterday", "day after", "day before", "overmorrow"))
STRONG_WORDS = frozenset(("eow", "eom", "eoq", "eoy"))
_CLOSERS = (
    EDGE_WORDS | STRONG_WORDS | {"ago", "ahead", "coming", "last", "next", "half", "no year", "uncertain"}
)


def is_date_word(chunk: Chunk) -> bool:
    """Whether a word can be a part of some date."""
    if chunk.kind != "word":
        return False
    folded = fold(chunk.text)[0]
    if _STRANGE.search(folded):
        return False
    return all(word in _WORDS or word in _ENDINGS for word in _LETTERS.findall(folded))


def text_between(work: Work, first: int, last: int) -> tuple[str, int, int]:
    """The line from one chunk to another, without the punctuation around it."""
    begin, start, end = work.chunks[first], work.chunks[first].at, work.chunks[last].end
    if begin.kind == "field" and first == last:
        end = begin.at + len(begin.text)
    text = work.text[start:end]
    inner = text.lstrip(_AROUND)
    start += len(text) - len(inner)
    inner = inner.rstrip(_AROUND)
    return inner, start, start + len(inner)


def goes_on(work: Work, number: int) -> bool:
    """Whether a word is one with which no date ends, such as "of", "and" or a dash."""
    folded = fold(work.chunks[number].text)[0].strip(_AROUND + ".")
    if folded not in VOCABULARY:
        return not folded.strip("-–—/&…")
    meaning = VOCABULARY[folded]
    return meaning is None or (meaning[0] == "say" and meaning[1] not in _CLOSERS)


def lexemes_of(text: str, *, day_first: bool) -> list[Lexeme] | None:
    """A text as the lexer of dates reads it; None where it cannot."""
    try:
        return tokens(text, day_first=day_first)[:-1]
    except BadInput:
        return None


def closes(text: str, day_first: bool) -> bool:
    """Whether the last word belongs to the date: not a dash, a "to" or an article that goes on elsewhere."""
    found = lexemes_of(text, day_first=day_first)
    if not found or re.search(r"\s\w", text[found[-1].end :]):
        return False
    last = found[-1]
    if last.kind == "sign":
        return last.text == "?"
    return last.kind != "say" or last.value in _CLOSERS


def is_hard(work: Work, number: int) -> bool:
    """Whether a word beside a date would be a part of it: a day in digits, or of the week."""
    chunk = work.chunks[number]
    text = fold(chunk.text)[0].strip(_AROUND)
    meaning = VOCABULARY.get(text.rstrip("."))
    return bool(_HARD.fullmatch(text)) or (meaning is not None and meaning[0] == "weekday")


def is_month(work: Work, number: int) -> bool:
    """Whether a word is the name of a month."""
    text = fold(work.chunks[number].text)[0].strip(_AROUND + ".")
    meaning = VOCABULARY.get(text)
    return meaning is not None and meaning[0] == "month"


def is_year(work: Work, number: int) -> bool:
    """Whether a word is four digits."""
    return bool(_YEAR.fullmatch(work.chunks[number].text.strip(_AROUND + ".")))
