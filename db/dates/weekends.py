"""Which days a country does not work, and counting in the others.

The weekends are those of CLDR's week data, as facts; a country that is not named has Saturday and Sunday. Public
holidays are not known.
"""

from __future__ import annotations

from datetime import date, timedelta

Weekend = frozenset[int]
"""Days of the week, Monday is 0."""

SATURDAY_SUNDAY: Weekend = frozenset((5, 6))

_OTHERS: dict[Weekend, str] = {
    frozenset((3, 4)): "AF",
    frozenset((4, 5)): "BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE",
    frozenset((4,)): "IR",
    frozenset((6,)): "IN UG",
}
_OF = {code: weekend for weekend, codes in _OTHERS.items() for code in codes.split()}
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekend_of(country: str) -> Weekend:
    """The days on which nobody works in a country; Saturday and Sunday where it is not known or ""."""
    return _OF.get(country, SATURDAY_SUNDAY)


def show_weekend(weekend: Weekend) -> str:
    """Its days in words: "Fri–Sat"."""
    return "–".join(_NAMES[day] for day in sorted(weekend))


def working_days(day: date, count: int, weekend: Weekend) -> date:
    """The day so many working days later, or earlier; raises OverflowError beyond the calendar.

    Whole weeks are taken at once, so that a long way takes no longer than a short one.
    """
    week = 7 - len(weekend)
    step = 1 if count > 0 else -1
    weeks, left = divmod(abs(count), week)
    if weeks and not left:  # the last one is walked, so that it ends on a working day
        weeks, left = weeks - 1, week
    day += timedelta(7 * weeks * step)
    while left:
        day += timedelta(step)
        left -= day.weekday() not in weekend
    return day
