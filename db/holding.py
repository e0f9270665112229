"""Tenures as partial dates: from when to when an office is held, and what follows when it passes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from db.dates import PartialDate, show_short
from db.dates import edtf as notation
from db.dates.edtf import NOT_SAID, End, Part
from db.dates.relative import day_part
from db.errors import BadInput

_NEEDS_YEAR = "An office is held from a day, a month or a year, such as Jan 2026."


class Ends(NamedTuple):
    """The two ends of a tenure; NOT_SAID where nobody said, OPEN where it goes on."""

    start: End
    end: End


def ends(held: PartialDate) -> Ends:
    """From when and to when; a tenure without dates has neither."""
    if not held.edtf:
        return Ends(NOT_SAID, NOT_SAID)
    span = notation.parse(held.edtf)
    return Ends(span.start, span.end)


def tenure_of(when: PartialDate) -> PartialDate:
    """What is typed as "from when" as a tenure: "Jan 2026" goes on, "2018 to 2024" is over, "" is not stated.

    Raises:
        BadInput: when it has no year, or is a choice of days.
    """
    if not when.edtf:
        return when
    span = notation.parse(when.edtf)
    if span.kind == "choice" or any(part.year is None for part in span.parts):
        raise BadInput(_NEEDS_YEAR)
    edtf = f"{span.start}/.." if span.kind == "one" else str(span)
    return PartialDate.from_edtf(edtf, when.text, when.basis)


def ended(held: PartialDate, by: PartialDate) -> PartialDate:
    """A tenure that ends where the next one begins: the day before a day, else within the same month or year.

    A start that is not known stays unknown.

    Raises:
        BadInput: when it would end before it began, or `by` has no start.
    """
    start = ends(by).start
    if not isinstance(start, Part):
        raise BadInput("Say at least in which year, or the present holder would never have left.")
    whole_day = start.day > 0 and not start.qualifier
    if whole_day and start.year is not None:
        start = day_part(date(start.year, start.month, start.day) - timedelta(1))
    before = ends(held).start
    return PartialDate.from_edtf(str(notation.joined("interval", before, start)), held.text, held.basis)


def start_in_words(held: PartialDate) -> str:
    """From when a post is held: "Jan 2026"; "" where that is not known."""
    start = ends(held).start
    return show_short(PartialDate(str(start))) if isinstance(start, Part) else ""


def end_in_words(held: PartialDate) -> str:
    """Until when: "Dec 2025"; "" where that is not known or not over."""
    end = ends(held).end
    return show_short(PartialDate(str(end))) if isinstance(end, Part) else ""


def begun_by(held: PartialDate) -> date | None:
    """The day on which it had begun for certain; None where the start is not known."""
    start = ends(held).start
    return notation.part_bounds(start)[1] if isinstance(start, Part) else None


def still_on(held: PartialDate) -> date | None:
    """The last day on which it still went on for certain; None where its end is not known or not over."""
    end = ends(held).end
    return notation.part_bounds(end)[0] if isinstance(end, Part) else None


def at_once(one: PartialDate, other: PartialDate) -> bool:
    """Whether two tenures run beside each other, as far as is known; one that passes into the other does not."""
    begun = max(begun_by(one) or date.min, begun_by(other) or date.min)
    over = min(still_on(one) or date.max, still_on(other) or date.max)
    return over > begun


def may_cover(held: PartialDate, when: PartialDate, today: date) -> bool:
    """Whether an event may have been during a tenure; a date without a year may be any year's."""
    first, last = held.first, held.last or today
    if when.yearless:
        begin = first or date(today.year, 1, 1) - timedelta(366)
        years = range(begin.year, min(last, today).year + 1)
        return any(_during(_in_year(when, year), begin, last) for year in years)
    return _during(when, first or date.min, held.last or date.max)


def _during(when: PartialDate, first: date, last: date) -> bool:
    return when.first is not None and when.first <= last and (when.last is None or when.last >= first)


def _in_year(when: PartialDate, year: int) -> PartialDate:
    try:
        return PartialDate.from_edtf(when.edtf.replace("XXXX", f"{year:04}"))
    except BadInput:  # 29 February in a year that has none, or a turn of the year
        return PartialDate()
