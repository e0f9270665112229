"""Posts whose holders a sentence does not name: "met Spain's Director General of the National Police"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.reading import cues
from db.reading.countries.places import Mention
from db.reading.people.naming import Person
from db.reading.people.offices import Title, offices, title_after
from db.reading.people.titles_in_turn import is_of_several
from db.reading.words import Word, side_by_side, within

_MODIFIERS = frozenset(
    ("official", "officials", "deputy", "vice", "attorney", "representative", "representatives", "general")
)
_FAR = 160  # characters
_SHORTEST = 2  # words of a title: "the minister" is somebody who was named before


class Post(NamedTuple):
    """A post where it stands in the text, with its country."""

    start: int
    end: int
    title: str
    country: str


def posts_of(
    text: str,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    people: Sequence[Person],
    low: str,
    offset: int,
) -> list[Post]:
    """The posts that somebody meets, and for whose holders no name is given.

    Args:
        text: as printed.
        words: of the sentence.
        mentions: its countries.
        people: named in it.
        low: the sentence in plain small letters.
        offset: where it begins in the text.
    """
    if offices().heads.isdisjoint([word.low for word in words]):
        return []
    cue = cues.FOR_INSTANCE.search(low) or cues.WITH_WHOM.search(low) or cues.MEET.search(low)
    if cue is None:
        return []
    named = [span for who in people for span in ((who.start, who.end), who.title_span)]
    names = within(words, ((one.start, one.end) for one in people))
    of_places = within(words, ((one.start, one.end) for one in mentions if one.how != "service"))
    found: list[Post] = []
    at = 0
    while at < len(words):
        word = words[at]
        begins = (
            word.low in offices().heads and word.low not in _MODIFIERS and word.start >= offset + cue.end()
        )
        begins = begins and not (at and words[at - 1].low in _OFFICIAL)
        title = title_after(text, words, at, names, of_places) if begins else None
        if title is None or any(start <= word.start < end for start, end in named):
            at += 1
            continue
        title = _from_the_left(text, words, title)
        at = title.last
        if is_of_several(" ".join(word.text for word in words[title.first : title.last])):
            continue  # "a meeting of ministers of the interior" tells of nobody
        post = _post(text, words, title, mentions)
        if post is not None and not post.country and found and post.start - found[-1].end < _FAR:
            post = post._replace(country=found[-1].country)  # one list, one country
        if post is not None and not post.country:
            before = [who for who in people if who.country and 0 <= post.start - who.end < _FAR]
            post = post._replace(country=before[-1].country if before else "")
        if post is not None and post.country:
            found.append(post)
    return found


def _from_the_left(text: str, words: Sequence[Word], title: Title) -> Title:
    """With the service in front of it: "National Police Director General"."""
    first = title.first
    while (
        first
        and words[first - 1].low in offices().words
        and side_by_side(text, words[first - 1], words[first])
    ):
        first -= 1
    return Title(first, title.last)


def _post(text: str, words: Sequence[Word], title: Title, mentions: Sequence[Mention]) -> Post | None:
    start, end = words[title.first].start, words[title.last - 1].end
    proper = text[start].isupper() or any(word.capital for word in words[title.first + 1 : title.last])
    if title.last - title.first < _SHORTEST or not proper:
        return None
    country = next((one.code for one in mentions if start <= one.start < end), "")
    before = [one for one in mentions if one.end <= start and _BESIDE.fullmatch(text[one.end : start])]
    country = before[-1].code if before else country
    return Post(start, end, " ".join(text[start:end].split()), country)


_OFFICIAL = frozenset(
    ("visita", "viaje", "reunion", "gira", "cena")
)  # "una visita oficial a Malta" has no officer
_BESIDE = re.compile(r"(?:['’]s?)?\s+")
