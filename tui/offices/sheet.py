"""The sheet on which a post is taken: the fields stay, what follows scrolls below them."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from tui.entry.pieces import Row, draw
from tui.glyphs import glyphs
from tui.lines import Span
from tui.offices.drawing import Drawing, drawing
from tui.offices.taking import LIST, WHO, Taking
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line
from tui.widgets.painting import paint

_FRAME = 2
_MARGIN = 4


class TakingSheet(Drawn, can_focus=True):
    """A post while it is taken, in its frame.

    Attributes:
        note: a few words in the lower line at the left.
    """

    DEFAULT_CSS = "TakingSheet { width: 100%; max-width: 100; height: 100%; background: $background; }"

    def __init__(
        self,
        taking: Taking,
        heading: Title,
        *,
        pasted: Callable[[str], None],
        pointed: Callable[[int, int | None], None],
    ) -> None:
        super().__init__()
        self._taking = taking
        self._heading = heading
        self._pasted = pasted
        self._pointed = pointed
        self.note = Span("")
        self._drawing = Drawing([], [], None, [], {})
        self._top = 0

    @property
    def wanted_height(self) -> int:
        """Rows that would show everything."""
        found = drawing(self._taking, self._inner)
        return len(found.fields) + len(found.below) + 1 + _FRAME

    @property
    def _inner(self) -> int:
        return max(20, self.size.width - _MARGIN)

    @property
    def _room(self) -> int:
        """Rows below the rule."""
        return max(1, self.size.height - _FRAME - 1 - len(self._drawing.fields))

    def prepare(self) -> None:
        """Lay out again, and keep the line with the cursor in view."""
        self._drawing = found = drawing(self._taking, self._inner)
        last = max(0, len(found.below) - self._room)
        if found.row is None:
            self._top = 0
        else:
            self._top = min(max(self._top, found.row - self._room + 1), found.row)
        self._top = min(self._top, last)

    def look(self) -> object:
        """Everything may have changed with a key."""
        return object()

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame, a field, the rule, or what follows."""
        fields, below = self._drawing.fields, self._drawing.below
        if y == 0:
            return Strip(top_line(self._title(), width, tones, focused=True), width)
        if y == self.size.height - 1:
            note = (self.note,) if self.note.text else ()
            return Strip(bottom_line(note, self._keys(width), width, tones, focused=True), width)
        number = y - 1
        if number < len(fields):
            return framed(draw(fields[number], width - _MARGIN, tones), width, tones)
        if number == len(fields):
            rule = paint([Span(glyphs.horizontal * (width - _MARGIN), "faint")], width - _MARGIN, tones)
            return framed(rule, width, tones)
        number += self._top - len(fields) - 1
        row: Row = below[number] if number < len(below) else ()
        return framed(draw(row, width - _MARGIN, tones), width, tones)

    def _title(self) -> Title:
        more = len(self._drawing.below) - self._room - self._top
        said = [
            f"{glyphs.up} {self._top}" if self._top else "",
            f"{glyphs.down} {more}" if more > 0 else "",
        ]
        return self._heading._replace(right=(Span(" ".join(filter(None, said)), "dim"),) if any(said) else ())

    def _keys(self, width: int) -> tuple[Span, ...]:
        taking = self._taking
        keys = [("Enter", "saves")]
        if taking.chosen is not None:
            keys = [("Enter", "takes this one")]
        elif taking.at == WHO and taking.offers:
            keys.append(("Down", "chooses"))
        elif taking.at == LIST:
            keys += [("Space", "ticks"), ("a", "all")]
        keys += [("Tab", "next"), ("Esc", "keeps it" if taking.touched else "closes")]
        room = width - 8 - (len(self.note.text) + 2 if self.note.text else 0)
        while len(keys) > 1 and sum(len(key) + len(says) + 4 for key, says in keys) > room:
            keys.pop(-2)
        return key_spans(keys)

    def on_click(self, event: events.Click) -> None:
        """A click on a field puts the cursor into it, one on a line ticks it."""
        event.stop()
        number = event.y - 1
        found = self._drawing
        row = number + self._top - len(found.fields) - 1
        if 0 <= number < len(found.of):
            self._pointed(found.of[number], None)
        elif number > len(found.fields) and event.y < self.size.height - 1 and row in found.ticks:
            self._pointed(LIST, found.ticks[row])

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are typed words."""
        event.stop()
        event.prevent_default()
        self._pasted(event.text.rstrip("\r\n"))
