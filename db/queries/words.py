"""Plain words as a condition on a record: every one of them begins a word of what is written of it, in any order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from db.dialects import word_index
from db.names import fold
from db.searched import KIND_AT, NUMBER, reach

Matched = Literal["pair", "event", "official", "action", "followup", "post", "organisation", "source"]

MOST_LETTERS = 500  # of what is typed; more would be a text, not a search
MOST_WORDS = 24
# They stand in the full names of half the world: "Republic of …", "Royaume du …".
_SMALL_WORDS = frozenset(
    (
        "of",
        "the",
        "and",
        "de",
        "du",
        "la",
        "le",
        "les",
        "del",
        "der",
        "die",
        "das",
        "do",
        "da",
        "el",
        "et",
        "und",
    )
)


def wanted_words(words: str) -> list[str]:
    """What is looked for, folded, each word once."""
    return list(dict.fromkeys(fold(words[:MOST_LETTERS]).split()))[:MOST_WORDS]


def named_countries(mark: str, word: str) -> str:
    """A question for the countries that a word may mean: it begins a word of any of their names, or is their code.

    Args:
        mark: the name of the value that the word is.
        word: folded.
    """
    inside = "" if word in _SMALL_WORDS else f" OR folded LIKE '% ' || :{mark} || '%'"
    return (
        f"SELECT country FROM country_name WHERE folded LIKE :{mark} || '%'{inside}"
        f" UNION SELECT code FROM country WHERE code = upper(:{mark})"
    )


def asking(words: str, mark: str = "word") -> tuple[str, dict[str, str]]:
    """SQL for what the index of words is asked, with its values; "" for no word at all."""
    values = {f"{mark}{number}": word for number, word in enumerate(wanted_words(words))}
    wanted = [word_index.Wanted(word, name, named_countries(name, word)) for name, word in values.items()]
    return word_index.asking_for(wanted), values


def having(words: str, mark: str = "word") -> tuple[str, dict[str, str]]:
    """SQL for entries of the search that have every word, with its values; "" for no word at all."""
    asked, values = asking(words, mark)
    return f"{word_index.TABLE} MATCH ({asked})" if asked else "", values


def matching(kind: Matched, words: str, record: str, *, mark: str = "word") -> tuple[str, dict[str, str]]:
    """SQL that is true of the records which the words find, with its values; "" for no word at all.

    A country's name or adjective in any language finds what has to do with it.

    Args:
        kind: of the records; an event is a visit or a meeting.
        words: as typed.
        record: the id in SQL, as "e.id"; of a pair the alias of a table with both of its countries, as "p".
        mark: what the names of the values begin with, another one for each condition of a statement.
    """
    if kind == "pair":
        return _pair(words, record, mark)
    asked, values = asking(words, mark)
    if not asked:
        return "", {}
    if kind == "event":
        return of_events(record, asked), {**values, **EVERYWHERE}
    low, high = reach(kind)
    return (
        f"{record} IN (SELECT rowid & {NUMBER} FROM {word_index.TABLE} WHERE {word_index.TABLE} MATCH ({asked})"
        f" AND rowid >= {low} AND rowid < {high})"
    ), values


EVERYWHERE = {"within": ""}
"""The value by which the events that words find may be any."""


def within(codes: Iterable[str]) -> dict[str, str]:
    """The value by which they have to do with all of some countries, of which the index knows at once."""
    return {"within": "".join(f" AND {word_index.of_country(code)}" for code in codes)}


def of_events(record: str, asked: str) -> str:
    """SQL that is true of the visits and meetings that the index finds, with `EVERYWHERE` or `within` as values.

    Args:
        record: the event's id in SQL.
        asked: SQL for what the index is asked.
    """
    low, high = reach("visit", "meeting")
    # Even for visits, odd for meetings, as their kinds are.
    number = f"2 * (rowid & {NUMBER}) + ((rowid >> {KIND_AT}) & 1)"
    return (
        f"{record} IN (SELECT {number} FROM {word_index.TABLE} WHERE {word_index.TABLE} MATCH ({asked} || :within)"
        f" AND rowid >= {low} AND rowid < {high})"
    )


def _pair(words: str, pair: str, mark: str) -> tuple[str, dict[str, str]]:
    values = {f"{mark}{number}": word for number, word in enumerate(wanted_words(words))}
    meant = {name: f"({named_countries(name, word)})" for name, word in values.items()}
    condition = " AND ".join(f"({pair}.a IN {those} OR {pair}.b IN {those})" for those in meant.values())
    return condition, values
