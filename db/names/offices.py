"""Officials by what they are: "DGSN", "DG DGSN", "interior minister", "Hamouchi DGSN"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.names.candidates import SUGGESTED, Candidate
from db.names.compare import compare
from db.names.fold import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

_LONGEST = 120  # characters
_MOST_WORDS = 8
_MOST = 60  # holders of posts that are looked at
_AFTER = "~"
_SHORTEST_TITLE = 4  # letters from which the beginning of a title finds its holder
_WHY = 0.5  # an office is no name: offered, never told of itself
_SMALL = frozenset(
    ("of", "the", "for", "and", "de", "del", "la", "le", "les", "des", "du", "der", "und", "y", "et")
)


class _Holder(NamedTuple):
    number: int
    name: str
    country: str
    office: str
    title: str
    other_title: str


def in_office(reader: Reader, words: str, *, limit: int = 5) -> list[Candidate]:
    """Who holds a post now, by the words of a title, an organisation, or both in any order; best first.

    Beside an organisation the other words may also be of the holder's name, in any spelling.
    """
    said = fold(words[:_LONGEST]).split()[:_MOST_WORDS]
    if not said:
        return []
    organisations, rest = _organisations(reader, said)
    if organisations:
        holders = [one for one in _holders(reader, "p.organisation_id", organisations) if _fits(one, rest)]
    else:
        holders = _holders(reader, "p.id", _posts(reader, " ".join(said)))
    found = {
        one.number: Candidate(one.number, one.name, one.country, one.office, _WHY, one.title)
        for one in holders
    }
    return list(found.values())[:limit]


def _organisations(reader: Reader, said: Sequence[str]) -> tuple[list[int], list[str]]:
    """The organisations with the longest name among the words, and the words that are left."""
    windows = {
        " ".join(said[start:stop]): (start, stop)
        for start in range(len(said))
        for stop in range(start + 1, len(said) + 1)
    }
    marks, values = marked("w", windows)
    rows = reader.all(
        f"SELECT key, record_id FROM name_key WHERE kind = 'organisation' AND key IN ({marks}) LIMIT :most",
        **values,
        most=_MOST,
    )
    if not rows:
        return [], list(said)
    longest = max((key for key, _ in rows), key=len)
    start, stop = windows[longest]
    return [number for key, number in rows if key == longest], [*said[:start], *said[stop:]]


def _posts(reader: Reader, title: str) -> list[int]:
    if len(title) < _SHORTEST_TITLE:
        return []
    rows = reader.all(
        "SELECT record_id FROM name_key WHERE kind = 'post' AND key >= :low AND key < :high ORDER BY key LIMIT :most",
        low=title,
        high=title + _AFTER,
        most=_MOST,
    )
    return [number for (number,) in rows]


def _holders(reader: Reader, column: str, numbers: Sequence[int]) -> list[_Holder]:
    """Those who hold a post of which no end is known."""
    marks, values = marked("n", numbers)
    if not marks:
        return []
    rows = reader.all(
        "SELECT o.id, o.name, COALESCE(o.country, ''), s.post, p.title, COALESCE(x.title, '') FROM post p"
        " JOIN tenure t ON t.post_id = p.id AND t.date_last IS NULL"
        " JOIN official o ON o.id = t.official_id AND o.merged_into IS NULL"
        " JOIN official_summary s ON s.official_id = o.id LEFT JOIN post_title x ON x.post_id = p.id"
        f" WHERE {column} IN ({marks}) ORDER BY p.id, t.id, x.id LIMIT :most",
        **values,
        most=_MOST,
    )
    return [_Holder(*row) for row in rows]


def _fits(holder: _Holder, rest: Sequence[str]) -> bool:
    """Whether the words left are of the title, its initials, or of the name."""
    if not rest:
        return True
    for title in (holder.title, holder.other_title):
        words = fold(title).split()
        initials = "".join(word[0] for word in words if word not in _SMALL)
        if (len(rest) == 1 and initials.startswith(rest[0])) or all(
            any(word.startswith(one) for word in words) for one in rest
        ):
            return bool(words)
    return compare(" ".join(rest), holder.name).score >= SUGGESTED
