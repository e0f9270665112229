"""A sheet with a filter: its words are typed in the bottom line and take effect with every letter."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events

from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain
from tui.tones import Tones
from tui.widgets.filter_line import FilterLine
from tui.widgets.frame import Title, bottom_line
from tui.widgets.sheet import Sheet


class FilteredSheet(Sheet):
    """A sheet with a filter.

    Attributes:
        filter: its words.
        filtering: whether they are being typed.
        filtered: called at once with the words; None where there is nothing to filter.
        typing: called when the filter is opened or left; None where nobody needs to know.
    """

    def __init__(self, *, title: Title = Title(), framed: bool = True, id: str | None = None) -> None:  # noqa: A002, B008 - Textual's name; a constant
        super().__init__(title=title, framed=framed, id=id)
        self.filter = FilterLine()
        self.filtering = False
        self.filtered: Callable[[str], None] | None = None
        self.typing: Callable[[], None] | None = None

    def start_filter(self) -> None:
        """Open the filter in the bottom line."""
        self.filtering = True
        self._repaint_bottom()
        self._tell_typing()

    def stop_filter(self, *, clear: bool) -> None:
        """Leave the filter, keeping its words or showing all again."""
        self.filtering = False
        if clear and self.filter.text:
            self.filter.set("")
            self._filter_changed()
        self._repaint_bottom()
        self._tell_typing()

    def _tell_typing(self) -> None:
        if self.typing is not None:
            self.typing()

    def _filter_changed(self) -> None:
        if self.filtered is not None:
            self.filtered(self.filter.text)
        self._repaint_bottom()

    def on_key(self, event: events.Key) -> None:
        """While the filter is open, characters are its words and not commands."""
        if not self.filtering:
            return
        if event.key in {"enter", "escape"}:
            self.stop_filter(clear=event.key == "escape")
        elif event.is_printable and event.character:
            self.filter.insert(event.character)
            self._filter_changed()
        else:
            before = self.filter.text
            if not self.filter.press(event.key):
                return
            if self.filter.text != before:
                self._filter_changed()
            self._repaint_bottom()
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the open filter, and nowhere else."""
        if self.filtering:
            event.stop()
            self.filter.insert(event.text)
            self._filter_changed()

    def on_blur(self) -> None:
        """A filter that is left by going elsewhere is kept."""
        if self.filtering:
            self.stop_filter(clear=False)

    def _state_text(self) -> str:
        if self.state != "nothing" or "nothing" in self.words_for:
            return super()._state_text()
        g, words = glyphs, plain(self.filter.text, 40)
        return f"Nothing matches {g.quote_open}{words}{g.quote_close} {g.dot} Esc shows all"

    def _bottom(self, width: int, tones: Tones) -> list[Segment]:
        if self.filtering:
            typed = [Span("/ ", "accent"), *self.filter.shown(width - 12)]
            return bottom_line(typed, (Span("Esc all", "dim"),), width, tones, focused=self.has_focus)
        if not self.filter.text:
            return super()._bottom(width, tones)
        words: tuple[Span, ...] = (Span("/ ", "accent"), Span(self.filter.text, "plain"))
        if self.lead:
            words = (*self.lead, Span(f" {glyphs.dot} ", "faint"), *words)
        note = self.note if self.has_focus else ()
        return bottom_line(words, note, width, tones, focused=self.has_focus)
