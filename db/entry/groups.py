"""Several people whom nobody named: "4+ experts", "at least 12 police officers", "security experts"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

_NOUN = re.compile(
    r"advis[eo]rs|agents|analysts|attach[eé]s|colleagues|commissioners|delegates|diplomats|directors|engineers|experts"
    r"|inspectors|instructors|interpreters|investigators|judges|lawyers|magistrates|members|ministers|observers"
    r"|officers|officials|participants|people|persons|prosecutors|representatives|specialists|staff|technicians"
    r"|trainees|trainers|agentes|expertos|fiscales|funcionarios|jueces|policías|oficiales"
    r"|conseillers|délégués|experten|fonctionnaires|magistrats|officiers|policiers|beamte",
    re.IGNORECASE,
)
_ADJECTIVES = 3  # words before the noun: "senior counter-terrorism police officers"
_NO_ADJECTIVE = re.compile(
    r"an?|the|of|on|in|at|to|by|for|from|with|and|or|new|about|between|de|du|des|la|les?|el|los|y|et",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    "of|for|with|by|to|and|from|about|on|between|per", re.IGNORECASE
)  # makes it a title's words
_NUMBER = re.compile(r"([1-9]\d{0,4})(\+?)", re.ASCII)
_LEAST = ("at", "least")


class Group(NamedTuple):
    """Several people.

    Attributes:
        name: who they are: "security experts".
        number: how many, None where nobody said.
        at_least: whether there were more.
        printed: the words as typed.
    """

    name: str
    number: int | None
    at_least: bool
    printed: str

    @property
    def label(self) -> str:
        """As the reading calls them: "at least 4 experts (a group)"."""
        if self.number is None:
            return f"{self.name} (a group)"
        return f"{'at least ' if self.at_least else ''}{self.number:,} {self.name} (a group)"

    @property
    def values(self) -> dict[str, Any]:
        """The fields of a participant that say so."""
        count = {} if self.number is None else {"count": self.number}
        return {"group": self.name, "as_printed": self.printed} | count


class Found(NamedTuple):
    """A group in a run of words: the numbers of its first and last word."""

    first: int
    last: int
    group: Group


def group_of(words: str) -> Group | None:
    """The group that all of some words name, also without a number and by one noun: "experts"."""
    pieces = words.split()
    found = _counted(pieces, 0)
    if found is None and _is_noun_phrase(pieces):
        return Group(words, None, at_least=False, printed=words)
    return found.group if found and found.last == len(pieces) - 1 else None


def group_at(words: Sequence[str]) -> Found | None:
    """The group with a number that begins with the first word."""
    return _counted(words, 0)


def group_in(words: Sequence[str]) -> Found | None:
    """The group in words that may be a title.

    A number that says "4+" stands anywhere; a bare one ends the words and follows no "of" or "with", so that
    "training of 12 officers" stays what it is; without a number the words are the group and nothing else.
    """
    for first in range(len(words)):
        found = _counted(words, first)
        if found is None or (first and _BEFORE.fullmatch(words[first - 1])):
            continue
        if found.group.at_least or found.last == len(words) - 1:
            return found
    whole = " ".join(words)
    if len(words) > 1 and _is_noun_phrase(words):
        return Found(0, len(words) - 1, Group(whole, None, at_least=False, printed=whole))
    return None


def begins_with_number(words: str) -> bool:
    """Whether somebody is about to be counted: no official is called "4+"."""
    first = words.split()[:1]
    return bool(first) and _NUMBER.fullmatch(first[0]) is not None


def _counted(words: Sequence[str], first: int) -> Found | None:
    at, least = first, tuple(word.casefold() for word in words[first : first + 2]) == _LEAST
    at += 2 if least else 0
    number = _NUMBER.fullmatch(words[at]) if at < len(words) else None
    if number is None:
        return None
    if at + 1 < len(words) and words[at + 1] == "+":
        least, at = True, at + 1
    for last in range(at + 1, min(len(words), at + 2 + _ADJECTIVES)):
        word = words[last].strip(",;.")
        if _NOUN.fullmatch(word):
            name = " ".join((*words[at + 1 : last], word))
            printed = " ".join((*words[first:last], word))
            return Found(first, last, Group(name, int(number[1]), least or bool(number[2]), printed))
        if not _may_describe(word):
            return None
    return None


def _is_noun_phrase(words: Sequence[str]) -> bool:
    return (
        0 < len(words) <= _ADJECTIVES
        and _NOUN.fullmatch(words[-1]) is not None
        and all(_may_describe(word) and word[:1].islower() for word in words)
    )


def _may_describe(word: str) -> bool:
    return word.replace("-", "").isalpha() and _NO_ADJECTIVE.fullmatch(word) is None
