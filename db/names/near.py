"""People whose names are written in slightly different ways, found among all names without comparing each to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple

_LONG = 3  # consonants of a word of which one may be missing
_SHARED = 40  # people who may share the rarest word of a name; of more nobody could read the pairs


class Written(NamedTuple):
    """One of the names of somebody.

    Attributes:
        number: whose.
        skeleton: its consonants, word by word.
        country: of the bearer, "" when not known.
    """

    number: int
    skeleton: str
    country: str


def near(names: Iterable[Written], sounds: Mapping[str, set[int]], limit: int) -> list[tuple[int, int]]:
    """Pairs of people of one country, or of a country that is not known, whose names may be the same.

    A name may be another's if every word of it is among the ways in which the other's words may sound (Abdelatif,
    where the article may end with the first l or go on), or if they differ by one consonant that is missing.

    Args:
        names: of everybody.
        sounds: who has a word that may sound so.
        limit: at most so many pairs, those with the rarest words first.
    """
    countries: dict[int, str] = {}
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, skeleton, country in names:
        countries[number] = country
        if " " in skeleton:  # one word alone says too little
            bearers[skeleton].add(number)
    found: dict[tuple[int, int], int] = {}
    for skeleton, mine in bearers.items():
        those = [sounds.get(word, set()) for word in skeleton.split(" ")]
        rarest = min(map(len, those))
        theirs = reduce(set.__and__, sorted(those, key=len)) if rarest <= _SHARED else set()
        for shorter in bearers.keys() & _with_one_less(skeleton):
            theirs = theirs | bearers[shorter]
        for one in mine:
            for other in theirs - mine:
                if _may_meet(countries[one], countries.get(other)):
                    pair = (min(one, other), max(one, other))
                    found[pair] = min(rarest, found.get(pair, rarest))
    return sorted(found, key=lambda pair: (found[pair], pair))[:limit]


def _may_meet(country: str, other: str | None) -> bool:
    """Whether two may be one by where they belong; None for somebody who was merged into another."""
    return other is not None and (not country or not other or country == other)


def _with_one_less(skeleton: str) -> set[str]:
    """The skeleton without one of the consonants of its longer words."""
    words = skeleton.split(" ")
    return {
        " ".join(sorted([*words[:place], word[:at] + word[at + 1 :], *words[place + 1 :]]))
        for place, word in enumerate(words)
        if len(word) > _LONG
        for at in range(1, len(word))
    }
