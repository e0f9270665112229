"""The one list for everything: reads only what is in view, selects by record, repaints two lines a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic

from rich.segment import Segment
from textual.strip import Strip

from db.errors import BilatError
from db.rows import Key, Listing
from tui.glyphs import glyphs
from tui.lines import Span
from tui.tones import Tones
from tui.veil import HIDDEN, veil
from tui.widgets.columns import GAP, Column, Placed, RowT, place, told
from tui.widgets.frame import Title
from tui.widgets.marks import MOST
from tui.widgets.painting import paint, yielding
from tui.widgets.pane import Pane, State
from tui.widgets.row_window import RowWindow


class RowList(Pane, Generic[RowT]):
    """Rows of a listing in columns.

    Attributes:
        columns: what a row says; the elastic one takes what is left of the width.
        heads: whether the columns' names stand above the first row.
        asked: called when a listing was read, or failed to be.
        ended: called at the last row that is known, where there may be more.
        crowded: tells whether a row needs more room than its columns have, and which columns it needs; they stay.
        unfiltered: gives the listing without the filter's words, which hide marked records but do not take
            their marks away.
    """

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        *,
        title: Title = Title(),  # noqa: B008 - a constant
        framed: bool = True,
        heads: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(title=title, framed=framed, id=id)
        self.columns = tuple(columns)
        self.heads = heads
        self.asked: Callable[[], None] | None = None
        self.ended: Callable[[Listing[RowT]], None] | None = None
        self.crowded: tuple[Callable[[RowT], bool], Sequence[Column[RowT]]] | None = None
        self.unfiltered: Callable[[], Listing[RowT]] | None = None
        self._ask: Callable[[], Listing[RowT]] | None = None
        self._listing: Listing[RowT] | None = None
        self._total = 0
        self._cursor = 0
        self._step = 0  # lines that the last key has moved it by
        self._wanted: Key | None = None
        self._window: RowWindow[RowT] = RowWindow()
        self._placed: tuple[int, list[Placed[RowT]]] = (-1, [])

    # --- what to show ---

    def show(self, listing: Listing[RowT]) -> None:
        """Show a listing; the record under the cursor stays under it when the listing holds it."""
        self.show_later(lambda: listing)

    def show_later(self, ask: Callable[[], Listing[RowT]], *, afresh: bool = False) -> None:
        """Show what `ask` returns, asked when the list is next drawn: ten keys in one frame ask once.

        Args:
            ask: may raise BilatError, which the list then shows.
            afresh: begin at the top, do not look for the record that was under the cursor.
        """
        if afresh:
            self._wanted, self._cursor, self.top = None, 0, 0
        self._ask = ask
        self.refresh()

    def select(self, key: Key) -> None:
        """Put the cursor on a record; nothing happens when the list does not hold it."""
        self.prepare()
        if (found := self._find(key)) is not None:
            self.move_to(found)

    def prepare(self) -> None:
        """Ask for the listing when one is waiting."""
        if self._ask is None:
            return
        ask, self._ask = self._ask, None
        self._read(ask)
        if self.asked is not None:
            self.asked()

    def _read(self, ask: Callable[[], Listing[RowT]]) -> None:
        self._strips.clear()
        self._window.forget()
        self.failure = ""
        try:
            self._listing = ask()
            self._total = self._listing.count()
        except BilatError as error:
            self._fail(error)
            return
        if self.marks:
            self._keep_marks(self._listing)
        found = self._find(self._wanted) if self._wanted else None
        away = self.body_height > 0 and not self.top <= self._cursor < self.top + self.body_height
        if found is not None:
            self.top += found - self._cursor  # it stays at the height of the screen that it had
        self._cursor = min(self._cursor, max(0, self._total - 1)) if found is None else found
        if away and found is not None:  # the wheel has gone elsewhere, and stays there
            self.top = max(0, min(self.top, self._total - self.body_height))
        else:
            self._keep_in_view()
        self._remember()

    def recount(self) -> None:
        """Say how many rows there are, now that it is known."""
        if self._listing is not None and self._ask is None:
            self._total = self._listing.count()
            if self.asked is not None:
                self.asked()
            self.refresh()

    def _keep_marks(self, listing: Listing[RowT]) -> None:
        """Drop the marks of records that the list does not hold any more."""
        try:
            everything = self.unfiltered() if self.filter.text and self.unfiltered else listing
            self.marks.keep(lambda key: everything.find(key) is not None)
        except BilatError:
            return  # they are looked at again when the store can be read
        self.count_marks()

    def _keep_in_view(self) -> None:
        height = self.body_height
        self.top = max(0, min(self.top, self._total - height))
        if height and not self.top <= self._cursor < self.top + height:
            self.top = max(0, min(self._cursor - height // 2, self._total - height))

    def on_resize(self) -> None:
        """The selected row stays in view; another size is painted anew by itself."""
        before = self.top
        self._keep_in_view()
        if self.top != before:
            self.refresh()

    def _fail(self, error: BilatError) -> None:
        self.failure = str(error)
        self._listing, self._total = None, 0
        self._window.forget()

    def _find(self, key: Key) -> int | None:
        try:
            return None if self._listing is None else self._listing.find(key)
        except BilatError as error:
            self._fail(error)
            return None

    # --- what it says about itself ---

    @property
    def state(self) -> State:
        """Whether there are rows, and if not, why."""
        if self.failure:
            return "failed"
        if self._listing is None:
            return "loading"
        return "ready" if self._total else ("nothing" if self.filter.text else "empty")

    @property
    def total(self) -> int:
        """How many rows the listing has, as far as they are known."""
        return self._total

    @property
    def settled(self) -> bool:
        """Whether those are all."""
        # To ask whether it is an Unsettled would look through the names of a protocol for every title.
        return bool(getattr(self._listing, "settled", True))

    @property
    def has_head(self) -> bool:
        """Heads are shown above rows only."""
        return self.heads and self._total > 0

    @property
    def row(self) -> RowT | None:
        """The row under the cursor."""
        self.prepare()
        return self.row_at(self._cursor)

    @property
    def key(self) -> Key | None:
        """The record under the cursor."""
        return None if (row := self.row) is None else row.key

    @property
    def line_text(self) -> str:
        """The row under the cursor as plain text, two blanks between columns."""
        return "" if (row := self.row) is None else told(self.columns, row)

    def everything(self, most: int) -> Sequence[RowT]:
        """The rows from the first on, at most so many of them; none where they cannot be read."""
        self.prepare()
        return self._rows(0, min(self._total, most))

    def _rows(self, start: int, stop: int) -> Sequence[RowT]:
        if self._listing is None:
            return ()
        try:
            return self._listing.rows(start, stop)
        except BilatError as error:
            self._fail(error)
            return ()

    def row_at(self, index: int) -> RowT | None:
        """A row; None beyond the end."""
        if self._listing is None or not 0 <= index < self._total:
            return None
        page = max(self.body_height, 1)
        try:
            return self._window.row(self._listing, index, total=self._total, top=self.top, page=page)
        except BilatError as error:
            self._fail(error)
            self.refresh()
            return None

    def nearby(self, lines: int) -> Sequence[RowT]:
        """The rows so many lines below and above the cursor, as far as they are at hand."""
        rows = (self._window.held(self._cursor + step) for step in (lines, -lines))
        return [row for row in rows if row is not None]

    @property
    def onward(self) -> Sequence[RowT]:
        """The row that the key which moved the cursor last leads to next, as far as it is at hand."""
        row = self._window.held(self._cursor + self._step) if self._step else None
        return [] if row is None else [row]

    @property
    def ends(self) -> Sequence[RowT]:
        """The first row and the last one, where it is known which that is."""
        with suppress(BilatError):  # what reads the list for a key says why
            if self._listing is not None and self.settled:
                return self._window.ends(self._listing, self._total)
        return ()

    # --- moving ---

    def move_by(self, lines: int) -> None:
        """Move the cursor by some rows, as far as there are rows."""
        self.prepare()
        self.move_to(self._cursor + lines)

    def move_to(self, line: int) -> None:
        """Put the cursor on a row, the last one when there are fewer."""
        self.prepare()
        if not self._total:
            return
        line = max(0, min(line, self._total - 1))
        if line == self._total - 1 and not self.settled and self.ended and self._listing:
            self.ended(self._listing)
        if line == self._cursor:
            self.reveal(line)
            return
        before, self._cursor = self._cursor, line
        self._step = line - before
        self.reveal(line)
        self.repaint_rows((before, line))
        self._remember()
        self.tell_moved()

    def keys_between(self, key: Key) -> Sequence[Key]:
        """The records from one to the cursor, as far as may be marked."""
        found = self._find(key)
        start, stop = sorted((self._cursor if found is None else found, self._cursor))
        return [row.key for row in self._rows(start, min(stop, start + MOST) + 1)]

    def _remember(self) -> None:
        if (row := self.row_at(self._cursor)) is not None:
            self._wanted = row.key

    # --- drawing ---

    def _columns(self, width: int) -> list[Placed[RowT]]:
        if self._placed[0] != width:
            self._placed = (width, place(self.columns, width))
        return self._placed[1]

    def draw_head(self, width: int, tones: Tones) -> Strip | None:
        """The columns' names, dim."""
        if not self.has_head:
            return None
        segments = [Segment("  ", tones.style("plain"))]
        for placed in self._columns(width - 3):
            head = [Span(placed.column.head, "faint" if not self.has_focus else "dim")]
            segments += paint(head, placed.width, tones, flush_right=placed.column.flush_right)
            segments.append(Segment(" " * GAP, tones.style("plain")))
        return Strip(segments).adjust_cell_length(width, tones.style("plain"))

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """A row, from the cache when it was drawn in this state before."""
        row = self.row_at(index)
        if row is None:
            return self._blank(width, tones)
        if self.crowded is not None and self.crowded[0](row):
            self._make_room(self.crowded[1])
        chosen = index == self._cursor
        look = (row.key, chosen, row.key in self.marks)
        known = self._strips.get(look)
        if known is None:
            known = self._strips[look] = self._draw(row, width, tones, chosen=chosen)
        return known

    def _make_room(self, columns: Sequence[Column[RowT]]) -> None:
        """Other columns from now on, for the lines above as well, which are drawn once more."""
        self.columns, self.crowded, self._placed = tuple(columns), None, (-1, [])
        self._strips.clear()
        self.refresh()

    def _draw(self, row: RowT, width: int, tones: Tones, *, chosen: bool) -> Strip:
        ground = self.ground(chosen=chosen)
        gap = Segment(" " * GAP, tones.style("plain", ground))
        bar = Span(
            glyphs.bar if chosen else " ", "accent" if self.has_focus else "dim" if self.lit else "faint"
        )
        mark = Span(glyphs.bullet if row.key in self.marks else " ", "accent")
        segments = paint([bar, mark], 2, tones, ground)
        columns = self._columns(width - 3)
        cells = [placed.column.spans(row) for placed in columns]
        if veil.hides(row.key) or any(veil.tells("".join(span.text for span in spans)) for spans in cells):
            segments += paint([HIDDEN], max(0, width - 3), tones, ground)
            return Strip(segments).adjust_cell_length(width, tones.style("plain", ground))
        for placed, spans in zip(columns, cells, strict=True):
            fitting = yielding(spans, placed.width) if placed.column.first_yields else spans
            segments += paint(fitting, placed.width, tones, ground, flush_right=placed.column.flush_right)
            after = placed.column.after
            segments += paint(after(row), GAP, tones, ground) if after else [gap]
        return Strip(segments).adjust_cell_length(width, tones.style("plain", ground))
