"""A stored date as a field shows it: words that mean the same on any day and with any setting."""

from __future__ import annotations

from functools import lru_cache

from db.dates import PartialDate, show_date, show_short
from db.dates.reader import read_span
from db.errors import BadInput


def date_as_typed(when: PartialDate) -> str:
    """The text of a date that reads back as the same one; "" when it is not stated.

    The officer's own words come first; words that count from a day, or that depend on which of day and
    month is written first, would come to mean something else and give way to the date itself.
    """
    if not when.edtf:
        return f"“{when.text}”" if when.text else ""
    return _text(when.edtf, when.text)


def date_as_shown(text: str) -> str:
    """The text of a field in the form in which lists show dates; words that are no date as they are."""
    try:
        span, counts = read_span(text, None, day_first=True)
    except BadInput:
        return text
    return text if counts else show_short(PartialDate(str(span)))


@lru_cache(maxsize=1024)
def _text(edtf: str, words: str) -> str:
    # The short form before the long one: who changes a day should not have to change its weekday as well.
    for text in (words, show_short(PartialDate(edtf)), show_date(PartialDate(edtf))):
        if text.isprintable() and _means(text, edtf):
            return text
    return edtf


def _means(text: str, edtf: str) -> bool:
    if not text.strip() or text != text.strip() or text.startswith("“"):
        return False
    try:
        read = [read_span(text, None, day_first=day_first) for day_first in (True, False)]
    except BadInput:
        return False
    return all(not counts and str(span) == edtf for span, counts in read)
