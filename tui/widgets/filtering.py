"""A sheet with a filter: its words are typed in the bottom line and take effect with every letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events

from db.errors import BilatError
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain
from tui.tones import Tones
from tui.widgets.filter_line import FilterLine, marked
from tui.widgets.frame import Title, bottom_line
from tui.widgets.painting import width_of
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from db.filtering import Filter
    from tui.filtering.language import Language
    from tui.filtering.under_way import Typing

EVERYWHERE = "*"
"""In front of the words of a filter: they are looked for in every record, not in this list."""
_ROOMY = 60  # columns in which there is room for what Tab does
_EDGES = 8  # columns of the bottom line that are not for words


class FilteredSheet(Sheet):
    """A sheet with a filter.

    Attributes:
        filter: its words.
        filtering: whether they are being typed.
        language: how they are read; None where they are plain words.
        filtered: called at once with the words; None where there is nothing to filter.
        typing: called when the filter is opened or left; None where nobody needs to know.
        talk: called with a sentence where a key cannot do what it is there for.
        naming: called with the filter that is to get a name; None where none can.
        named: called to choose one of the filters that have a name; tells whether there are any.
    """

    def __init__(self, *, title: Title = Title(), framed: bool = True, id: str | None = None) -> None:  # noqa: A002, B008 - Textual's name; a constant
        super().__init__(title=title, framed=framed, id=id)
        self.filter = FilterLine()
        self.filtering = False
        self.language: Language | None = None
        self.filtered: Callable[[str], None] | None = None
        self.typing: Callable[[], None] | None = None
        self.talk: Callable[[str], None] | None = None
        self.naming: Callable[[str], None] | None = None
        self.named: Callable[[], bool] | None = None
        self._under_way: Typing | None = None
        self._told = ""  # what is wrong with the filter, as far as it was said

    @property
    def kept(self) -> Filter | None:
        """What the filter keeps; None where it is empty, or where its list has no language.

        Raises:
            BilatError: the store cannot be read.
        """
        if self.language is None or not self.filter.text:
            return None
        return self.language.read(self.filter.text)

    def read_filter_anew(self) -> None:
        """The store or the day has changed, so the same words may mean something else."""
        if self.language is not None:
            self.language.forget()

    def start_filter(self) -> None:
        """Open the filter in the bottom line."""
        if self.language is not None:
            from tui.filtering.under_way import Typing  # noqa: PLC0415 - not needed for the first screen

            self._under_way = Typing(self.filter, self.language)
            self.call_after_refresh(self.language.warm)
        self.filtering = True
        self._look()
        self._tell_typing()

    def stop_filter(self, *, clear: bool) -> None:
        """Leave the filter, keeping its words or showing all again."""
        self.filtering = False
        if clear and self.filter.text:
            self.filter.set("")
            self._filter_changed()
        self._tell_wrong("")
        self._repaint_bottom()
        self._tell_typing()

    def set_filter(self, text: str) -> None:
        """Filter by a text that was typed before."""
        self.filter.set(text)
        self._filter_changed()
        if self.filtering:
            self.stop_filter(clear=False)

    def _tell_typing(self) -> None:
        if self.typing is not None:
            self.typing()

    def hand_over(self, take: Callable[[str], None]) -> None:
        """Give away what was typed behind the star, and leave the filter as if nothing had been."""
        words = self.filter.text.removeprefix(EVERYWHERE)
        self.filter.set("")
        self.stop_filter(clear=False)
        take(words)

    def _filter_changed(self) -> None:
        if self.filter.text.startswith(EVERYWHERE):
            if self.filter.text == EVERYWHERE:
                self.app.call_later(self.app.run_action, "app.everywhere")
            self._repaint_bottom()
            return
        if self.filtered is not None:
            self.filtered(self.filter.text)
        self._look()

    def _look(self) -> None:
        """See what could stand at the cursor, and say what is wrong."""
        if self._under_way is not None and self.filtering:
            self._under_way.look()
            wrong = self._under_way.wrong
            self._tell_wrong(wrong[0].sentence if wrong else "")
        self._repaint_bottom()

    def _tell_wrong(self, sentence: str) -> None:
        if sentence != self._told and self.talk is not None:
            self._told = sentence
            self.talk(sentence)

    def on_key(self, event: events.Key) -> None:
        """While the filter is open, characters are its words and not commands."""
        if not self.filtering:
            return
        if event.is_printable and event.character:
            self.filter.insert(event.character)
            self._filter_changed()
        elif not self.press_in_filter(event.key):
            return
        event.stop()
        event.prevent_default()

    def press_in_filter(self, key: str) -> bool:
        """Do what a key that is no character does in the open filter; False when it means nothing there."""
        if key == "escape" or (key == "enter" and not self._refused()):
            self.stop_filter(clear=key == "escape")
        elif key != "enter" and not self._helped(key):
            before = self.filter.text
            if not self.filter.press(key):
                return False
            if self.filter.text != before:
                self._filter_changed()
            self._look()
        return True

    def _refused(self) -> bool:
        """A filter that is not understood stays open, the cursor behind the first mistake."""
        problems = self._under_way.problems if self._under_way is not None else ()
        if not problems:
            return False
        self.filter.at = problems[0].end
        self._told = ""
        self._tell_wrong(problems[0].sentence)
        self._repaint_bottom()
        return True

    def _helped(self, key: str) -> bool:
        """Complete what is typed, name it, or bring one that has a name; False where the key means something else."""
        empty = not self.filter.text
        if key in {"tab", "down"} and empty and self.named is not None:
            return self.named()
        if key == "tab" and self._under_way is not None and self._under_way.take():
            if self.filtered is not None:
                self.filtered(self.filter.text)
            self._tell_wrong("")
            self._repaint_bottom()
            return True
        if key == "ctrl+s" and self.naming is not None:
            if empty and self.talk is not None:
                self.talk("There is no filter yet that could get a name.")
            elif not self._refused():
                self.stop_filter(clear=False)
                self.naming(self.filter.text)
            return True
        return False

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
            return self._typed(width, tones)
        if not self.filter.text:
            return super()._bottom(width, tones)
        text = self.filter.text
        words: tuple[Span, ...] = (
            Span("/ ", "accent"),
            *marked(text, 0, len(text), self._misunderstood(), "plain"),
        )
        if self.lead:
            words = (*self.lead, Span(f" {glyphs.dot} ", "faint"), *words)
        note = self.note if self.has_focus else ()
        return bottom_line(words, note, width, tones, focused=self.has_focus)

    def _typed(self, width: int, tones: Tones) -> list[Segment]:
        """The filter while it is typed, and faintly what Tab would make of it."""
        under_way = self._under_way
        wrong = under_way.stretches if under_way is not None else ()
        offered = under_way is not None and under_way.offers
        leave: tuple[Span, ...] = (Span("Esc all", "dim"),)
        if offered:
            takes = (Span("Tab", "accent"), Span(" takes it", "dim"))
            leave = (*takes, Span("   "), *leave) if width >= _ROOMY else takes[:1]
        line = [Span("/ ", "accent"), *self.filter.shown(width - 12, wrong)]
        if under_way is not None:
            line += under_way.ghost(width - _EDGES - width_of(leave) - width_of(line))
        return bottom_line(line, leave, width, tones, focused=self.has_focus)

    def _misunderstood(self) -> list[tuple[int, int]]:
        try:
            return [(problem.start, problem.end) for problem in self.kept.problems] if self.kept else []
        except BilatError:  # the list says so
            return []
