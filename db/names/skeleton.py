"""The skeleton of a name: its consonants, under which the transliterations of one name come together."""

from __future__ import annotations

from db.names.words import words_of


def skeleton(name: str) -> str:
    """The consonants of each word of a name, sorted; "" where a name has no words, initials aside.

    It holds only ``a-z`` and single spaces; an "a" in front of a word stands for any vowel.
    """
    return " ".join(sorted(word.key for word in words_of(name) if word.key and not word.short))


def keys(name: str) -> frozenset[str]:
    """Everything under which a word of the name may be looked up: each way in which each may sound."""
    return frozenset(
        reading.key for word in words_of(name) if not word.short for reading in word.readings if reading.key
    )
