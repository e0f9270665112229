"""Topics as they are looked for: by their code, their label and every other word for them, in any language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.errors import NotFound
from db.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.listing import Selection
    from db.reader import Reader

_NAMED_AT_MOST = 3  # of the other words for a topic that were meant


class TopicNamed(NamedTuple):
    """A topic that some words find.

    Attributes:
        code: its own.
        label: what it is called.
        said: what tells it from others: its code, and the words for it that were meant where the label has not all.
        folded: all that it is called.
    """

    code: str
    label: str
    said: str
    folded: str


def topics_named(reader: Reader, wanted: Sequence[str]) -> list[TopicNamed]:
    """The topics of which every word begins a word of what they are called; they are few, and none is left out.

    Args:
        reader: the store.
        wanted: folded words.
    """
    others: dict[str, list[tuple[str, str]]] = {}
    for code, alias, folded in reader.all("SELECT topic, alias, folded FROM topic_alias ORDER BY id"):
        others.setdefault(code, []).append((alias, folded))
    found = []
    for code, label, retired in reader.all("SELECT code, label, retired FROM topic ORDER BY label, code"):
        own = f" {fold(label)} {fold(code)}"
        names = [own, *(f" {folded}" for _, folded in others.get(code, ()))]
        folded = "".join(names)
        if not all(f" {word}" in folded for word in wanted):
            continue
        missing = [word for word in wanted if f" {word}" not in own]
        meant = [
            alias for alias, each in others.get(code, ()) if any(f" {word}" in f" {each}" for word in missing)
        ]
        said = (f"#{code}", *meant[:_NAMED_AT_MOST], "retired" if retired else "")
        found.append(TopicNamed(code, label, " · ".join(filter(None, said)), folded.strip()))
    return found


def topic_label(reader: Reader, code: str) -> str:
    """What a topic is called.

    Raises:
        NotFound: there is none.
    """
    label = reader.value("SELECT label FROM topic WHERE code = :code", code=code)
    if label is None:
        raise NotFound(f"There is no topic with the code “{code[:40]}”.")
    return str(label)


def with_those_beneath(reader: Reader, code: str) -> tuple[str, ...]:
    """The codes of a topic and of everything under it."""
    under: dict[str, list[str]] = {}
    for each, parent in reader.all("SELECT code, parent FROM topic WHERE parent IS NOT NULL"):
        under.setdefault(parent, []).append(each)
    codes = {code: None}
    waiting = [code]
    while waiting:
        new = [each for each in under.get(waiting.pop(), ()) if each not in codes]
        codes |= dict.fromkeys(new)
        waiting += new
    return tuple(codes)


def about(reader: Reader, selection: Selection, code: str) -> Selection:
    """The events of a selection that are about a topic or one under it, or have an outcome that is."""
    from db.filtering.events import EVENT  # noqa: PLC0415 - not needed for the first screen
    from db.filtering.shapes import Asking, Condition, Writing  # noqa: PLC0415

    to = Writing(Asking(reader, date.min), mark="about")  # a topic has no day
    there = EVENT["topic"](to, with_those_beneath(reader, code))
    return selection.kept(Condition(there.quick, there.steady, to.values))
