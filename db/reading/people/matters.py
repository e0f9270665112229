"""What an office deals with, told as a list: the "Trade, Industry and Tourism" of a minister."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.reading.words import Word

if TYPE_CHECKING:
    from db.reading.people.offices import Offices

_AND = frozenset(("and", "et", "y", "e"))
_DEALS_WITH = frozenset(("of", "for", "de", "du", "des", "del", "l", "la", "le", "d", "los", "las"))
_POSTED_TO = frozenset(("to", "in", "en", "au", "aux", "ante"))
_MOST = 8  # words
_ONE = 5  # words of one matter


def lists_matters(text: str, words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether a word goes on behind a comma with what an office deals with, up to an "and": "… of Trade, Industry and".

    What is listed names no office itself, and nobody is called "Industry and Tourism".
    """
    if not at or not words[at - 1].capital or known.head(words[at - 1]):
        return False
    if text[words[at - 1].end : words[at].start].strip() != ",":
        return False
    in_list = at > 1 and text[words[at - 2].end : words[at - 1].start].strip() == ","
    begins = at > 1 and (words[at - 2].low in _DEALS_WITH or words[at - 2].low in known.words)
    both = words[at - 1].low in known.words and words[at].low in known.words
    begins = begins or (
        at > 1 and both and words[at - 2].capital
    )  # "the Malta Police, Prisons and Rescue Service"
    return (in_list or begins) and _reaches_and(text, words, at, known)


def joins_matters(text: str, words: Sequence[Word], at: int, known: Offices, of_places: set[int]) -> bool:
    """Whether an "and" joins two matters of one office: "of Science and ICT", "des Mines et de l'Artisanat"."""
    last = at - 1
    if last in of_places and at + 1 in of_places and last and words[last - 1].low in _POSTED_TO:
        return True  # "Ambassador to Latvia and Estonia"
    if (
        last < 1
        or not words[last].capital
        or last in of_places
        or at + 1 >= len(words)
        or known.head(words[at + 1])
    ):
        return False
    if any(lists_matters(text, words, place, known) for place in range(max(1, at - _ONE), at)):
        return True
    begins = last - 1
    while begins > 0 and words[begins].low in _DEALS_WITH:
        begins -= 1
    return begins < last - 1 and (words[begins].low in known.words or text[words[begins].end] == ",")


def _reaches_and(text: str, words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether nothing but further matters stands up to an "and" with one more behind it."""
    for place in range(at, min(at + _MOST, len(words) - 2)):
        word, following = words[place], words[place + 1]
        if word.low in _AND and (place > at or _ends_a_list(text, words, at, known)):
            return _is_matter(words, place + 1, known)
        if place > at and word.low in _LINKS and (following.capital or following.low in _LINKS):
            continue
        if not word.capital or known.head(word) or known.honours(word):
            return False
        between = text[word.end : following.start]
        if following.low in _AND and (between.isspace() or _ends_a_list(text, words, place + 1, known)):
            return _is_matter(words, place + 2, known)
        goes_on = word.low in known.words or following.low in known.words or following.low in _DEALS_WITH
        if between.strip() != "," and not (between.isspace() and goes_on):
            return False
    return False


def _ends_a_list(text: str, words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether an "and" behind a comma joins the last matter of a list: "Growth, Energy, and the Environment"."""
    return (
        1 < at < len(words) - 1
        and text[words[at - 1].end : words[at].start].strip() == ","
        and words[at].low in _AND
        and (words[at + 1].low in _ARTICLES or words[at + 1].low in known.words)
    )


def _is_matter(words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether one more matter begins at a word, and nobody's title or name behind one."""
    while at < len(words) - 1 and words[at].low in _ARTICLES:
        at += 1
    last = words[at]
    return last.capital and not known.head(last) and not known.honours(last)


_ARTICLES = frozenset(("the", "la", "le", "les", "el", "los", "las", "l", "de", "du", "des", "d"))
_LINKS = _DEALS_WITH | _ARTICLES
