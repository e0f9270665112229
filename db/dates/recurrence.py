"""What repeats: read into a rule of RFC 5545, shown in words, and its days worked out with dateutil.

A rule that comes from a day is tied to it, "every month" from the 15th to the 15th: one date that is put off does
not move all that follow. From the 31st it means the last day of each month, from the 30th the last one where a
month is shorter; plain RFC 5545 would leave such months out.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from db.dates.rules import DAYS, day_of_month, parsed, written

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_HORIZON = 100  # years; what would only come again after them does not come again


def tied(rule: str, day: date) -> str:
    """A rule that says which days it means, those of `day` where it leaves that open."""
    parts = parsed(rule)
    if any(name.startswith("BY") for name in parts):
        return written(parts)
    match parts["FREQ"]:
        case "WEEKLY":
            parts["BYDAY"] = DAYS[day.weekday()]
        case "MONTHLY":
            parts |= day_of_month(day.day)
        case "YEARLY":
            leap = (day.month, day.day) == (2, 29)
            parts |= {"BYMONTH": str(day.month), "BYMONTHDAY": "-1" if leap else str(day.day)}
        case _:
            pass
    return written(parts)


def first_day(rule: str, today: date) -> date | None:
    """The first day of a rule after today, one whole period from now where it names no day; None when it has none."""
    parts = parsed(rule)
    parts.pop("COUNT", None)  # it counts from the first day on
    return next_day(tied(written(parts), today), today, today)


def next_day(rule: str, due: date, today: date) -> date | None:
    """The next day after the one it was due and after today; None where the rule has come to its end.

    A COUNT counts the day it is due as the first, whether the rule names that day or it was put off to it.
    """
    left = int(parsed(rule).get("COUNT", "0"))
    if left:
        coming = (one.date() for one in _rrule(rule, due).xafter(_at(due), count=left - 1))
        return next((day for day in coming if day > today), None) if left > 1 else None
    found = _rrule(rule, due).xafter(_at(max(due, today)), count=1)
    return next((one.date() for one in found), None)


def after_next(rule: str, due: date, following: date) -> str:
    """The rule once the day it was due is over: a COUNT is less by the days gone by."""
    parts = parsed(rule)
    if "COUNT" not in parts:
        return written(parts)
    between = _rrule(rule, due).between(_at(due), _at(following))
    parts["COUNT"] = str(int(parts["COUNT"]) - len(between) - 1)
    return written(parts)


def _until(parts: dict[str, str]) -> date | None:
    text = parts.get("UNTIL", "")[:8]
    return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if text else None


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


@lru_cache(maxsize=64)
def _rrule(rule: str, start: date) -> rrule:
    """The days of a rule as dateutil has them, without its COUNT: dateutil's own reader of texts guesses at dates."""
    from dateutil import rrule as rfc5545  # noqa: PLC0415 - only where something repeats

    parts = parsed(rule)
    given: dict[str, Any] = {
        name.lower(): [int(number) for number in parts[name].split(",")] for name in _LISTS if name in parts
    }
    if "BYDAY" in parts:
        given["byweekday"] = [_weekday(rfc5545, day) for day in parts["BYDAY"].split(",")]
    if "WKST" in parts:
        given["wkst"] = DAYS.index(parts["WKST"])
    last = start.replace(year=min(start.year + _HORIZON, date.max.year), day=1)
    return rfc5545.rrule(
        getattr(rfc5545, parts["FREQ"]),
        dtstart=_at(start),
        interval=int(parts.get("INTERVAL", "1")),
        until=_at(min(_until(parts) or last, last)),
        **given,
    )


_LISTS = ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYSETPOS")


def _weekday(rfc5545: Any, day: str) -> Any:
    """The "2TU" of a rule: the second Tuesday."""
    weekday = getattr(rfc5545, day[-2:])
    return weekday(int(day[:-2])) if day[:-2] else weekday
