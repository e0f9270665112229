"""A brief on the screen: the page as it will be saved, each line leading to the record that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.briefs import Brief
from db.briefs.heading import said_of
from db.briefs.parts import Block, Facts, Item, Items, Note, Room, Section, Table, TableRow
from tui.cards.fields import LABEL, Entry, breadth, column, dotted, entry_lines, heading, labelled, span
from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.plain import cells, plain

NARROW = 76  # columns below which a table's rows are told one under the other
_GAP = 2
_LEAD = 16  # cells that what stands in front of a line takes at most
_MARGIN = (Span("  "),)


def brief_lines(brief: Brief, width: int) -> list[Line]:
    """All of the page."""
    lines = entry_lines(Entry((span(said_of(brief), "dim"),)), width)
    if brief.handling:
        lines += entry_lines(Entry((span(brief.handling, "warn"),)), width)
    for section in brief.sections:
        lines += [Line(), *_section(section, width)]
    return lines


def _section(section: Section, width: int) -> list[Line]:
    lines = [heading(section.title)]
    for number, block in enumerate(section.blocks):
        if number and (isinstance(block, Table | Items) or not isinstance(block, Note)):
            lines.append(Line())
        lines += _block(block, width)
    return lines


def _block(block: Block, width: int) -> list[Line]:
    match block:
        case Facts():
            return [
                line
                for row in block.rows
                for line in labelled(f"  {row.label}", [Entry((span(row.text),), row.key)], width)
            ]
        case Items():
            return _items(block, width)
        case Table():
            return _table(block, width) if width >= NARROW else _stacked(block.rows, width)
        case Note():
            return entry_lines(Entry((span(block.text, "dim"),)), width, indent=_MARGIN)
        case Room():
            return [Line((*_MARGIN, Span(glyphs.horizontal * max(1, min(width - _GAP, 40)), "faint")))]


def _items(block: Items, width: int) -> list[Line]:
    lines = [Line((*_MARGIN, span(block.title, "dim")))] if block.title else []
    lead = min(_LEAD, max((cells(plain(row.lead)) for row in block.rows), default=0) + _GAP)
    for row in block.rows:
        lines += _item(row, width, lead)
    if block.more:
        lines.append(Line((*_MARGIN, Span(f"and {block.more:,} more", "dim"))))
    return lines


def _item(row: Item, width: int, lead: int) -> list[Line]:
    front = (*_MARGIN, column(row.lead, lead)) if row.lead else _MARGIN
    alarm = (Span("  "), *dotted((span(f"! {row.alarm}", "warn"),))) if row.alarm else ()
    said = (span(row.text), *alarm)
    behind = span(row.behind, "dim")
    if breadth((*front, *said, behind)) + 2 * _GAP <= width:
        return entry_lines(Entry(said, row.key, (behind,)), width, indent=front)
    lines = entry_lines(Entry(said, row.key), width, indent=front)
    if row.behind:
        blank = (Span(" " * breadth(front)),)
        lines += entry_lines(Entry(dotted(row.behind.split(" · "), "dim")), width, indent=blank)
    return lines


def _table(block: Table, width: int) -> list[Line]:
    """Columns as wide as what stands in them; where that is too much, the last ones share what is left."""
    wide = _widths(block, width - _GAP)
    lines = [Line((*_MARGIN, *_cells(block.heads, wide, head=True)))] if any(block.heads) else []
    return [*lines, *(Line((*_MARGIN, *_cells(row.cells, wide)), row.key) for row in block.rows)]


def _widths(block: Table, room: int) -> list[int]:
    rows = [block.heads, *(row.cells for row in block.rows)]
    wanted = [max(cells(plain(row[at])) for row in rows) + _GAP for at in range(len(block.heads))]
    over = sum(wanted) - room
    while over > 0:
        widest = max(range(len(wanted)), key=wanted.__getitem__)
        second = max((size for at, size in enumerate(wanted) if at != widest), default=_GAP)
        less = min(over, max(1, wanted[widest] - second))
        wanted[widest] -= less
        over -= less
    return wanted


def _cells(texts: Sequence[str], wide: Sequence[int], *, head: bool = False) -> Iterable[Span]:
    for number, (text, size) in enumerate(zip(texts, wide, strict=True)):
        yield column(text, size, "dim" if head or not number else "plain")


def _stacked(rows: Iterable[TableRow], width: int) -> list[Line]:
    """Each row as one line that may break."""
    lines = []
    for row in rows:
        first, *others = row.cells
        front = (*_MARGIN, column(first, min(LABEL, cells(plain(first)) + _GAP))) if first else _MARGIN
        lines += entry_lines(Entry(dotted(others), row.key), width, indent=front)
    return lines
