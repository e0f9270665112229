"""Which days a country does not work, and counting in the others.

The weekends are those of CLDR's week data, as facts; a country that is not named has Saturday and Sunday. Public
holidays are not known.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.errors import BadInput

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
_DAY = re.compile(r"([A-Z][a-z]{2})[a-z]*(?:-([A-Z][a-z]{2})[a-z]*)?", re.ASCII)
_chosen: dict[str, Weekend] = {}
"""What the officer knows better of one country, the desk's.

Kept for the whole program, as the keys and the signs of the screen are: a setting of the one officer who uses it,
asked for by a country's code alone in the depth of reading dates, where nothing else of the settings is wanted.
"""


def weekend_of(country: str) -> Weekend:
    """The days on which nobody works in a country; Saturday and Sunday where it is not known or ""."""
    return _chosen.get(country, _OF.get(country, SATURDAY_SUNDAY))


def choose_working_days(country: str, days: str) -> None:
    """Let one country work on other days than is known of it, "Sun-Thu"; "" for the usual ones.

    Raises:
        BadInput: those are no days.
    """
    weekend = read_weekend(days) if days else None
    _chosen.clear()
    if weekend is not None:
        _chosen[country] = weekend


def read_weekend(days: str) -> Weekend:
    """The days that are left of a week of working days such as "Mon-Fri", "Sun-Thu" or "Mon-Wed, Fri".

    Raises:
        BadInput: those are no days.
    """
    worked: set[int] = set()
    for part in re.split(r"[\s,]+", days.strip()):
        found = _DAY.fullmatch(part.title())
        if found is None or not {found[1], found[2] or found[1]} <= {*_NAMES}:
            raise BadInput(f'Working days are written like "Mon-Fri" or "Sun-Thu", not {ascii(days)[:60]}.')
        first, last = _NAMES.index(found[1]), _NAMES.index(found[2] or found[1])
        worked |= {day % 7 for day in range(first, (last if last >= first else last + 7) + 1)}
    return frozenset(range(7)) - worked


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
