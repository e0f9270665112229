"""How far away a date is, in words."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a partial date is called `date` here
from datetime import timedelta

from db.dates.edtf import parse
from db.dates.value import PartialDate

_WEEKS_FROM = 14  # days
_MONTHS_FROM = 60  # days
_YEARS_FROM = 2
_DAYS = 365.25  # of a year


def show_distance(date: PartialDate, *, today: Day) -> str:
    """How long until its first day or since its last, such as "22 months ago"; "" when unknown."""
    if date.first and date.first > today:
        return f"in {_count(today, date.first)}" if date.first != today + timedelta(1) else "tomorrow"
    if date.before(today) and date.last:
        return f"{_count(date.last, today)} ago" if date.last != today - timedelta(1) else "yesterday"
    return _around(date, today) if date.known else ""


def _around(date: PartialDate, today: Day) -> str:
    """Today is in it: say how wide it is, if that has a name."""
    if date.first == date.last == today:
        return "today"
    span = parse(date.edtf)
    part = span.parts[0]
    if span.kind != "one" or part.decade:
        return "now"
    if not part.month:
        return "this year"
    return "this month" if part.month <= 12 else "now"  # noqa: PLR2004 - months


def _count(early: Day, late: Day) -> str:
    """The days between in the unit that people would use; years that have passed, never one that has not."""
    days = (late - early).days
    if days < _WEEKS_FROM:
        return f"{days} days"
    if days < _MONTHS_FROM:
        return f"{round(days / 7)} weeks"
    years = whole_years(early, late)
    months = round(days * 12 / _DAYS)
    if years < _YEARS_FROM:
        return f"{min(months, 12 * _YEARS_FROM - 1)} months"
    return f"{years} years"


def whole_years(early: Day, late: Day) -> int:
    """The years that have passed between two days, as people count them: 2½ years are not 3."""
    return late.year - early.year - ((late.month, late.day) < (early.month, early.day))
