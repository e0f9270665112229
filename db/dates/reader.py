"""The reader: what an officer types, or a source says, as a partial date; it refuses rather than guesses.

ISO and EDTF come first and mean what they say. A day and month without a year stay without one. "and" joins
neighbouring days to a period, "or" to a choice; "between" and ".." are a choice within a period.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from db.dates import edtf as notation
from db.dates.distance import show_distance
from db.dates.edtf import Span
from db.dates.lexer import HINT, Cursor, tokens
from db.dates.meaning import meaning
from db.dates.sentence import read_sentence
from db.dates.value import UNSTATED, PartialDate
from db.dates.weekends import SATURDAY_SUNDAY, Weekend
from db.errors import BadInput

LONGEST = 200
_LEAP_DAY = date(2000, 2, 29)  # stands in for a today that is not known


def read_date(
    text: str, *, today: date, day_first: bool = True, weekend: Weekend = SATURDAY_SUNDAY
) -> PartialDate:
    """Read a date as an officer writes it.

    Words such as "fri" and "+2w" count from `today`, working days ("+5wd") leave out the `weekend`; the words are
    kept and the basis is "stated".
    Words in “quotes” stay words. Raises BadInput with the offsets of the part at fault.
    """
    written = text.strip()
    quoted = _quoted(written)
    if quoted is not None:
        return PartialDate("", quoted, "relative")
    try:
        span, _ = read_span(text, today, day_first=day_first, weekend=weekend)
    except BadInput:
        shown = _shown_with_distance(written, today, day_first=day_first)
        if shown is None:
            raise
        return shown
    return PartialDate(str(span), written) if span else UNSTATED


def _shown_with_distance(written: str, today: date, *, day_first: bool) -> PartialDate | None:
    """What a preview shows reads back, "Fri 27 Nov 2026, in 6 days", if the distance is right."""
    head, _, distance = written.rpartition(", ")
    if not head or len(written) > LONGEST:
        return None
    try:
        span, _ = read_span(head, today, day_first=day_first)
    except BadInput:
        return None
    found = PartialDate(str(span), head) if span else UNSTATED
    return found if show_distance(found, today=today) == distance else None


def _quoted(written: str) -> str | None:
    inner = written[1:-1].strip() if len(written) <= LONGEST else ""
    return inner if inner and written[0] == "“" and written[-1] == "”" else None


def read_span(
    text: str,
    today: date | None,
    *,
    day_first: bool = True,
    bare_weekdays: bool = True,
    weekend: Weekend = SATURDAY_SUNDAY,
) -> tuple[Span | None, bool]:
    """The expression that a text means, None for "not stated", and whether it counts from `today`.

    Raises BadInput, or NeedsToday where a day is needed that is not known.
    """
    if len(text) > LONGEST:
        raise BadInput(
            f"That is too long for a date; leave it under {LONGEST} characters.", LONGEST, len(text)
        )
    written = text.strip()
    if not written:
        raise BadInput(f"There is no date. {HINT}", 0, len(text))
    if _notation().fullmatch(written):
        return _from_notation(written, len(text) - len(text.lstrip())), False
    sentence = read_sentence(Cursor(tokens(text, day_first=day_first), weekend), today or _LEAP_DAY)
    if sentence is None:
        return None, False
    return meaning(sentence, known_today=today is not None, bare_weekdays=bare_weekdays)


@cache
def _notation() -> re.Pattern[str]:
    part = r"(?:[0-9]{4}|[0-9]{3}x|xxxx)(?:-(?:[0-9]{2}|xx)){0,2}[~?%]?"
    pattern = rf"[0-9]{{8}}|{part}|(?:{part}|\.\.)?/(?:{part}|\.\.)?|\[{part}(?:\.\.|,){part}\]"
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


def _from_notation(written: str, offset: int) -> Span:
    basic = written.isdigit() and len(written) == 8  # noqa: PLR2004 - 20260506
    edtf = f"{written[:4]}-{written[4:6]}-{written[6:]}" if basic else written
    try:
        return notation.parse(edtf)
    except BadInput as error:
        if basic:
            sentence = f"{error} Eight digits are read as year, month, day."
            raise BadInput(sentence, offset, offset + len(written)) from None
        raise BadInput(str(error), offset + error.start, offset + error.end) from None
