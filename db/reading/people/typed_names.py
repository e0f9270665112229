"""Last names as they are typed: "Ms Jane DOE" in capitals, "Minister Jane doe" slipped into small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from db.reading.people.offices import offices
from db.reading.words import Word

_ADDRESSED = re.compile(
    r"\b(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Sr|Sra|Me)\b\.?[ \u00a0](?P<name>[^\W\d_a-zß-ÿ][^\W\d_]{2,30})\b"
    r"(?![ \u00a0][^\W\d_a-zß-ÿ])"
)


def is_a_surname(text: str, word: Word) -> bool:
    """Whether a word without a capital is one by which the text calls somebody elsewhere."""
    return word.text.islower() and word.text in _surnames(text)


@lru_cache(maxsize=1)
def _surnames(text: str) -> frozenset[str]:
    """The names behind "M.", "Mr" and the like, in small letters; one text is asked for at each of its sentences."""
    return frozenset(found["name"].lower() for found in _ADDRESSED.finditer(text))


def is_in_capitals(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether short capitals are a last name: the DOE of "Mme Jane DOE"; those of a service follow no first name."""
    if at < _TITLED or not words[at].acronym or words[at - 1].acronym or words[at].low in offices().ranks:
        return False
    before, between = words[at - 2], text[words[at - 2].end : words[at - 1].start]
    if offices().honours(before) and before.capital:
        return between in (" ", ". ", "\xa0")
    behind = text[words[at].end : words[at].end + 1]
    if len(words[at].text) < _SHORTEST or behind not in (",", " ", ".") or not before.capital:
        return False
    if between == " ":
        return before.low in offices().words  # "the Commissioner of Police Jane DOE"
    return between == ", " and any(offices().head(word) for word in words[max(0, at - _FAR) : at - 1])


_FAR = 14  # words of a title
_TITLED = 2  # words: an honorific and a first name
_SHORTEST = 3  # letters
