"""Dates as an officer reads them; what is shown can be typed back and means the same.

The long form names weekdays. The short form fits a column; one that had to be cut ends in "…", which the
reader refuses, so that it is never taken for something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - a partial date is called `date` here
from functools import lru_cache

from db.dates import edtf as notation
from db.dates.distance import show_distance
from db.dates.edtf import MONTH_NAMES, NOT_SAID, OPEN, WINTER, Part, Span, neighbours, thirds
from db.dates.value import PartialDate

SHORT_CELLS = 16
NOT_STATED = "not stated"

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CODES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4"}
_CODES |= {40: "H1", 41: "H2"}
_LAST_MONTH = 12


def show_date(date: PartialDate, *, today: Day | None = None, weekdays: bool = True) -> str:
    """The long form, such as "Tue 28 – Wed 29 Jan 2025"; with `today` the distance follows: ", in 6 days"."""
    if not date.edtf:
        return f"“{date.text}”" if date.text else NOT_STATED
    distance = show_distance(date, today=today) if today else ""
    long = _long(date.edtf, weekdays=weekdays)
    return f"{long}, {distance}" if distance else long


def show_short(date: PartialDate) -> str:
    """The form for a column, at most 16 cells, such as "28–29 Jan 2025" or "28–29 Jan ?"."""
    if date.edtf:
        return _short(date.edtf)
    return _cut(f"“{date.text[: SHORT_CELLS + 1]}”") if date.text else NOT_STATED


@lru_cache(maxsize=16_384)
def _long(edtf: str, *, weekdays: bool = True) -> str:
    span = notation.parse(edtf)
    mark = _shared_mark(span)
    text = _third(span, "") or _sentence(span, mark, weekdays=weekdays and mark == "")
    if span.parts[0].year is None:
        text += ", year not stated"
    return f"{text}, uncertain" if mark in {"?", "%"} else text


def _shared_mark(span: Span) -> str | None:
    """The qualifier of the whole; None when the two ends differ."""
    marks = {part.qualifier for part in span.parts}
    return marks.pop() if len(marks) == 1 else None


def _sentence(span: Span, mark: str | None, *, weekdays: bool) -> str:
    about = "about " if mark in {"~", "%"} else ""
    one, two = span.start, span.end
    if isinstance(one, Part) and isinstance(two, Part):
        if span.kind == "choice":
            return _choice(one, two)
        if mark is None:
            return f"{_own_mark(one, '')}{_part(one)} – {_own_mark(two, one.qualifier)}{_part(two)}"
        plain = one == two
        return about + (_part(one, weekday=weekdays) if plain else _range(one, two, " – ", weekday=weekdays))
    text = about + _part(span.parts[0], weekday=weekdays)
    if OPEN in (one, two):
        return f"since {text}" if two == OPEN else f"until {text}"
    return f"{text} – end not stated" if two == NOT_SAID else f"start not stated – {text}"


def _choice(one: Part, two: Part) -> str:
    if neighbours(one, two):
        return _range(one, two, " or ")
    return f"some {'day' if one.day and two.day else 'time'} in {_range(one, two, ' – ')}"


def _own_mark(part: Part, shared: str) -> str:
    """The words for the qualifier of one end; the first end's would otherwise hold for both."""
    words = {"": "exactly " if shared else "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
    return words[part.qualifier]


def _part(part: Part, *, weekday: bool = False, year: bool = True, short: bool = False) -> str:
    """One part in words: "Tue 28 Jan 2025", "June 2022", "winter 2025–26", "2020s"."""
    if part.decade:
        return f"{part.year}s"
    told = "" if part.year is None or not year else f" {part.year:04}"
    if part.day:
        text = f"{part.day} {MONTH_NAMES[part.month][:3]}{told}"
        return f"{_weekday(part)}{text}" if weekday else text
    if part.month == WINTER and part.year is not None and told:
        told += f"–{(part.year + 1) % 100:02}"
    if part.month > _LAST_MONTH:
        return _CODES[part.month] + told
    name = MONTH_NAMES[part.month]
    return (name[:3] if short else name) + told if part.month else told.strip()


def _weekday(part: Part) -> str:
    return "" if part.year is None else f"{_WEEKDAYS[Day(part.year, part.month, part.day).weekday()]} "


def _range(one: Part, two: Part, joint: str, *, weekday: bool = False, short: bool = False) -> str:
    """Two parts with what they share said once: "28–29 Jan 2025", "Tue 28 Jan – Sun 2 Feb 2025"."""
    end = _part(two, weekday=weekday, short=short)
    same_year = one.year == two.year and not one.decade and not two.decade
    if one.day and two.day and same_year and one.month == two.month:
        start = f"{_weekday(one) if weekday else ''}{one.day}"
        tight = joint == " – " and not (weekday and one.year is not None)
        return f"{start}{joint.strip() if tight else joint}{end}"
    alike = same_year and bool(one.day) == bool(two.day) and one.month > 0 and two.month > 0
    return f"{_part(one, weekday=weekday, year=not alike, short=short)}{joint}{end}"


def _third(span: Span, month_style: str) -> str:
    """Name the third of a month or year that an interval stands for, "mid-June 2026", else ""."""
    one, two = span.start, span.end
    if not isinstance(one, Part) or not isinstance(two, Part) or _shared_mark(span) not in {"~", "%"}:
        return ""
    if span.kind != "interval" or one.year != two.year or (one.day and one.month != two.month):
        return ""
    whole = Part(one.year, one.month if one.day else 0)
    plain = (one.plain, two.plain)
    for name, (low, high) in thirds(whole).items():
        if plain == (low.plain, high.plain):
            return f"{name}{'-' if name == 'mid' else ' '}{_part(whole, short=bool(month_style))}"
    return ""


@lru_cache(maxsize=16_384)
def _short(edtf: str) -> str:
    span = notation.parse(edtf)
    mark = _shared_mark(span)
    if mark is not None:
        tail = (" ?" if span.parts[0].year is None else "") + ("?" if mark in {"?", "%"} else "")
        for text in _short_forms(span, "~" if mark in {"~", "%"} else ""):
            date_itself = text.rstrip("–…") if text[0] != "…" else text
            form = date_itself + tail + text[len(date_itself) :]
            if len(form) <= SHORT_CELLS:
                return form
    return _cut(_long(edtf, weekdays=False))


def _short_forms(span: Span, about: str) -> Iterator[str]:
    """Forms for a column, the most readable first."""
    third = _third(span, "short")
    forms = [third] if third else list(_spaced_forms(span, about))
    yield from forms
    # Numbers and words can still be told apart without the space between them.
    yield from (re.sub(r"(?<=\d) (?=[A-Z])", "", form) for form in forms)
    yield from (re.sub(r"(?<=\d) (?=[A-Za-z])|(?<=[A-Za-z]) (?=\d)", "", form) for form in forms)


def _spaced_forms(span: Span, about: str) -> Iterator[str]:
    one, two = span.start, span.end
    text = about + _part(span.parts[0], short=True)
    if isinstance(one, Part) and isinstance(two, Part):
        if span.kind == "one":
            yield text
        elif span.kind == "interval":
            yield about + _range(one, two, "–", short=True)
        elif neighbours(one, two):
            yield from (_range(one, two, joint, short=True) for joint in (" or ", "|"))
        else:
            yield _range(one, two, "..", short=True)
    elif two == OPEN:
        yield from (f"since {text}", f"from {text}", f"{text}–")
    elif two == NOT_SAID:
        yield f"{text}–…"
    elif one == OPEN:
        yield from (f"until {text}", f"to {text}")
    else:
        yield f"…–{text}"


def _cut(text: str) -> str:
    """The text, or as much of its start as fits, with a sign that something is missing."""
    whole = len(text) <= SHORT_CELLS and _cells(text) <= SHORT_CELLS
    if whole:
        return text
    text = text[:SHORT_CELLS]  # a letter takes a cell at least, so what follows would not fit; it may be long
    while _cells(text) >= SHORT_CELLS:
        text = text[:-1]
    return f"{text.rstrip(' –')}…"


def _cells(text: str) -> int:
    """How many cells a text takes, counting wide letters twice."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
