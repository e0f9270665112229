"""The agenda's lines of a month: made once, and for the months around it before anybody asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from db.rows.calendar import CalendarMonth
from tui.calendar.agenda import Block, blocks, period
from tui.calendar.days import months_on
from tui.calendar.reading import Asked, Found, month_found
from tui.veil import veil

if TYPE_CHECKING:
    from tui.bridge import Bridge


class Laid(NamedTuple):
    """For which days, on which day and in which width lines are made; and whether some must not be seen."""

    days: tuple[date, date]
    today: date
    width: int
    veiled: bool


def month_laid_out(app: Bridge, asked: Asked, laid: Laid) -> list[Block]:
    """The lines of a month; raises as `month_found`."""
    found = app.at_hand.answer(partial(month_found, app, asked))
    return _made(found.facts, asked, laid)


def _made(facts: CalendarMonth, asked: Asked, laid: Laid) -> list[Block]:
    return blocks(facts, asked.shown, laid.days, laid.today, laid.width)


class LayingOut:
    """The lines for the day under the cursor, and those for the same day of the months around it."""

    def __init__(self, app: Callable[[], Bridge], day: Callable[[], date]) -> None:
        """Nothing is made yet.

        Args:
            app: has at hand what was made.
            day: that under the cursor.
        """
        self._app = app
        self._day = day
        self._made: list[Block] = []
        self._made_for: object = None
        self._width = 0

    def fit(self, width: int) -> None:
        """Say how wide a line will be."""
        self._width = width

    def lines(self, number: int, asked: Asked, facts: CalendarMonth) -> list[Block]:
        """The lines of the month that is shown.

        Args:
            number: of the answer that the facts are.
            asked: the question.
            facts: the answer.
        """
        laid = self._laid(facts, asked, self._day())
        if self._made_for != (number, laid):
            self._made = self._at_hand(asked, laid) or _made(facts, asked, laid)
            self._made_for = number, laid
        return self._made

    def _laid(self, facts: CalendarMonth, asked: Asked, day: date) -> Laid:
        return Laid(period(facts, asked.shown, day), self._app().today(), self._width, veil.down)

    def _at_hand(self, asked: Asked, laid: Laid) -> list[Block] | None:
        if asked.kept is not None:
            return None
        app = self._app()
        held = app.at_hand.look_up(partial(month_laid_out, app, asked, laid))
        return None if held is None else held.answer

    def make_ready(self, asked: Asked, found: Found) -> None:
        """Have the lines of a month at hand; in whatever thread.

        Raises:
            BilatError: the store cannot be read, or nobody waits for it any more.
        """
        near = (months_on(self._day(), by) for by in (0, 1, -1))
        day = next((day for day in near if day.replace(day=1) == asked.shown.month), None)
        if not self._width or asked.kept is not None or day is None:
            return
        app, laid = self._app(), self._laid(found.facts, asked, day)
        app.at_hand.answer(partial(month_laid_out, app, asked, laid))
