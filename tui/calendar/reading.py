"""What a month holds: read at once from a small store, and beside the keys from a large one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from db.errors import BilatError, GivenUp
from db.queries.calendar import Shown, calendar
from db.queries.pieces import size
from db.rows import Moment
from db.rows.calendar import CalendarMonth
from tui.calendar.lanes import Held
from tui.calendar.narrowing import kept_of_month, size_of
from tui.screens.reading_ahead import AT_REST
from tui.screens.seeking import IN_ONE_FRAME

if TYPE_CHECKING:
    from textual.timer import Timer

    from db.filtering import Filter
    from tui.bridge import Bridge

_NOTHING = CalendarMonth((), (), (), (), ())
_NO_DAYS = Held((), date.min, date.min)


class Asked(NamedTuple):
    """Which month, of whom, and which of its records."""

    shown: Shown
    moment: Moment
    everyone: bool
    kept: Filter | None


class Found(NamedTuple):
    """The answer.

    Attributes:
        held: the same by its days.
        counts: how many of how many the filter keeps.
        failure: why there is none.
    """

    facts: CalendarMonth
    held: Held = _NO_DAYS
    counts: str = ""
    failure: BilatError | None = None


def month_found(app: Bridge, asked: Asked) -> Found:
    """What a month holds, by its days.

    Raises:
        BilatError: it cannot be read, or nobody waits for it any more.
    """
    whole = facts = app.read(calendar, asked.moment, asked.shown, everyone=asked.everyone)
    counts = ""
    if asked.kept is not None:
        facts = app.read(kept_of_month, whole, asked.kept)
        counts = f"{size_of(facts):,} of {size_of(whole):,}"
    return Found(facts, Held(facts.days, *asked.shown[1:]), counts)


class MonthReading:
    """The month that is shown.

    Attributes:
        found: what it holds.
        held: the same by its days; while another month is read, the days that it has in common with that before.
        number: of the answer, so that what was made of another one is told from it.
        waiting: whether what was found is of another month still.
    """

    def __init__(
        self,
        app: Callable[[], Bridge],
        begin: Callable[[Coroutine[Any, Any, None]], object],
        came: Callable[[], None],
        lay_out: Callable[[Asked, Found], object],
        later: Callable[[float, Callable[[], None]], Timer],
    ) -> None:
        """Nothing is read yet.

        Args:
            app: what asks the store.
            begin: runs the reading beside the keys.
            came: called when something was read beside them.
            lay_out: called there with it, in a thread, to make ready what will be shown of it.
            later: calls something in so many seconds.
        """
        self._app = app
        self._begin = begin
        self._came = came
        self._lay_out = lay_out
        self._later = later
        self.found = Found(_NOTHING)
        self.held = _NO_DAYS
        self.number = 0
        self._of: Shown | None = None
        self._wanted: Asked | None = None
        self._around: tuple[Asked, ...] = ()  # where the next keys may lead
        self._further: list[Asked] = []  # of these, what is still to be read
        self._soon: Timer | None = None
        self._busy = False

    @property
    def waiting(self) -> bool:
        """Whether a month is being read that was not shown before."""
        return self._wanted is not None and self._wanted.shown != self._of

    def read(self, asked: Asked, around: tuple[Asked, ...]) -> None:
        """Read a month; one that takes long comes later, and takes the place of any that is still being read.

        Args:
            asked: the month.
            around: those that are read when it has been looked at for a moment.
        """
        self.number += 1
        self._around = around
        self._further.clear()
        if self._is_known(asked) or not self._takes_long():
            self._wanted = None
            self._take(asked, self._read(asked))
            return
        self._wanted = asked
        if self.waiting:
            self.held = Held(self.found.facts.days, *asked.shown[1:])
        self._go_on()

    def _look_further(self) -> None:
        self._further = [*self._around]
        self._go_on()

    def _go_on(self) -> None:
        if not self._busy:
            self._busy = True
            self._begin(self._read_beside())

    def _is_known(self, asked: Asked) -> bool:
        try:
            return (
                asked.kept is None
                and self._app().at_hand.look_up(partial(month_found, self._app(), asked)) is not None
            )
        except BilatError:  # reading the month says why
            return False

    def _takes_long(self) -> bool:
        try:
            return self._app().read(size, "event") // 2 > IN_ONE_FRAME
        except BilatError:  # reading the month says why
            return False

    async def _read_beside(self) -> None:
        """Read until what was read is what is wanted, then what may be wanted next."""
        try:
            while (asked := self._wanted or self._next()) is not None:
                found = await asyncio.to_thread(self._unless_another, asked)
                if self._wanted == asked and not isinstance(found.failure, GivenUp):
                    self._wanted = None
                    self._take(asked, found)
                    self._came()
        finally:
            self._busy = False

    def _next(self) -> Asked | None:
        return self._further.pop(0) if self._further else None

    def _unless_another(self, asked: Asked) -> Found:
        try:
            with self._app().store.unless(lambda: self._wanted not in (None, asked)):
                found = self._read(asked)
                if found.failure is None:
                    self._lay_out(asked, found)
                return found
        except BilatError as error:  # not even a connection can be had
            return Found(_NOTHING, failure=error)

    def _read(self, asked: Asked) -> Found:
        app = self._app()
        question = partial(month_found, app, asked)
        try:
            return question() if asked.kept is not None else app.at_hand.answer(question)
        except BilatError as error:
            return Found(_NOTHING, failure=error)

    def _take(self, asked: Asked, found: Found) -> None:
        self.number += 1
        self._of, self.found, self.held = asked.shown, found, found.held
        if self._soon is not None:
            self._soon.stop()
        self._soon = self._later(AT_REST, self._look_further)
