"""How a record says a day, also one that nobody stated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.dates import PartialDate, show_date, show_distance, show_short
from db.errors import BadInput
from tui.plain import plain

NOT_STATED = "date not stated"
DATES = ("date", "due", "published", "start", "end", "held", "remind on", "hidden until")
MOST = 120  # characters of a date in words


def _bounded(when: PartialDate) -> PartialDate:
    # The words as written may be of any length; only their beginning can be shown.
    return replace(when, text=when.text[:MOST]) if len(when.text) > MOST else when


def _nothing(when: PartialDate) -> bool:
    return not when.edtf and not when.text


def day(when: PartialDate) -> str:
    """A date without weekdays, "" where none was stated."""
    if _nothing(when):
        return ""
    when = _bounded(when)
    short = show_short(when)
    return plain(show_date(when, weekdays=False) if short.endswith("…") else short)


def day_or_so(when: PartialDate) -> str:
    """A date without weekdays, or the words that say that none was stated."""
    return day(when) or NOT_STATED


def full_day(when: PartialDate) -> str:
    """A date with its weekdays, "" where none was stated."""
    return "" if _nothing(when) else plain(show_date(_bounded(when)))


def dated(field: str, value: str) -> str:
    """A field's stored value as one reads it: dates out of their notation, everything else as it is."""
    if field not in DATES or not value:
        return value
    try:
        return day(PartialDate.from_edtf(value[:MOST]))
    except BadInput:
        return value


def distance(when: PartialDate, today: date) -> str:
    """How far away a date is ("in 12 days"), "" where that cannot be known."""
    return plain(show_distance(when, today=today))


def doubts(when: PartialDate) -> str:
    """What is unsure about a date in words, "" where nothing is."""
    if when.yearless:
        return "? year not stated"
    return {"inferred": "? date inferred", "relative": "? from a relative date"}.get(when.basis, "")
