"""From when on one asks what has changed: since one was last in, since a day, since ever."""

from __future__ import annotations

from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, read_date, show_date
from db.errors import BadInput
from db.queries.changes import last_step_before, newest_step

if TYPE_CHECKING:
    from tui.app import Bilat

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
_LEAP_YEARS = 8  # until the 29th of February comes again at the latest


class Since(NamedTuple):
    """A beginning.

    Attributes:
        after: the number of the last step before it.
        words: as one says it: "since Thu 19 Nov, 18:02 (when you were last in)".
    """

    after: int
    words: str


CHOICES = {  # by their letter
    "l": ("last", "when you were last in"),
    "t": ("today", "today"),
    "y": ("yesterday", "yesterday"),
    "w": ("week", "a week ago"),
    "m": ("month", "a month ago"),
    "a": ("all", "the beginning"),
    "d": ("day", "another day"),
}


def chosen(app: Bilat, choice: str) -> Since:
    """The beginning that one of the usual choices stands for; "day" is asked for elsewhere."""
    today = app.today()
    match choice:
        case "last":
            return last_in(app)
        case "yesterday":
            return since_day(app, today - timedelta(days=1), "yesterday")
        case "week":
            return since_day(app, today - WEEK, "a week ago")
        case "month":
            return since_day(app, today - MONTH, "a month ago")
        case "all":
            return Since(0, "since the beginning")
        case _:
            return since_day(app, today, "today")


def last_in(app: Bilat) -> Since:
    """Since the officer was last in; a week where that was never."""
    seen = app.last_in
    if seen is None:
        return since_day(app, app.today() - WEEK, "a week; you were not in before")
    local = seen.at.astimezone()
    after = seen.step
    if app.read(newest_step) < after:  # the store is an older copy
        after = app.read(last_step_before, seen.at)
    return Since(after, f"since {_day(local.date(), app.today())}, {local:%H:%M} (when you were last in)")


def since_day(app: Bilat, day: date, why: str = "") -> Since:
    """Since the beginning of a day on the officer's own clock."""
    midnight = datetime(day.year, day.month, day.day).astimezone(UTC)
    words = f"since {_day(day, app.today())}"
    return Since(app.read(last_step_before, midnight), f"{words} ({why})" if why else words)


def read_day(text: str, today: date, *, day_first: bool) -> date:
    """The day that somebody typed; of a month or a year its first.

    Raises:
        BadInput: it is no date, or still to come.
    """
    found = read_date(text, today=today, day_first=day_first)
    day = _last_such(found, today) if found.yearless else found.first
    if day is None:
        raise BadInput("That does not say from which day on.", 0, len(text))
    if day > today:
        raise BadInput(f"{show_date(PartialDate.day(day))} is still to come.", 0, len(text))
    return day


def _last_such(yearless: PartialDate, today: date) -> date | None:
    """The latest such day that is not to come; its echo shows the year."""
    month, day = (int(part) for part in yearless.edtf.split("/")[0].strip("~?%").split("-")[1:3])
    for year in range(today.year, today.year - _LEAP_YEARS - 1, -1):
        if (month, day) == (2, 29) and not isleap(year):
            continue
        if date(year, month, day) <= today:
            return date(year, month, day)
    return None


def _day(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"
