"""The language of a text, by its script and its smallest words."""

from __future__ import annotations

import re
from typing import Literal

from db.reading.words import plain

Language = Literal["en", "fr", "es", "ar"]
_MOST = 20_000  # characters are enough to tell
_SMALL: dict[Language, frozenset[str]] = {
    "en": frozenset(
        ("the", "of", "and", "to", "with", "by", "is", "was", "were", "for", "his", "their", "at")
    ),
    "fr": frozenset(
        ("le", "les", "des", "et", "du", "une", "dans", "avec", "au", "aux", "sur", "par", "ont", "est")
    ),
    "es": frozenset(
        ("el", "los", "las", "del", "y", "con", "una", "por", "al", "su", "para", "se", "en", "sobre")
    ),
}
_ARABIC = re.compile("[\u0621-\u064a]+")
_WORD = re.compile(r"[a-z]+")


def language_of(text: str) -> Language | None:
    """English, French, Spanish or Arabic; None where nothing tells."""
    sample = text[:_MOST]
    words = _WORD.findall(plain(sample))
    if len(_ARABIC.findall(sample)) > len(words):
        return "ar"
    counts = {lang: sum(word in small for word in words) for lang, small in _SMALL.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] else None
