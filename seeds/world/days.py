"""Days as papers give them: mostly to the day, sometimes a month or a year, now and then without the year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from seeds.world.chance import Luck

YEARS = 30  # that the book goes back
_AHEAD = 300  # days that plans are made for
_PLANNED = 0.02


class Day(NamedTuple):
    """A partial date as its five columns are stored: EDTF, words, first and last day, basis."""

    edtf: str
    text: str
    first: str | None
    last: str | None
    basis: str = "stated"


UNKNOWN = Day("", "", None, None)


class Calendar:
    """The days of the world, up to its today."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._shapes = (
            (0.80, self.days),
            (0.92, self.month),
            (0.95, self.year),
            (0.97, self.about),
            (0.985, self.yearless),
        )

    def any(self, luck: Luck) -> date:
        """A day on which something happens: the more recent the likelier, and some are still to come."""
        if luck.falls(_PLANNED):
            return self.today + timedelta(days=1 + int(_AHEAD * luck.random() ** 2))
        return self.today - timedelta(days=int(YEARS * 365 * luck.random() ** 1.7))

    def told(self, day: date, luck: Luck) -> Day:
        """That day as somebody wrote of it."""
        if day > self.today:
            return self.days(day, luck)
        shape = luck.random()
        for upto, tell in self._shapes:
            if shape < upto:
                return tell(day, luck)
        return UNKNOWN

    def days(self, day: date, luck: Luck) -> Day:
        """One day, or two or three that follow it."""
        first = day.isoformat()
        if luck.falls(0.45):
            return Day(first, f"{day.day} {day:%B %Y}", first, first)
        last = (day + timedelta(days=1 + int(2 * luck.random()))).isoformat()
        return Day(f"{first}/{last}", "", first, last)

    def month(self, day: date, _luck: Luck) -> Day:
        """The month alone."""
        last = monthrange(day.year, day.month)[1]
        return Day(f"{day:%Y-%m}", f"{day:%B %Y}", f"{day:%Y-%m}-01", f"{day:%Y-%m}-{last}")

    def year(self, day: date, _luck: Luck) -> Day:
        """The year alone."""
        return Day(f"{day.year}", f"in {day.year}", f"{day.year}-01-01", f"{day.year}-12-31")

    def about(self, day: date, _luck: Luck) -> Day:
        """A day that is not certain."""
        iso = day.isoformat()
        return Day(f"{iso}~", f"about {day.day} {day:%B %Y}", iso, iso)

    def yearless(self, day: date, _luck: Luck) -> Day:
        """A day of some year."""
        return Day(f"XXXX-{day:%m-%d}", f"{day.day} {day:%B}", None, None)

    def within(self, first: date, days: int) -> Day:
        """A deadline: some time after a day, told as a month."""
        return self.month(first + timedelta(days=days), Luck(0))


def from_to(start: date | None, end: date | None, *, years: bool) -> Day:
    """How long somebody held a post, by the year or by the month."""
    if start is None:
        return UNKNOWN
    if years:
        begin, first = f"{start.year}", f"{start.year}-01-01"
        close, last = (f"{end.year}", f"{end.year}-12-31") if end else ("..", None)
    else:
        begin, first = f"{start:%Y-%m}", f"{start:%Y-%m}-01"
        close, last = (
            (f"{end:%Y-%m}", f"{end:%Y-%m}-{monthrange(end.year, end.month)[1]}") if end else ("..", None)
        )
    return Day(begin if begin == close else f"{begin}/{close}", "", first, last)
