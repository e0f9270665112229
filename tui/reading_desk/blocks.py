"""What both sides of the desk share: a sheet of blocks of several lines, and a cursor that goes from block to block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from tui.lines import Tone
from tui.plain import cells, clip, plain
from tui.tones import Ground, Tones
from tui.veil import HIDDEN, veil
from tui.widgets.frame import Title
from tui.widgets.sheet import Sheet, State

_WHEEL = 3
_UNDERLINE = Style(underline=True)


class Piece(NamedTuple):
    """A run of text.

    Attributes:
        underlined: it is a find.
        lit: it belongs to what the cursor of the other side stands on.
    """

    text: str
    tone: Tone = "plain"
    underlined: bool = False
    lit: bool = False


class Row(NamedTuple):
    """A line on the screen.

    Attributes:
        block: the block that it is part of, -1 for a line on which no cursor stands.
        what: whatever its side needs to draw it.
    """

    block: int
    what: object


class BlockSheet(Sheet):
    """Blocks of lines.

    Attributes:
        moved: called when the cursor comes to another block.
    """

    def __init__(self, *, title: Title, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(title=title, id=id)
        self.moved: Callable[[], None] | None = None
        self._rows: Sequence[Row] | None = None
        self._rows_for = -1
        self._ahead: tuple[int, Sequence[Row] | None] = (-1, None)  # a width, and what was laid out for it
        self._first: dict[int, int] = {}  # the first and the last row of each block
        self._last: dict[int, int] = {}
        self._cursor: int | None = None

    # --- what each side is made of ---

    def lay_out(self, width: int) -> Sequence[Row] | None:
        """The rows for a width; None while there is nothing to show."""
        raise NotImplementedError

    def pieces(self, row: Row, *, chosen: bool) -> Sequence[Piece]:
        """What stands in a row."""
        raise NotImplementedError

    def is_lit(self, block: int) -> bool:
        """Whether a block belongs to what the cursor of the other side stands on."""
        raise NotImplementedError

    # --- rows ---

    def prepare(self) -> None:
        """Lay the blocks out when they are not there for this width."""
        if self._rows_for == self.inner_width and self._rows is not None:
            return
        width, rows = self._ahead
        self._ahead = (-1, None)
        self._rows = rows if width == self.inner_width else self.lay_out(max(8, self.inner_width))
        self._rows_for = self.inner_width
        self._first, self._last = {}, {}
        for at, row in enumerate(self._rows or ()):
            if row.block >= 0:
                self._first.setdefault(row.block, at)
                self._last[row.block] = at
        self.forget()
        if self._cursor not in self._first:
            self._cursor = self._nearest(self._cursor)
        self.scroll_top(self.top)

    def lay_out_ahead(self) -> None:
        """Lay the blocks out in a thread: those of a very long text take longer than a key may wait."""
        width = self.inner_width
        self._ahead = (width, self.lay_out(max(8, width)))

    def on_resize(self) -> None:
        """In a window of another size the block under the cursor stands in another row."""
        if self._cursor is not None:
            self.show_block(self._cursor)

    def _nearest(self, block: int | None) -> int | None:
        """The block next to one that is gone, as blocks are numbered."""
        return min(self._first, key=lambda one: abs(one - (block or 0)), default=None)

    def again(self) -> None:
        """Lay everything out again; the cursor stays on its block."""
        self._rows = None
        self.refresh()

    def redraw(self) -> None:
        """Draw the same rows in another light."""
        self.forget()
        self.refresh()

    @property
    def state(self) -> State:
        """Whether there is anything."""
        if self._rows is None:
            return "loading"
        return "ready" if self._rows else "empty"

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows or ())

    # --- the cursor ---

    @property
    def cursor(self) -> int | None:
        """The block under the cursor."""
        self.prepare()
        return self._cursor

    def put_cursor(self, block: int, *, tell: bool = True) -> None:
        """Go to a block; nothing happens when it is not there."""
        self.prepare()
        if block not in self._first:
            return
        before, self._cursor = self._cursor, block
        self.show_block(block)
        self.redraw()
        if tell and before != block and self.moved is not None:
            self.moved()

    def show_block(self, block: int) -> None:
        """Scroll as little as it takes to have a block in view, its beginning at any rate."""
        self.prepare()
        if block in self._first:
            self.reveal(min(self._last[block], self._first[block] + max(0, self.body_height - 1)))
            first = self._first[block]
            self.reveal(max(0, first - 1) if first - 1 < self.top <= first else first)

    def move_by(self, blocks: int) -> None:
        """Some blocks on or back."""
        self.prepare()
        order = list(self._first)
        if not order or self._cursor is None:
            self.scroll_top(self.top + blocks)
            return
        at = order.index(self._cursor) + blocks
        if self._goes_on_behind(order, at, blocks):
            self.scroll_top(self.top + blocks)
            return
        if at < 0:
            self.scroll_top(0)  # what stands above the first block can be read too
        self.put_cursor(order[max(0, min(at, len(order) - 1))])

    def _goes_on_behind(self, order: Sequence[int], at: int, step: int) -> bool:
        """Whether a step stays behind the last block, where what was set aside of a page is read without a cursor."""
        if self._cursor != order[-1]:
            return False
        below = self.top + self.body_height < self.total and at >= len(order)
        return below or (step < 0 and self.top > self._last[order[-1]])

    def move_page(self, pages: int) -> None:
        """A page on or back: to the block that comes to stand there."""
        self.prepare()
        if self._cursor is None or not self._rows:
            return
        step = pages * max(1, self.body_height - 1)
        order = list(self._first)
        if self._goes_on_behind(order, order.index(self._cursor) + pages, pages):
            self.scroll_top(self.top + step)
            return
        wanted = max(0, min(self._first[self._cursor] + step, len(self._rows) - 1))
        found = min(order, key=lambda one: abs(self._first[one] - wanted))
        if found == self._cursor:
            self.move_by(1 if pages > 0 else -1)
        else:
            self.put_cursor(found)

    def move_to_end(self, *, last: bool) -> None:
        """To the first block, or to the last one."""
        self.prepare()
        order = list(self._first)
        if order:
            if not last:
                self.scroll_top(0)
            elif self._cursor == order[-1]:
                self.scroll_top(self.total)
                return
            self.put_cursor(order[-1 if last else 0])

    # --- drawing ---

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """A row; those of the block under the cursor, and those that belong to the other side, stand out."""
        known = self._strips.get(index)
        if known is None:
            known = self._strips[index] = self._draw(index, width, tones)
        return known

    def _draw(self, index: int, width: int, tones: Tones) -> Strip:
        row = (self._rows or ())[index]
        chosen = row.block >= 0 and row.block == self._cursor
        lit = row.block >= 0 and self.is_lit(row.block)
        ground: Ground = "chosen" if chosen and self.has_focus else "kept" if lit else "rest"
        segments, left = [], width
        hidden = self._tells_of_somebody_hidden(row)
        for piece in (
            [Piece(f"  {HIDDEN.text}", HIDDEN.tone)]
            if hidden
            else self.pieces(row, chosen=chosen and self.has_focus)
        ):
            if left <= 0:
                break
            text = clip(plain(piece.text, 4_000), left)
            style = tones.style(piece.tone, "chosen" if piece.lit else ground)
            segments.append(Segment(text, style + _UNDERLINE if piece.underlined else style))
            left -= cells(text)
        blank = tones.style("plain", ground)
        if left > 0:
            segments.append(Segment(" " * left, blank))
        return Strip(segments).adjust_cell_length(width, blank)

    def _tells_of_somebody_hidden(self, row: Row) -> bool:
        """Whether the block does that a row is part of: a name may begin in one row and end in the next."""
        if not veil.down:
            return False
        rows = [one for one in self._rows or () if one.block == row.block] if row.block >= 0 else [row]
        told = " ".join("".join(piece.text for piece in self.pieces(one, chosen=False)) for one in rows)
        return veil.tells(" ".join(told.split()))

    # --- the mouse ---

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a block."""
        at = event.y - self.body_top + self.top
        if self.state == "ready" and 0 <= event.y - self.body_top < self.body_height and at < self.total:
            event.stop()
            block = (self._rows or ())[at].block
            if block >= 0:
                self.put_cursor(block)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls; the cursor stays."""
        event.stop()
        self.scroll_top(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls; the cursor stays."""
        event.stop()
        self.scroll_top(self.top - _WHEEL)
