"""From when on the changes are shown: the usual choices by a letter, or a day that is typed."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from db.dates import PartialDate, show_date, show_distance
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.base import bilat
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.modals.line import LineModal
from tui.since import CHOICES, read_day
from tui.widgets.frame import Title

ASKS = "A day, as fri, 3 nov, -2w, or a month: oct 2026. Its beginning counts."


class SinceMenu(LetterMenu):
    """Answers with one of the usual choices."""

    def __init__(self) -> None:
        super().__init__(
            "Changes since",
            [answering(answer, says, kind=letter) for letter, (answer, says) in CHOICES.items()],
        )


class DayModal(LineModal[date]):
    """Answers with the day."""

    def compose(self) -> ComposeResult:
        """The line."""
        self.sheet = AnswerSheet(Title(name="Changes since"), ASKS, hears=self._hear, enter="shows")
        yield self.sheet

    def _day(self, text: str) -> date:
        app = bilat(self)
        return read_day(text, app.today(), day_first=app.settings.day_first)

    def _hear(self, text: str) -> Heard:
        day = PartialDate.day(self._day(text))
        distance = show_distance(day, today=bilat(self).today())
        return Heard(", ".join(filter(None, (f"since {show_date(day)}", distance))))

    def answer(self, text: str) -> None:
        """That day."""
        self.dismiss(self._day(text))
