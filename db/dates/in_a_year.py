"""A date of which no year is stated, in a year."""

from __future__ import annotations

from db.dates.value import PartialDate
from db.errors import BadInput


def in_year(when: PartialDate, year: int) -> PartialDate | None:
    """The same days in that year, of a stay over New Year the end in the next; None for 29 February in most years.

    A date with a year stays what it is.
    """
    begin, to, end = when.edtf.partition("/")
    ends = year + 1 if end < begin else year
    edtf = f"{begin.replace('XXXX', f'{year:04}')}{to}{end.replace('XXXX', f'{ends:04}')}"
    try:
        return PartialDate.from_edtf(edtf, when.text, "inferred")
    except BadInput:
        return None
