"""Dates in a text: found by their shape, read by the grammar of `db.dates`, resolved against the publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from db.dates import PartialDate
from db.dates.edtf import days_in
from db.dates.in_a_year import in_year
from db.dates.resolve import resolve
from db.reading import cues
from db.reading.dates.arabic_days import arabic_days_in
from db.reading.dates.day_words import SHORT_MONTHS, compiled
from db.reading.dates.doubted_days import doubted, is_of_these_days, weekday_before, without_weekday
from db.reading.dates.sitting import to_sit
from db.reading.dates.verb_of_day import Tense, tense_of
from db.reading.dates.weekdays import weekday_near, weekday_of_now
from db.reading.dates.wording_of_days import as_read
from db.reading.words import plain

_WEEK_OF = re.compile(
    r"(?:week\s+(?:of|(?P<begins>beginning|starting|commencing))|semaine\s+du|semana\s+del)\s+(?:the\s+)?"
    r"(?:\w+day\s+|lundi\s+|lunes\s+)?$"
)
_OF_THE_YEAR = re.compile(r" de l'annee (?=20\d\d)")
_AND = re.compile(r"\s+(?:and|et|y)\s+(?:le\s+|el\s+)?")
_WEEK = timedelta(days=7)
_HALF_A_YEAR = timedelta(days=183)  # nobody tells of a day that is further off as if it were past
_RELATIVE = ("now", "relative", "weekday")
_ALSO = {
    "weekend": "relative",
    "thisweek": "relative",
    "instant": "day",
    "counted": "relative",
    "week": "month",
}
_ENDS_A_MONTH = re.compile(r"(?:the |a |la )?(?:end of|fin)\b")
_GONE = re.compile(r"\b(?:last|past|dernier|pasado)\b")
_BESIDE = re.compile(r"\b(?:(?P<next>next|coming|upcoming|prochain|proximo)|last|past|pasado|ultimo)\s+$")
_BEHIND = re.compile(
    r"\s+(?:(?P<next>next|prochain|proximo)|last|dernier|passe|pasado|ultimo)\b"
    r"(?!\s+(?:week|month|year|day|night))"
)
_FIRST_NUMBER = re.compile(r"\d+")
_SOME_DAY = re.compile(r"\b(?:weeks|semaines?|semanas?)\b")
_ARABIC = re.compile("[\u0621-\u064a]")
_CLAUSE = 60  # characters in front of a day that say what was done then
_LASTED = re.compile(
    r"\b(?:has|have|had|was|were|rose|fell|grew|doubled|tripled|increased|decreased|dropped)\b"
)
_SATURDAY = 5


class Day(NamedTuple):
    """A date where it stands in the text.

    Attributes:
        when: what it means; its words are those of the text.
        kind: day, month, year, now, relative or weekday.
    """

    start: int
    end: int
    when: PartialDate
    kind: str

    @property
    def dated(self) -> bool:
        """Whether it says more than a year."""
        return self.kind != "year" and bool(self.when.edtf)


def days_of(
    text: str, start: int, end: int, published: date | None, *, ahead: bool, low: str | None = None
) -> list[Day]:
    """The dates of a sentence.

    Args:
        text: the whole text.
        start: where the sentence begins.
        end: where it ends.
        published: the day from which relative words count, and near which a date without a year lies.
        ahead: whether the sentence tells of what is to come.
        low: the sentence in plain small letters, where that is at hand.
    """
    low = plain(text[start:end]) if low is None else low
    matches = list(compiled().finditer(low))
    off = bool(matches) and cues.OFF.search(low) is not None
    ahead = ahead or off  # what is off was still to come when it was set
    found = []
    sitting = to_sit(low) if matches else None
    for match in matches:
        kind, begin, stop = _kind(match)
        if kind == "counted" and not ahead and _LASTED.search(low, max(0, begin - _CLAUSE), begin):
            continue  # "has risen by a third in two years"
        to_come = sitting is not None and 0 <= begin - sitting.end() <= _CLAUSE
        told: Tense = "coming" if to_come else "" if off else tense_of(text[start:end], low, begin, stop)
        tense = _tense(low, begin, stop, told, ahead=ahead)
        if low[stop - 1] == "." and low[:stop].rsplit(maxsplit=1)[-1][:-1] not in SHORT_MONTHS:
            stop -= 1  # it ends the sentence
        words = text[start + begin : start + stop]
        day = _day(kind, words, low[:begin], published, tense)
        if day is not None:
            kind = _ALSO.get(kind, kind)
            found.append(Day(start + begin, start + stop, day, kind))
    if not low.isascii() and _ARABIC.search(low) is not None:
        found += _arabic(text, start, low, published, ahead=ahead)
    return [one for one, behind in pairwise((*found, None)) if one and not _is_told_again(text, one, behind)]


def _is_told_again(text: str, one: Day, behind: Day | None) -> bool:
    """Whether the day follows on words that alone do not say which: "today, Tuesday January 17, 2023"."""
    if one.when.edtf or behind is None or not behind.when.exact:
        return False
    return one.kind in _RELATIVE and text[one.end : behind.start].strip() in ("", ",", "(")


def _tense(low: str, begin: int, stop: int, told: Tense, *, ahead: bool) -> Tense:
    """Whether a day is to come, as a word beside it or its verb says: "le 4 juillet dernier", "el próximo 12"."""
    beside = _BESIDE.search(low[max(0, begin - _CLAUSE) : begin]) or _BEHIND.match(low, stop)
    if beside is not None:
        return "coming" if beside["next"] is not None else "past"
    if told:
        return told
    return "coming" if ahead and not (_is_over(low, begin, stop) or _is_done(low, begin)) else "past"


def _is_done(low: str, begin: int) -> bool:
    """Whether the words in front of a day tell of what was done then: "an accord signed in Kigali on Tuesday"."""
    around = low[max(0, begin - _CLAUSE) : begin]
    done = max((one.start() for one in cues.DONE.finditer(around)), default=-1)
    coming = max(
        (one.start() for one in (*cues.AHEAD.finditer(around), *cues.OFF.finditer(around))), default=-1
    )
    return done > coming


def _is_over(low: str, begin: int, stop: int) -> bool:
    """Whether what is to come, or is off, is told only behind a date: "met on 2 September, and will meet again"."""
    cue = cues.AHEAD.search(low) or cues.OFF.search(low)
    return cue is not None and cue.start() >= stop and cues.HAS_MET.search(low, 0, begin) is not None


def _kind(match: re.Match[str]) -> tuple[str, int, int]:
    if match["month"]:
        return "month", *match.span("bare")
    if match["year"]:
        return "year", *match.span("only")
    for name in ("now", "instant", "thisweek", "relative", "weekday", "weekend", "counted", "week"):
        if match[name]:
            return name, *match.span()
    return "month" if match["my"] or match["season"] or match["part"] else "day", *match.span()


def _day(kind: str, words: str, before: str, published: date | None, tense: Tense) -> PartialDate | None:
    words = " ".join(words.replace("’", "'").split())
    if kind in ("weekday", "weekend", "now", "instant", "thisweek"):
        return _near(kind, words, published, tense)
    found = _read(kind, words, published)
    if not found.edtf:
        return found if kind in _RELATIVE else None
    if kind == "relative":
        return _some_of(found)
    if found.yearless and published is not None:
        found = with_year(found, published, ahead=tense == "coming")
    if (week := _WEEK_OF.search(before[-_CLAUSE:])) is not None:
        return _week(found, words, begins=week["begins"] is not None)
    return found


def _near(kind: str, words: str, published: date | None, tense: Tense) -> PartialDate:
    """A day that is told by where it lies from the publication."""
    if kind == "weekday":
        if tense == "present":
            return weekday_of_now(words, published)
        return weekday_near(words, published, ahead=tense == "coming")
    if kind == "weekend":
        return _weekend(words, published, ahead=tense == "coming")
    if kind == "instant":
        return _instant(words, published)
    if kind == "thisweek":
        return _some_of(_told_as(words, _resolved("this week", published)))
    return PartialDate(published.isoformat() if published else "", words, "relative")


def _read(kind: str, words: str, published: date | None) -> PartialDate:
    """A date as the grammar of `db.dates` reads its words."""
    read = as_read(kind, words)
    found = _told_as(words, _resolved(read, published))
    if "annee 20" in read:
        found = _told_as(words, _resolved(_OF_THE_YEAR.sub(" ", read), published))
    if not found.edtf and kind not in _RELATIVE:
        # "between 10 and 12 June" is a period here: a visit does not leave out the day between.
        found = _told_as(words, resolve(_AND.sub("-", read.rstrip("."), count=1), published))
    if not found.edtf and kind == "day" and (bare := without_weekday(words)):
        found = doubted(
            _told_as(words, _resolved(as_read(kind, bare), published))
        )  # the weekday is not that day's
    if kind == "month" and found.yearless and _ENDS_A_MONTH.match(read):
        found = PartialDate(found.edtf[: len("XXXX-MM")], words, found.basis)  # some day of its last ones
    return found


def _instant(words: str, published: date | None) -> PartialDate:
    """A day of the month of publication: "el 12 del corriente"."""
    number = int(_FIRST_NUMBER.match(words).group())  # type: ignore[union-attr]
    if published is None or not 0 < number <= days_in(published.year, published.month):
        return PartialDate("", words, "relative")
    return PartialDate(published.replace(day=number).isoformat(), words, "relative")


def _some_of(when: PartialDate) -> PartialDate:
    """Some days of a week, where the words tell a week; about a day, where they count weeks back."""
    if when.days == _WEEK.days:
        return PartialDate(f"{when.first}~/{when.last}~", when.text, when.basis)
    if when.days == 1 and _SOME_DAY.search(plain(when.text)):
        return PartialDate(f"{when.first}~", when.text, when.basis)
    return when


def _told_as(words: str, when: PartialDate) -> PartialDate:
    return PartialDate(when.edtf, words, when.basis)


def with_year(when: PartialDate, published: date, *, ahead: bool) -> PartialDate:
    """A date without a year, in the year in which it lies nearest before the publication, or after it when ahead.

    Where the weekday before it is another one, it is an uncertain day.
    """
    years = (published.year, published.year + 1 if ahead else published.year - 1)
    weekday = weekday_before(when.text)
    if weekday is not None and not is_of_these_days(when.text):
        fits = [
            year
            for year in (published.year, published.year - 1, published.year + 1)
            if _falls_on(when, year, weekday, past=None if ahead else published)
        ]
        if len(fits) == 1:
            return in_year(when, fits[0]) or when
    for year in years if when.yearless else ():
        found = in_year(when, year)
        if found is None:
            continue
        first, last = found.first, found.last
        if first is None or last is None or (last >= published if ahead else first <= published):
            return doubted(found)
    return when


def _falls_on(when: PartialDate, year: int, weekday: int, *, past: date | None) -> bool:
    found = in_year(when, year)
    first = found.first if found is not None else None
    return first is not None and first.weekday() == weekday and (past is None or first - past <= _HALF_A_YEAR)


@lru_cache(maxsize=2_000)
def _resolved(words: str, published: date | None) -> PartialDate:
    """The same words mean the same day wherever a text says them."""
    return resolve(words, published)


def _weekend(words: str, published: date | None, *, ahead: bool) -> PartialDate:
    """The two days of the latest weekend, or of the coming one when it looks ahead."""
    if published is None:
        return PartialDate("", words, "relative")
    saturday = published - timedelta(days=(published.weekday() - _SATURDAY) % 7)
    if ahead and saturday + timedelta(days=1) < published and not _GONE.search(plain(words)):
        saturday += _WEEK
    return PartialDate(f"{saturday}/{saturday + timedelta(days=1)}", words, "relative")


def _week(found: PartialDate, words: str, *, begins: bool) -> PartialDate:
    """Some of the seven days of the week of a day, or of those that begin with it."""
    first = found.first
    if found.yearless and found.edtf.count("-") == 2 and found.edtf[-1].isdigit():  # noqa: PLR2004
        return PartialDate(f"{found.edtf}~", words, found.basis)  # its Monday is not known without the year
    if first is None or found.days != 1:
        return found
    first -= timedelta(days=0 if begins else first.weekday())
    return PartialDate(f"{first}~/{first + _WEEK - timedelta(days=1)}~", words, found.basis)


def _arabic(text: str, start: int, low: str, published: date | None, *, ahead: bool) -> list[Day]:
    """Days told in Arabic, read as their English words."""
    found = []
    for told in arabic_days_in(low):
        begin, stop = start + told.start, start + told.end
        words = text[begin:stop]
        if told.kind == "weekday" and " " not in told.words:
            when = weekday_near(told.words, published, ahead=ahead)
        else:
            when = (
                _some_of(_resolved(told.words, published))
                if told.kind != "day"
                else resolve(told.words, None)
            )
        if when.yearless and published is not None:
            when = with_year(
                PartialDate(when.edtf, f"{told.weekday} {told.words}", when.basis), published, ahead=ahead
            )
        if when.edtf or told.kind in _RELATIVE:
            found.append(Day(begin, stop, doubted(_told_as(words, when)), told.kind))
    return found
