"""The entry sheet: what is typed, and under it, with every letter, what it means and what Enter would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from db.entry import Completion, Context, Doubt, Reading
from db.rows import Key
from tui.entry import likes, told
from tui.entry.answers import Answers
from tui.entry.edges import keys_of, title_of
from tui.entry.editor import Editor
from tui.entry.helping import help_rows
from tui.entry.offers import MOST, Offers
from tui.entry.pieces import Row, draw
from tui.entry.reading import Alike, Understood, offers, understand
from tui.entry.saving import called
from tui.entry.typed import Typed, ghost_of, typed
from tui.lines import Span
from tui.modals.base import bilat
from tui.plain import cells
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import bottom_line, framed, top_line

_AT_ONCE = 16  # lines that are read with every letter; more wait until the fingers rest
_REST = 0.2  # seconds
_MARGIN = 2  # a blank at both sides, inside the frame


class _Read(NamedTuple):
    """What the lines were read for."""

    text: str
    line: int
    answers: int


class EntrySheet(Drawn, can_focus=True):
    """One line or several, and what they mean.

    Attributes:
        editor: what is typed.
        context: what surrounds it.
        changed: called with the text after every change.
        wanted_height: called with the number of rows that would show everything.
        note: a few words in the bottom line at the left.
        refusal: why the store did not take the lines.
        asked: the new name that may be a known one, about which Enter has asked.
        helping: whether the help stands under the lines.
    """

    DEFAULT_CSS = "EntrySheet { width: 100%; height: 11; background: $background; }"

    def __init__(
        self, context: Context, changed: Callable[[str], None], wanted: Callable[[int], None]
    ) -> None:
        super().__init__()
        self.editor = Editor()
        self.context = context
        self.changed = changed
        self.wanted_height = wanted
        self.note = Span("")
        self.refusal = ""
        self.asked = ""
        self.helping = False
        self.offers = Offers()
        self._understood = Understood()
        self._answers = Answers()
        self._read_for: _Read | None = None
        self._typed = Typed([], 0, 0)
        self._under: list[Row] = []
        self._laid_for: object = None
        self._top = 0

    # --- what it means ---

    def understood(self) -> Understood:
        """The lines as they stand now; read when they were not yet."""
        wanted = self._wanted
        if self._read_for != wanted:
            self._read_for = wanted
            app, answers = bilat(self), self._answers
            self._understood = understand(app, wanted.text, wanted.line, self.context, answers)
            self._laid_for = None
        return self._understood

    @property
    def _wanted(self) -> _Read:
        return _Read(self.editor.text, self.editor.line, self._answers.count)

    @property
    def similar(self) -> Key | None:
        """The visit that the cursor's line is or is most like."""
        found, line = self.understood(), self.editor.line
        return likes.opened(found.of(line), found.alike.get(line, Alike()))

    def answer(self, turned: Callable[[Reading, Alike], likes.Turn | None]) -> None:
        """Answer on the look-alikes of the cursor's line, and say so."""
        found, line = self.understood(), self.editor.line
        reading = found.of(line)
        turn = turned(reading, found.alike.get(line, Alike())) if reading else None
        if turn is None:
            self.say("No visit in the store looks like this line.")
            return
        self.offers.show(())
        self._answers.give(line, turn.answer)
        self.say(turn.sentence)

    def ask(self) -> bool:
        """Whether Enter must ask first: once about every new official who may be a known one."""
        while (doubt := self.understood().doubt) is not None:
            line, one = doubt
            if self.asked != one.name:
                self.asked = one.name
                self.editor.go_to(line, one.end)
                self.offers.show(())
                self.say("Not saved yet.", wrong=True)
                return True
            self._answers.make_new(one.name)
        return False

    def take_known(self) -> bool:
        """Put the official who is known in the place of the new name; False where the cursor's line asks nothing."""
        reading = self.understood().of(self.editor.line)
        if reading is None or not reading.doubts:
            return False
        self._put(reading.doubts[0])
        return True

    def prepare(self) -> None:
        """Read and lay out what changed; many keys in one frame are read once."""
        if self.editor.text.count("\n") < _AT_ONCE or self._read_for is None:
            self.understood()
        elif self._read_for != self._wanted:
            text = self.editor.text
            self.set_timer(_REST, lambda: self._rested(text))
        said = (self.refusal, self.asked, self.helping)
        look = (self.editor.text, self.editor.at, self.size, said, self._offered(), self._read_for)
        if look != self._laid_for:
            self._laid_for = look
            self._lay_out()

    def _rested(self, text: str) -> None:
        if self.editor.text == text and self._read_for != self._wanted:
            self.understood()
            self.refresh()

    def _offered(self) -> object:
        return (tuple(self.offers.found), self.offers.chosen)

    def _lay_out(self) -> None:
        width = self.inner_width
        lines = self.editor.lines
        batch = len(lines) > 1
        found = self._understood
        readings = found.under(self._read_for.text.split("\n") if self._read_for else [], lines)
        all_told = 2 * len(lines) <= self.app.size.height
        short = {line: likes.in_short(one, found.alike.get(line)) for line, one in readings.items()}
        lay = partial(typed, self.editor, readings, width, ghost=self._ghost(), likes=short)
        whole = self._typed = lay(told=all_told)
        if batch and len(whole.rows) > self.inner_height:
            self._typed = lay(told=False)
        if self.helping:
            self._under = help_rows(width)
        elif not self.editor.text.strip():
            self._under = told.hints(self.context, width)
        else:
            refusal = self.refusal or self._understood.failure
            here = found.of(self.editor.line)
            if here and self.offers.found:
                here = here._replace(year=None)  # Tab takes what is offered
            tell = told.told_in_batch if batch else told.told
            alike = found.alike.get(self.editor.line, Alike())
            saves = self._saves(width - told.LABEL - len(" saves "))
            self._under = tell(here, alike, width, refusal=refusal, saves=saves, asked=self.asked)
        self._keep_in_view()
        self.app.cursor_position = self.cursor_on_screen
        offered = self._typed.row + 1 + min(MOST, len(self.offers.found))
        rows = max(len(whole.rows) + len(self._under), offered)
        self.call_later(self.wanted_height, rows + 2)

    def _saves(self, room: int) -> str:
        """What Enter makes of the lines, in words; "" while it makes nothing."""
        found = self._understood
        if not found.readings or found.problem is not None or found.doubt is not None:
            return ""
        return called(found.readings, with_new=True, room=room)

    def _ghost(self) -> str:
        one = self.offers.first
        if one is None:
            return ""
        start = self.editor.line_start
        line = self.editor.text[start : self.editor.line_end]
        return ghost_of(line, self.editor.column, one.start, one.text, one.label)

    def _keep_in_view(self) -> None:
        """The cursor's row with one above and one below it, and no blank rows while some are above."""
        height, row = self.inner_height, self._typed.row
        most = len(self._typed.rows) + len(self._under) - height
        top = min(self._top, max(0, most), max(0, row - 1))
        self._top = max(0, top, row + 2 - height)

    # --- geometry ---

    @property
    def inner_width(self) -> int:
        """Columns for the text."""
        return max(8, self.size.width - 2 - _MARGIN)

    @property
    def inner_height(self) -> int:
        """Rows inside the frame."""
        return max(1, self.size.height - 2)

    # --- drawing ---

    def look(self) -> object:
        """The focus brightens the frame."""
        return self.has_focus

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame, of the text, or of what it means."""
        if y == 0:
            found = self._understood
            title = title_of(self.context, found.readings, found.of(self.editor.line))
            return Strip(top_line(title, width, tones, focused=True), width)
        if y == self.size.height - 1:
            note = (self.note,) if self.note.text else ()
            return Strip(
                bottom_line(
                    note, keys_of(self.offers, width - 8 - cells(self.note.text)), width, tones, focused=True
                ),
                width,
            )
        row = y - 1 + self._top
        rows = [*self._typed.rows, *self._under]
        content: Row = rows[row] if row < len(rows) else ()
        strip = framed(draw(content, width - 4, tones), width, tones)
        return self.offers.over(strip, row - self._typed.row - 1, self._offers_at, tones)

    @property
    def _offers_at(self) -> int:
        """The column at which the completions begin: under the first letter of what they complete."""
        if not self.offers.found:
            return 0
        return self._typed.column - (self.editor.column - self.offers.found[0].start)

    # --- typing ---

    def type_in(self, text: str) -> None:
        """Insert typed or pasted words at the cursor."""
        if self.editor.insert(text):
            self._edited(offering="\n" not in text)
        else:
            self.say("That is too long for an entry; nothing was pasted.", wrong=True)

    def press(self, key: str) -> bool:
        """A key that edits or moves; False when it means nothing here."""
        before = self.editor.text
        if not self.editor.press(key):
            return False
        if self.editor.text != before:
            self._edited(offering=key == "backspace")
        else:
            self.offers.show(())
            self.refresh()
        return True

    def set_text(self, text: str) -> None:
        """Begin anew with some text."""
        self.editor.set(text)
        self._answers.forget()
        self._edited(offering=False)

    def accept(self) -> bool:
        """Put the chosen completion, else the first, at the cursor; False when there is none."""
        reading = self.understood().of(self.editor.line)
        one = self.offers.first or (reading and reading.year)
        if one is None:
            return False
        self._put(one)
        return True

    def _put(self, one: Completion | Doubt) -> None:
        """Write it over its stretch of the cursor's line; a cursor further on stays where it is among the words."""
        start, column = self.editor.line_start, self.editor.column
        self.editor.replace(start + one.start, start + one.end, one.text)
        self.editor.at += max(0, column - one.end)
        self._edited(offering=False)

    def choose(self, step: int) -> bool:
        """Move in the completions; False when there are none."""
        if not self.offers.found:
            return False
        self.offers.move(step)
        self.refresh()
        return True

    def to_problem(self) -> None:
        """Put the cursor on the first problem."""
        found = self.understood().problem
        if found is not None:
            self.editor.go_to(found.line, found.column)
            self.offers.show(())
            self.refresh()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the bottom line, until the next change."""
        self.note = Span(sentence, "error" if wrong else "accent")
        self.refresh()

    def help(self, *, on: bool) -> None:
        """Show all that a line can say under the lines, or what they mean again."""
        self.helping = on
        self.offers.show(())
        self.say("F1 or Esc goes back to the reading." if on else "")

    def _edited(self, *, offering: bool) -> None:
        self.refusal = self.asked = ""
        self.note = Span("")
        self._answers.follow(self.editor.lines)
        found: Sequence[Completion] = ()
        if offering:
            line = self.editor.text[self.editor.line_start : self.editor.line_end]
            found = offers(bilat(self), line, self.editor.column, self.context, MOST)
        self.offers.show(found)
        self.changed(self.editor.text)
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted lines are typed lines."""
        event.stop()
        event.prevent_default()
        self.type_in(event.text.rstrip("\r\n"))

    @property
    def cursor_on_screen(self) -> Offset:
        """Where the letter under the cursor is, for what the terminal itself puts there."""
        x = 2 + self._typed.column
        return self.content_region.offset + Offset(x, 1 + self._typed.row - self._top)
