"""What a reader sees underlined in a text: each find where it stands, and what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from db.commitments import RUNGS
from db.names import fold
from db.reading.hearing import Heard
from db.reading.proposals import Find


def finds_of(text: str, heard: Iterable[Heard], known: Collection[str]) -> Iterator[Find]:
    """The finds of some sentences, in the order of the text; those of one sentence may overlap.

    Args:
        text: as printed.
        heard: its sentences.
        known: folded names of officials of the store.
    """
    for one in heard:
        yield from sorted(_of_sentence(text, one, known))


def _of_sentence(text: str, one: Heard, known: Collection[str]) -> Iterator[Find]:
    for cast in one.cast:
        yield Find(cast.mention.start, cast.mention.end, "country", cast.mention.code)
    for day in one.days:
        yield Find(day.start, day.end, "date")
    for person in one.people:
        yield Find(person.start, person.end, "official" if fold(person.name) in known else "name")
        if person.title:
            yield Find(*person.title_span, "post")
    for post in one.posts:
        yield Find(post.start, post.end, "post")
    for subject in one.subjects:
        yield Find(subject.start, subject.end, "topic", subject.code)
    for outcome in one.outcomes:
        start = text.find(outcome.verb, outcome.start, outcome.end)
        if start >= 0:
            yield Find(start, start + len(outcome.verb), "verb", str(RUNGS.index(outcome.rung)))
