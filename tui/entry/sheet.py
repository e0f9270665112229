"""The entry sheet: what is typed, and under it, with every letter, what it means and what Enter would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from db.entry import Completion, Context, Reading
from db.rows import Key
from tui.entry import told
from tui.entry.edges import keys_of, title_of
from tui.entry.editor import Editor
from tui.entry.offers import MOST, Offers
from tui.entry.pieces import Row, draw
from tui.entry.reading import Understood, offers, understand
from tui.entry.saving import called
from tui.entry.typed import Typed, ghost_of, typed
from tui.glyphs import glyphs
from tui.lines import Span
from tui.modals.base import bilat
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import bottom_line, top_line
from tui.widgets.painting import paint

_AT_ONCE = 16  # lines that are read with every letter; more wait until the fingers rest
_REST = 0.2  # seconds
_MARGIN = 2  # a blank at both sides, inside the frame


class EntrySheet(Drawn, can_focus=True):
    """One line or several, and what they mean.

    Attributes:
        editor: what is typed.
        context: what surrounds it.
        changed: called with the text after every change.
        wanted_height: called with the number of rows that would show everything.
        note: a few words in the bottom line at the left.
        refusal: why the store did not take the lines.
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
        self.offers = Offers()
        self._understood = Understood()
        self._read_for: tuple[str, int] | None = None
        self._typed = Typed([], 0, 0)
        self._under: list[Row] = []
        self._laid_for: object = None
        self._top = 0

    # --- what it means ---

    def understood(self) -> Understood:
        """The lines as they stand now; read when they were not yet."""
        wanted = (self.editor.text, self.editor.line)
        if self._read_for != wanted:
            self._read_for = wanted
            self._understood = understand(bilat(self), *wanted, self.context)
            self._laid_for = None
        return self._understood

    @property
    def similar(self) -> Key | None:
        """The visit most like the one in the cursor's line."""
        found = self.understood().similar
        return found[0].key if found else None

    def prepare(self) -> None:
        """Read and lay out what changed; many keys in one frame are read once."""
        if self.editor.text.count("\n") < _AT_ONCE or self._read_for is None:
            self.understood()
        elif self._read_for != (self.editor.text, self.editor.line):
            text = self.editor.text
            self.set_timer(_REST, lambda: self._rested(text))
        look = (self.editor.text, self.editor.at, self.size, self.refusal, self._offered(), self._read_for)
        if look != self._laid_for:
            self._laid_for = look
            self._lay_out()

    def _rested(self, text: str) -> None:
        if self.editor.text == text and self._read_for != (text, self.editor.line):
            self.understood()
            self.refresh()

    def _offered(self) -> object:
        return (tuple(self.offers.found), self.offers.chosen)

    def _lay_out(self) -> None:
        width = self.inner_width
        lines = self.editor.lines
        batch = len(lines) > 1
        readings = self._readings(lines)
        all_told = 2 * len(lines) <= self.app.size.height
        whole = self._typed = typed(self.editor, readings, width, ghost=self._ghost(), told=all_told)
        if batch and len(whole.rows) > self.inner_height:
            self._typed = typed(self.editor, readings, width, ghost=self._ghost(), told=False)
        if not self.editor.text.strip():
            self._under = told.hints(self.context, width)
        else:
            refusal = self.refusal or self._understood.failure
            found, here = self._understood, self._understood.of(self.editor.line)
            tell = told.told_in_batch if batch else told.told
            self._under = tell(here, found.similar, width, refusal=refusal, saves=self._saves())
        self._keep_in_view()
        self.app.cursor_position = self.cursor_on_screen
        offered = self._typed.row + 1 + min(MOST, len(self.offers.found))
        rows = max(len(whole.rows) + len(self._under), offered)
        self.call_later(self.wanted_height, rows + 2)

    def _readings(self, lines: list[str]) -> dict[int, Reading]:
        """By the number of the line; what was read of other words than now stand there marks no letters."""
        before = self._read_for[0].split("\n") if self._read_for else []
        if len(before) != len(lines):
            return {}
        return {
            one.line: one if before[one.line] == lines[one.line] else one._replace(tokens=(), problems=())
            for one in self._understood.readings
        }

    def _saves(self) -> str:
        """What Enter makes of the lines, in words; "" while it makes nothing."""
        readings = self._understood.readings
        if not readings or self._understood.wrong is not None:
            return ""
        return called(readings, with_new=True)

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
            return Strip(bottom_line(note, keys_of(self.offers), width, tones, focused=True), width)
        row = y - 1 + self._top
        rows = self._typed.rows
        content: Row = ()
        if row < len(rows):
            content = rows[row]
        elif row - len(rows) < len(self._under):
            content = self._under[row - len(rows)]
        edge = paint([Span(glyphs.vertical, "accent")], 1, tones)
        blank = paint([], 1, tones)
        strip = Strip([*edge, *blank, *draw(content, width - 4, tones), *blank, *edge], width)
        return self._with_offer(row - self._typed.row - 1, strip, width, tones)

    def _with_offer(self, number: int, strip: Strip, width: int, tones: Tones) -> Strip:
        """The row with a completion over it."""
        if not 0 <= number < len(self.offers.found):
            return strip
        size = self.offers.width(width - 4)
        behind = self.editor.column - self.offers.found[0].start
        left = min(self._typed.column - behind, width - 2 - size)
        left = left if left > told.LABEL else 2  # half a label beside it would be read as part of it
        offer = Strip(self.offers.draw(number, size, tones), size)
        return Strip.join([strip.crop(0, left), offer, strip.crop(left + size, width)])

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
        self._edited(offering=False)

    def accept(self) -> bool:
        """Put the chosen completion, else the first, at the cursor; False when there is none."""
        one = self.offers.first
        if one is None:
            return False
        start = self.editor.line_start
        self.editor.replace(start + one.start, start + one.end, one.text)
        self._edited(offering=False)
        return True

    def choose(self, step: int) -> bool:
        """Move in the completions; False when there are none."""
        if not self.offers.found:
            return False
        self.offers.move(step)
        self.refresh()
        return True

    def to_problem(self) -> str:
        """Put the cursor on the first problem; returns its sentence, "" when there is none."""
        wrong = self.understood().wrong
        if wrong is None:
            return ""
        self.editor.go_to(wrong.line, wrong.problems[0].start)
        self.offers.show(())
        self.refresh()
        return wrong.problems[0].problem

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the bottom line, until the next change."""
        self.note = Span(sentence, "error" if wrong else "accent")
        self.refresh()

    def _edited(self, *, offering: bool) -> None:
        self.refusal = ""
        self.note = Span("")
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
