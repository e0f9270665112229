"""What repeats, as it is written: "every 2 weeks", "monthly on the last day", "chaque lundi", "every 31st"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from db.dates.edtf import days_in
from db.dates.lexer import fold
from db.dates.reader import read_date
from db.dates.rules import DAYS, HINT, LONGEST_MONTH, canonical, day_of_month, written
from db.dates.words import VOCABULARY
from db.errors import BadInput

_EVERY = "every each chaque cada", "tous les", "toutes les", "todos los", "todas las"
_ADVERBS = {
    "day": "daily quotidien quotidienne quotidiennement diario diaria diariamente",
    "week": "weekly hebdomadaire semanal semanalmente",
    "month": "monthly mensuel mensuelle mensuellement mensual mensualmente",
    "quarter": "quarterly trimestriel trimestrielle trimestral trimestralmente",
    "year": "yearly annually annuel annuelle annuellement anual anualmente",
}
_UNITS = {
    "day": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1), "working": ("WEEKLY", 1),
}  # fmt: skip
_MEANINGS = {
    "last": "last dernier derniere ultimo ultima",
    "other": "other autre otro otra",
    "times": "times time fois veces vez",
    "uworking": "weekday weekdays",
    "or": "or ou o",
    "": "on the of le la el los las de del du les au al in and et y e for pendant durante",
}
_PHRASES = {"working day": "uworking", "business day": "uworking"}
_ENDINGS = r"(\d+)(?:st|nd|rd|th|er|eme|e)\b"
_WORKING_DAYS = ",".join(DAYS[:5])
_UNTIL = re.compile(r"[\s,]+(?:until|till|jusqu['’ ]?(?:au|à|a|en)|hasta(?: el)?)\s+(.+)$", re.IGNORECASE)
_LONGEST = 200
_MONTHS = 12


def read_repeats(text: str, *, today: date, day_first: bool = True) -> str:
    """The rule that words mean, or that is written out as RFC 5545 has it; raises BadInput."""
    said = text.strip()
    if "=" in said:
        return canonical(said)
    if len(said) > _LONGEST:
        raise BadInput(f"That is too long for what repeats. {HINT}", 0, len(text))
    ending: dict[str, str] = {}
    if until := _UNTIL.search(said):
        last = read_date(until[1], today=today, day_first=day_first).last
        if last is None:
            raise BadInput("Until which day? Write it with its year: until 31 Dec 2027.", 0, len(text))
        ending, said = {"UNTIL": last.strftime("%Y%m%d")}, said[: until.start()]
    parts = _parts(_meanings(said))
    if not parts or ("COUNT" in parts and ending):
        raise BadInput(f"“{text.strip()[:40]}” does not say how often. {HINT}", 0, len(text))
    return canonical(written(parts | ending))


def may_repeat(word: str) -> bool:
    """Whether a word may be the first of what repeats."""
    return fold(word)[0].strip(",;:.") in _first_words()


@cache
def _first_words() -> frozenset[str]:
    alone, *phrases = _EVERY
    adverbs = [word for words in _ADVERBS.values() for word in words.split()]
    return frozenset((*alone.split(), *adverbs, *(phrase.partition(" ")[0] for phrase in phrases)))


@cache
def _dictionary() -> dict[str, str]:
    """What each word means: "E" every, "uweek" a unit, "d0" Monday, "m12" December, "n2" a number."""
    found: dict[str, str] = {}
    letters = {"unit": "u", "weekday": "d", "month": "m", "count": "n", "ordinal": "n"}
    for word, meaning in VOCABULARY.items():
        if meaning and meaning[0] in letters and meaning != ("unit", "working day"):
            found[word] = f"{letters[meaning[0]]}{meaning[1]}"
            if meaning[0] == "weekday":
                found.setdefault(f"{word}s", found[word])
    for meaning_of, words in _MEANINGS.items():
        found.update(dict.fromkeys(words.split(), meaning_of))
    for unit, words in _ADVERBS.items():
        found.update(dict.fromkeys(words.split(), f"E u{unit}"))
    return found | dict.fromkeys(_EVERY[0].split(), "E")


def _meanings(text: str) -> str:
    """The words as what they mean, with spaces; a word without a meaning stays, and nothing will fit it."""
    folded = re.sub(_ENDINGS, r"\1", " ".join(fold(text)[0].split()))
    for phrase in _EVERY[1:]:
        folded = re.sub(rf"^{phrase}\b", "every", folded)
    for phrase, meaning in _PHRASES.items():
        folded = re.sub(rf"\b{phrase}s?\b", meaning, folded)
    words = re.findall(r"\d+(?=[a-z]?)|[a-z]+|[^\s\da-z,]", folded)
    known = _dictionary()
    found = [f"n{word}" if word.isdigit() else known.get(word, word) for word in words]
    return " ".join(filter(None, found))


_DAY_OF_MONTH = r"(?: (?:n(?P<day>\d+)|(?P<last>last))(?: uday)?(?P<or> or last uday)?(?: umonth)?)"
_WEEKDAY_OF_MONTH = r"(?: (?:n(?P<nth>\d)|(?P<lastwd>last)) d(?P<wd>\d)(?: umonth)?)"
_DAY_OF_YEAR = r"(?: n(?P<d1>\d+) m(?P<m1>\d+)| m(?P<m2>\d+) n(?P<d2>\d+)| last uday m(?P<m3>\d+))"
_TIMES = r"(?: n(?P<times>\d+) times)?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    often = r"(?:E )?(?:(?P<other>other)|n(?P<count>\d+))? ?u"
    shapes = (
        rf"{often}(?P<unit>day|working|year|week|month|quarter)",
        rf"{often}(?P<unit>week)(?P<days>(?: d\d)+)",
        r"E (?P<other>other)(?P<days> d\d)",
        r"E(?P<days>(?: d\d)+)",
        rf"{often}(?P<unit>month|quarter){_DAY_OF_MONTH}",
        rf"{often}(?P<unit>month|quarter){_WEEKDAY_OF_MONTH}",
        rf"E{_DAY_OF_MONTH}",
        rf"E{_WEEKDAY_OF_MONTH}",
        rf"{often}(?P<unit>year){_DAY_OF_YEAR}",
        rf"E{_DAY_OF_YEAR}",
    )
    return tuple(re.compile(shape + _TIMES, re.ASCII) for shape in shapes)


def _parts(meanings: str) -> dict[str, str]:
    """The parts of the rule; none where the words are no rule, or name a day that there is not."""
    for pattern in _patterns():
        if match := pattern.fullmatch(meanings):
            found = {name: value for name, value in match.groupdict().items() if value}
            days = _days(found)
            if days is not None:
                return _often(found, days) | days | ({"COUNT": found["times"]} if "times" in found else {})
    return {}


def _often(found: dict[str, str], days: dict[str, str]) -> dict[str, str]:
    usual = "year" if "BYMONTH" in days else "week" if "days" in found else "month"
    frequency, times = _UNITS[found.get("unit", usual)]
    count = 2 if "other" in found else int(found.get("count", "1")[:4])
    return {"FREQ": frequency, "INTERVAL": str(count * times)}


def _days(found: dict[str, str]) -> dict[str, str] | None:
    """Which days of the week, month or year; None for one that there is not."""
    if found.get("unit") == "working":
        return {"BYDAY": _WORKING_DAYS}
    if "days" in found:
        return {"BYDAY": ",".join(dict.fromkeys(DAYS[int(day[1:])] for day in found["days"].split()))}
    if "wd" in found:
        return {"BYDAY": f"{found.get('nth', '-1')}{DAYS[int(found['wd'])]}"}
    if "last" in found or "day" in found:
        number = int(found.get("day", LONGEST_MONTH))
        return day_of_month(number) if 1 <= number <= LONGEST_MONTH else None
    month = next((int(found[name]) for name in ("m1", "m2", "m3") if name in found), 0)
    return _of_year(month, found) if month else {}


def _of_year(month: int, found: dict[str, str]) -> dict[str, str] | None:
    day = int(found.get("d1") or found.get("d2") or days_in(None, month))
    if month > _MONTHS or not 1 <= day <= days_in(None, month):
        return None
    leap = (month, day) == (2, 29)
    return {"BYMONTH": str(month), "BYMONTHDAY": "-1" if leap else str(day)}
