"""The right side: the draft, a line or a few for every proposal, with a mark that says what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from db.reading.draft.deciding import says_something
from db.reading.draft.items import EVENTS, Item, ItemKind, Items, by_id, depths_of
from db.reading.draft.proposing import SOURCE_FIELDS
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Tone
from tui.plain import cells, clip, plain_lines
from tui.reading_desk.blocks import BlockSheet, Piece, Row
from tui.reading_desk.remarks import Remarks, remarks_of
from tui.reading_desk.saying import said
from tui.widgets.frame import Title

_STEP = 2
_MOST_LINES: Mapping[ItemKind, int] = {
    "outcome": 2,  # the text itself stands at the left
    "mention": 2,
    "same": 9,  # on what it says a decision rests
}
_LONGEST = 2_000
_DOT = 2  # columns, with the space before it


class _Line(NamedTuple):
    pieces: tuple[Piece, ...]


class DraftSide(BlockSheet):
    """A draft; its blocks are its items."""

    def __init__(self) -> None:
        super().__init__(title=Title(name="Draft"), id="draft")
        self._items: Items | None = None
        self._alight: Collection[int] = ()
        self._topics: Mapping[str, str] = {}
        self._remarks: Remarks = {}
        self._known: dict[int, tuple[Item, tuple[int, int, str], list[Row]]] = {}
        self.words_for["loading"] = ""

    def take(self, items: Items, topics: Mapping[str, str]) -> None:
        """Take a draft, in a thread; `show` shows it."""
        self._items, self._topics = items, topics
        self.lay_out_ahead()

    def show(self, items: Items, topics: Mapping[str, str]) -> None:
        """Show a draft.

        Args:
            items: the draft.
            topics: labels by code.
        """
        self._items, self._topics = items, topics
        self.again()

    def light(self, numbers: Collection[int], *, show: int | None) -> None:
        """Light up what belongs to the sentence under the cursor of the text, and have one of it in view."""
        found = frozenset(numbers)
        if found != self._alight:
            self._alight = found
            self.redraw()
        if show is not None:
            self.show_block(show)

    def is_lit(self, block: int) -> bool:
        """The items of a sentence light up as a whole."""
        return block in self._alight

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        at = self.cursor
        return by_id(self._items, at) if self._items and at is not None else None

    # --- rows ---

    def lay_out(self, width: int) -> Sequence[Row] | None:
        """The items, a blank line before each event."""
        if self._items is None:
            return None
        rows: list[Row] = []
        self._remarks = remarks_of(self._items)
        depths, mentions = depths_of(self._items), {one.id for one in self._items if one.kind == "mention"}
        for item in self._items:
            if item.kind == "source":
                rows.append(Row(-1, _Line((Piece("  Source", "accent"),))))
                continue
            if rows and (item.kind in EVENTS or item.kind == "mention"):
                begins = item.kind != "mention" or rows[-1].block not in mentions
                rows += [Row(-1, None)] if begins else []
            rows += self._known_rows(item, depths[item.id], width - 2)
        if not any(item.kind in EVENTS or item.kind == "mention" for item in self._items):
            rows += [
                Row(-1, None),
                *(Row(-1, _Line((Piece("   "), Piece(one, "dim")))) for one in _no_event(width)),
            ]
        return rows

    def _known_rows(self, item: Item, depth: int, width: int) -> list[Row]:
        """The rows of an item, as they were when it is still the same."""
        known, remark = self._known.get(item.id), self._remarks.get(item.id, "")
        if known is None or known[0] is not item or known[1] != (depth, width, remark):
            rows = [Row(item.id, _Line(pieces)) for pieces in self._lines_of(item, depth, width)]
            known = self._known[item.id] = (item, (depth, width, remark), rows)
        return known[2]

    def pieces(self, row: Row, *, chosen: bool) -> Sequence[Piece]:
        """The bar, and the words."""
        line = row.what
        if not isinstance(line, _Line):
            return ()
        bar = Piece(glyphs.bar if chosen else " ", "accent")
        return [bar, *line.pieces]

    def _lines_of(self, item: Item, depth: int, width: int) -> Iterator[tuple[Piece, ...]]:
        """An item: its mark, what it is, and its words, wrapped and set in."""
        indent = " " * (_STEP * depth)
        told = said(item, self._topics, self._remarks.get(item.id, ""))
        label = told.label
        room = max(8, width - len(indent) - _STEP - len(label))
        gone = item.state == "left"
        lines = [
            (line, "struck" if gone else tone)
            for text, tone in told.words
            if text
            for line in _told(item, text, room)
        ] or [("", "plain")]
        (first, tone), *others = lines
        named: Tone = "faint" if gone else told.label_tone
        yield (Piece(indent), _mark(item), Piece(" "), Piece(label, named), Piece(first, tone))
        for line, of in others:
            yield (Piece(f"{indent}  {' ' * len(label)}"), Piece(line, of))


def _no_event(width: int) -> Sequence[str]:
    """What the draft of a text says that tells of nothing, and which key helps."""
    return plain_lines(keyed(_NO_EVENT), max(8, width - 4), _LONGEST)


_NO_EVENT = "No visit and no meeting was found; {reading.meeting} on a sentence begins one."


def _told(item: Item, text: str, room: int) -> Sequence[str]:
    """The words of an item on as many lines as it has; of topics that do not all fit, how many more there are."""
    most = _MOST_LINES.get(item.kind, 3)
    if item.kind != "field" or item.name != "topics":
        return _some(_dots_behind(plain_lines(text, room, _LONGEST), room), room, most)
    dot = f" {glyphs.dot} "
    named = text.split(dot)
    for shown in range(len(named), 0, -1):
        more = [f"{len(named) - shown} more"] if shown < len(named) else []
        lines = _dots_behind(plain_lines(dot.join((*named[:shown], *more)), room, _LONGEST), room)
        if len(lines) <= most:
            return lines
    return _some(plain_lines(text, room, _LONGEST), room, most)


def _dots_behind(lines: Sequence[str], room: int) -> Sequence[str]:
    """Lines of which none begins with the dot between two things: it stays with the first of them."""
    found: list[str] = []
    for line in lines:
        if found and line.startswith(f"{glyphs.dot} ") and cells(found[-1]) + _DOT <= room:
            found[-1] += f" {glyphs.dot}"
            found.append(line.removeprefix(f"{glyphs.dot} "))
        else:
            found.append(line)
    return found


def _some(lines: Sequence[str], room: int, most: int) -> Sequence[str]:
    """The first of some lines, with a sign behind a whole word where there are more."""
    if len(lines) <= most:
        return lines
    last, width = lines[most - 1], max(1, room - 2)
    while cells(last) > width and " " in last:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{clip(last, width).rstrip(glyphs.ellipsis)} {glyphs.ellipsis}"]


def _mark(item: Item) -> Piece:
    """What became of a proposal."""
    of_source = item.kind == "field" and item.name in SOURCE_FIELDS
    if item.values.get("offer"):
        return Piece("?", "warn")
    if item.state == "open" and says_something(item):
        sure = item.sure and item.kind != "clash"
        return Piece(glyphs.hollow, "dim") if sure else Piece("?", "warn")
    if of_source or item.state == "open":
        return Piece(" ")
    return Piece(glyphs.check, "good") if item.state == "taken" else Piece(glyphs.cross, "faint")
