"""What a calendar shows: records where their dates put them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from db.dates.placing import Precision
from db.rows.keys import Key
from db.rows.lines import ActionRow, EventRow, FollowUpRow


class Clash(NamedTuple):
    """Another event on the same days that shares an official, or the place."""

    by: Literal["official", "place"]
    shared: str  # the surname, or the place
    key: Key  # the other event
    ref: str
    place: str  # where that one is, "" when not known
    first: date  # the days of both
    last: date


class CalendarRow(NamedTuple):
    """A visit, a meeting, or a day on which something is due.

    A meeting without a day of its own stands on those of its visit, and `whole` is False.
    """

    row: EventRow | FollowUpRow | ActionRow
    what: Literal["event", "due", "check"]
    first: date | None  # None for what has no year, or no date at all
    last: date | None
    precision: Precision | None  # whether the date says days, None where there is no first one
    sure: bool  # neither approximate nor in doubt
    whole: bool = True  # it is on each of these days
    group: int = 0  # a visit and its meetings have the same
    clashes: tuple[Clash, ...] = ()

    @property
    def key(self) -> Key:
        """The record that it stands for."""
        return self.row.key


class CalendarMonth(NamedTuple):
    """A month with the days around it that fill its weeks.

    Attributes:
        days: what is on days, in their order; a visit before its meetings, events before what is due.
        month: what is some time in the month.
        year: what is some time in the year, what may fall into the month first.
        yearless: what is in this month of a year that is not known.
        undated: what is still to come and has no date.
        more: whether there was no room for all events.
        more_due: whether there was no room for all that is due.
    """

    days: tuple[CalendarRow, ...]
    month: tuple[CalendarRow, ...]
    year: tuple[CalendarRow, ...]
    yearless: tuple[CalendarRow, ...]
    undated: tuple[CalendarRow, ...]
    more: bool = False
    more_due: bool = False
