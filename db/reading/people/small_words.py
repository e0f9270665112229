"""Small words that a title holds: "official with the Ministry", "des réformes institutionnelles et du renouveau"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.reading.words import Word, side_by_side

if TYPE_CHECKING:
    from db.reading.people.offices import Offices

_AND = frozenset(("and", "et", "y", "e"))
NEXT_MATTER = frozenset(("des", "du", "de", "del"))


def is_said_of_a_matter(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a small word says which matter an office deals with: "des réformes institutionnelles et"."""
    return (
        at >= _MATTER
        and words[at].text.islower()
        and words[at - 1].text.islower()
        and words[at - 2].low in NEXT_MATTER
        and side_by_side(text, words[at - 1], words[at])
        and words[at + 1].low in _AND
        and words[at + 2].low in NEXT_MATTER
    )


_MATTER = 2  # words in front: "des réformes"


def goes_with(words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether a small word is of a title: "official with the Interior Ministry", "máximo responsable de la Policía"."""
    if words[at].low in HIGHEST and words[at].text.islower():
        return known.head(words[at + 1])
    if words[at].low == "par":
        return words[at + 1].low == "interim"
    return words[at].low == "with" and at > 0 and words[at - 1].low in _STAFF


HIGHEST = frozenset(("maximo", "maxima"))
_STAFF = frozenset(("official", "officer", "adviser", "advisor", "prosecutor", "inspector", "agent"))


def is_a_paper_on(words: Sequence[Word], at: int) -> bool:
    """Whether an office is named by a paper: "Secretary of the Convention on Migratory Fish Jane Doe"."""
    papers = words[at].capital and words[at].low in _PAPERS
    return papers and at + 1 < len(words) and words[at + 1].low in _ON


_PAPERS = frozenset(
    ("agreement", "convention", "declaration", "treaty", "framework", "acuerdo", "convenio", "accord")
)
_ON = frozenset(("on", "for", "against", "sur", "sobre", "contre", "contra", "para", "pour"))


def is_said_of_a_service(text: str, words: Sequence[Word], at: int, known: Offices) -> bool:
    """Whether a small word in front of a comma goes with a service: "la Police républicaine, Jean Doe"."""
    return (
        at > 0
        and words[at].text.islower()
        and (
            words[at - 1].low in known.words
            or words[at - 1].low in _DEALS_WITH
            or (words[at - 1].capital and at > 1 and words[at - 2].low in NEXT_MATTER)  # "des Eaux potables,"
        )
        and side_by_side(text, words[at - 1], words[at])
        and text[words[at].end : words[at].end + 1] == ","
    )


_DEALS_WITH = frozenset(("aux", "for", "on"))  # "la commissaire nationale aux drogues, Jane Doe"
