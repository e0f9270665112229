"""Somebody else has saved the same fields meanwhile: theirs and mine, side by side, one key for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from tui.entry.pieces import Piece, Row, draw
from tui.forms.labels import LABEL
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.modals.typed import TypedModal
from tui.plain import clip, plain, plain_lines
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line

_SIDE = 9  # columns for "theirs"
_MOST = 4  # rows of one text


class Differing(NamedTuple):
    """A field that both have changed."""

    name: str
    label: str
    opened: str
    theirs: str
    mine: str


class StaleModal(TypedModal[dict[str, str]]):
    """Answers with the text to keep, by field; None leaves everything as it is."""

    def __init__(self, title: str, fields: Sequence[Differing]) -> None:
        super().__init__()
        self._title = title
        self._fields = fields

    def compose(self) -> ComposeResult:
        """The sheet."""
        self._sheet = StaleSheet(self._title, self._fields)
        yield self._sheet

    def on_mount(self) -> None:
        """Take the keys."""
        self._sheet.focus()

    def press(self, event: events.Key) -> None:
        """Choose field by field."""
        sheet = self._sheet
        match event.key:
            case "t" | "left":
                sheet.choose("theirs")
            case "m" | "right":
                sheet.choose("mine")
            case "down" | "tab" | "j":
                sheet.move(1)
            case "up" | "shift+tab" | "k":
                sheet.move(-1)
            case "enter" | "ctrl+s":
                self._done()
            case "escape":
                self.dismiss(None)

    def _done(self) -> None:
        sheet = self._sheet
        undecided = [number for number, one in enumerate(self._fields) if one.name not in sheet.chosen]
        if undecided:
            sheet.at = undecided[0]
            sheet.say(f"Choose for {self._fields[undecided[0]].label}: t theirs, m mine")
            return
        self.dismiss({one.name: getattr(one, sheet.chosen[one.name]) for one in self._fields})


class StaleSheet(Drawn, can_focus=True):
    """The fields, each with both texts.

    Attributes:
        at: the number of the field with the cursor.
        chosen: by field, "theirs" or "mine".
    """

    DEFAULT_CSS = (
        "StaleSheet { width: 84; max-width: 100%; height: 16; max-height: 100%; background: $background; }"
    )

    def __init__(self, title: str, fields: Sequence[Differing]) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._note = ""
        self.at = 0
        self.chosen: dict[str, str] = {}
        self._rows: list[Row] = []
        self._top = 0

    def choose(self, side: str) -> None:
        """Keep one of the two texts, and go on to the next field."""
        self.chosen[self._fields[self.at].name] = side
        self._note = ""
        self.at = min(self.at + 1, len(self._fields) - 1)
        self.refresh()

    def move(self, step: int) -> None:
        """Go to another field."""
        self.at = max(0, min(self.at + step, len(self._fields) - 1))
        self.refresh()

    def say(self, sentence: str) -> None:
        """Say something in the lower line."""
        self._note = sentence
        self.refresh()

    def look(self) -> object:
        """Everything may have changed with a key."""
        return object()

    def prepare(self) -> None:
        """Lay out, with the field with the cursor in view."""
        width = self.size.width - 4
        self._rows, starts = _rows(self._fields, self.chosen, self.at, width)
        height = self.size.height - 2
        end = starts[self.at + 1] if self.at + 1 < len(starts) else len(self._rows)
        self._top = max(0, min(self._top, starts[self.at]), end - height)

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame or in it."""
        if y == 0:
            title = Title(name="Changed meanwhile", scope=self._title)
            return Strip(top_line(title, width, tones, focused=True), width)
        if y == self.size.height - 1:
            note = (Span(self._note, "warn"),) if self._note else ()
            return Strip(bottom_line(note, _KEYS, width, tones, focused=True), width)
        number = y - 1 + self._top
        row = self._rows[number] if number < len(self._rows) else ()
        return framed(draw(row, width - 4, tones), width, tones)


_KEYS = key_spans((("t", "theirs"), ("m", "mine"), ("Enter", "saves"), ("Esc", "back")))


def _rows(
    fields: Sequence[Differing], chosen: Mapping[str, str], at: int, width: int
) -> tuple[list[Row], list[int]]:
    told = (
        "These fields were saved by other hands since you opened them, or by you elsewhere. Nothing is lost."
    )
    found: list[Row] = [(Piece(clip(told, width), "dim"),)]
    starts: list[int] = []
    for number, one in enumerate(fields):
        starts.append(len(found) if number else 0)
        found.append(())
        here = number == at
        for side in ("opened", "theirs", "mine"):
            kept = chosen.get(one.name)
            bar = f"{glyphs.bar} " if here and side == "opened" else "  "
            name = one.label if side == "opened" else ""
            mark = glyphs.full if kept == side else glyphs.hollow if side != "opened" else " "
            tone: Tone = "dim" if side == "opened" or (kept and kept != side) else "strong"
            text = getattr(one, side)
            lines = plain_lines(text, max(8, width - LABEL - _SIDE - 2)) if text else ["nothing"]
            for count, line in enumerate(lines[:_MOST]):
                head = [
                    Piece(bar if count == 0 else "  ", "accent"),
                    Piece(f"{plain(name) if count == 0 else '':<{LABEL - 2}}", "strong" if here else "dim"),
                    Piece(f"{mark if count == 0 else ' '} ", "accent" if kept == side else "faint"),
                    Piece(f"{_SAID[side] if count == 0 else '':<{_SIDE}}", "dim"),
                ]
                found.append((*head, Piece(line, tone)))
    return found, starts


_SAID = {"opened": "was", "theirs": "theirs", "mine": "mine"}
