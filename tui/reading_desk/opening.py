"""How a text comes to the desk: pasted, from the clipboard, by the path of a file, or as it was left."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
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
from tui.reading_desk.given import Given, Keeper, place_of, waiting
from tui.reading_desk.paths import go_on
from tui.reading_desk.screen import DeskScreen
from tui.veil import HIDDEN, veil
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from tui.app import Bilat

_LONGEST_PATH = 200  # characters of one that is written with spaces
_SHOWN = 400  # characters of a draft's text, of which the first words are shown
_SENTENCE = 4  # words from which one line is a text, if it is no file and is not written like one


def ask(app: Bilat) -> None:
    """Ask for a text, and open the desk with it."""
    if isinstance(app.screen, DeskScreen):
        app.say(keyed("A text is on the desk already; {reading.back} keeps it and goes back."))
        return
    drafts = waiting(app)

    def answered(given: Given | None) -> None:
        if given is not None:
            _open(app, given, drafts)

    app.push_screen(ReadModal(drafts), answered)


def show(app: Bilat, given: Given) -> None:
    """Open the desk with a text; a draft of it that was left goes on, and those of other texts wait."""
    _open(app, given, waiting(app))


def _open(app: Bilat, given: Given, drafts: Sequence[Given]) -> None:
    left = next((one._replace(source=given.source) for one in drafts if one.text == given.text), given)
    app.push_screen(DeskScreen(left, Keeper(app, left.place or place_of(left.text))))


def ask_about_known(app: Bilat, answered: Callable[[str | None], None]) -> None:
    """Ask what to do with a text that is in the store."""
    choices = [
        answering("open", "open what it gave", kind="o"),
        answering("again", "read it once more", kind="r"),
    ]
    app.push_screen(LetterMenu("This text is in the store already", choices), answered)


def _title_of(draft: Given) -> str:
    """What a text is called; many begin with an address or a dateline, by which nobody knows them again."""
    return next((one.value for one in draft.items if one.kind == "field" and one.name == "title"), "")


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

    def ask(self, asks: str) -> None:
        """Say otherwise what stands under the line while it is empty."""
        self._asks = asks
        self.refresh()


class ReadModal(LineModal[Given]):
    """Answers with a text."""

    sheet: TextSheet

    def __init__(self, drafts: Sequence[Given]) -> None:
        super().__init__()
        self._drafts = drafts
        self._at = 0  # of them, the one that Enter goes on with

    def compose(self) -> ComposeResult:
        """The sheet."""
        title = Title(name="Read a text")
        self.sheet = TextSheet(title, self._asks(), hears=self._hears, goes_on=go_on, enter="reads")
        self.sheet.pasted = self._pasted
        yield self.sheet

    def _asks(self) -> str:
        asks = "Paste the text, or type the path of a file: txt, md, html, eml, docx, pdf. F3 takes the clipboard."
        if not self._drafts:
            return asks
        draft, many = self._drafts[self._at], len(self._drafts)
        words = " ".join((_title_of(draft) or draft.text)[:_SHOWN].split())
        begins = HIDDEN.text if veil.tells(words) else f"{words[:40]}{glyphs.ellipsis if words[40:] else ''}"
        asks += f"\n\nEnter goes on with the draft of {_when(bilat(self), draft)}: {begins}"
        if many > 1:
            asks += f"\n{self._at + 1} of {many} drafts; Down shows the next one."
        return asks

    @property
    def coming(self) -> bool:
        """Whether a text is on its way: nothing is lost by leaving meanwhile, so Esc need not wait for it."""
        return self.busy

    def on_key(self, event: events.Key) -> None:
        """Esc leaves while a text is on its way; every other key waits."""
        if self.busy and event.key == "escape":
            event.stop()
            event.prevent_default()
            self.leave()

    def press(self, event: events.Key) -> None:
        """F3 takes the clipboard; Up and Down go through the drafts while nothing is typed."""
        if event.key == "f3":
            self._fetch(_from_clipboard)
        elif event.key in ("up", "down") and self._drafts and not self.sheet.editor.text:
            self._at = (self._at + (1 if event.key == "down" else -1)) % len(self._drafts)
            self.sheet.ask(self._asks())
        else:
            super().press(event)

    def _hears(self, text: str) -> Heard:
        if not text.strip():
            if not self._drafts:
                raise BadInput("Paste a text or type the path of a file.")
            return Heard("", enter="goes on")
        path = _path(text)
        if _is_file(path):
            return Heard(f"{path.name}, {_size(path)}")
        if os.path.isdir(path):  # noqa: PTH112 - a Path raises where the words are too long for one
            raise BadInput(f"{path} is a folder; name one text in it.")
        if _is_there(text):
            raise BadInput(f"{path} is neither a file nor a folder; name a text.")
        if _is_text(text):
            return Heard(f"{len(text.split())} words, read as a text")
        raise BadInput(f"There is no file {text.strip().rstrip('.')}.")

    def _pasted(self, text: str) -> bool:
        """Read a pasted text at once; False when it is a path, or typed."""
        if "\n" not in text.strip() and (not _is_text(text) or self.sheet.editor.text):
            return False
        try:
            self.dismiss(Given(_clean(text)))
        except BadInput as error:
            self.sheet.refuse(str(error), "Not read.")
        return True

    def answer(self, text: str) -> None:
        """Read the file, or go on with the draft."""
        if not text.strip() and self._drafts:
            self.dismiss(self._drafts[self._at])
            return
        path = _path(text)
        if not _is_file(path):
            self.dismiss(Given(_clean(text)))
            return

        def read() -> Given:
            from db.reading.papers.files import read_file  # noqa: PLC0415 - readers of six formats

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


def _from_clipboard() -> Given:
    """What is on the clipboard, in whatever encoding; a page as it was copied is read like one."""
    from db.reading.papers.files import read_file  # noqa: PLC0415 - readers of six formats

    return Given(*read_file(Path("The clipboard"), clipboard.read()))


def _clean(text: str) -> str:
    """A text as it is read.

    Raises:
        BadInput: it is too long for that.
    """
    from db.reading.papers.files import clean, need_no_more_than_is_read  # noqa: PLC0415

    text = clean(text)
    need_no_more_than_is_read(text)
    return text


def _is_text(text: str) -> bool:
    words = text.split()
    like_a_path = words[:1] and words[0].startswith(("/", "~", ".", "'", '"')) and len(text) < _LONGEST_PATH
    return len(words) >= _SENTENCE and not like_a_path and not _is_there(text)


def _is_there(text: str) -> bool:
    """Whether a path leads somewhere; a paragraph, which no path can be, does not."""
    return os.path.exists(_path(text))  # noqa: PTH110 - a Path raises where the words are too long for one


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - as above


def _path(text: str) -> Path:
    words = text.strip().strip("'\"")
    try:
        return Path(os.path.expanduser(words))  # noqa: PTH111 - "~nobody" stays as it is
    except (ValueError, RuntimeError):
        return Path(words)


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size:,} bytes" if size < 10_000 else f"{size // 1_000:,} KB"  # noqa: PLR2004
