"""Dates among free words: what reads as one, and what must rather stay a word of the title.

How sure one may be decides where a date is taken:

* *strong* anywhere: a day or year beside its month (28 jan, June 2022, Q3 2026), full dates in digits, +2w, eom;
* *edge* at the start or the end of a run of words: days that count from today (fri, next tue, 3 weeks ago);
* *whole* only where the run is nothing else: a bare year, month or season, 12/10, "May 2015 to June 2020" in words.

So "World Cup 2030" and "may visit" stay words, and so does whatever stands in quotes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.dates import PartialDate, read_date, show_date, show_distance
from db.entry.date_words import (
    EDGE_WORDS,
    STRONG_WORDS,
    closes,
    goes_on,
    is_date_word,
    is_hard,
    is_month,
    is_year,
    lexemes_of,
    text_between,
)
from db.errors import BadInput

if TYPE_CHECKING:
    from db.entry.shapes import Work

Class = Literal["strong", "edge", "whole"]

LONGEST = 12  # words of a date
LEAP_YEARS_APART = 8
_IN_DIGITS = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}([-/.])\d{1,2}\1\d{2,4}|(?:XXXX|\d{4})-\d\d(?:-\d\d)?[~?%]?",
    re.ASCII | re.IGNORECASE,
)
_JOINERS = frozenset(
    ("-", "–", "—", "to", "and", "or", "au", "al", "a", "et", "y", "e", "ou", "o", "&", "/", "until")
)


class Found(NamedTuple):
    """A date, or what looks like one and is refused, and the chunks that it takes."""

    first: int
    last: int
    start: int
    end: int
    date: PartialDate
    sure: Class
    problem: str = ""


def show(when: PartialDate, today: date) -> str:
    """A date as a token reads: "Tue 28 – Wed 29 Jan 2025 (22 months ago)"."""
    distance = show_distance(when, today=today)
    return f"{show_date(when)} ({distance})" if distance else show_date(when)


def find_dates(work: Work) -> list[Found]:
    """The dates of a line in order: the surest kind there is, and what is refused."""
    found = [one for run in work.free() for one in _in_run(work, run)]
    for sure in ("strong", "edge", "whole"):
        if kept := [one for one in found if one.sure == sure or one.problem]:
            return kept
    return []


def at_an_edge(work: Work) -> list[Found]:
    """Dates at the start or end of a run of words, for records whose text may well speak of other days."""
    found = []
    for run in work.free():
        for one in _in_run(work, run):
            at_edge = one.first == run[0] or one.last == run[-1]
            if at_edge and (one.sure in {"strong", "edge"} or one.problem):
                found.append(one)
    return found


def after_by(work: Work) -> Found | None:
    """The date with which the words of a line end after "by"; its stretch begins with that word."""
    for run in work.free():
        for number in run[:-1]:
            word = work.chunks[number]
            if word.text.casefold() != "by":
                continue
            found = read_stretch(work, number + 1)
            if found.last == run[-1] and found.date.edtf and not found.problem:
                return found._replace(first=number, start=word.start)
    return None


def with_year(when: PartialDate, today: date) -> PartialDate:
    """A due date that names no year, in the next year in which it is not over; others as they are."""
    for year in range(today.year, today.year + LEAP_YEARS_APART + 1) if when.yearless else ():
        try:
            found = PartialDate.from_edtf(when.edtf.replace("XXXX", f"{year:04}"), when.text, "inferred")
        except BadInput:  # 29 February, or a period over New Year
            continue
        if not found.before(today):
            return found
    return when


def read_stretch(work: Work, number: int) -> Found:
    """The date that a field begins with, up to the last word that still belongs to it; what it is, is not asked."""
    chunk = work.chunks[number]
    if chunk.quoted:
        return _explicit(work, number, number, chunk.text, chunk.at, chunk.at + len(chunk.text))
    last = number
    for after in range(number + 1, min(len(work.chunks), number + LONGEST)):
        if after in work.used or not is_date_word(work.chunks[after]):
            break
        last = after
    for end in range(last, number - 1, -1):
        text, start, stop = text_between(work, number, end)
        if end > number and not closes(text, work.day_first):
            continue
        found = _explicit(work, number, end, text, start, stop)
        if not found.problem:
            return _with_neighbours(work, found, range(number, last + 1))
    text, start, stop = text_between(work, number, number)
    return _explicit(work, number, number, text, start, stop)


def _explicit(work: Work, first: int, last: int, text: str, start: int, end: int) -> Found:
    try:
        when = read_date(text, today=work.moment.today, day_first=work.day_first, weekend=work.weekend)
    except BadInput as error:
        return Found(first, last, start, end, PartialDate(), "strong", str(error))
    return Found(first, last, start, end, when, "strong")


def _in_run(work: Work, run: list[int]) -> list[Found]:
    """All dates of one run of words, the longest at every place, none inside another."""
    found: list[Found] = []
    for stretch in _stretches(work, run):
        first = 0
        while first < len(stretch):
            one = _longest_from(work, stretch, first, run)
            if one is None:
                first += 1
                continue
            if one.sure == "strong":
                one = _with_neighbours(work, one, range(stretch[0], stretch[-1] + 1))
            # What was refused may reach back over a weaker date before it.
            found = [other for other in found if other.last < one.first]
            found.append(one)
            first = one.last - stretch[0] + 1
    return found


def _stretches(work: Work, run: list[int]) -> list[list[int]]:
    """The parts of a run in which every word could belong to a date."""
    found: list[list[int]] = [[]]
    for number in run:
        if is_date_word(work.chunks[number]):
            found[-1].append(number)
        elif found[-1]:
            found.append([])
    return [stretch for stretch in found if stretch]


def _longest_from(work: Work, stretch: list[int], first: int, run: list[int]) -> Found | None:
    for last in range(min(len(stretch), first + LONGEST) - 1, first - 1, -1):
        if goes_on(work, stretch[last]):
            continue
        work.patience -= 1
        if work.patience < 0:
            return None
        text, start, end = text_between(work, stretch[first], stretch[last])
        sure = _sureness(text, whole=[stretch[first], stretch[last]] == [run[0], run[-1]], work=work)
        if sure is None:
            continue
        if sure == "edge" and stretch[first] != run[0] and stretch[last] != run[-1]:
            continue
        try:
            when = read_date(text, today=work.moment.today, day_first=work.day_first, weekend=work.weekend)
        except BadInput as error:
            if first == last and _IN_DIGITS.fullmatch(text):
                return Found(stretch[first], stretch[last], start, end, PartialDate(), "strong", str(error))
            continue
        # "since" and "until" make a period without an end, and no event is one: the words are about something else.
        if when.edtf and ".." not in when.edtf:
            return Found(stretch[first], stretch[last], start, end, when, sure)
    return None


def _sureness(text: str, *, whole: bool, work: Work) -> Class | None:
    """How sure a text is a date; None where it cannot be taken for one here."""
    if _IN_DIGITS.fullmatch(text):
        return "strong"
    if not text or not closes(text, work.day_first):
        return None
    found = lexemes_of(text, day_first=work.day_first) or []
    kinds = {lexeme.kind for lexeme in found}
    said = {lexeme.value for lexeme in found if lexeme.kind == "say"}
    if found[0].kind == "say" and found[0].value in {"to", "until", "since", "now"}:
        # "from 28 to 29 Jan" is a period; "trip to Jan 2025" is a trip.
        return "strong" if found[0].value == "since" and len(kinds & {"num", "month"}) > 1 else None
    full = any(lexeme.part and lexeme.part.year is not None and lexeme.part.month for lexeme in found)
    beside_month = "month" in kinds and bool(kinds & {"num", "part", "pair"})
    counted = "sign" in kinds and "unit" in kinds and text[0] in "+-"
    if full or beside_month or counted or said & STRONG_WORDS:
        return "strong"
    if kinds & {"weekday", "unit"} or said & EDGE_WORDS:
        return "edge"
    return "whole" if whole else None


def _with_neighbours(work: Work, one: Found, within: range) -> Found:
    """Refuse a date beside which stands what seems to be the rest of it: "30 feb 2026", "28 jan 25", "Mon 28 jan"."""
    left = one.first - 1
    if left in within and is_hard(work, left) and (refused := _refusal(work, left, one.last)):
        return refused
    right = one.last + 1
    if right not in within or one.problem:
        return one
    joined = work.chunks[right].text.casefold() in _JOINERS
    after = right + joined
    last = after - 1
    while last + 1 in within and any(looks(work, last + 1) for looks in (is_hard, is_month, is_year)):
        last += 1
    if last < after:
        return one
    # After a whole date only a second one can belong to it; "28 jan 2025 12 experts" is clear.
    complete = not one.date.yearless
    if complete and not (joined and any(is_month(work, number) for number in range(after, last + 1))):
        return one
    return _refusal(work, one.first, last) or one


def _refusal(work: Work, first: int, last: int) -> Found | None:
    text, start, end = text_between(work, first, last)
    try:
        read_date(text, today=work.moment.today, day_first=work.day_first, weekend=work.weekend)
    except BadInput as error:
        sentence = f"{error} Put words that are no date in quotes."
        return Found(first, last, start, end, PartialDate(), "strong", sentence)
    return None
