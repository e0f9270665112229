"""What a brief is made of; all texts are as the store has them, and hostile until a writer has made them plain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from db.queries.briefs import TakenBrief
from db.rows import Key


class Fact(NamedTuple):
    """Something that has a name: "where", "Rabat"."""

    label: str
    text: str
    key: Key | None = None


class Facts(NamedTuple):
    """Facts under each other."""

    rows: tuple[Fact, ...]


class Item(NamedTuple):
    """One line of a list.

    Attributes:
        text: what it is about.
        lead: what stands in front of it: a ref, a country, a rung.
        alarm: what must not be overlooked, "" for nothing.
        behind: what one may want to know besides.
        key: the record that it is about.
    """

    text: str
    lead: str = ""
    alarm: str = ""
    behind: str = ""
    key: Key | None = None


class Items(NamedTuple):
    """A list, under a small title of its own where it has one; `more` lines are left out at its end."""

    rows: tuple[Item, ...]
    title: str = ""
    more: int = 0


class TableRow(NamedTuple):
    """A line of a table; as many cells as the table has heads."""

    cells: tuple[str, ...]
    key: Key | None = None


class Table(NamedTuple):
    """A table; a head may be empty."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Note(NamedTuple):
    """A quiet sentence, also where there is nothing to list."""

    text: str


class Room(NamedTuple):
    """Empty lines for the officer's own hand."""

    lines: int


Block = Facts | Items | Table | Note | Room


class Section(NamedTuple):
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


class Brief(NamedTuple):
    """A brief whole.

    Attributes:
        key: the pair, official, visit or meeting that it is about.
        name: what that is called in a few letters: "ES-MA", "V-2026-001".
        title: what the page is called.
        day: on which it was gathered.
        desk: the name of the desk's country, "" where none is set.
        handling: the highest mark of what it holds, "" for none.
        sections: in the order in which they are read.
        last: the brief that was taken before, None where there was none.
        last_change: the newest change of the store that it knows of.
    """

    key: Key
    name: str
    title: str
    day: date
    desk: str
    handling: str
    sections: tuple[Section, ...]
    last: TakenBrief | None
    last_change: int


def named_in(sections: Iterable[Section]) -> tuple[Key, ...]:
    """The records that some sections name, each once, in their order."""
    found: dict[Key, None] = {}
    for block in (block for section in sections for block in section.blocks):
        if isinstance(block, Facts | Items | Table):
            found |= {row.key: None for row in block.rows if row.key is not None}
    return tuple(found)
