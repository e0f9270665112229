"""A record as lines: scrolls, and its cursor stops on the lines that lead to another record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from db.errors import BilatError
from db.rows import Key
from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.plain import plain
from tui.tones import Tones
from tui.veil import HIDDEN, veil
from tui.widgets.frame import Title
from tui.widgets.marks import MOST
from tui.widgets.painting import paint, paint_line
from tui.widgets.pane import Pane, State

MARGIN = 3  # the bar and a blank at the left, a blank at the right


class LineView(Pane):
    """Shows lines."""

    def __init__(
        self,
        *,
        title: Title = Title(),  # noqa: B008 - a constant
        framed: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(title=title, framed=framed, id=id)
        self._build: Callable[[int], Sequence[Line]] | None = None
        self._built_for = -1
        self._lines: Sequence[Line] | None = None
        self._cursor: int | None = None
        self._wanted: Key | None = None

    # --- what to show ---

    def show(self, lines: Sequence[Line]) -> None:
        """Show lines that were made for `text_width`."""
        self.show_later(lambda _width: lines)

    def show_later(self, build: Callable[[int], Sequence[Line]], *, afresh: bool = True) -> None:
        """Show what `build` makes of a line's width; asked when it is drawn, and again when it is resized.

        Args:
            build: may raise BilatError, which the view then shows.
            afresh: begin at the top; else stay where the reader is.
        """
        self._build = build
        self._built_for = -1
        if afresh:
            self.top = 0
            self._cursor = self._wanted = None
        self.refresh()

    @property
    def text_width(self) -> int:
        """Columns that a line may take."""
        return max(1, self.inner_width - MARGIN)

    def prepare(self) -> None:
        """Build the lines when they are not there for this width."""
        if self._build is None or self._built_for == self.text_width:
            return
        self._built_for = self.text_width
        self.failure = ""
        self._strips.clear()
        if self._lines and self._cursor is not None:
            self._wanted = self._lines[self._cursor].key
        try:
            self._lines = self._build(self.text_width)
        except BilatError as error:
            self.failure = str(error)
            self._lines = ()
            return
        self._stay(self._lines)
        if self.marks:
            # What is not shown any more must not be acted on unseen.
            shown = {line.key for line in self._lines}
            self.marks.keep(shown.__contains__)
            self.count_marks()

    def _stay(self, lines: Sequence[Line]) -> None:
        """Put the cursor on the record it was on, at the height it had; on the nearest where that one is gone."""
        before = self._cursor or 0
        keyed = [at for at, line in enumerate(lines) if line.key is not None]
        same = [at for at in keyed if self._wanted is not None and lines[at].key == self._wanted]
        self._cursor = min(same or keyed, key=lambda at: abs(at - before), default=None)
        if same and self._cursor is not None:
            self.top += self._cursor - before
        self.top = max(0, min(self.top, self.total - self.body_height))

    def on_resize(self) -> None:
        """No blank lines below the last one while there are lines above the first."""
        self.scroll_top(self.top)

    # --- what it says about itself ---

    @property
    def state(self) -> State:
        """Whether there are lines, and if not, why."""
        if self.failure:
            return "failed"
        if self._lines is None:
            return "loading"
        return "ready" if self._lines else "empty"

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self._lines or ())

    @property
    def key(self) -> Key | None:
        """The record that the line under the cursor leads to."""
        self.prepare()
        if self._cursor is None or not self._lines:
            return None
        return self._lines[self._cursor].key

    @property
    def line_number(self) -> int | None:
        """The number of the line under the cursor, from 0; two lines may lead to one record."""
        self.prepare()
        return self._cursor

    @property
    def line_text(self) -> str:
        """The line under the cursor as plain text."""
        self.prepare()
        if self._cursor is None or not self._lines:
            return ""
        line = self._lines[self._cursor]
        return plain("".join(span.text for span in (*line.spans, Span("  "), *line.right))).strip()

    def texts(self) -> list[str]:
        """All lines as plain text."""
        self.prepare()
        spans = (
            (*line.spans, *((Span("  "),) if line.right else ()), *line.right) for line in self._lines or ()
        )
        return [plain("".join(span.text for span in one)).rstrip() for one in spans]

    # --- moving ---

    def select(self, key: Key) -> None:
        """Put the cursor on the first line of a record; nothing happens when there is none."""
        self.prepare()
        found = next((at for at, line in enumerate(self._lines or ()) if line.key == key), None)
        if found is not None:
            self.move_to(found)

    def move_by(self, lines: int) -> None:
        """To the next line that leads somewhere, else scroll, so that no text is jumped over unseen."""
        self.prepare()
        if abs(lines) > 1:
            self.scroll_top(self.top + lines)
            self._put(self._near(self.top if lines < 0 else self.top + self.body_height - 1, lines))
            return
        found = self._next(lines)
        if found is None or not self.top - 1 <= found <= self.top + self.body_height:
            self.scroll_top(self.top + lines)
            return
        self._put(found)

    def move_to(self, line: int) -> None:
        """To a line: the cursor goes to the nearest one that leads somewhere."""
        self.prepare()
        if not self.total:
            return
        line = max(0, min(line, self.total - 1))
        self.reveal(line)
        self._put(self._near(line, 1 if line == 0 else -1))

    def keys_between(self, key: Key) -> Sequence[Key]:
        """The records of the lines from one to the cursor, as far as may be marked."""
        lines, here = self._lines or (), self._cursor
        if here is None:
            return ()
        there = min((at for at, line in enumerate(lines) if line.key == key), default=here)
        start, stop = sorted((there, here))
        between = (line.key for line in lines[start : stop + 1])
        return [*dict.fromkeys(one for one in between if one is not None)][: MOST + 1]

    def _next(self, step: int) -> int | None:
        lines = self._lines or ()
        at = self._cursor
        if at is None:
            return None
        if not self.top <= at < self.top + self.body_height:
            at = self.top - 1 if step > 0 else self.top + self.body_height
        at += step
        while 0 <= at < len(lines):
            if lines[at].key is not None:
                return at
            at += step
        return None

    def _near(self, line: int, step: int) -> int | None:
        lines = self._lines or ()
        keyed = [at for at in range(self.top, min(len(lines), self.top + self.body_height)) if lines[at].key]
        if not keyed:
            return None
        return min(keyed, key=lambda at: (abs(at - line), at * step))

    def _put(self, line: int | None) -> None:
        if line is None:
            return
        if line == self._cursor:
            self.reveal(line)
            return
        before, self._cursor = self._cursor, line
        self.reveal(line)
        self.repaint_rows((line,) if before is None else (before, line))
        self.tell_moved()

    # --- drawing ---

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """A line; the one under the cursor stands out while the view has the focus."""
        chosen = index == self._cursor and self.has_focus
        marked = bool(self.marks) and (self._lines or ())[index].key in self.marks
        known = self._strips.get((index, chosen, marked))
        if known is None:
            known = self._draw(index, width, tones, chosen=chosen, marked=marked)
            self._strips[index, chosen, marked] = known
        return known

    def _draw(self, index: int, width: int, tones: Tones, *, chosen: bool, marked: bool) -> Strip:
        line = (self._lines or ())[index]
        ground = self.ground(chosen=chosen)
        blank = Segment(" ", tones.style("plain", ground))
        bar = Span(glyphs.bar if chosen else " ", "accent")
        mark = Span(glyphs.bullet if marked else " ", "accent")
        edge = paint([bar, mark], 2, tones, ground)
        told = "".join(span.text for span in (*line.spans, *line.right))
        if HIDDEN not in line.spans and (veil.hides(line.key) or veil.tells(told)):
            line = Line((HIDDEN,), line.key)
        segments = [*edge, *paint_line(line, max(0, width - MARGIN), tones, ground), blank]
        return Strip(segments).adjust_cell_length(width, tones.style("plain", ground))
