"""The passphrase of an encrypted store, asked before anything of it is read; for a new store it is typed twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db.errors import BilatError, WrongPassphrase
from db.unlocking import Key, key_of, must_keep_out, new_key
from tui.config import Settings
from tui.crashes import told
from tui.endings import run_in_order
from tui.glyphs import glyphs
from tui.lines import Line, Span, Tone
from tui.passphrase import TRIES, tries
from tui.plain import plain_lines
from tui.screens.first_app import FirstApp
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView

_LONGEST = 1_024  # characters
_NEW = "At least 8 characters; four words are a good one. Without it nobody can open the store, and nobody can help."


class Hidden(LineView):
    """A line of which only the length is seen."""

    def __init__(self, about: str, asks: str, does: str) -> None:
        super().__init__(title=Title(name="Passphrase"))
        self.note = (Span(f"Enter {does}   Ctrl+U clears   Esc leaves", "dim"),)
        self._about = about
        self.asks = asks
        self.typed: list[str] = []
        self._said: tuple[str, Tone] = ("", "plain")

    def say(self, sentence: str, tone: Tone = "plain") -> None:
        """Answer under the line."""
        self._said = (sentence, tone)
        self.draw_anew()

    def take(self, text: str) -> None:
        """Take in what was typed or pasted."""
        self.typed += text.partition("\n")[0].rstrip("\r")[: _LONGEST - len(self.typed)]
        self.say("")

    def drop(self, letters: int | None = None) -> None:
        """Let go of the last letters, or of all."""
        del self.typed[-letters if letters else 0 :]
        self.say("")

    def taken(self) -> str:
        """What was typed, which is not here any more."""
        text = "".join(self.typed)
        self.typed.clear()
        return text

    def draw_anew(self) -> None:
        """Show how much is typed."""
        self.show_later(self._drawn_at)

    def _drawn_at(self, width: int) -> list[Line]:
        dots = glyphs.bullet * min(len(self.typed), width - 1)
        sentence, tone = self._said
        return [
            *(Line((Span(line, "dim"),)) for line in plain_lines(self._about, width)),
            Line(),
            Line((Span(self.asks),)),
            Line((Span(dots, "strong"), Span(glyphs.cursor, "accent"))),
            Line(),
            *(Line((Span(line, tone),)) for line in plain_lines(sentence, width)),
        ]


class PassphraseApp(FirstApp[Key]):
    """Answers with the key of a store; with nothing where the officer leaves.

    Attributes:
        wrong: why no key came of it, "" while one may.
    """

    DEFAULT_CSS = """
    PassphraseApp Screen { align: center middle; background: $background; }
    Hidden { width: 64; max-width: 100%; height: 11; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q", "leave", "leave", show=False)]

    def __init__(self, path: Path, settings: Settings, *, new: bool = False) -> None:
        super().__init__(settings)
        self._path = path
        self._new = new
        self._first: str | None = None  # of two times that a new one is typed
        self._left = TRIES
        self._busy = False
        self.wrong = ""

    def compose(self) -> ComposeResult:
        """The one line."""
        name = self._path.name
        if self._new:
            self._line = Hidden(_NEW, f"A passphrase for {name}:", "goes on")
        else:
            self._line = Hidden(f"{self._path} is encrypted.", "Its passphrase:", "opens it")
        yield self._line

    def on_mount(self) -> None:
        """The line has the keys."""
        self._line.draw_anew()
        self._line.focus()

    def on_key(self, event: events.Key) -> None:
        """Letters are the passphrase's, whatever they do elsewhere; while it is tried, none is taken."""
        if event.key in {"escape", "ctrl+q"}:
            return
        event.stop()
        event.prevent_default()
        if self._busy:
            return
        if event.key == "enter":
            self._enter()
        elif event.key == "backspace":
            self._line.drop(1)
        elif event.key == "ctrl+u":
            self._line.drop()
        elif event.is_printable and event.character:
            self._line.take(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """A password manager's hand."""
        event.stop()
        if not self._busy:
            self._line.take(event.text)

    def _enter(self) -> None:
        if not self._line.typed:
            self._line.say("Nothing is typed yet; Esc leaves.")
            return
        text = self._line.taken()
        if self._new and self._first is None:
            self._once(text)
            return
        self._busy = True
        self._line.say("Making the key" if self._new else "Opening")
        self.run_worker(self._try(text))

    def _once(self, text: str) -> None:
        try:
            must_keep_out(text)
        except WrongPassphrase as error:
            self._line.say(str(error), "warn")
            return
        self._first = text
        self._line.asks = "The same again:"
        self._line.say("")

    async def _try(self, text: str) -> None:
        first, self._first = self._first, None
        try:
            if self._new:
                if text != first:
                    raise WrongPassphrase("The two differ.")  # noqa: TRY301 - told like one that is too short
                key = await asyncio.to_thread(new_key, text)
            else:
                key = await asyncio.to_thread(key_of, self._path, text)
        except WrongPassphrase as error:
            self._again(str(error))
        except BilatError as error:
            self._give_up(str(error))
        else:
            self.exit(key)

    def _again(self, sentence: str) -> None:
        self._busy = False
        if self._new:
            self._line.asks = "A passphrase, anew:"
            self._line.say(sentence, "warn")
            return
        self._left -= 1
        if self._left:
            self._line.say(f"{sentence} {tries(self._left)}", "warn")
        else:
            self._give_up(f"{sentence} It was not opened.")

    def _give_up(self, sentence: str) -> None:
        self.wrong = sentence
        self.exit()

    def action_leave(self) -> None:
        """Leave; nothing was opened or made."""
        self.exit()

    def _fatal_error(self) -> None:
        """A mistake of the program's own must not show what was typed."""
        self.panic(Text(told(self._exception or RuntimeError(), datetime.now(UTC))))


def ask(path: Path, settings: Settings, *, new: bool = False) -> Key | None:
    """Ask for a store's passphrase, or for one for a store that is to be made; None when the officer leaves.

    Raises:
        WrongPassphrase: it was wrong three times.
    """
    app = PassphraseApp(path, settings, new=new)
    key = run_in_order(app)
    if app.wrong:
        raise WrongPassphrase(app.wrong)
    return key
