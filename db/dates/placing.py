"""Where a date belongs in a calendar: on days only when it says days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from db.dates import edtf as notation
from db.dates.edtf import Part, Span, thirds
from db.dates.value import PartialDate

Precision = Literal["days", "month", "year"]


class Placed(NamedTuple):
    """The days that a date covers or may cover.

    Attributes:
        first: the first of them.
        last: the last of them.
        precision: "days" where it says which, else whether they lie within one month or in more than one.
        sure: whether neither end is approximate or in doubt.
    """

    first: date
    last: date
    precision: Precision
    sure: bool


def placed(when: PartialDate) -> Placed | None:
    """Where a date belongs; None without a year, for words alone and for nothing.

    A choice of days ("28 or 29 Jan") and a third of a month ("mid-June 2026") are no days. What is open at
    one end belongs where the other one is.
    """
    return _placed(when.edtf) if when.edtf else None


@lru_cache(maxsize=16_384)
def _placed(edtf: str) -> Placed | None:
    span = notation.parse(edtf)
    sure = not any(part.qualifier for part in span.parts)
    first, last = notation.bounds(edtf)
    known = first or last
    if known is None:
        return None
    if first is None or last is None:
        return Placed(known, known, "month" if span.parts[0].month else "year", sure)
    if _says_days(span):
        return Placed(first, last, "days", sure)
    within = (first.year, first.month) == (last.year, last.month)
    return Placed(first, last, "month" if within else "year", sure)


def _says_days(span: Span) -> bool:
    one, two = span.start, span.end
    if span.kind == "choice" or not isinstance(one, Part) or not isinstance(two, Part):
        return False
    if not one.day or not two.day:
        return False
    return (one, two) not in thirds(Part(one.year, one.month)).values()
