"""Officials of the store whom an Arabic text names: by a stored spelling, or by one that sounds like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from db.names import fold
from db.names.skeleton import skeleton
from db.reader import marked
from db.reading.people.arabic_people import JOINED, LONGEST, NO_NAMES
from db.reading.people.known import KnownOfficial

if TYPE_CHECKING:
    from db.reader import Reader

_RUN = re.compile("[\u0621-\u064a]{2,}(?:[ \u00a0][\u0621-\u064a]{2,}){1,60}")
_MOST_AT_ONCE = 400  # names asked for in one statement
_MOST_NAMES = 4_000  # of a text
_SHORTEST = 3  # letters of a word on to which something may be written
_LEAST_SOUND = 6  # consonants of a name that is told by its sound
_OTHER_YA = (("ى", "ي"), ("ي", "ى"))

_Found = dict[str, KnownOfficial]


def arabic_officials_in(reader: Reader, text: str) -> tuple[_Found, frozenset[str]]:
    """Officials by the folded names that an Arabic text gives them, and those that are only told by the sound."""
    names = _names_in(text)
    if not names:
        return {}, frozenset()
    spelt = _looked_up(reader, "folded", names, _spellings)
    heard = _looked_up(reader, "skeleton", {name for name in names if fold(name) not in spelt}, _sounds)
    return {**heard, **spelt}, frozenset(heard)


def _names_in(text: str) -> set[str]:
    """Neighbouring words, as there are no capitals; without the "and" that is written on to the first one too."""
    names: set[str] = set()
    for run in dict.fromkeys(match.group() for match in _RUN.finditer(text)):
        words = run.split()
        lows = [fold(word) for word in words]
        for first, word in enumerate(words):
            for last in range(first + 2, min(first + LONGEST, len(words)) + 1):
                if not NO_NAMES.isdisjoint(lows[first:last]):
                    break
                names.add(" ".join(words[first:last]))
                if word[0] in JOINED and len(word) > _SHORTEST:
                    names.add(" ".join((word[1:], *words[first + 1 : last])))
        if len(names) > _MOST_NAMES:
            break
    return names


def _spellings(name: str) -> list[str]:
    """A name folded, be it written with the one ya or with the other."""
    ends = [f"{name} ".replace(f"{sign} ", f"{other} ") for sign, other in _OTHER_YA]
    return [fold(one) for one in (name, *ends)]


def _sounds(name: str) -> list[str]:
    heard = skeleton(name)
    return [heard] if " " in heard and len(heard) > _LEAST_SOUND else []


def _looked_up(
    reader: Reader, column: str, names: Iterable[str], keys_of: Callable[[str], list[str]]
) -> dict[str, KnownOfficial]:
    """Who is meant by each name, folded as printed; namesakes are left out."""
    by_key: dict[str, set[str]] = {}
    for name in names:
        for key in keys_of(name):
            by_key.setdefault(key, set()).add(fold(name))
    found: dict[str, set[KnownOfficial]] = {}
    wanted = sorted(by_key)
    for start in range(0, len(wanted), _MOST_AT_ONCE):
        for key, number, name, country in _rows(reader, column, wanted[start : start + _MOST_AT_ONCE]):
            for printed in by_key[key]:
                found.setdefault(printed, set()).add(KnownOfficial(number, name, country))
    return {printed: next(iter(several)) for printed, several in found.items() if len(several) == 1}


def _rows(reader: Reader, column: str, keys: Iterable[str]) -> Iterable[tuple[Any, ...]]:
    marks, values = marked("n", keys)
    return reader.all(
        f"SELECT DISTINCT n.{column}, o.id, o.name, COALESCE(o.country, '') FROM official_name n"
        " JOIN official o ON o.id = n.official_id AND o.merged_into IS NULL"
        f" WHERE n.{column} IN ({marks}) AND n.kind <> 'weak'",
        **values,
    )
