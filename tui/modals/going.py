"""Which day the calendar is to show."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from db.dates import PartialDate, show_date, show_distance
from tui.calendar.days import read_day
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.base import bilat
from tui.modals.line import LineModal
from tui.widgets.frame import Title

ASKS = "A day, a month or a year: fri, 3 dec, +2w, jan 2027. Of a month its first day."


class GoingModal(LineModal[date]):
    """Answers with the day."""

    def __init__(self, shown: date) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        """The line."""
        self.sheet = AnswerSheet(Title(name="Go to"), ASKS, hears=self._hear, enter="goes")
        yield self.sheet

    def _day(self, text: str) -> date:
        app = bilat(self)
        return read_day(text, app.today(), self._shown, day_first=app.settings.day_first)

    def _hear(self, text: str) -> Heard:
        day = PartialDate.day(self._day(text))
        distance = show_distance(day, today=bilat(self).today())
        return Heard(", ".join(filter(None, (show_date(day), distance))))

    def answer(self, text: str) -> None:
        """That day."""
        self.dismiss(self._day(text))
