"""The entry sheet: what is typed, and under it, with every letter, what it means and what Enter would do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.geometry import Offset
from textual.strip import Strip

from db.entry import Context
from tui.entry import likes, told
from tui.entry.edges import keys_of, title_of
from tui.entry.helping import help_rows
from tui.entry.offers import MOST
from tui.entry.pieces import Row, draw
from tui.entry.reading import Alike
from tui.entry.saving import called
from tui.entry.sheet_lines import EntryLines
from tui.entry.typed import Typed, ghost_of, typed
from tui.plain import cells
from tui.tones import Tones
from tui.widgets.frame import bottom_line, framed, top_line

_AT_ONCE = 16  # lines that are read with every letter; more wait until the fingers rest
_REST = 0.2  # seconds
_MARGIN = 2  # a blank at both sides, inside the frame


class EntrySheet(EntryLines):
    """The lines and their meaning in a frame, as high as both.

    Attributes:
        wanted_height: called with the number of rows that would show everything.
    """

    DEFAULT_CSS = "EntrySheet { width: 100%; height: 11; background: $background; }"

    def __init__(
        self, context: Context, changed: Callable[[str], None], wanted: Callable[[int], None]
    ) -> None:
        super().__init__(context, changed)
        self.wanted_height = wanted
        self._typed = Typed([], 0, 0)
        self._under: list[Row] = []
        self._laid_for: object = None
        self._top = 0

    # --- laying out ---

    def prepare(self) -> None:
        """Read and lay out what changed; many keys in one frame are read once."""
        if self.editor.text.count("\n") < _AT_ONCE or self._read_for is None:
            self.understood()
        elif self._read_for != self._wanted:
            text = self.editor.text
            self.set_timer(_REST, lambda: self._rested(text))
        said = (self.refusal, self._understood.failure, self.asked, self.helping)
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

    @property
    def cursor_on_screen(self) -> Offset:
        """Where the letter under the cursor is, for what the terminal itself puts there."""
        x = 2 + self._typed.column
        return self.content_region.offset + Offset(x, 1 + self._typed.row - self._top)
