"""Days in Arabic, with the month names of the Maghreb, of Egypt and of the Levant, told in English words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_MONTHS = (
    ("January", "يناير|جانفي|كانون الثاني"),
    ("February", "فبراير|فيفري|شباط"),
    ("March", "مارس|اذار"),
    ("April", "ابريل|افريل|نيسان"),
    ("May", "مايو|ماي|ايار"),
    ("June", "يونيو|يونيه|جوان|حزيران"),
    ("July", "يوليو|يوليوز|يوليه|جويلية|تموز"),
    ("August", "اغسطس|غشت|اوت|اب"),
    ("September", "سبتمبر|شتنبر|ايلول"),
    ("October", "اكتوبر|تشرين الاول"),
    ("November", "نوفمبر|نونبر|تشرين الثاني"),
    ("December", "ديسمبر|دجنبر|كانون الاول"),
)
_ENGLISH = {name: month for month, names in _MONTHS for name in names.split("|")}
_WEEKDAY_NAMES = ("الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الاحد")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ARABIC_WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)}
"""Monday is 0; in plain letters."""
SIGNS_OF_DAYS = (
    "يوم",
    "يومي",
    "اليوم",
    "أمس",
    "غدا",
    "غدًا",
    "الماضي",
    "المقبل",
    "القادم",
    "الجاري",
    "صباح",
    "مساء",
)
"""Words beside which a day may be told without a number."""
_MONTH = rf"(?:{'|'.join(sorted((name.replace(' ', r's+') for name in _ENGLISH), key=len, reverse=True))})".replace(
    "s+", r"\s+"
)
_A_MONTH = rf"(?:شهر\s+)?({_MONTH})(?!\w)(?:\s*[/(]\s*{_MONTH}\)?)?"
_YEAR = r"(?:\s*[،,]?\s+(?:من\s+)?(?:عام\s+|سنة\s+)?([12١٢][\d]{3})(?!\d))?"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAY_NAMES)})"
_TO = r"\s*(?:[-–]|و|الى|حتى|لغاية)\s*"
_N = r"(?<![\d/.])(\d{1,2})(?!\d)"


class Told(NamedTuple):
    """A day where it stands, offsets in the sentence, with what it is in English."""

    start: int
    end: int
    kind: str
    words: str
    weekday: str = ""


@cache
def _patterns() -> re.Pattern[str]:
    whole = rf"{_N}\s+(?:من\s+)?{_A_MONTH}{_YEAR}{_TO}{_N}\s+(?:من\s+)?{_A_MONTH}{_YEAR}"
    days = rf"{_N}(?:{_TO}(\d{{1,2}}))?(?:\s+|\s*/\s*)(?:من\s+)?{_A_MONTH}{_YEAR}"
    of_weekday = (
        rf"(?:(?:(?<!\w)(?:يوم|ليلة|مساء|صباح|امس|اليوم)\s+)?"
        rf"(?<!\w)({_WEEKDAY})\s*[،,(]?\s*(?:الموافق\s+(?:ل\s*)?|في\s+)?)?"
    )
    month = rf"(?<!\w){_A_MONTH}\s+(?:من\s+)?(?:عام\s+|سنة\s+)?([12١٢]\d{{3}})(?!\d)"
    near = (
        rf"(?<!\w)(?:يوم|ليلة|مساء|صباح|امس|اليوم)\s+({_WEEKDAY})(?!\w)(?:\s+(الماضي|المنصرم|المقبل|القادم|الجاري))?"
        rf"|(?<!\w)({_WEEKDAY})\s+(الماضي|المنصرم|المقبل|القادم|الجاري)(?!\w)"
    )
    lone = (
        r"(?<!\w)(?:(?:صباح|مساء)\s+)?(اليوم|امس|غدا)(?!\w)"
        r"|(?<!\w)(?:ال)?(اسبوع|شهر|عام|سنة)\s+(الماضي|الماضية|المقبل|المقبلة)(?!\w)"
    )
    return re.compile(rf"(?:{whole})|(?:{of_weekday}{days})|(?:{month})|(?:{near})|(?:{lone})")


_NEAR_WORDS = {
    "الماضي": "last",
    "المنصرم": "last",
    "الماضية": "last",
    "المقبل": "next",
    "المقبلة": "next",
    "القادم": "next",
}
_LONE = {"اليوم": "today", "امس": "yesterday", "غدا": "tomorrow"}
_SPANS = {"اسبوع": "week", "شهر": "month", "عام": "year", "سنة": "year"}


def arabic_days_in(low: str) -> Iterator[Told]:
    """The days of a sentence in plain letters."""
    for found in _patterns().finditer(low):
        (
            d1,
            m1,
            y1,
            d2,
            m2,
            y2,
            of_weekday,
            day,
            last,
            month,
            year,
            bare,
            bare_year,
            near,
            way,
            named,
            its_way,
            lone,
            span,
            span_way,
        ) = found.groups()
        start, end = found.span()
        if d1:
            years = (_number(y1), _number(y2))
            yield Told(
                start,
                end,
                "day",
                f"{_number(d1)} {_month(m1)} {years[0]} - {_number(d2)} {_month(m2)} {years[1]}",
            )
        elif day:
            days = f"{_number(day)}-{_number(last)}" if last else _number(day)
            weekday = _DAYS[ARABIC_WEEKDAYS[of_weekday]] if of_weekday and not last else ""
            yield Told(start, end, "day", f"{days} {_month(month)} {_number(year)}".strip(), weekday)
        elif bare:
            yield Told(start, end, "month", f"{_month(bare)} {_number(bare_year)}")
        elif near or named:
            told = _NEAR_WORDS.get(way or its_way or "", "")
            yield Told(start, end, "weekday", f"{told} {_DAYS[ARABIC_WEEKDAYS[near or named]]}".strip())
        elif lone:
            yield Told(start, end, "relative", _LONE[lone])
        else:
            yield Told(start, end, "relative", f"{_NEAR_WORDS[span_way]} {_SPANS[span]}")


def _month(name: str) -> str:
    return _ENGLISH[" ".join(name.split())]


def _number(digits: str | None) -> str:
    """A number in the digits that the grammar of dates reads; "" for none."""
    return str(int(digits)) if digits else ""
