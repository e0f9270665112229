"""Dates in a text: found by their shape, read by the grammar of `db.dates`, resolved against the publication."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from db.dates import PartialDate, resolve
from db.reading import cues
from db.reading.words import Word, plain

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|janv|fevr|avr|juil|ene|abr|dic"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre"
    r"|diciembre)\b\.?"
)
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_N = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er|º|°)?"
_OF = r"\s+(?:of\s+|de\s+)?"
_TO = (
    r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b|&|\bau\b|\bet\b|\bal\b|\by\b|\ba\b)\s*(?:le\s+|el\s+)?"
)
_YEAR = r"(?:\s*,?\s*(?:(?:de|del|of)\s+)?(?:19|20)\d\d)"
_PATTERN = rf"""
(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b)
|(?:\b(?:last|past)\s+(?:{_WEEKDAY}),?\s+or\s+{_MONTH}\s+{_N}\b{_YEAR}?)
|(?P<dm>(?:\b(?:{_WEEKDAY}),?\s+(?:the\s+|le\s+)?)?\b{_N}(?:{_OF}{_MONTH})?{_YEAR}?{_TO}(?:(?:{_WEEKDAY}),?\s+)?{_N}{_OF}{_MONTH}{_YEAR}?
  |(?:\b(?:{_WEEKDAY}),?\s+(?:the\s+|le\s+)?)?\b{_N}{_OF}{_MONTH}{_YEAR}?)
|(?P<md>(?:\b(?:{_WEEKDAY}),?\s+)?\b{_MONTH}\s+{_N}(?:{_YEAR}?{_TO}(?:{_MONTH}\s+)?{_N}\b(?!\s*(?:%|percent|countries|officials|people)))?{_YEAR}?)
|(?P<my>\b(?:(?:early|mid|late|the\s+end\s+of|end\s+of|beginning\s+of|fin|finales\s+de|principios\s+de|mediados\s+de|debut|mi)[\s-]+)?{_MONTH}{_YEAR}
  |\b(?:early|mid|late)[\s-]{_MONTH}(?!\s+\d))
|(?P<season>\b(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|primavera|verano|otono|invierno)\s+(?:of\s+|de\s+)?20\d\d\b)
|(?P<part>\b(?:(?:the\s+)?end\s+of\s+(?:the\s+year\b|20\d\d)|(?:la\s+)?fin\s+(?:de\s+l'annee(?:\s+20\d\d)?|(?:de\s+)?20\d\d)|(?:finales|fines)\s+de\s+(?:ano\b|20\d\d)
  |(?:the\s+)?(?:first|second)\s+half\s+of\s+20\d\d|(?:premier|second)\s+semestre\s+(?:de\s+)?20\d\d|(?:primer|segundo)\s+semestre\s+de\s+20\d\d
  |(?:the\s+)?(?:first|second|third|fourth)\s+quarter\s+of\s+20\d\d))
|(?P<now>\b(?:earlier\s+)?(?:this\s+(?:morning|afternoon|evening)|tonight|ce\s+(?:matin|soir|jour)|cet\s+apres-midi
  |esta\s+(?:manana|tarde|noche))\b)
|(?P<relative>\b(?:yesterday|today|tomorrow|hier|aujourd'hui|demain|ayer|hoy
  |(?<!esta\ )(?<!la\ )manana)\b(?!\s+security)
  |\b(?:last|next|this|past|coming)\s+(?:week|month|year|{_WEEKDAY})\b
  |\bthe\s+(?:last|past)\s+(?:week|month)\b
  |\b(?:{_WEEKDAY})\s+(?:dernier|prochain|pasado|proximo)\b|\b(?:el\s+)?(?:proximo|pasado)\s+(?:{_WEEKDAY})\b
  |\b(?:la\s+)?semaine\s+(?:derniere|prochaine)|\b(?:le\s+)?mois\s+(?:dernier|prochain)|\bl'an\s+dernier\b
  |\b(?:la\s+)?semana\s+(?:pasada|proxima)|\b(?:el\s+)?mes\s+(?:pasado|proximo)|\b(?:la\s+)?proxima\s+semana|\b(?:el\s+)?proximo\s+mes
  |\b(?:within|in)\s+(?:\d+|two|three|four|six|twelve)\s+(?:days|weeks|months|years)\b
  |\bdans\s+(?:un\s+delai\s+de\s+)?(?:\d+|deux|trois|quatre|six)\s+(?:jours|semaines|mois|ans)\b
  |\b(?:dentro\s+de|en\s+un\s+plazo\s+de)\s+(?:\d+|dos|tres|cuatro|seis)\s+(?:dias|semanas|meses|anos)\b
  |\b(?:\d+|two|three|four)\s+(?:days|weeks|months)\s+ago\b)
|(?P<weekday>\b(?:{_WEEKDAY})\b)
|(?P<month>\b(?:in|en|by|before|until|avant|antes\s+de|since|depuis|desde|for)\s+(?P<bare>{_MONTH})(?!\s+\d))
|(?P<year>\b(?:in|by|before|until|en|avant|antes\s+de|d'ici(?:\s+a)?|para|hasta)\s+(?P<only>20\d\d)\b(?!-\d))
"""
_BEGINS = (
    # The first letters of every word with which a date may begin: most words are passed over without a closer look.
    r"a(?:br|go|ou|pr|u[gjt]|v|nte|ye)|b(?:e[fg]|y)|c(?:e|om)|d(?:'|an|e[bcmnps]|i[cem]|om)|e(?:ar|n|[nst][edt])"
    r"|f(?:al|e[bv]|i[nr]|o[ru]|ri)|e[ln]|h(?:as|i[ev]|oy)|in|ja|j(?:e[un]|u[eilnv])|l(?:'|as?|at|e|u[n])|m(?:a|e|i|o)"
    r"|n(?:ex|o)|o(?:ct|to)|p(?:a[rs]|re|ri|ro)|s(?:a[btm]|e|i[nx]|pr|u[mn])|t(?:h|o[dmn]|ue|wo)|un|v(?:e[nr]|ie)"
    r"|w(?:e[de]|i[nt])|yes"
)
_WEEK_OF = re.compile(r"(?:week\s+(?:of|beginning|starting)|semaine\s+du|semana\s+del)\s+(?:the\s+)?$")
_ARABIC_MONTHS = {
    1: "يناير جانفي", 2: "فبراير فيفري", 3: "مارس", 4: "أبريل إبريل نيسان", 5: "مايو ماي", 6: "يونيو جوان",
    7: "يوليو يوليوز جويلية", 8: "أغسطس غشت أوت", 9: "سبتمبر شتنبر", 10: "أكتوبر",
    11: "نوفمبر نونبر", 12: "ديسمبر دجنبر",
}  # fmt: skip
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT_MONTHS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "janv",
        "fevr",
        "avr",
        "juil",
        "ene",
        "abr",
        "dic",
    ]
)
_DAYS_OF_THE_WEEK = {
    name: number
    for number, names in enumerate(
        ("monday lundi lunes", "tuesday mardi martes", "wednesday mercredi miercoles", "thursday jeudi jueves",
         "friday vendredi viernes", "saturday samedi sabado", "sunday dimanche domingo")
    )
    for name in names.split()
}  # fmt: skip
_OF_THE_YEAR = re.compile(r" de (?:l'année|l'annee) (?=20\d\d)")
_AND = re.compile(r"\s+(?:and|et|y)\s+(?:le\s+|el\s+)?")
_WEEK = timedelta(days=7)
_RELATIVE = ("now", "relative", "weekday")


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


def may_tell_days(words: Iterable[Word]) -> bool:
    """Whether a word of a sentence is one of those of which dates are made, or a number."""
    return any(_may_be_of_a_day(word.low) for word in words)


@lru_cache(maxsize=20_000)
def _may_be_of_a_day(low: str) -> bool:
    return low in _DAY_WORDS or low.startswith(_DAY_BEGINNINGS)


_DAY_WORDS = frozenset(
    ("last", "next", "past", "coming", "ago", "end", "fin", "fines", "ce", "cet", "this", "esta", "an")
)
_DAY_BEGINNINGS = (
    *"0123456789", *_SHORT_MONTHS, "mai", "juin", "mars", "aout", "ao", "septiembre", "setiembre", "agosto", "yester",
    "today", "tomorrow", "tonight", "hier", "aujourd", "demain", "ayer", "hoy", "manana", "dernier", "prochain",
    "proxim", "pasad", "within", "dans", "dentro", "plazo", *_DAYS_OF_THE_WEEK, "spring", "summer", "autumn", "fall",
    "winter", "printemps", "ete", "automne", "hiver", "primavera", "verano", "otono", "invierno", "first", "second",
    "third", "fourth", "premier", "primer", "segundo", "semaine", "semana", "mois", "mes",
)  # fmt: skip


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
    if not ahead and cues.OFF.search(low) is not None:
        ahead = True  # what is off was still to come when it was set
    found = []
    for match in _compiled().finditer(low):
        kind, begin, stop = _kind(match)
        if low[stop - 1] == "." and low[:stop].rsplit(maxsplit=1)[-1][:-1] not in _SHORT_MONTHS:
            stop -= 1  # it ends the sentence
        words = text[start + begin : start + stop]
        day = _day(kind, words, low[:begin], published, ahead=ahead)
        if day is not None:
            found.append(Day(start + begin, start + stop, day, kind))
    if not low.isascii() and "\u0627" in text[start:end]:
        found += _arabic(text, start, end, published, ahead=ahead)
    return found


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile(rf"\b(?=\d|{_BEGINS})(?:{_PATTERN})", re.VERBOSE)


def _kind(match: re.Match[str]) -> tuple[str, int, int]:
    if match["month"]:
        return "month", *match.span("bare")
    if match["year"]:
        return "year", *match.span("only")
    for name in ("now", "relative", "weekday"):
        if match[name]:
            return name, *match.span()
    return "month" if match["my"] or match["season"] or match["part"] else "day", *match.span()


def _day(kind: str, words: str, before: str, published: date | None, *, ahead: bool) -> PartialDate | None:
    words = " ".join(words.replace("’", "'").split())
    if kind == "weekday":
        return _weekday(words, published, ahead=ahead)
    if kind == "now":
        return PartialDate(published.isoformat() if published else "", words, "relative")
    found = _resolved(words, published)
    if "annee 20" in plain(words):
        found = _resolved(_OF_THE_YEAR.sub(" ", words), published)
        found = PartialDate(found.edtf, words, found.basis)
    if not found.edtf and kind not in _RELATIVE:
        # "between 10 and 12 June" is a period here: a visit does not leave out the day between.
        found = resolve(_AND.sub("-", words.rstrip("."), count=1), published)
        found = PartialDate(found.edtf, words, found.basis)
    if not found.edtf:
        return found if kind in _RELATIVE else None
    if found.yearless and published is not None:
        found = with_year(found, published, ahead=ahead)
    if _WEEK_OF.search(before):
        return _week(found, words)
    return found


def with_year(when: PartialDate, published: date, *, ahead: bool) -> PartialDate:
    """A date without a year, in the year in which it lies nearest before the publication, or after it when ahead."""
    years = (published.year, published.year + 1 if ahead else published.year - 1)
    weekday = _weekday_of(when.text)
    if weekday is not None:
        fits = [
            year
            for year in (published.year, published.year - 1, published.year + 1)
            if _falls_on(when, year, weekday)
        ]
        if len(fits) == 1:
            return PartialDate(when.edtf.replace("XXXX", str(fits[0])), when.text, "inferred")
    for year in years:
        edtf = when.edtf.replace("XXXX", str(year))
        if "XXXX" in edtf or edtf == when.edtf:
            return when
        found = PartialDate(edtf, when.text, "inferred")
        first, last = found.first, found.last
        if first is None or last is None or (last >= published if ahead else first <= published):
            return found
    return when


def _weekday_of(words: str) -> int | None:
    """The weekday that stands before a date, which tells its year: Monday is 0."""
    return _DAYS_OF_THE_WEEK.get(plain(words).partition(" ")[0].rstrip(","))


def _falls_on(when: PartialDate, year: int, weekday: int) -> bool:
    first = PartialDate(when.edtf.replace("XXXX", str(year))).first
    return first is not None and first.weekday() == weekday


@lru_cache(maxsize=2_000)
def _resolved(words: str, published: date | None) -> PartialDate:
    """The same words mean the same day wherever a text says them."""
    return resolve(words, published)


@lru_cache(maxsize=500)
def _weekday(words: str, published: date | None, *, ahead: bool) -> PartialDate:
    """A weekday alone, which a press item means as the latest one, or as the coming one when it looks ahead."""
    if published is None:
        return PartialDate("", words, "relative")
    coming = resolve(f"next {words}", published).first if words else None
    if coming is None:
        coming = resolve(f"{words} prochain", published).first or resolve(f"próximo {words}", published).first
    if coming is None:
        return PartialDate("", words, "relative")
    day = coming
    while day > published:
        day -= _WEEK
    if ahead and day < published:
        day += _WEEK
    return PartialDate(day.isoformat(), words, "relative")


def _week(found: PartialDate, words: str) -> PartialDate:
    """Some of the seven days from a day on."""
    first = found.first
    if first is None:
        return found
    return PartialDate(
        f"{first.isoformat()}~/{(first + _WEEK - timedelta(days=1)).isoformat()}~", words, found.basis
    )


@cache
def _arabic_months() -> re.Pattern[str]:
    months = "|".join(
        sorted((name for row in _ARABIC_MONTHS.values() for name in row.split()), key=len, reverse=True)
    )
    return re.compile(
        rf"(?P<day>\d{{1,2}})(?:\s*[-–و]+\s*(?P<last>\d{{1,2}}))?\s+(?P<month>{months})(?:\s+(?P<year>20\d\d))?"
    )


def _arabic(text: str, start: int, end: int, published: date | None, *, ahead: bool) -> list[Day]:
    """Days with an Arabic month, read as their English words."""
    numbers = {name: number for number, row in _ARABIC_MONTHS.items() for name in row.split()}
    found = []
    for match in _arabic_months().finditer(text, start, end):
        month = _ENGLISH[numbers[match["month"]] - 1]
        days = f"{match['day']}-{match['last']}" if match["last"] else match["day"]
        when = resolve(f"{days} {month} {match['year'] or ''}".strip(), published)
        if when.yearless and published is not None:
            when = with_year(when, published, ahead=ahead)
        if when.edtf:
            found.append(Day(*match.span(), PartialDate(when.edtf, match.group(), when.basis), "day"))
    return found
