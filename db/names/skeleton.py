"""The skeleton of a name: its consonants, under which the transliterations of one name come together."""

from __future__ import annotations

from functools import lru_cache

from db.names.words import words_of


def skeleton(name: str) -> str:
    """The consonants of each word of a name, sorted; "" where a name has no words, initials aside.

    It holds only ``a-z`` and single spaces; an "a" in front of a word stands for any vowel.
    """
    return _heard(name)[0]


def keys(name: str) -> frozenset[str]:
    """Everything under which a word of the name may be looked up: each way in which each may sound."""
    return _heard(name)[1]


@lru_cache(1 << 14)
def _heard(name: str) -> tuple[str, frozenset[str]]:
    """Both at once: an import asks for the one when a name is written, and for the other when all of them are."""
    words = [word for word in words_of(name) if not word.short]
    readings = frozenset(reading.key for word in words for reading in word.readings if reading.key)
    return " ".join(sorted(word.key for word in words if word.key)), readings
