"""In which of the posts that the store knows of an official a text speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.names import fold
from db.reading.draft.items import Items, put

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 50


class _Post(NamedTuple):
    title: str
    organisation: str
    words: frozenset[str]


def know_offices(reader: Reader, items: Items) -> Items:
    """The draft with known officials in the posts that their printed titles mean.

    A title that fits none of the posts of an official makes no new one: it stays beside the name as printed.
    """
    for item in items:
        if item.kind != "person" or not item.values["known"] or "office" in item.values:
            continue
        posts = _posts(reader, str(item.values["known"]))
        if posts:
            found = _likeliest(posts, str(item.values["post"]))
            office = {"post": found.title, "organisation": found.organisation} if found else {}
            items = put(items, item.having(office=office))
    return items


def _posts(reader: Reader, name: str) -> list[_Post]:
    rows = reader.all(
        "SELECT DISTINCT p.title, COALESCE(g.name, ''), COALESCE(g.acronym, ''),"
        " COALESCE((SELECT GROUP_CONCAT(n.name || ' ' || n.acronym, ' ') FROM organisation_name n"
        " WHERE n.organisation_id = g.id), '') FROM official o"
        " JOIN tenure t ON t.official_id = o.id JOIN post p ON p.id = t.post_id AND p.merged_into IS NULL"
        " LEFT JOIN organisation g ON g.id = p.organisation_id"
        " WHERE o.name = :name AND o.merged_into IS NULL ORDER BY p.id LIMIT :most",
        name=name,
        most=_MOST,
    )
    return [
        _Post(title, acronym or organisation, _words(f"{title} {organisation} {acronym} {before}"))
        for title, organisation, acronym, before in rows
    ]


def _likeliest(posts: list[_Post], printed: str) -> _Post | None:
    """The post that shares most words with a printed title; the only one where nothing is printed."""
    if not printed:
        return posts[0] if len(posts) == 1 else None
    wanted = _words(printed)
    best = max(posts, key=lambda one: len(one.words & wanted))
    return best if best.words & wanted else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if len(word) > 3)  # noqa: PLR2004 - "the", "of", "des"
