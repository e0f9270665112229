"""Who held a post on a date: asked in a line, answered while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from db.dates import read_date
from db.queries.held_on import held_on
from db.rows import Key
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.base import bilat
from tui.modals.line import LineModal
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows.holding import HeldRow

ASKS = "A day, a month or a year: 15 mar 2024, June 2022, 2019"


class HeldModal(LineModal[Key]):
    """Answers with nothing, or with the official whom Enter opens."""

    def __init__(self, post: Key, title: str) -> None:
        super().__init__()
        self._post = post
        self._title = title

    def compose(self) -> ComposeResult:
        """The line."""
        title = Title(name="Who held this on", scope=self._title)
        self.sheet = AnswerSheet(title, ASKS, hears=self._hear)
        yield self.sheet

    def _held(self, text: str) -> HeldRow:
        app = bilat(self)

        def ask(reader: Reader) -> HeldRow:
            when = read_date(text, today=app.today(), day_first=app.settings.day_first)
            return held_on(reader, int(self._post.id), when, app.today())

        return app.read(ask)

    def _hear(self, text: str) -> Heard:
        held = self._held(text)
        opens = "opens the official" if len(held.officials) == 1 else ""
        return Heard(held.sentence, tone="strong" if held.certain else "plain", enter=opens)

    def answer(self, text: str) -> None:
        """Open who held it, where that is one person."""
        officials = self._held(text).officials
        if len(officials) == 1:
            self.dismiss(officials[0])
        else:
            self.sheet.say("There is not one official to open.")
