"""How a text comes to the desk: pasted, from the clipboard, by the path of a file, or as it was left."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from db.errors import BadInput, BilatError
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.base import bilat
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.modals.line import LineModal
from tui.reading_desk import clipboard
from tui.reading_desk.given import Given, Keeper
from tui.reading_desk.paths import go_on
from tui.reading_desk.screen import DeskScreen
from tui.veil import HIDDEN, veil
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from tui.app import Bilat

_SENTENCE = 60  # characters from which one pasted line is a text, if it is no file


def ask(app: Bilat) -> None:
    """Ask for a text, and open the desk with it."""
    if isinstance(app.screen, DeskScreen):
        app.say(keyed("A text is on the desk already; {reading.back} keeps it and goes back."))
        return
    keeper = Keeper(app)

    def answered(given: Given | None) -> None:
        if given is not None:
            app.push_screen(DeskScreen(given, keeper))

    app.push_screen(ReadModal(keeper.find()), answered)


def show(app: Bilat, given: Given) -> None:
    """Open the desk with a text; a draft that was left gives way only when the officer says so."""
    keeper = Keeper(app)
    kept = keeper.find()
    if kept is None or kept.text == given.text:
        app.push_screen(DeskScreen(kept or given, keeper))
        return

    def answered(answer: str | None) -> None:
        if answer is not None:
            app.push_screen(DeskScreen(kept if answer == "kept" else given, keeper))

    choices = [
        answering("new", "read the new text, and let go of that draft", kind="n"),
        answering("kept", "go on with the draft, the new text waits", kind="d"),
    ]
    app.push_screen(LetterMenu(f"A draft of {_when(app, kept)} is not saved", choices), answered)


def ask_about_known(app: Bilat, answered: Callable[[str | None], None]) -> None:
    """Ask what to do with a text that is in the store."""
    choices = [
        answering("open", "open what it gave", kind="o"),
        answering("again", "read it once more", kind="r"),
    ]
    app.push_screen(LetterMenu("This text is in the store already", choices), answered)


def _when(app: Bilat, kept: Given) -> str:
    if kept.at is None:
        return "before"
    local = kept.at.astimezone()
    today = local.date() == app.store.clock().astimezone().date()
    return f"{local:%H:%M}" if today else f"{local.day} {local:%b %H:%M}"


class TextSheet(AnswerSheet):
    """A line for a path; what is pasted into it and is no path is the text itself."""

    pasted: Callable[[str], bool] | None = None

    def type_in(self, text: str) -> None:
        """Words for the line, or the whole text."""
        if self.pasted is None or not self.pasted(text):
            super().type_in(text)


class ReadModal(LineModal[Given]):
    """Answers with a text."""

    def __init__(self, kept: Given | None) -> None:
        super().__init__()
        self._kept = kept

    def compose(self) -> ComposeResult:
        """The sheet."""
        asks = "Paste the text, or type the path of a file: txt, md, html, eml, docx, pdf. F3 takes the clipboard."
        if self._kept is not None:
            words = " ".join(self._kept.text.split())
            begins = HIDDEN.text if veil.tells(words) else f"{words[:40]}{glyphs.ellipsis}"
            when = _when(bilat(self), self._kept)
            asks += f"\n\nEnter goes on with the draft of {when}: {begins}"
        title = Title(name="Read a text")
        self.sheet = TextSheet(title, asks, hears=self._hears, goes_on=go_on, enter="reads")
        self.sheet.pasted = self._pasted
        yield self.sheet

    def press(self, event: events.Key) -> None:
        """F3 takes the clipboard."""
        if event.key == "f3":
            self._fetch(lambda: Given(_clean(clipboard.read())))
        else:
            super().press(event)

    def _hears(self, text: str) -> Heard:
        if not text.strip():
            if self._kept is None:
                raise BadInput("Paste a text or type the path of a file.")
            return Heard("", enter="goes on")
        path = _path(text)
        if path.is_file():
            return Heard(f"{path.name}, {_size(path)}")
        if path.is_dir():
            raise BadInput(f"{path} is a folder.")
        if _is_text(text):
            return Heard(f"{len(text.split())} words, read as a text")
        raise BadInput(f"There is no file {path}.")

    def _pasted(self, text: str) -> bool:
        """Read a pasted text at once; False when it is a path, or typed."""
        if "\n" not in text.strip() and (not _is_text(text) or self.sheet.editor.text):
            return False
        self.dismiss(Given(_clean(text)))
        return True

    def answer(self, text: str) -> None:
        """Read the file, or go on with the draft."""
        if not text.strip() and self._kept is not None:
            self.dismiss(self._kept)
            return
        path = _path(text)
        if not path.is_file():
            self.dismiss(Given(_clean(text)))
            return

        def read() -> Given:
            from db.reading.files import read_file  # noqa: PLC0415 - readers of six formats

            return Given(*read_file(path))

        self._fetch(read)

    def _fetch(self, do: Callable[[], Given]) -> None:
        """Get a text beside the screen, which says so meanwhile."""
        self.busy = True
        self.sheet.say(f"Reading {glyphs.ellipsis}")
        self.run_worker(self._fetched(do))

    async def _fetched(self, do: Callable[[], Given]) -> None:
        try:
            given = await asyncio.to_thread(do)
        except BilatError as error:
            self.busy = False
            self.sheet.refuse(str(error), "Not read.")
            return
        self.dismiss(given)


def _clean(text: str) -> str:
    from db.reading.files import clean  # noqa: PLC0415

    return clean(text)


def _is_text(text: str) -> bool:
    return len(text) >= _SENTENCE and " " in text.strip() and not _path(text).exists()


def _path(text: str) -> Path:
    words = text.strip().strip("'\"")
    try:
        return Path(os.path.expanduser(words))  # noqa: PTH111 - "~nobody" stays as it is
    except (ValueError, RuntimeError):
        return Path(words)


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size:,} bytes" if size < 10_000 else f"{size // 1_000:,} KB"  # noqa: PLR2004
