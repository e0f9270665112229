"""What a month holds: read at once from a small store, and beside the keys from a large one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.errors import BilatError
from db.queries.calendar import Shown, calendar
from db.queries.pieces import size
from db.rows import Moment
from db.rows.calendar import CalendarMonth
from tui.calendar.lanes import Held
from tui.calendar.narrowing import kept_of_month, size_of
from tui.screens.seeking import IN_ONE_FRAME

if TYPE_CHECKING:
    from db.filtering import Filter
    from tui.bridge import Bridge

_NOTHING = CalendarMonth((), (), (), (), ())


class Asked(NamedTuple):
    """Which month, of whom, and which of its records."""

    shown: Shown
    moment: Moment
    everyone: bool
    kept: Filter | None


class Found(NamedTuple):
    """The answer.

    Attributes:
        counts: how many of how many the filter keeps.
        failure: why there is none.
    """

    facts: CalendarMonth
    counts: str = ""
    failure: BilatError | None = None


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
    ) -> None:
        """Nothing is read yet.

        Args:
            app: what asks the store.
            begin: runs the reading beside the keys.
            came: called when something was read beside them.
        """
        self._app = app
        self._begin = begin
        self._came = came
        self.found = Found(_NOTHING)
        self.held = Held((), date.min, date.min)
        self.number = 0
        self._of: Shown | None = None
        self._wanted: Asked | None = None
        self._busy = False

    @property
    def waiting(self) -> bool:
        """Whether a month is being read that was not shown before."""
        return self._wanted is not None and self._wanted.shown != self._of

    def read(self, asked: Asked) -> None:
        """Read a month; one that takes long comes later, and takes the place of any that is still being read."""
        self.number += 1
        if not self._takes_long():
            self._wanted = None
            self._take(asked, self._read(asked))
            return
        self._wanted = asked
        if self.waiting:
            self.held = Held(self.found.facts.days, *asked.shown[1:])
        if not self._busy:
            self._busy = True
            self._begin(self._read_beside())

    def _takes_long(self) -> bool:
        try:
            return self._app().read(size, "event") // 2 > IN_ONE_FRAME
        except BilatError:  # reading the month says why
            return False

    async def _read_beside(self) -> None:
        """Read until what was read is what is wanted."""
        try:
            while self._wanted is not None:
                asked = self._wanted
                found = await asyncio.to_thread(self._unless_another, asked)
                if self._wanted is asked:
                    self._wanted = None
                    self._take(asked, found)
                    self._came()
        finally:
            self._busy = False

    def _unless_another(self, asked: Asked) -> Found:
        try:
            with self._app().store.unless(lambda: self._wanted is not asked):
                return self._read(asked)
        except BilatError as error:  # not even a connection can be had
            return Found(_NOTHING, failure=error)

    def _read(self, asked: Asked) -> Found:
        app = self._app()
        try:
            whole = app.read(calendar, asked.moment, asked.shown, everyone=asked.everyone)
            if asked.kept is None:
                return Found(whole)
            facts = app.read(kept_of_month, whole, asked.kept)
        except BilatError as error:
            return Found(_NOTHING, failure=error)
        return Found(facts, f"{size_of(facts):,} of {size_of(whole):,}")

    def _take(self, asked: Asked, found: Found) -> None:
        self.number += 1
        self._of, self.found = asked.shown, found
        self.held = Held(found.facts.days, *asked.shown[1:])
