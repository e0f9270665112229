"""Words in a source that count from its publication, and years that fit a weekday.

The grammar is imported when words are first read: the first screen only shows dates.
"""

from __future__ import annotations

from datetime import date

from db.dates.edtf import Span, days_in
from db.dates.value import UNSTATED, PartialDate
from db.errors import BadInput


def resolve(text: str, published: date | None) -> PartialDate:
    """What a source's words mean, counted from its publication; never raises.

    Without `published`, or when they are beyond the grammar, the words stay symbolic: no EDTF, basis
    "relative". So does a weekday alone, which may be past or coming. A year that is left out stays out.
    """
    from db.dates.reader import LONGEST  # noqa: PLC0415

    written = text.strip()
    if not written:
        return UNSTATED
    if len(written) > LONGEST:
        return PartialDate("", written, "relative")
    found = _span(written, published)
    if found is None:
        return PartialDate("", written, "relative")
    span, counts = found
    return PartialDate(str(span), written, "relative" if counts else "stated")


def _span(written: str, published: date | None) -> tuple[Span, bool] | None:
    from db.dates.meaning import NeedsToday  # noqa: PLC0415
    from db.dates.reader import read_span  # noqa: PLC0415

    try:
        span, counts = read_span(written, published, bare_weekdays=False)
    except NeedsToday:
        return None
    except BadInput:
        # A second day that does not fit the publication is still worth having: "last Wednesday, or June 15".
        return _span(written, None) if published else None
    return (span, counts) if span else None


def years_matching(weekday: int, month: int, day: int, *, first: int, last: int) -> list[int]:
    """The years from `first` to `last` in which this day falls on this weekday (Monday is 0)."""
    return [
        year
        for year in range(first, last + 1)
        if day <= days_in(year, month) and date(year, month, day).weekday() == weekday
    ]
