"""Whether one date says the same as another one, and more exactly."""

from __future__ import annotations

import re

from db.dates.in_a_year import in_year
from db.dates.value import PartialDate

_CERTAIN = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", re.ASCII)


def firmer(known: PartialDate, told: PartialDate) -> bool:
    """Whether what is told says the same as what is known, and more exactly: "28 January 2025" of "January 2025"."""
    if not told.edtf or known.edtf == told.edtf:
        return False
    if not known.edtf:
        return True
    if told.yearless:
        return False
    if known.yearless:
        of_then = in_year(known, told.first.year) if told.first else None
        return of_then is not None and (of_then.edtf == told.edtf or _within(of_then, told))
    return _within(known, told)


def _within(known: PartialDate, told: PartialDate) -> bool:
    if _CERTAIN.fullmatch(known.edtf):
        return False  # a visit of two days that is told of one of them is not known better
    if known.first is None or known.last is None or told.first is None or told.last is None:
        return False
    narrower = (told.first, told.last) != (known.first, known.last)
    return known.first <= told.first and told.last <= known.last and (narrower or _certain(told))


def _certain(told: PartialDate) -> bool:
    return _CERTAIN.fullmatch(told.edtf) is not None
