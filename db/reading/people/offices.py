"""Titles of posts in a sentence, by the words that offices are made of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from db.reading.people.matters import joins_matters, lists_matters
from db.reading.people.small_words import (
    HIGHEST,
    NEXT_MATTER,
    goes_with,
    is_a_paper_on,
    is_said_of_a_matter,
    is_said_of_a_service,
)
from db.reading.words import Word, side_by_side

_MOST_BACK = 22  # words of a title
_DETERMINERS = frozenset(
    (
        "the",
        "le",
        "la",
        "l",
        "el",
        "su",
        "sus",
        "his",
        "her",
        "their",
        "its",
        "son",
        "sa",
        "leur",
        "un",
        "une",
        "a",
        "an",
        "una",
    )
)


RESIDENT = re.compile(
    r",\s+(?:resident|residing|based|accredited|with residence|non-resident|(?:en|avec) r[eé]sidence"
    r"|r[eé]sidant|con (?:sede|residencia)|residente|concurrente)\s+(?:in|to|à|en|au|aux)"
    r"\s+[^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?(?=,)"
)
"""Where an envoy lives who is posted to several countries: "Ambassador to Latvia, resident in Copenhagen, Jane Doe"."""
_GOES_ON = frozenset(
    ("and", "et", "y", "e", "with", "avec", "con", "du", "de", "del", "d")
)  # the list that "accompanied by" or "composée du … et du …" leads
_NEW = frozenset(("new", "nouveau", "nouvelle", "nouvel", "nuevo", "nueva"))
_ROOMS = frozenset(
    ("office", "headquarters", "bureau", "cabinet", "despacho", "gabinete")
)  # "in his office General Doe"
_AND = frozenset(("and", "et", "y", "e"))
_CALLS = frozenset(("audiencia", "audience", "entretien", "encuentro"))  # "recibió en audiencia al ministro"
_BEHIND_A_PLACE = frozenset(("a", "al", "aux", "au", "de", "du", "del", "of"))  # "in Spain of the Minister"
_OF = frozenset(("of", "de", "du", "des", "del", "la", "les", "los", "las", "l", "d"))


class Offices(NamedTuple):
    """The words of offices, folded."""

    heads: frozenset[str]
    words: frozenset[str]
    honorifics: frozenset[str]
    small: frozenset[str]
    not_names: frozenset[str]
    ranks: frozenset[str]

    def head(self, word: Word) -> bool:
        """Whether a word names an office by itself; a rank in short letters counts in capitals alone: "SSP"."""
        return word.low in self.heads or (word.acronym and word.low in self.ranks)

    def honours(self, word: Word) -> bool:
        """Whether a word stands before names: "Mr", "H.E."."""
        return word.low.replace(" ", "") in self.honorifics


class Title(NamedTuple):
    """A title as a stretch of words: from the first to before the last."""

    first: int
    last: int


@cache
def offices() -> Offices:
    """The lexicon, read once."""
    table = tomllib.loads(Path(__file__).with_name("offices.toml").read_text("utf-8"))
    sets = {name: frozenset(str(words).split()) for name, words in table.items()}
    return Offices(
        sets["heads"],
        sets["words"] | sets["heads"],
        sets["honorifics"],
        sets["small"],
        sets["not_names"],
        sets["ranks"],
    )


def title_before(
    text: str,
    words: Sequence[Word],
    at: int,
    lowest: int,
    taken: set[int],
    of_places: set[int],
    *,
    bracket: bool = False,
) -> Title | None:
    """The title that ends right before a word: "German Interior Minister" or "le ministre de l'Intérieur,".

    Args:
        text: the whole text.
        words: of the sentence.
        at: the word after it.
        lowest: the first word that it may reach back to.
        taken: words of names and of other things that no title holds.
        of_places: words of countries, which it may hold.
        bracket: whether a bracket stands in front of the word.
    """
    known = offices()
    first, head = at, -1
    back = at - 1
    while back >= max(lowest, at - _MOST_BACK) and back not in taken:
        opens = bracket and back + 1 == at
        if not (opens or _reaches(text, words, back, at) or _bracket(text, words, back + 1)):
            break
        one_office = back and (words[back - 1].low in known.words or words[back + 1].low in HIGHEST)
        one_office = one_office or (head < 0 and words[back + 1].low in NEXT_MATTER)  # "et du renouveau"
        if words[back].low in _AND and not (one_office or joins_matters(text, words, back, known, of_places)):
            break
        fits = back in of_places or _may_be_in_title(words[back], known)
        fits = fits or is_a_paper_on(words, back) or goes_with(words, back, known)
        said_of = back == at - 1 and is_said_of_a_service(text, words, back, known)
        if (
            not fits
            and not said_of
            and not _is_adjective_of_office(words, back, known)
            and not (head < 0 and is_said_of_a_matter(text, words, back))
            and not (back and words[back - 1].low in _OF and words[back].text.islower())
        ):
            break
        if known.head(words[back]):
            head = back
        first = back
        if words[back].low in _DETERMINERS and head >= 0 and not _of_longer(text, words, back, known):
            first = back + 1
            break
        back -= 1
    while first < at and (
        words[first].low in known.small
        or words[first].text == "under"
        or (words[first].low in _ROOMS and words[first].text.islower() and words[first + 1 : first + 2])
        or (words[first].low in _CALLS and first + 1 < at and words[first + 1].low in _BEHIND_A_PLACE)
        or (first in of_places and first + 1 < at and words[first + 1].low in _BEHIND_A_PLACE)
    ):
        first += 1
    return Title(first, at) if head >= first else None


def _is_adjective_of_office(words: Sequence[Word], back: int, known: Offices) -> bool:
    """Whether a word says which office it is: the seccional of "directora seccional de Aduanas"."""
    between = 0 < back < len(words) - 1 and words[back].text.islower()
    return (
        between
        and words[back].low.endswith(_ADJECTIVES)
        and known.head(words[back - 1])
        and words[back + 1].low in _OF
    )


_ADJECTIVES = (
    "al",
    "ale",
    "elle",
    "ico",
    "ica",
    "ivo",
    "iva",
    "ario",
    "aria",
    "ique",
    "aire",
    "if",
    "ier",
    "iere",
)


def _of_longer(text: str, words: Sequence[Word], back: int, known: Offices) -> bool:
    """Whether the title began before a determiner: "Assistant to the President"."""
    return (
        back >= 2  # noqa: PLR2004 - an office and a preposition
        and words[back - 1].low in known.small
        and words[back - 1].low not in ("and", "et", "y", "e")
        and words[back - 2].low in known.words
        and side_by_side(text, words[back - 2], words[back - 1])
        and side_by_side(text, words[back - 1], words[back])
    )


def _reaches(text: str, words: Sequence[Word], back: int, at: int) -> bool:
    """Whether nothing but a space stands behind a word, or a comma where the title ends before a name."""
    if side_by_side(text, words[back], words[back + 1]):
        return True
    between = RESIDENT.sub("", text[words[back].end : words[back + 1].start]).strip()
    if back + 1 < at and between == "," and lists_matters(text, words, back + 1, offices()):
        return True
    if between == ")" and _bracket(text, words, back):
        rank = words[back + 1].capital and offices().head(words[back + 1])
        field = words[back + 1].capital and words[back + 1].low in offices().words
        if rank or field or words[back + 1].low in _OF:
            return True  # "head of the anti-drug office (OAD) of Peru, Jane Doe", "… (OAD) Colonel Jane Doe"
    matter = words[back].capital or (words[back].low in offices().words and not offices().head(words[back]))
    if between == "," and matter and words[back + 1].low in NEXT_MATTER:
        return True  # "ministre de l'Intérieur, de la Justice et du Culte, Jean Doe"
    return between in (",", "),", ")", "–", "—") and back + 1 == at


def _goes_on(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a title goes on with a word, be it behind brackets: "the National Police (DGSN) and Surveillance"."""
    if side_by_side(text, words[at - 1], words[at]) or _bracket(text, words, at):
        return True
    if lists_matters(text, words, at, offices()):
        return True
    joined = words[at].low in ("and", "et", "y", "of", "de") and _bracket(text, words, at - 1)
    return joined and text[words[at - 1].end : words[at].start] == ") "


def _bracket(text: str, words: Sequence[Word], back: int) -> bool:
    """Whether a word is an acronym in brackets: the DGSN of "director of the National Police (DGSN), Jane Doe"."""
    return (
        back > 0
        and words[back].capital
        and text[words[back - 1].end : words[back].start].strip() == "("
        and text[words[back].end : words[back].end + 1] == ")"
    )


def _may_be_in_title(word: Word, known: Offices) -> bool:
    if (
        word.low in known.not_names
        and word.low not in known.small | _DETERMINERS
        and word.low not in known.words
    ):
        return False
    return word.low in known.words or word.low in known.small or word.low in _DETERMINERS or word.capital


def title_after(
    text: str, words: Sequence[Word], at: int, taken: set[int], of_places: set[int]
) -> Title | None:
    """The title that begins at a word: "the head of the National Police"; None for that of a name behind it."""
    known = offices()
    first = at
    if words[at].low in _GOES_ON:
        return None
    while first < len(words) and (words[first].low in _DETERMINERS or words[first].low in _NEW):
        first += 1
    last, head = first, -1
    while last < len(words):
        if last > first and not _goes_on(text, words, last):
            break
        if last in taken:
            return _before_and(words, first, last, known)
        word = words[last]
        fits = last in of_places or _may_be_in_title(word, known) or _adjective(words, last)
        if not fits or _begins_another(words, last):
            break
        if known.head(word) and head < 0:
            head = last
        if head < 0 and last - first >= 6:  # noqa: PLR2004 - "the long-serving Director" begins soon
            break
        last += 1
    while last > first and (words[last - 1].low in known.small):
        last -= 1
    return Title(first, last) if head >= 0 and last > first else None


def _before_and(words: Sequence[Word], first: int, name: int, known: Offices) -> Title | None:
    """The title in front of "and" and one more name: "Jane Doe, director of the police, and John Roe"."""
    if words[name - 1].low not in _AND or name - 1 <= first:
        return None
    return Title(first, name - 1) if any(known.head(word) for word in words[first : name - 1]) else None


def _begins_another(words: Sequence[Word], at: int) -> bool:
    """Whether the next office of a list begins: "and the President of …"."""
    return (
        words[at].low in ("and", "et", "y", "e") and at + 1 < len(words) and words[at + 1].low in _DETERMINERS
    )


def _adjective(words: Sequence[Word], at: int) -> bool:
    """Whether a small word stands inside a service's name: "policía antidisturbios del Estado"."""
    known = offices()
    behind = words[at + 1].low if at + 1 < len(words) else ""
    before = words[at - 1].low if at else ""
    return before in ("de", "du", "des", "del", "of") and (
        behind in known.words or behind in ("de", "del", "du", "of")
    )
