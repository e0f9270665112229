"""The sheet that a form is drawn on: its rows scroll, the words on the field with the cursor stay below."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.strip import Strip

from db.forms.fields import RANKED
from tui.entry.pieces import Row, draw
from tui.forms.drawing import HELP_ROWS, Drawing, drawing, help_rows, label_pieces
from tui.forms.form import Form
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import cells
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line
from tui.widgets.painting import paint

_MARGIN = 2
_FRAME = 2
_BELOW = HELP_ROWS + 1  # with the rule above them
_AROUND = 7  # columns of the lower line that are no words
_GIVE_WAY = ("Tab", "Enter", "F6 F7", "F8")  # keys that are left unsaid first where there is no room


class FormSheet(Drawn, can_focus=True):
    """A form in its frame.

    Attributes:
        form: what is edited.
        heading: what stands in the upper line.
        note: a few words in the lower line at the left.
        pasted: called with pasted text.
        pointed: called with the number of a field that was clicked.
    """

    DEFAULT_CSS = "FormSheet { width: 100%; max-width: 112; height: 100%; background: $background; }"

    def __init__(
        self,
        form: Form,
        heading: Title,
        *,
        pasted: Callable[[str], None],
        pointed: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.form = form
        self.heading = heading
        self.note = Span("")
        self.pasted = pasted
        self.pointed = pointed
        self._drawing = Drawing([], [], 0, 0)
        self._help: list[Row] = []
        self._top = 0

    @property
    def wanted_height(self) -> int:
        """Rows that would show the whole form."""
        return len(drawing(self.form, self._inner).rows) + _BELOW + _FRAME

    @property
    def _inner(self) -> int:
        return max(20, self.size.width - 2 - _MARGIN)

    @property
    def _body(self) -> int:
        return max(1, self.size.height - _FRAME - _BELOW)

    def prepare(self) -> None:
        """Lay out again, and keep the field with the cursor in view."""
        self._drawing = drawing(self.form, self._inner)
        self._help = help_rows(self.form, self._inner)
        of, height = self._drawing.of, self._body
        mine = [number for number, box in enumerate(of) if box == self.form.at]
        first, last = mine[0], mine[-1]
        if last - first >= height:
            first = last = self._drawing.row
        top = min(self._top, first, max(0, len(of) - height))
        self._top = max(top, last - height + 1, 0)

    def look(self) -> object:
        """Everything may have changed with a key."""
        return object()

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame, of the form, or below it."""
        height = self.size.height
        if y == 0:
            return Strip(top_line(self._heading(), width, tones, focused=True), width)
        if y == height - 1:
            note = (self.note,) if self.note.text else ()
            return Strip(bottom_line(note, self._keys(), width, tones, focused=True), width)
        if y == height - 1 - _BELOW:
            rule = [Span(glyphs.horizontal * (width - 4), "faint")]
            return framed(paint(rule, width - 4, tones), width, tones)
        if y > height - 1 - _BELOW:
            number = y - (height - _BELOW)
            row = self._help[number] if number < len(self._help) else ()
        else:
            number = y - 1 + self._top
            row = self._drawing.rows[number] if number < len(self._drawing.rows) else ()
            if number == self._top and self._begins_above(number):
                row = (*label_pieces(self.form.box, here=True), *row[1:])
        return framed(draw(row, width - 4, tones), width, tones)

    def _begins_above(self, row: int) -> bool:
        """Whether a row is of the field with the cursor, whose label has scrolled away."""
        of = self._drawing.of
        return row > 0 and row < len(of) and of[row] == of[row - 1] == self.form.at

    def _heading(self) -> Title:
        rows, body = len(self._drawing.rows), self._body
        right = list(self.heading.right)
        if rows > body:
            more = rows - body - self._top
            said = [
                f"{glyphs.up} {self._top}" if self._top else "",
                f"{glyphs.down} {more}" if more > 0 else "",
            ]
            right.append(Span(" ".join(filter(None, said)), "dim"))
        return self.heading._replace(right=tuple(right))

    def _keys(self) -> tuple[Span, ...]:
        keys = [("Ctrl+S", "saves"), *self._list_keys()]
        if self.form.box.chooses:
            keys.append((f"{glyphs.left} {glyphs.to}" if not glyphs.ascii else "< >", "choose"))
        if self.form.box.ghost:
            keys.append((glyphs.to if not glyphs.ascii else "Right", "takes it"))
        keys += [("Tab", "next"), ("Esc", "keeps it" if self.form.touched else "closes")]
        room = self.size.width - _AROUND - (cells(self.note.text) + 2 if self.note.text else 0)
        for less in _GIVE_WAY:
            if sum(cells(f"{key} {says}") + 3 for key, says in keys) <= room + 3:
                break
            keys = [one for one in keys if one[0] != less]
        return key_spans(keys)

    def _list_keys(self) -> list[tuple[str, str]]:
        """The keys that work on a line of a list, those that mean something in this one."""
        box = self.form.box
        if not box.field.lists:
            return []
        keys = [("Enter", "new line")]
        if box.field.takes in RANKED and box.text.strip():
            keys += [("F6 F7", "moves"), ("F8", "head")]
        if box.field.takes == "delegation" and not box.text.strip():
            keys.append(("F9", "as last time"))
        return keys

    # --- pasting and pointing ---

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are typed words."""
        event.stop()
        event.prevent_default()
        self.pasted(event.text.rstrip("\r\n"))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor into a field."""
        row = event.y - 1 + self._top
        if 1 <= event.y <= self._body and row < len(self._drawing.of):
            self.pointed(self._drawing.of[row])
