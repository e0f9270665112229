"""How often two countries should meet, in months; what was not said of a pair is a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from db.errors import BadInput

USUAL = 12
NEVER = 1200  # a hundred years: no pair is called quiet
_MOST = 120
_PER = {"month": 1, "quarter": 3, "year": 12}
_WORDS = {
    "month": "month", "months": "month", "monthly": "month", "mo": "month", "m": "month",
    "quarter": "quarter", "quarters": "quarter", "quarterly": "quarter", "q": "quarter",
    "year": "year", "years": "year", "yearly": "year", "annually": "year", "yr": "year", "y": "year",
}  # fmt: skip
_NUMBERS = {"a": 1, "one": 1, "other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_HALF = {"half year", "half a year", "half yearly", "six months", "twice a year"}
_NEVER = {"never", "never mind", "nevermind", "no", "none", "not"}
_AS_USUAL = {"usual", "as usual", "default"}
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SAID = re.compile(r"(?:(?P<number>\d{1,4}) ?|(?P<word>[a-z]+) )?(?P<unit>[a-z]+)")


def read_cadence(words: str) -> int | None:
    """The months between two meetings; None for what is usual, NEVER for a pair that need not meet.

    Raises:
        BadInput: the words say neither.
    """
    text = " ".join(_HYPHEN.sub(" ", words.lower()).split()).rstrip(".").removeprefix("every ")
    if text in _AS_USUAL:
        return None
    if text in _NEVER:
        return NEVER
    if text in _HALF:
        return 6
    found = _SAID.fullmatch(text)
    unit = _WORDS.get(found["unit"]) if found else None
    number = _count(found["number"] or found["word"]) if found else None
    if unit is None or number is None:
        raise BadInput(
            "Write how often they should meet: every 6 months, every year, never, as usual.", 0, len(words)
        )
    months = number * _PER[unit]
    if not 0 < months <= _MOST:
        raise BadInput(
            "A cadence is from a month to ten years; never says that they need not meet.", 0, len(words)
        )
    return months


def _count(said: str | None) -> int | None:
    if not said:
        return 1
    return int(said) if said.isdigit() else _NUMBERS.get(said)


def every(months: int) -> str:
    """A cadence in words: "every 6 months", "every year"."""
    if months >= NEVER:
        return "whenever they like"
    if months % 12 == 0:
        years = months // 12
        return "every year" if years == 1 else f"every {years} years"
    return "every month" if months == 1 else f"every {months} months"


def quiet_before(today: date, months: int) -> date:
    """Who met last before this day has been quiet for longer than that."""
    at = today.year * 12 + today.month - 1 - months
    if at < 12:  # noqa: PLR2004 - before the first year there is
        return date.min
    year, month = divmod(at, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
