"""The part of RFC 5545 that says what repeats: read, checked, written back in one canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from db.dates.edtf import days_in
from db.errors import BadInput

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ENDINGS = ("COUNT", "UNTIL")
HINT = "Write it like every month, every 2 weeks, every mon, every 31st or FREQ=MONTHLY;INTERVAL=3."

_NUMBERS = {"BYSETPOS": 366, "BYYEARDAY": 366, "BYMONTHDAY": 31, "BYWEEKNO": 53, "BYMONTH": 12}
"""Lists of numbers and the greatest that there can be; all but months may also count from the end."""
_ORDER = ("FREQ", "INTERVAL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST")
_STRAYS = {
    "DAILY": ("BYWEEKNO", "BYYEARDAY"),
    "WEEKLY": ("BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"),
    "MONTHLY": ("BYWEEKNO", "BYYEARDAY"),
    "YEARLY": (),
}
_NTH_DAY = re.compile(rf"([+-]?[1-5]?\d)?({'|'.join(DAYS)})", re.ASCII)
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?", re.ASCII)
_LONGEST = 200
SHORTEST_MONTH, LONGEST_MONTH = 28, 31


def canonical(rule: str) -> str:
    """The one way to write a rule; raises BadInput with a sentence on what is wrong."""
    return written(parsed(rule))


def written(parts: Mapping[str, str]) -> str:
    """A rule of its parts."""
    said = {name: value for name, value in parts.items() if (name, value) != ("INTERVAL", "1")}
    return ";".join(f"{name}={said[name]}" for name in (*_ORDER, *ENDINGS) if name in said)


def parsed(rule: str) -> dict[str, str]:
    """The parts of a rule, checked; raises BadInput."""
    return dict(_parsed(rule))


@lru_cache(maxsize=1024)
def _parsed(rule: str) -> tuple[tuple[str, str], ...]:
    text = rule.strip().upper().removeprefix("RRULE:")
    if len(text) > _LONGEST:
        raise BadInput(f"That is too long for what repeats. {HINT}", 0, len(rule))
    parts: dict[str, str] = {}
    for piece in filter(None, text.split(";")):
        name, sign, value = piece.partition("=")
        if not sign or name in parts:
            raise BadInput(f"“{piece[:40]}” is no part of a rule of its own. {HINT}", 0, len(rule))
        parts[name] = _checked(name, value, len(rule))
    if "FREQ" not in parts:
        raise BadInput(HINT, 0, len(rule))
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadInput("A rule ends by COUNT or by UNTIL, not by both.", 0, len(rule))
    if parts["FREQ"] not in {"MONTHLY", "YEARLY"} and re.search(r"\d", parts.get("BYDAY", "")):
        raise BadInput("Only a month or a year has a second Tuesday.", 0, len(rule))
    if stray := _out_of_place(parts):
        raise BadInput(f"{stray} says nothing with FREQ={parts['FREQ']}. {HINT}", 0, len(rule))
    if not _has_days(parts):
        raise BadInput("There is no day in any year that this rule means.", 0, len(rule))
    return tuple(parts.items())


def _out_of_place(parts: Mapping[str, str]) -> str:
    """The first part that RFC 5545 does not know for this frequency, and that would be searched for in vain."""
    few = len(parts.get("BYDAY", "").split(",")) if parts["FREQ"] == "WEEKLY" else 1
    strays = _STRAYS[parts["FREQ"]]
    if parts["FREQ"] in {"DAILY", "WEEKLY"} and any(
        abs(int(place)) > few for place in parts.get("BYSETPOS", "1").split(",")
    ):
        strays = (*strays, "BYSETPOS")
    return next((name for name in strays if name in parts), "")


def _has_days(parts: Mapping[str, str]) -> bool:
    """Whether a month is long enough for one of its days: dateutil seeks a 30 February for 8,000 years."""
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    days = [abs(int(day)) for day in parts.get("BYMONTHDAY", "1").split(",")]
    return min(days) <= max(days_in(None, month) for month in months)


def _checked(name: str, value: str, length: int) -> str:
    """The value as it is written canonically."""
    if name in _NUMBERS:
        least = 1 if name == "BYMONTH" else -_NUMBERS[name]
        found = _numbers(value, least, _NUMBERS[name])
    else:
        found = _READERS[name](value) if name in _READERS else ""
    if not found:
        raise BadInput(f"“{f'{name}={value}'[:40]}” cannot be a part of what repeats. {HINT}", 0, length)
    return found


def _one_number(most: int) -> Callable[[str], str]:
    def read(value: str) -> str:
        plain = value.isascii() and value.isdigit() and 1 <= int(value[:4]) <= most
        return str(int(value[:4])) if plain else ""

    return read


def _until(value: str) -> str:
    day = _DAY.fullmatch(value)
    try:
        return date(*map(int, day.groups())).strftime("%Y%m%d") if day else ""
    except ValueError:
        return ""


def _weekdays(value: str) -> str:
    days = [day.removeprefix("+") for day in value.split(",")]
    return ",".join(days) if all(map(_NTH_DAY.fullmatch, days)) else ""


_READERS: dict[str, Callable[[str], str]] = {
    "FREQ": lambda value: value if value in FREQUENCIES else "",
    "INTERVAL": _one_number(99),
    "COUNT": _one_number(999),
    "UNTIL": _until,
    "BYDAY": _weekdays,
    "WKST": lambda value: value if value in DAYS else "",
}


def day_of_month(number: int) -> dict[str, str]:
    """The parts that mean a day of each month, and its last day where the month is shorter."""
    if number <= SHORTEST_MONTH:
        return {"BYMONTHDAY": str(number)}
    if number >= LONGEST_MONTH:
        return {"BYMONTHDAY": "-1"}
    return {"BYMONTHDAY": ",".join(map(str, range(SHORTEST_MONTH, number + 1))), "BYSETPOS": "-1"}


def _numbers(value: str, low: int, high: int) -> str:
    """Numbers with commas, none of them 0; "" where one cannot be."""
    if not re.fullmatch(r"[+-]?\d{1,3}(,[+-]?\d{1,3})*", value, re.ASCII):
        return ""
    found = [int(number) for number in value.split(",")]
    return ",".join(map(str, found)) if all(number and low <= number <= high for number in found) else ""
