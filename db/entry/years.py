"""The year that a date names none of, as it is offered: the one in which the date is nearest to today."""

from __future__ import annotations

from db.dates import read_date, show_date, show_distance
from db.entry.days import LEAP_YEARS_APART, Found
from db.entry.shapes import Completion, Work
from db.errors import BadInput


def likely_year(work: Work, found: Found) -> Completion | None:
    """A date that names no year with the one in which it is nearest to today; None where it has one."""
    typed = work.text[found.start : found.end]
    if not found.date.yearless or "?" in typed:
        return None
    today = work.moment.today
    near = []
    for year in range(today.year - LEAP_YEARS_APART, today.year + LEAP_YEARS_APART + 1):
        text = f"{typed} {year:04}"
        try:
            when = read_date(text, today=today, day_first=work.day_first)
        except BadInput:  # 29 February
            continue
        if when.edtf == found.date.edtf.replace("XXXX", f"{year:04}") and when.first:
            near.append((abs((when.first - today).days), text, when))
    if not near:
        return None
    _, text, when = min(near)
    detail = ", ".join(filter(None, (show_date(when), show_distance(when, today=today))))
    return Completion(found.start, found.end, text, text, detail)
