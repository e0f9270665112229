"""Days of a sentence that belong together: "Thursday (12 June)", "from Monday to Wednesday", "Tuesday last week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.dates import PartialDate
from db.reading.dates.day_words import WEEKDAYS
from db.reading.dates.days import Day, days_of
from db.reading.words import plain

_WEEK = timedelta(days=7)
_AND = re.compile(
    r"\s*(?:,\s*)?(?:-|–|&|\b(?:to|through|until|till|and|a|au|et|al|y|hasta(?: el)?|jusqu'au?)\b)\s*"
    r"(?:\b(?:the|on|le|el|ce|este)\b\s*)?"
)
_UP_TO = re.compile(
    r"\s*(?:,\s*)?(?:-|–|\b(?:to|through|until|till|a|au|al|hasta(?: el)?|jusqu'au?)\b)\s*(?:\b(?:the|le|el)\b\s*)?"
)
_LONGEST_STAY = timedelta(days=31)
_SAME = re.compile(r"\s*[,(]?\s*(?:(?:on|the|le|el|ce|este|that is|or|ou|o|soit|es decir),?\s+){0,2}")
_SAID_AGAIN = re.compile(r"\s*\(.*|\s*,?\s*(?:that is|or|ou|o|soit|es decir),?\s.*|\s*,?\s*(?:(?:le|el)\s+)?")
_IN_WEEK = re.compile(r"\s*,?\s*(?:(?:of|de|in)\s+)?")
_ON = re.compile(r"\s*,?\s*(?:on|le|el)?\s*,?\s*")
_OF_YEAR = re.compile(r"\s*,?\s*(?:of\s+|de\s+)?")
_GOES_ON = re.compile(r"\b(?:is|are|est|sont|se trouve|sejourne|esta|estan|permanece)\b")
_A_WEEK = re.compile(r"\b(?:week|semaine|semana)\b")
_YEARS_NEAR = ("last year", "this year", "next year")
_WITH_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ITS_YEAR = re.compile(r"(?:\d{4}|XXXX)(?=-)")
_SINGLE = ("weekday", "relative", "now")


def days_told(
    text: str, start: int, end: int, published: date | None, *, ahead: bool, low: str | None = None
) -> list[Day]:
    """The dates of a sentence, as `days_of` finds them, with those made one that mean one day or one stay."""
    low = plain(text[start:end]) if low is None else low
    found = days_of(text, start, end, published, ahead=ahead, low=low)
    told: list[Day] = []
    for day in found:
        last = told[-1] if told else None
        both = _one(last, day, text, low, start, ahead=ahead) if last is not None else None
        if both is not None:
            told[-1] = both
        else:
            told.append(day)
    return told


def _one(one: Day, other: Day, text: str, low: str, start: int, *, ahead: bool) -> Day | None:
    """Two days that stand side by side as one, None where they are two."""
    between = low[one.end - start : other.start - start]
    words = text[one.start : other.end]
    if _SAME.fullmatch(between) and (
        same := _twice(one, other, again=_SAID_AGAIN.fullmatch(between) is not None)
    ):
        end = other.end + (1 if "(" in between and text[other.end : other.end + 1] == ")" else 0)
        return Day(
            one.start, end, PartialDate(same.when.edtf, text[one.start : end], same.when.basis), same.kind
        )
    if _IN_WEEK.fullmatch(between) and one.kind == "weekday" and _is_week(other):
        return _in_week(one, other, words)
    if _ON.fullmatch(between) and _is_week(one) and other.kind == "weekday":
        return _in_week(one, other, words)
    if _OF_YEAR.fullmatch(between) and one.kind == "day" and _names_a_year(other):
        return _of_year(one, other, words)
    if _UP_TO.fullmatch(between) and one.kind == other.kind == "day":
        return _from_to(one, other, words)
    single = one.kind in _SINGLE and other.kind in _SINGLE and _AND.fullmatch(between) is not None
    goes_on = ahead or _GOES_ON.search(low[: one.start - start]) is not None
    return _stay(one, other, words, goes_on=goes_on) if single else None


def _twice(one: Day, other: Day, *, again: bool) -> Day | None:
    """The firmer of two names of one day: "today, Thursday", "Thursday (12 June)"; None where they are two days.

    Where it is said again, and is another weekday, it is an uncertain day: "last Wednesday, or June 15".
    """
    if (_number(one) is None and _number(other) is None) or {one.kind, other.kind} == {"day"}:
        return None
    named, firm = (one, other) if _number(one) is not None and one.kind != "day" else (other, one)
    if firm.kind not in ("day", "relative", "now") or _is_week(firm) or _number(named) is None:
        return None
    first = firm.when.first
    fits = first is None or (firm.when.days == 1 and first.weekday() == _number(named))
    if fits:
        return firm
    doubted = firm._replace(when=PartialDate(f"{firm.when.edtf}?", firm.when.text))
    return doubted if again and _is_named(one, firm) else None


def _is_named(one: Day, firm: Day) -> bool:
    """Whether a weekday stands before the certain day that it should be."""
    return one is not firm and firm.kind == "day" and firm.when.exact


def _number(day: Day) -> int | None:
    """The weekday that a day names: Monday is 0; None for none."""
    if day.kind not in ("weekday", "relative"):
        return None
    return next((WEEKDAYS[word] for word in plain(day.when.text).split() if word in WEEKDAYS), None)


def _is_week(day: Day) -> bool:
    return day.kind == "relative" and _A_WEEK.search(plain(day.when.text)) is not None


def _in_week(one: Day, other: Day, words: str) -> Day:
    """The weekday of a week that is told beside it; symbolic like the week where that is."""
    named, week = (other, one) if _is_week(one) else (one, other)
    number, monday = _number(named), week.when.first
    edtf = ""
    if number is not None and monday is not None:
        edtf = (monday - timedelta(days=monday.weekday()) + timedelta(days=number)).isoformat()
    return Day(one.start, other.end, PartialDate(edtf, words, "relative"), "weekday")


def _names_a_year(day: Day) -> bool:
    return day.kind == "relative" and plain(day.when.text) in _YEARS_NEAR


def _of_year(one: Day, other: Day, words: str) -> Day | None:
    year = other.when.edtf[:4]
    if not year or _WITH_YEAR.search(one.when.text):
        return None
    edtf = _ITS_YEAR.sub(year, one.when.edtf)
    return Day(one.start, other.end, PartialDate(edtf, words, "relative"), "day")


def _from_to(one: Day, other: Day, words: str) -> Day | None:
    """The days from one to another, each named whole: "from Monday, July 28 to Friday, August 1"."""
    first, last = one.when.first, other.when.first
    if first is None or last is None or one.when.days != 1 or other.when.days != 1:
        return None
    if not timedelta() < last - first <= _LONGEST_STAY:
        return None
    return Day(one.start, other.end, PartialDate(f"{first}/{last}", words, one.when.basis), "day")


def _stay(one: Day, other: Day, words: str, *, goes_on: bool) -> Day | None:
    """The days from one to another one; one that goes on or is to come ends on the next such day."""
    first, last = one.when.first, other.when.first
    if first is None or last is None:
        symbolic = not one.when.edtf and not other.when.edtf
        return Day(one.start, other.end, PartialDate("", words, "relative"), "relative") if symbolic else None
    if one.when.days != 1 or other.when.days != 1 or one.kind == "now" or other.kind == "now":
        return None
    while last < first and other.kind == "weekday" and goes_on:
        last += _WEEK
    while first > last and one.kind == "weekday":
        first -= _WEEK
    if not timedelta() < last - first < _WEEK:
        return None
    return Day(one.start, other.end, PartialDate(f"{first}/{last}", words, "relative"), "relative")
