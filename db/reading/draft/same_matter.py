"""Whether two outcomes that are told in other words are about the same matter, by what their words stand for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from db.names import fold

_LITTLE = 0.3  # what a word counts that stands in every second outcome
_TOPIC = 0.8
_FEWEST = 1.2  # shared words that tell two matters apart from others
_LIKELY = 0.5  # of the words of the one with fewer
_MOST_LEFT = 2  # times as many words may the longer of two have that are nearly equal
_LEAST_WORDS = 4
_SHORTEST_STEM = 4
_ELSEWHERE = 0.6
_ROUNDING = 1e-9
_NAMES = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w'’-]+")


class Matter(NamedTuple):
    """What an outcome is about.

    Attributes:
        stems: of its words.
        subjects: codes of its topics and instruments, by whatever words they are told.
        instrument: the code of what is to be done with, "" for none.
        names: the stems among them that are written like names.
    """

    stems: frozenset[str]
    subjects: frozenset[str] = frozenset()
    instrument: str = ""
    names: frozenset[str] = frozenset()

    @property
    def numbers(self) -> frozenset[str]:
        """Years and how many of something."""
        return frozenset(one for one in self.stems if one.isdecimal())


def matter_of(text: str, subjects: Iterable[str] = (), instrument: str = "") -> Matter:
    """What an outcome is about that is told in some words."""
    names = stems_of(" ".join(_NAMES.findall(text)))
    return Matter(stems_of(text), frozenset(subjects), instrument, names)


def nearly_equal(one: Matter, other: Matter) -> bool:
    """Whether two tell the same for sure: all that the shorter says stands in the other, and nothing turns it round."""
    short, long = sorted((one.stems, other.stems), key=len)
    content = [stem for stem in short if stem not in _words().general]
    return (
        short <= long
        and len(short) >= _LEAST_WORDS
        and bool(content)
        and len(long) <= _MOST_LEFT * len(short)
        and not (long - short) & _words().turns
        and not _apart(one, other)
    )


def likeness(one: Matter, other: Matter) -> float:
    """How likely two are about the same matter, from 0 on; 0 where something speaks against it."""
    if _apart(one, other):
        return 0
    ours, theirs = _told(one), _told(other)
    both = ours & theirs
    shared = _weight(both)
    telling = [told for told in both if told not in _words().general and told[0] != "#"]
    least = min(_weight(ours), _weight(theirs))
    if not least or shared < _FEWEST - _ROUNDING or not (telling or len(both) >= _LEAST_WORDS):
        return 0
    found = shared / least * (_ELSEWHERE if _other_names(one, other) else 1)
    return found if found >= _LIKELY else 0


def _apart(one: Matter, other: Matter) -> bool:
    """Whether two name different years, numbers or instruments."""
    numbers = one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers)
    instruments = one.instrument and other.instrument and one.instrument != other.instrument
    return bool(numbers or instruments)


def _other_names(one: Matter, other: Matter) -> bool:
    """Whether each names somebody or some place that the other does not: an office in one town, and in another."""
    return bool(one.names - other.stems) and bool(other.names - one.stems)


def _told(matter: Matter) -> frozenset[str]:
    return matter.stems | {f"#{code}" for code in matter.subjects}


def _weight(told: Iterable[str]) -> float:
    return sum(_TOPIC if one[0] == "#" else _LITTLE if one in _words().general else 1 for one in told)


def stems_of(text: str) -> frozenset[str]:
    """The words of a text without what stands in every sentence, and without their endings."""
    words = (_NUMBERS.get(word, word) for word in _BOTH_SIDES.sub(" ", fold(text)).split())
    parts = [part for word in words for part in _OF_TWO.sub(r"\1 ", _AGAINST.sub("", word)).split()]
    return frozenset(
        _words().concept_of.get(stem := stem_of(part), stem)
        for part in parts
        if (len(part) >= _SHORTEST_STEM or part.isdecimal()) and part not in _words().idle
    )


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """A word without its ending, as alike in English, French and Spanish as endings go."""
    if word.isdecimal():
        return word
    found = _ENDING.search(word, _SHORTEST_STEM)
    return word[: found.start()] if found else word


_BOTH_SIDES = re.compile(
    r"\b(?:two|three|deux|trois|dos|tres) (?:sides?|countries|parties|pays|paises|ministers|ministres"
    r"|ministros|delegations?|delegaciones|governments|gouvernements|gobiernos|states|etats|estados|nations|services|officials)\b"
)
_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        (
            "two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco", "six seis", "seven sept siete",
            "eight huit ocho", "nine neuf nueve", "ten dix diez", "eleven onze once", "twelve douze doce",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
_AGAINST = re.compile(r"^(?:counter|anti|contra|contre)(?=\w{5})")
_OF_TWO = re.compile(r"^(cyber|ciber|narco)-?(?=\w{4})")
_ENDING = re.compile(
    r"(?:i?[sz]ations?|ations?|aciones|acion|ements?|ments?|ements?|amientos?|imientos?|atives?|ativos?|ativas?"
    r"|ating|ators?|ateurs?|adores|ador|ated?|ates|ings?|ists?|istes?|istas?|isms?|ismes?|ismos?|ions?|iones|ies"
    r"|ally|als?|ales?|aux|elles?|iers?|ers?|eurs?|ing|ed|ees?|es|er|ir|ar|ados?|adas?|idos?|idas?|ives?|ivos?|ivas?"
    r"|ques?|cos?|cas?|ics?|ly|os|as|s|e|o|a|y)$"
)


class _Words(NamedTuple):
    """What `same_matter.toml` says of words, by their stems."""

    idle: frozenset[str]
    turns: frozenset[str]
    general: frozenset[str]
    concept_of: dict[str, str]


@cache
def _words() -> _Words:
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    concepts = {stem_of(one): name for name, words in told["concepts"].items() for one in words.split()}
    general = {*concepts.values(), *map(stem_of, told["general"].split())}
    return _Words(
        frozenset(told["idle"].split()),
        frozenset(map(stem_of, told["turns"].split())),
        frozenset(general),
        concepts,
    )
