"""Days that a text gives and that are not certain: a weekday that is another one, a day of "the last month"."""

from __future__ import annotations

import re
from datetime import date

from db.dates import PartialDate, show_date
from db.reading.dates.arabic_days import ARABIC_WEEKDAYS
from db.reading.dates.day_words import WEEKDAYS
from db.reading.words import plain

_WEEKDAY_BEFORE = re.compile(r"(?:(?P<last>last|past) )?(?P<weekday>[a-z]+)\b,?(?: (?:the|le) )?\s*")
_CERTAIN = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAYS = {**WEEKDAYS, **ARABIC_WEEKDAYS}
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_before(words: str) -> int | None:
    """The weekday that stands before a date, which tells its year: Monday is 0."""
    found = _WEEKDAY_BEFORE.match(plain(words))
    return WEEKDAYS.get(found["weekday"]) if found is not None else None


def is_of_these_days(words: str) -> bool:
    """Whether the weekday before a date is told as the last one: "last Wednesday, or June 15"."""
    found = _WEEKDAY_BEFORE.match(plain(words))
    return found is not None and found["last"] is not None and found["weekday"] in WEEKDAYS


def without_weekday(words: str) -> str:
    """The words of a date without the weekday before it; "" where there is none."""
    found = _WEEKDAY_BEFORE.match(plain(words)) if weekday_before(words) is not None else None
    return words[found.end() :] if found is not None else ""


def doubted(when: PartialDate) -> PartialDate:
    """Certain days of which the first is not the weekday by which the words call it, as uncertain ones."""
    if not _CERTAIN.fullmatch(when.edtf) or not _other_weekday(when):
        return when
    first, sign, last = when.edtf.partition("/")
    return PartialDate(f"{first}?{sign}{last}", when.text, when.basis)


def reason_to_doubt(when: PartialDate) -> str:
    """Why a day that was read is not certain, in a sentence; "" where it is, or where nothing is known of it."""
    first, last = when.first, when.last
    if first is None or last is None:
        return ""
    if when.edtf.startswith("["):
        return f"It was some day from {_told(first)} to {_told(last)}, counted from the publication."
    named = _other_weekday(when) if when.uncertain else ""
    return f"{_told(first)} is a {_NAMES[first.weekday()]}, and the text says {named}." if named else ""


def _other_weekday(when: PartialDate) -> str:
    """The weekday that the words name where the first day is another one; "" for none and for several."""
    before = weekday_before(when.text)
    named = {before} if before is not None else _weekdays_in(when.text) if when.days == 1 else set()
    first = when.first
    if len(named) != 1 or first is None or first.weekday() in named:
        return ""
    return _NAMES[named.pop()]


def _weekdays_in(words: str) -> set[int]:
    return {_WEEKDAYS[word] for word in _WORD.findall(plain(words)) if word in _WEEKDAYS}


def _told(day: date) -> str:
    return show_date(PartialDate.day(day), weekdays=False)
