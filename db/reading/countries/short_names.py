"""Short names that papers print and lists of countries leave out, as they are everyday words too: "US" and "us"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.reading.words import Word

SHORT_NAMES: Mapping[str, Mapping[str, str]] = {"en": {"us": "US"}, "es": {"ee uu": "US"}}
"""Code by name, folded, by the language of a text."""
SHORT_PEOPLE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "lao": "LA",
        "bavarian": "DE",
        "bavaria": "DE",
        "scottish": "GB",
        "catalan": "ES",
        "flemish": "BE",
    },
    "fr": {"lao": "LA", "birman": "MM", "birmane": "MM", "bavarois": "DE", "ecossais": "GB", "catalan": "ES"},
    "es": {"lao": "LA", "birmano": "MM", "birmana": "MM", "bavaro": "DE", "escoces": "GB", "catalan": "ES"},
}
"""Whose people they are, folded, who are called otherwise than their country, or after a part of it."""
_EVERYDAY = frozenset(("us",))
_NEAR = 2  # words at each side


def is_everyday(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is only the everyday one: in small letters, among capitals alone, or a currency ("US$5").

    Args:
        text: the whole text.
        words: of the sentence.
        at: the word.
    """
    word = words[at]
    if word.low not in _EVERYDAY:
        return False
    around = [*words[max(0, at - _NEAR) : at], *words[at + 1 : at + 1 + _NEAR]]
    shouted = bool(around) and all(one.acronym for one in around)
    return not word.acronym or shouted or text[word.end : word.end + 1] == "$"
