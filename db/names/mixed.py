"""Letters that look like others: a word of a name in two scripts, which no keyboard makes by chance."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({"ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LATIN"})
"""Alphabets with letters that cannot be told from those of another one."""


def foreign_letters(name: str) -> str:
    """The letters that are not of the script of the word they stand in, with their script; "" for none.

    Whole words of different scripts beside each other are a name and its transliteration, and say nothing.
    """
    if name.isascii():
        return ""
    return ", ".join(filter(None, map(_foreign, _WORD.findall(name))))


def _foreign(word: str) -> str:
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in word]
    alike = [script for script in scripts if script in _ALIKE]
    if len(set(alike)) < 2:  # noqa: PLR2004 - one script is what a word has
        return ""
    usual = max(dict.fromkeys(alike), key=alike.count)
    odd = [
        (letter, script) for letter, script in zip(word, scripts, strict=True) if script in _ALIKE - {usual}
    ]
    letters = " ".join(dict.fromkeys(letter for letter, _ in odd))
    names = " and ".join(dict.fromkeys(script.capitalize() for _, script in odd))
    return f"{letters} in {word}: {names}"
