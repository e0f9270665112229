"""Capitals inside a title that are nobody's name: the Safety of "Minister of Public Safety, Jane Doe"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.reading.people.matters import lists_matters
from db.reading.people.offices import offices
from db.reading.words import Word, side_by_side


class Run(NamedTuple):
    """Words that look like a name: from the first to before the last."""

    first: int
    last: int


def names_only(text: str, words: Sequence[Word], runs: list[Run], of_places: set[int]) -> list[Run]:
    """Without single capitals inside a title: the Safety of "Minister of Public Safety, Jane Doe"."""
    starts = {run.first for run in runs}
    return [
        run
        for run in runs
        if not (
            _is_heading(words, run)
            or _is_of_a_post(text, words, run, starts, of_places)
            or _is_of_a_matter(text, words, run, starts, of_places)
        )
    ]


def _is_heading(words: Sequence[Word], run: Run) -> bool:
    """Whether a line is in capitals and goes on: "SECRETARÍA GENERAL DE PRENSA DE LA …"."""
    return words[run.last - 1].acronym and words[run.last - 1].low in _NO_END


def _is_of_a_post(text: str, words: Sequence[Word], run: Run, starts: set[int], of_places: set[int]) -> bool:
    """Whether capitals are of a service or a place that a title goes on with."""
    alone, before = run.last - run.first == 1, _in_front(words, run, of_places)
    if before in OF_SERVICE and head_before(words, run.first):
        return True
    if not alone:
        return False
    behind = text[words[run.last - 1].end : words[run.last].start].strip() if run.last < len(words) else ""
    in_title = before in offices().words or before in OF_SERVICE
    if behind == "," and _ends_in_a_place(text, words, run, before, another=run.last in starts):
        return True
    return (
        _is_short(text, words[run.first])
        or (in_title and ((behind == "," and run.last in starts) or before in OF_SERVICE))
        or (not behind and _is_of_a_service(words, run, before, in_title=in_title))
        or (behind == "," and _is_of_a_post_at(words, run, starts))
    )


def _in_front(words: Sequence[Word], run: Run, of_places: set[int]) -> str:
    """The word in front of capitals, without an article or the sign that a country owns them."""
    before = words[run.first - 1].low if run.first else ""
    if before == "the" and run.first > 1:
        return words[run.first - 2].low  # "of the Maritime Police"
    if before == "s" and run.first - 2 in of_places and run.first > 2:  # noqa: PLR2004 - "of Spain's Police"
        return words[run.first - 3].low
    return before


def _ends_in_a_place(text: str, words: Sequence[Word], run: Run, before: str, *, another: bool) -> bool:
    """Whether a place ends a title: "director of the police in Tambo, Jane Doe", "John Roe, head of … in Tambo"."""
    if another and (before in AT or before in _POSTED_TO) and head_before(words, run.first):
        return True
    return before in AT and _is_inside_an_office(text, words, run.first)


def _is_short(text: str, word: Word) -> bool:
    """Whether a word is the short name of a service in brackets, or the G of "the G20 sherpa"."""
    return len(word.text) == 1 or text[word.start - 1 : word.end + 1] == f"({word.text})"


def _is_of_a_service(words: Sequence[Word], run: Run, before: str, *, in_title: bool) -> bool:
    """Whether one capital is of a service: the Verte of "Sécurité Verte et de la Pêche", the Ox of "la force Ox"."""
    if before in _BODIES:
        return True
    deals_with = in_title and words[run.first - 1].capital and before not in offices().heads
    if deals_with and run.last < len(words) and words[run.last].low in _NEXT:
        return True  # "Fiscal de Asuntos Rurales del Estado"
    return in_title and (_office(words, run.last) or _goes_on_with_another(words, run.last))


def _goes_on_with_another(words: Sequence[Word], at: int) -> bool:
    """Whether one more matter of an office follows: "et de la Pêche"."""
    return at + 1 < len(words) and words[at].low in _AND and words[at + 1].low in _NEXT


_NO_END = frozenset(("de", "del", "du", "des", "la", "of", "y", "et", "and"))
_NEXT = frozenset(("de", "du", "des", "d", "del", "of"))
_BODIES = frozenset(("force", "operation", "operacion", "mission", "mision", "task"))


def _is_of_a_post_at(words: Sequence[Word], run: Run, starts: set[int]) -> bool:
    """Whether a place ends a service before its head's rank: "head of Police Region Tambo, Colonel Jane Doe"."""
    known, before = offices(), words[run.first - 1] if run.first else None
    if before is None or not before.capital or known.head(before) or before.low not in known.words:
        return False
    ahead = next(
        (at for at in range(run.last, min(run.last + _MOST_OF_A_RANK, len(words))) if at in starts), 0
    )
    ranks = words[run.last : ahead]
    fits = all(word.low in known.words or word.low in known.small or word.acronym for word in ranks)
    return bool(ranks) and known.head(ranks[0]) and fits and head_before(words, run.first)


_MOST_OF_A_RANK = 6  # words


def _is_inside_an_office(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a place ends an office that began behind a comma: "Jane Doe, head of the branch of the … in Tambo,"."""
    first = at
    while first and side_by_side(text, words[first - 1], words[first]):
        first -= 1
    behind_a_name = first > 0 and words[first - 1].capital and text[words[first - 1].end] == ","
    return behind_a_name and offices().head(words[first])


def _office(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital is of an office: the Minister of "Citizen Protection Minister"."""
    return at < len(words) and words[at].capital and words[at].low in offices().words


def _is_of_a_matter(
    text: str, words: Sequence[Word], run: Run, starts: set[int], of_places: set[int]
) -> bool:
    """Whether capitals are of what an office deals with: "of Research and Rangeland", "y la Pesca Menor, Ana Doe"."""
    last = run.last
    alone = last - run.first == 1
    before = words[run.first - 1].low if run.first else ""
    behind = text[words[last - 1].end : words[last].start].strip() if last < len(words) else ""
    if not head_before(words, run.first, _LONG_TITLE):
        return False
    if lists_matters(text, words, run.first, offices()):
        return True
    if before in _THE and run.first > 1 and words[run.first - 2].low in _AND_AGAINST:
        return last in starts and behind == ","
    if before in _AND and not alone and behind == "," and last in starts:
        return True  # "la ministra de Relaciones Exteriores y Vida Rural, Ana Doe"
    if not alone:
        return not behind and _is_addressed(
            words, last
        )  # "Head of the Board for Maternal Wards Dr. Jane Doe"
    of_a_country = run.first - 1 in of_places and _office(
        words, last
    )  # "Head of the Kenyan Wildlife Service"
    return before in _AND or (of_a_country and side_by_side(text, words[run.first], words[last]))


def _is_addressed(words: Sequence[Word], at: int) -> bool:
    """Whether a name with an honorific begins: the Dr of "Dr. Jane Doe"."""
    return (
        at + 1 < len(words) and words[at].capital and offices().honours(words[at]) and words[at + 1].capital
    )


def head_before(words: Sequence[Word], at: int, near: int = 7) -> bool:
    """Whether an office is named right before "of the …", which then is a service and nobody's name."""
    return any(word.low in offices().heads for word in words[max(0, at - near) : at])


_LONG_TITLE = 12  # words
_AND = frozenset(("and", "et", "y", "e"))
_AND_AGAINST = _AND | {"contra", "contre", "against"}
_THE = frozenset(("the", "la", "le", "el", "les", "los", "las", "l"))
AT = frozenset(("en", "in", "at", "for"))
_POSTED_TO = frozenset(("to", "au", "aux"))  # "ambassadeur de Turquie au Congo, Jean Doe"
OF_SERVICE = frozenset(
    ("at", "within", "de", "la", "du", "des", "del", "of", "for", "l", "les", "los", "las", "d")
)
