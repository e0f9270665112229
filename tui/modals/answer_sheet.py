"""The sheet of a question: one line that is typed, and under it, with every letter, how it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from db.entry import Reading, Token
from db.errors import BadInput, BilatError
from tui.entry.editor import Editor
from tui.entry.pieces import Piece, Row, draw
from tui.entry.typed import GUTTER, Typed, typed
from tui.lines import Span, Tone
from tui.plain import plain, plain_lines
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line

_FRAME, _MARGIN = 2, 2
_LEAST = 6  # rows, so that the sheet does not grow with the first letters


class Heard(NamedTuple):
    """How an answer is read.

    Attributes:
        says: what it means, in a few words.
        tokens: the stretches that were understood.
        tone: of what it means.
        enter: what Enter does with it where that depends on it, "" for nothing.
    """

    says: str
    tokens: tuple[Token, ...] = ()
    tone: Tone = "plain"
    enter: str | None = None


class AnswerSheet(Drawn, can_focus=True):
    """One line and what it means.

    Attributes:
        editor: what is typed.
        note: a few words in the bottom line at the left.
        refusal: why the store did not take it.
        loud: whether what is wrong is marked; not before Enter, since half a word is no mistake.
    """

    DEFAULT_CSS = "AnswerSheet { width: 100%; height: 6; background: $background; }"

    def __init__(
        self,
        title: Title,
        asks: str,
        *,
        hears: Callable[[str], Heard],
        goes_on: Callable[[str], str] | None = None,
        changed: Callable[[str], None] | None = None,
        enter: str = "",
    ) -> None:
        """A line.

        Args:
            title: what it is for.
            asks: what stands under it while it is empty.
            hears: reads it; raises BadInput where it is not understood.
            goes_on: the letters that most likely follow, "" for none.
            changed: called with the text after every change, where somebody keeps it until it is saved.
            enter: what Enter does.
        """
        super().__init__()
        self.editor = Editor()
        self.note = Span("")
        self.refusal = ""
        self.loud = False
        self._title = title
        self._asks = asks
        self._hears = hears
        self._goes_on = goes_on
        self._changed = changed
        self._enter = enter
        self._heard_for: str | None = None
        self._heard = Heard("")
        self._wrong: BadInput | None = None
        self._ghost = ""
        self._typed = Typed([], 0, 0)
        self._under: list[Row] = []

    # --- what it means ---

    @property
    def wrong(self) -> BadInput | None:
        """Why the line as it stands is not understood, None when it is."""
        self._hear()
        return self._wrong

    def _hear(self) -> None:
        if self._heard_for == self.editor.text:
            return
        self._heard_for = self.editor.text
        self._heard, self._wrong = Heard(""), None
        try:
            self._heard = self._hears(self.editor.text)
        except BadInput as error:
            self._wrong = error
        except BilatError as error:
            self._heard = Heard(str(error))

    def prepare(self) -> None:
        """Read what changed; many keys in one frame are read once."""
        self._hear()
        text, wrong = self.editor.text, self._wrong if self.loud else None
        tokens = self._heard.tokens
        if wrong is not None and text.strip():
            tokens = (Token(wrong.start, wrong.end or len(text), "unread", "", str(wrong)),)
        reading = Reading(text, "answer", tokens, problems=tokens if wrong is not None else ())
        width = max(GUTTER + 8, self.size.width - _FRAME - _MARGIN)
        self._typed = typed(self.editor, {0: reading}, width, ghost=self._ghost)
        self._under = self._told(width)
        self.app.cursor_position = self.cursor_on_screen
        rows = len(self._typed.rows) + len(self._under) + _FRAME
        wanted = min(max(_LEAST, rows), self.app.size.height)
        if wanted != self.size.height:
            self.call_later(self._grow, wanted)

    def _grow(self, rows: int) -> None:
        self.styles.height = rows

    def _told(self, width: int) -> list[Row]:
        says, tone = self._heard.says, self._heard.tone
        if self.refusal:
            says, tone = self.refusal, "error"
        elif not self.editor.text.strip():
            says, tone = self._asks, "dim"
        elif self._wrong is not None:
            says, tone = str(self._wrong), "error" if self.loud else "dim"
        indent = Piece(" " * GUTTER)
        return [(indent, Piece(line, tone)) for line in plain_lines(says, max(8, width - GUTTER), 800)]

    # --- drawing ---

    def look(self) -> object:
        """All of it changes with every key."""
        return self.has_focus

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame, of the text, or of what it means."""
        if y == 0:
            return Strip(top_line(self._title, width, tones, focused=True), width)
        if y == self.size.height - 1:
            note = (self.note,) if self.note.text else ()
            return Strip(bottom_line(note, self._keys(), width, tones, focused=True), width)
        rows = [*self._typed.rows, *self._under]
        # Where not all of it fits, the row with the cursor is seen.
        top = max(0, self._typed.row + 2 - (self.size.height - _FRAME))
        content: Row = rows[top + y - 1] if top + y - 1 < len(rows) else ()
        return framed(draw(content, width - 4, tones), width, tones)

    def _keys(self) -> tuple[Span, ...]:
        enter = self._enter if self._heard.enter is None else self._heard.enter
        keys = [("Enter", enter)] if enter else []
        if self._ghost:
            keys.append(("Tab", "completes"))
        keeps = self._changed is not None and self.editor.text.strip()
        return key_spans((*keys, ("Esc", "keeps it" if keeps else "closes")))

    # --- typing ---

    def type_in(self, text: str) -> None:
        """Insert typed or pasted words at the cursor; line ends become spaces."""
        if self.editor.insert(" ".join(text.split("\n"))):
            self._edited()
        else:
            self.say("That is too long for one line; nothing was pasted.", wrong=True)

    def press(self, key: str) -> bool:
        """A key that edits or moves; False when it means nothing here."""
        if key in {"tab", "right"} and self._ghost:
            self.editor.insert(self._ghost)
            self._edited()
            return True
        before = self.editor.text
        if key == "ctrl+j" or not self.editor.press(key):
            return False
        if self.editor.text != before:
            self._edited()
        else:
            self._offer()
            self.refresh()
        return True

    def set_text(self, text: str) -> None:
        """Begin anew with some text."""
        self.editor.set(" ".join(text.split("\n")))
        self._edited()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the bottom line, until the next change."""
        self.note = Span(plain(sentence), "error" if wrong else "accent")
        self.refresh()

    def refuse(self, why: str, sentence: str = "") -> None:
        """Say under the line why it was not taken, until the next change."""
        self.refusal = why
        self.say(sentence, wrong=True)

    def _edited(self) -> None:
        self.refusal = ""
        self.loud = False
        self.note = Span("")
        self._offer()
        if self._changed is not None:
            self._changed(self.editor.text)
        self.refresh()

    def _offer(self) -> None:
        at_end = self.editor.at == len(self.editor.text)
        self._ghost = self._goes_on(self.editor.text) if self._goes_on and at_end else ""

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are typed words."""
        event.stop()
        event.prevent_default()
        self.type_in(event.text.rstrip("\r\n").replace("\r\n", "\n").replace("\r", "\n"))

    @property
    def cursor_on_screen(self) -> Offset:
        """Where the letter under the cursor is, for what the terminal itself puts there."""
        return self.content_region.offset + Offset(2 + self._typed.column, 1 + self._typed.row)
