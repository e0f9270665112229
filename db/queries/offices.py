"""Posts in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from db.errors import NotFound
from db.queries.pieces import short_name
from db.reader import marked
from db.rows import Key
from db.rows.holding import PostFacts

if TYPE_CHECKING:
    from db.reader import Reader


def post_facts(reader: Reader, post_id: int) -> PostFacts:
    """A post in a few words; raises NotFound when it is gone."""
    found = facts_of(reader, [post_id]).get(post_id)
    if found is None:
        raise NotFound("This post is no longer in the store.")
    return found


def facts_of(reader: Reader, posts: Iterable[int]) -> Mapping[int, PostFacts]:
    """The same of several, by their ids, without those that are gone or merged into others."""
    marks, values = marked("post", posts)
    if not marks:
        return {}
    rows = reader.all(
        f"SELECT p.id, p.title, {short_name('o')}, COALESCE(p.country, o.country, ''), p.single_seat"
        " FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id"
        f" WHERE p.merged_into IS NULL AND p.id IN ({marks})",
        **values,
    )
    return {
        number: PostFacts(Key("post", str(number)), title, service, country, bool(single))
        for number, title, service, country, single in rows
    }
