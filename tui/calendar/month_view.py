"""The month on the screen, with a cursor that goes by days, weeks and months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from db.rows import Key
from tui.calendar.days import WEEK, days_on, months_on
from tui.calendar.month import Bit, Columns, Page, head, weeks
from tui.keys import keyed
from tui.lines import Span
from tui.tones import Tones
from tui.widgets.painting import paint
from tui.widgets.pane import Pane, State

MARGIN = 1  # a blank at the left


class MonthView(Pane):
    """Draws a page of the calendar.

    Attributes:
        went: called with the day to which a key or a click leads.
        entered: called by Enter.
        strips: draws the lines under the weeks, from their width.
    """

    def __init__(self) -> None:
        super().__init__()
        self.went: Callable[[date], None] | None = None
        self.entered: Callable[[], None] | None = None
        self.strips: Callable[[int], list[list[Bit]]] = lambda _width: []
        self._page: Page | None = None
        self._bits: list[list[Bit]] = []
        self._drawn_for = -1

    def show(self, page: Page) -> None:
        """Draw another day, or other facts."""
        self._page = page
        self._drawn_for = -1
        self.refresh()

    def prepare(self) -> None:
        """Lay the lines out when they are not there for this width."""
        width = max(1, self.inner_width - MARGIN)
        if self._page is None or self._drawn_for == width:
            return
        self._drawn_for = width
        self._strips.clear()
        self._bits = weeks(self._page, width)
        if self._page.week > 1:
            self._bits += self.strips(width)

    # --- what it is to the keys of lists ---

    @property
    def state(self) -> State:
        """A month is always there."""
        return "ready"

    @property
    def total(self) -> int:
        """Its lines."""
        return len(self._bits)

    @property
    def key(self) -> Key | None:
        """A day is no record."""
        return None

    @property
    def line_text(self) -> str:
        """A day is no line."""
        return ""

    def select(self, key: Key) -> None:
        """A day is no record."""

    def keys_between(self, key: Key) -> Sequence[Key]:  # noqa: ARG002 - the lists' signature
        """There are none."""
        return ()

    def move_by(self, lines: int) -> None:
        """So many weeks on."""
        self._go(lambda day: days_on(day, lines * WEEK.days))

    def move_to(self, line: int) -> None:
        """To the first day of the month, or to its last."""
        if self._page is not None:
            shown = self._page.shown
            self._go(lambda _day: shown.month_end if line else shown.month)

    def action_move_page_down(self) -> None:
        """A month on."""
        self._go(lambda day: months_on(day, 1))

    def action_move_page_up(self) -> None:
        """A month back."""
        self._go(lambda day: months_on(day, -1))

    def action_open(self) -> None:
        """To the lines of the day."""
        if self.entered is not None:
            self.entered()

    def action_mark(self) -> None:
        """A day cannot be marked."""
        if self.talk is not None:
            self.talk(keyed("{open} goes to the lines of the day; {mark} marks them there."))

    def action_mark_range(self) -> None:
        """A day cannot be marked."""
        self.action_mark()

    def _go(self, where: Callable[[date], date]) -> None:
        if self._page is not None and self.went is not None:
            self.went(where(self._page.selected))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a day, a second one to its lines."""
        event.stop()
        event.prevent_default()
        page, line = self._page, event.y - self.body_top
        if page is None or self.size.height <= 1:
            return
        at = Columns.of(max(1, self.inner_width - MARGIN)).at(event.x - 1 - MARGIN)
        week = line // page.week
        if at is None or not 0 <= week < (page.shown.last - page.shown.first).days // 7 + 1 or line < 0:
            return
        self._go(lambda _day: page.shown.first + timedelta(days=7 * week + at))
        if event.chain == 2:  # noqa: PLR2004
            self.action_open()

    # --- drawing ---

    @property
    def has_head(self) -> bool:
        """The names of the weekdays stand above."""
        return True

    def draw_head(self, width: int, tones: Tones) -> Strip | None:
        """The names of the weekdays."""
        if self._page is None:
            return None
        bits = head(self._page, max(1, width - MARGIN))
        return self._strip(bits, width, tones)

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """One line."""
        known = self._strips.get(index)
        if known is None:
            known = self._strips[index] = self._strip(self._bits[index], width, tones)
        return known

    def _strip(self, bits: Sequence[Bit], width: int, tones: Tones) -> Strip:
        """The line, on a ground of its own where it belongs to the day under the cursor."""
        selected = self._page.selected if self._page else None
        left = width - MARGIN
        segments = [Segment(" " * MARGIN, tones.style("plain"))]
        for chosen, group in groupby(bits, lambda bit: bit.day is not None and bit.day == selected):
            if left <= 0:
                break
            painted = self._painted(tuple(group), left, tones, chosen=chosen)
            segments += painted
            left -= sum(segment.cell_length for segment in painted)
        if left > 0:
            segments.append(Segment(" " * left, tones.style("plain")))
        return Strip(segments).adjust_cell_length(width, tones.style("plain"))

    def _painted(self, bits: Sequence[Bit], left: int, tones: Tones, *, chosen: bool) -> list[Segment]:
        spans = [Span(bit.text, bit.tone) for bit in bits if bit.text]
        painted = paint(spans, left, tones, self.ground(chosen=chosen))
        # What paint fills up at the end belongs to the days that follow.
        return painted[: len(spans)]
