"""Posts of one service, or of one country, whose titles say the same in other words: "Head of the Border Police"."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from db.apart import not_said
from db.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader

_MOST = 20_000  # posts that are gone through, in memory
_POSTS = """
    SELECT p.id, p.title, o.id, o.name, o.acronym, COALESCE(p.country, '') FROM post p
    LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE p.merged_into IS NULL AND p.single_seat AND (o.id IS NOT NULL OR p.country <> '')
    ORDER BY p.organisation_id, p.id LIMIT :limit_
"""
_TITLES = "SELECT post_id, title FROM post_title WHERE valid_to = '' ORDER BY id LIMIT :limit_"
_STILL_ASKED = f"SELECT 1 WHERE {not_said('post', ':one', ':other')}"
_SMALL = frozenset(
    ("of", "the", "for", "and", "de", "del", "la", "le", "les", "des", "du", "der", "und", "y", "et", "l")
)
_AT_THE_TOP = frozenset(
    (
        *(
            "head",
            "chief",
            "president",
            "director general",
            "general director",
            "governor",
            "commander in chief",
        ),
        *("chef", "directeur general", "presidente", "jefe", "prasident", "generaldirektor", "leiter"),
    )
)
_WORDS_OF_A_SERVICE = 3
"""From so many on a title says of which service it is, where no service is recorded: "Chief of Border Police"."""
_TOP = "both are the head of it"
_WORDS = "the same title in other words"


class Alike(NamedTuple):
    """Two posts, the earlier one first, and why they may be one."""

    one: int
    title: str
    other: int
    other_title: str
    service: str
    why: str


class _Post(NamedTuple):
    number: int
    title: str
    service: str


def titles_alike(reader: Reader, limit: int) -> list[Alike]:
    """Posts with one seat in one service that may be the same, those with the same words first."""
    more: dict[int, list[str]] = defaultdict(list)
    for number, title in reader.all(_TITLES, limit_=_MOST):
        more[number].append(title)
    alike: dict[tuple[int | str, frozenset[str]], list[_Post]] = defaultdict(list)
    for number, title, service, name, acronym, country in reader.all(_POSTS, limit_=_MOST):
        titles = (title, *more[number])
        if service is None:
            whole = {frozenset(_words(each)) for each in titles}
            for said in (each for each in whole if len(each) >= _WORDS_OF_A_SERVICE):
                alike[country, said].append(_Post(number, title, country))
            continue
        post = _Post(number, title, acronym or name)
        own = {*_words(name), *_words(acronym)}
        for said in {_says(each, own) for each in titles} - {frozenset()}:
            alike[service, said].append(post)
    found = sorted(_pairs(alike), key=lambda pair: (pair.why != _WORDS, pair.one, pair.other))
    return [pair for pair in dict.fromkeys(found) if _still_asked(reader, pair)][:limit]


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in _SMALL]


def _says(title: str, service: set[str]) -> frozenset[str]:
    """The words of a title without those of its service; a head is a head, whatever it is called."""
    rest = [word for word in _words(title) if word not in service]
    return frozenset((_TOP,)) if " ".join(rest) in _AT_THE_TOP else frozenset(rest)


def _pairs(alike: dict[tuple[int | str, frozenset[str]], list[_Post]]) -> Iterator[Alike]:
    for (_, said), posts in alike.items():
        for one, other in combinations(posts, 2):
            why = _TOP if _TOP in said else _WORDS
            yield Alike(one.number, one.title, other.number, other.title, one.service, why)


def _still_asked(reader: Reader, pair: Alike) -> bool:
    return reader.value(_STILL_ASKED, one=pair.one, other=pair.other) is not None
