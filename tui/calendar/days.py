"""Going about in a calendar: weeks of a month, months on and back, and a day that somebody typed."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from db.dates import read_date
from db.dates.edtf import MONTH_NAMES, days_in, parse
from db.errors import BadInput
from db.queries.calendar import Shown

WEEKS = 6  # that any month fits into, so that nothing moves from month to month
DAY, WEEK = timedelta(days=1), timedelta(days=7)
EARLIEST, LATEST = date(1000, 2, 1), date(9999, 10, 31)
"""As far as dates reach, and a page of the calendar around them."""
_LEAP_YEARS = 8  # within which there is a 29th of February at the latest


def month_of(day: date, first_weekday: int) -> Shown:
    """The month of a day, with the days around it that fill six weeks; 0 is a week that begins on Monday."""
    month = day.replace(day=1)
    first = month - timedelta(days=(month.weekday() - first_weekday) % 7)
    return Shown(month, first, first + WEEKS * WEEK - DAY)


def months_on(day: date, months: int) -> date:
    """The same day some months later, or earlier; the last of the month where that one is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST.year <= year <= LATEST.year:
        return EARLIEST if months < 0 else LATEST
    return within(date(year, month + 1, min(day.day, days_in(year, month + 1))))


def days_on(day: date, days: int) -> date:
    """The day so many days later, or earlier, as far as the calendar goes."""
    return within(date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal()))))


def within(day: date) -> date:
    """The nearest day that the calendar can show."""
    return max(EARLIEST, min(day, LATEST))


def month_name(month: date) -> str:
    """A month as one says it: "November 2026"."""
    return f"{MONTH_NAMES[month.month]} {month.year}"


def week_number(first: date) -> int:
    """The ISO number of the week that most of seven days belong to: that of their Thursday."""
    return (first + timedelta(days=(3 - first.weekday()) % 7)).isocalendar().week


def read_day(text: str, today: date, shown: date, *, day_first: bool) -> date:
    """The day that somebody typed; of a month or a year its first.

    Args:
        text: what was typed.
        today: the day from which "fri" and "+2w" count.
        shown: the day that is shown; without a year, the nearest such day is meant.
        day_first: whether "3/4" is in April.

    Raises:
        BadInput: it is no date, or the calendar does not reach so far.
    """
    found = read_date(text, today=today, day_first=day_first)
    day = _nearest_such(found.edtf, shown) if found.yearless else found.first or found.last
    if day is None:
        raise BadInput("That does not say which day.", 0, len(text))
    if within(day) != day:
        raise BadInput("The calendar does not reach so far.", 0, len(text))
    return day


def _nearest_such(edtf: str, shown: date) -> date | None:
    part = parse(edtf).parts[0]
    month, day = part.month, part.day or 1
    if month not in range(1, 13):
        return None  # a season or a quarter of no year
    years = range(max(1, shown.year - _LEAP_YEARS), min(shown.year + _LEAP_YEARS, date.max.year) + 1)
    found = [date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year)]
    return min(found, key=lambda each: abs(each - shown))
