"""A frame, lines in it and a scrollbar, drawn line by line so that a key repaints only what moved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Span, Tone
from tui.plain import plain_lines
from tui.tones import Ground, Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, thumb, top_line
from tui.widgets.painting import paint

State = Literal["loading", "ready", "empty", "nothing", "failed"]

_CACHED = 500  # lines; a few screens of them, since an old one is kept for nothing


class Sheet(Drawn, can_focus=True):
    """A frame with lines in it.

    Attributes:
        title: what stands in the upper line; `retitle` repaints it.
        words_for: the text of each state that has no lines to show.
        note: spans in the bottom line at the right, shown while the pane has the focus.
        lead: spans at its left, always shown.
        remedy: what helps where reading failed.
    """

    DEFAULT_CSS = "Sheet { background: transparent; }"

    def __init__(self, *, title: Title = Title(), framed: bool = True, id: str | None = None) -> None:  # noqa: A002, B008 - Textual's name; a constant
        super().__init__(id=id)
        self.title = title
        self.framed = framed
        self.words_for: dict[State, str] = {}
        self.failure = ""
        self.note: tuple[Span, ...] = ()
        self.lead: tuple[Span, ...] = ()
        self.remedy = "{retry} tries again."
        self._lit = True
        self.top = 0
        self._strips: dict[object, Strip] = {}
        self._edged: dict[int, tuple[Strip, bool, Strip]] = {}  # by the identity of what is between the edges
        self._nothing: Strip | None = None

    # --- what a list or a record says about itself ---

    @property
    def state(self) -> State:
        """Whether there are lines to show, and if not, why."""
        raise NotImplementedError

    @property
    def total(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """One line, exactly as wide as told."""
        raise NotImplementedError

    def draw_head(self, width: int, tones: Tones) -> Strip | None:  # noqa: ARG002 - for those that have one
        """A line above the first one that does not scroll; None without one."""
        return None

    # --- geometry ---

    @property
    def inner_width(self) -> int:
        """Columns for a line."""
        return max(1, self.size.width - (2 if self.framed else 1))

    @property
    def body_top(self) -> int:
        """The screen line of the first row, from the pane's own first line."""
        return int(self.framed) + int(self.has_head)

    @property
    def has_head(self) -> bool:
        """Whether a line of column heads stands above the rows."""
        return False

    @property
    def body_height(self) -> int:
        """How many lines are in view."""
        return max(0, self.size.height - self.body_top - int(self.framed))

    def scroll_top(self, top: int) -> None:
        """Show the lines from `top`, as far as there are lines."""
        top = max(0, min(top, self.total - self.body_height))
        if top != self.top:
            self.top = top
            self.refresh()

    def reveal(self, index: int) -> None:
        """Scroll as little as it takes to have a line in view."""
        if index < self.top:
            self.scroll_top(index)
        elif index >= self.top + self.body_height > 0:
            self.scroll_top(index - self.body_height + 1)

    def repaint_rows(self, indexes: Iterable[int]) -> None:
        """Repaint a few lines and nothing else."""
        width = self.size.width
        regions = [
            Region(0, self.body_top + index - self.top, width, 1)
            for index in indexes
            if 0 <= index - self.top < self.body_height
        ]
        if regions:
            self.refresh(*regions)

    @property
    def lit(self) -> bool:
        """Whether the line under the cursor shows while another pane has the focus."""
        return self._lit

    @lit.setter
    def lit(self, lit: bool) -> None:
        if lit != self._lit:
            self._lit = lit
            self.refresh()

    def retitle(self, title: Title) -> None:
        """Say something else in the upper line."""
        if title != self.title:
            self.title = title
            self.refresh(Region(0, 0, self.size.width, 1))

    # --- drawing ---

    def look(self) -> object:
        """The focus changes frame and selection."""
        return (self.has_focus, self._lit, len(self._edged) > _CACHED)

    def forget(self) -> None:
        """Rows drawn for another width, theme or focus."""
        self._strips.clear()
        self._edged.clear()
        self._nothing = None

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame, or of what is in it."""
        height = self.size.height
        if not self.framed:
            return self._body_line(y, width - 1, tones, edges=False)
        if y == 0:
            folded = height == 1
            return Strip(top_line(self.title, width, tones, focused=self.has_focus, folded=folded), width)
        if y == height - 1:
            return Strip(self._bottom(width, tones), width)
        return self._body_line(y, width - 2, tones, edges=True)

    def _body_line(self, y: int, width: int, tones: Tones, *, edges: bool) -> Strip:
        row = y - self.body_top
        if row < 0:
            content = self.draw_head(width, tones) or self._words(row, width, tones)
        elif self.state != "ready":
            content = self._words(row, width, tones)
        elif self.top + row < self.total:
            content = self.draw_row(self.top + row, width, tones)
        else:
            content = self._blank(width, tones)
        on_thumb = row in thumb(self.total, self.top, self.body_height)
        known = self._edged.get(id(content))
        if known is None or known[0] is not content or known[1] != on_thumb:
            known = (
                content,
                on_thumb,
                self._with_edges(content, width, tones, on_thumb=on_thumb, edges=edges),
            )
            self._edged[id(content)] = known
        return known[2]

    def _with_edges(self, content: Strip, width: int, tones: Tones, *, on_thumb: bool, edges: bool) -> Strip:
        tone: Tone = "accent" if self.has_focus else "faint"
        right = Segment(
            (glyphs.thumb if on_thumb else glyphs.vertical) if edges else (glyphs.thumb if on_thumb else " "),
            tones.style("dim" if on_thumb and not self.has_focus else tone),
        )
        if not edges:
            return Strip([*content, right], width + 1)
        return Strip([Segment(glyphs.vertical, tones.style(tone)), *content, right], width + 2)

    def _blank(self, width: int, tones: Tones) -> Strip:
        if self._nothing is None:
            self._nothing = Strip.blank(width, tones.style("plain"))
        return self._nothing

    def _words(self, row: int, width: int, tones: Tones) -> Strip:
        lines = plain_lines(self._state_text(), max(8, width - 4), 2_000)
        first = 1 if self.body_height > len(lines) + 1 else 0
        if not first <= row < first + len(lines):
            return self._blank(width, tones)
        tone: Tone = "error" if self.state == "failed" else "dim"
        return Strip(paint([Span("  " + lines[row - first], tone)], width, tones), width)

    def _state_text(self) -> str:
        state = self.state
        if state == "failed":
            return f"{self.failure}\n\n{keyed(self.remedy)}"
        return keyed(self.words_for.get(state, f"Reading {glyphs.ellipsis}" if state == "loading" else ""))

    def _bottom(self, width: int, tones: Tones) -> list[Segment]:
        note = self.note if self.has_focus else ()
        return bottom_line(self.lead, note, width, tones, focused=self.has_focus)

    def _repaint_bottom(self) -> None:
        self.refresh(Region(0, self.size.height - 1, self.size.width, 1))

    def ground(self, *, chosen: bool) -> Ground:
        """What lies under a line."""
        if not chosen:
            return "rest"
        return "chosen" if self.has_focus else "kept" if self._lit else "rest"
