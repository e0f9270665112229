"""A brief as Markdown that reads well as it is; no stored text can mean anything to whatever renders it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.briefs.harmless import harmless
from db.briefs.heading import said_of
from db.briefs.parts import Facts, Items, Note, Room, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.briefs.parts import Block, Brief, Item

# Punctuation that renderers act on anywhere, with what the usual dialects add: tables, mathematics, attributes.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~#${}^])")
_LINKS = re.compile(r"(?<=www)\.|(?<=[A-Za-z]):(?=//)|(?<=\w)@(?=\w)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))(?=\s|$|[-+=])")


def markdown(brief: Brief) -> str:
    """The page as Markdown."""
    lines = [f"# {escaped(brief.title)}", ""]
    if brief.handling:
        lines += [f"**{escaped(brief.handling)}**", ""]
    lines += [escaped(said_of(brief)), ""]
    for section in brief.sections:
        lines += [f"## {escaped(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Stored text that means itself, also at the start of a line or in a table."""
    text = _ANYWHERE.sub(r"\\\1", harmless(text))
    text = _ENTITY.sub("&amp;", text)
    text = _LINKS.sub(lambda match: f"\\{match[0]}", text)
    return _AT_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from (f"- {escaped(row.label)}: {escaped(row.text)}" for row in block.rows)
        case Items():
            if block.title:
                yield from (f"### {escaped(block.title)}", "")
            yield from map(_item, block.rows)
            if block.more:
                yield f"- and {block.more} more"
        case Table():
            yield _row(block.heads)
            yield "|" + " --- |" * len(block.heads)
            yield from (_row(row.cells) for row in block.rows)
        case Note():
            yield f"*{escaped(block.text)}*"
        case Room():
            yield from ["- "] * block.lines


def _item(item: Item) -> str:
    lead = f"**{escaped(item.lead)}** " if item.lead else ""
    alarm = f" **! {escaped(item.alarm)}**" if item.alarm else ""
    behind = f" ({escaped(item.behind)})" if item.behind else ""
    return f"- {lead}{escaped(item.text)}{alarm}{behind}"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"
