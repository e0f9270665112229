"""A rule in words that read back as the same: "every 2 weeks on Monday", "every month on the last day"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from db.dates.edtf import MONTH_NAMES
from db.dates.rules import DAYS, day_of_month, parsed, written
from db.dates.show import show_date
from db.dates.value import PartialDate
from db.errors import BadInput

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = dict(zip(DAYS, _WEEKDAYS, strict=True))
_WORKING_DAYS = list(DAYS[:5])
_QUARTER = 3
_LAST = "the last day"


@lru_cache(maxsize=1024)
def show_rule(rule: str) -> str:
    """The words, or the rule as it is written where there are none for it; "" for none."""
    if not rule:
        return ""
    try:
        parts = parsed(rule)
    except BadInput:  # from another program's hand
        return rule
    often = _often(parts)
    return f"{often}{_ending(parts)}" if often else written(parts)


def _often(parts: dict[str, str]) -> str:
    """Without how it ends; "" where words do not reach."""
    by = {name for name in parts if name.startswith(("BY", "WKST"))}
    count, unit = int(parts.get("INTERVAL", "1")), _UNITS[parts["FREQ"]]
    if unit == "month" and count % _QUARTER == 0:
        count, unit = count // _QUARTER, "quarter"
    every = f"every {unit}" if count == 1 else f"every {count} {unit}s"
    if not by:
        return every
    frequency, day = parts["FREQ"], ""
    if frequency == "WEEKLY" and by == {"BYDAY"}:
        return _on_weekdays(parts["BYDAY"].split(","), every, once=count == 1)
    if frequency == "MONTHLY" and by == {"BYDAY"}:
        day = _nth_weekday(parts["BYDAY"])
    elif frequency == "MONTHLY" and by <= {"BYMONTHDAY", "BYSETPOS"}:
        day = _day_of_month(parts)
    elif frequency == "YEARLY" and by == {"BYMONTH", "BYMONTHDAY"}:
        day = _day_of_year(parts)
    return f"{every} on {day}" if day else ""


def _on_weekdays(days: list[str], every: str, *, once: bool) -> str:
    if days == _WORKING_DAYS:
        return "every weekday" if once else ""
    *first, last = [_NAMES[day] for day in days]
    names = f"{', '.join(first)} and {last}" if first else last
    return f"every {names}" if once else f"{every} on {names}"


def _nth_weekday(day: str) -> str:
    match = re.fullmatch(r"(-?[1-5])([A-Z]{2})", day)
    if match is None or (match[1].startswith("-") and match[1] != "-1"):
        return ""
    nth = "last" if match[1] == "-1" else ordinal(int(match[1]))
    return f"the {nth} {_NAMES[match[2]]}"


def _day_of_month(parts: dict[str, str]) -> str:
    said = {name: parts[name] for name in ("BYMONTHDAY", "BYSETPOS") if name in parts}
    for number in range(1, 32):
        if said == day_of_month(number):
            day = _LAST if said["BYMONTHDAY"] == "-1" else f"the {ordinal(number)}"
            return f"{day} or {_LAST}" if "BYSETPOS" in said else day
    return ""


def _day_of_year(parts: dict[str, str]) -> str:
    month, day = parts["BYMONTH"], parts["BYMONTHDAY"]
    leap_years_only = (month, day) == ("2", "29")  # "every 29 Feb" in words is also the 28th of other years
    if not (month.isdigit() and re.fullmatch(r"-1|\d+", day)) or leap_years_only:
        return ""
    name = MONTH_NAMES[int(month)]
    return f"{_LAST} of {name}" if day == "-1" else f"{day} {name[:3]}"


def _ending(parts: dict[str, str]) -> str:
    if "UNTIL" in parts:
        until = parts["UNTIL"]
        day = date(int(until[:4]), int(until[4:6]), int(until[6:]))
        return f", until {show_date(PartialDate.day(day))}"
    count = parts.get("COUNT", "")
    return f", {count} time{'' if count == '1' else 's'}" if count else ""


def ordinal(number: int) -> str:
    """A number in its place: 1st, 2nd, 23rd, 30th."""
    teens = 10 < number % 100 < 14  # noqa: PLR2004 - eleventh, twelfth, thirteenth
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
