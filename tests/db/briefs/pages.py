"""How tests read a brief: by its sections, as the words that stand there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.briefs import Brief, gather
from db.briefs.parts import Block, Facts, Items, Note, Section, Table
from db.commands.briefs import take_brief
from db.rows import Key, Kind, Moment
from tests.db.making import MOROCCO, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db import Store

PAIR = Key("pair", "ES-MA")
POLICE = {
    "organisations": [
        {"name": "Police of Spain", "acronym": "PN", "country": "ES"},
        {"name": "Police of Morocco", "acronym": "DGSN", "country": "MA"},
    ],
    "officials": [
        {
            "name": "Ana Ruiz",
            "country": "ES",
            "tenures": [{"post": "Director", "organisation": "PN", "start": "2015-05"}],
        }
    ],
    "visits": [
        {
            "ref": "V-2020-001",
            "sending": "MA",
            "host": "ES",
            "date": "2020-03-03",
            "place": "Madrid",
            "meetings": [
                {
                    "ref": "M-2020-001",
                    "parties": ["ES", "MA"],
                    "date": "2020-03-03",
                    "participants": [
                        {"country": "ES", "official": "Ana Ruiz", "post": "Director", "organisation": "PN"},
                        {"country": "MA", "official": "Omar Alami"},
                    ],
                }
            ],
        },
        {"ref": "V-2026-009", "sending": "ES", "host": "MA", "date": "2026-12-10", "status": "planned"},
    ],
    "actions": [
        {
            "ref": "A-2020-001",
            "on": "M-2020-001",
            "text": "Send the list",
            "rung": "agreed",
            "owner": "Ana Ruiz",
        },
        {
            "ref": "A-2020-002",
            "on": "M-2020-001",
            "text": "Train ten",
            "rung": "signed",
            "owner": "MA",
            "due": "2020",
        },
        {"ref": "A-2020-003", "on": "M-2020-001", "text": "Work together", "rung": "agreed"},
        {"ref": "A-2020-004", "on": "M-2020-001", "text": "A joint team", "rung": "explored"},
        {"ref": "A-2020-005", "on": "M-2020-001", "text": "Praised it all", "rung": "noted"},
    ],
    "followups": [
        {"ref": "F-2020-001", "text": "Write to her", "on": "official:Ana Ruiz", "due": "2026-11-12"},
        {"ref": "F-2020-002", "text": "Wait for names", "on": "A-2020-001", "ball": "them"},
    ],
}
"""Two countries that met once, and what is between them since."""


def page(store: Store, key: Key = PAIR, moment: Moment = MOROCCO, *, up_to: int | None = None) -> Brief:
    """A brief as it is gathered now."""
    with store.read() as reader:
        return gather(reader, key, moment, up_to=up_to)


def take(store: Store, brief: Brief) -> int:
    """Take it as the dashboard does."""
    with store.write(f"brief on {brief.name}") as session:
        return take_brief(session, brief)


def key_of(store: Store, kind: Kind, ref: str) -> Key:
    """A record by its ref, an official by name."""
    column = "name" if kind == "official" else "ref"
    with store.read() as reader:
        return Key(kind, str(reader.value(f"SELECT id FROM {kind} WHERE {column} = :ref", ref=ref)))


def section(brief: Brief, title: str) -> Section:
    """The section with a title that begins so."""
    return next(one for one in brief.sections if one.title.startswith(title))


def titles(brief: Brief) -> list[str]:
    """What the sections are called."""
    return [one.title for one in brief.sections]


def said(brief: Brief, title: str) -> list[str]:
    """What stands in a section, line by line."""
    return [line for block in section(brief, title).blocks for line in _lines(block)]


def listed(brief: Brief, title: str, under: str) -> list[str]:
    """What stands in one list of a section."""
    return [
        line
        for block in section(brief, title).blocks
        if isinstance(block, Items) and block.title == under
        for line in _lines(block)
        if line != under
    ]


def everything(brief: Brief) -> str:
    """All of the page."""
    return "\n".join(
        (brief.title, brief.handling, *(line for one in brief.sections for line in said(brief, one.title)))
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from (f"{row.label}: {row.text}" for row in block.rows)
        case Items():
            if block.title:
                yield block.title
            yield from (" | ".join(filter(None, row[:4])) for row in block.rows)
        case Table():
            yield from (" | ".join(row.cells) for row in block.rows)
        case Note():
            yield block.text
        case _:
            return


def day(text: str) -> Moment:
    """The Moroccan desk on another day."""
    return Moment(date.fromisoformat(text), "MA")


__all__ = [
    "MOROCCO",
    "PAIR",
    "POLICE",
    "TODAY",
    "day",
    "everything",
    "key_of",
    "listed",
    "page",
    "said",
    "section",
    "take",
    "titles",
]
