"""The words of a date as the grammar of `db.dates` has them: "06/25/2025", "anoche", "fin du mois de mai"."""

from __future__ import annotations

import re

from db.reading.dates.day_words import counted
from db.reading.words import plain

_UP_TO_MONTH = re.compile(r".*?(?:\bof\s+|\bd[eu]\s+|\bd')(?:mois\s+de\s+|mes\s+de\s+)?")
_OF_THE_MONTH = re.compile(r"\bof the month of ")
_DEL_MES = re.compile(r"\bdel mes de ")
_YEARS_END = re.compile(r"^(?:the )?(year|month)(?:'s |[ -])end")
_OF_MONTH = re.compile(r"^(?:(?:a |la )?)(fin|debut) du mois de ")
_THIS_YEAR = re.compile(r"^(fin|fines|finales) de(?:l| este) (?=ano|mes)")
_START = re.compile(r"^(?:the )?(?:beginning|start) of ")
_MIDDLE = re.compile(r"^(?:the )?middle of ")
_NUMBERS_ONLY = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)$")
_TWELVE = 12  # months


_AS_MEANT = {
    "last night": "yesterday", "anoche": "yesterday", "hier soir": "yesterday", "la nuit derniere": "yesterday",
    "antier": "2 days ago", "antes de ayer": "2 days ago",
}  # fmt: skip
_RUNNING = re.compile(  # "over the last month": the days up to the publication, and not the month before it
    r"(?:the (?:last|past) (?P<en>week|month)"
    r"|(?:(?:le|du|ce|la|el) )?(?:derni\w+|ultim\w+) (?P<other>semaine|mois|semana|mes))$"
)
_YEAR_FIRST = re.compile(r"\d{4}/")
_WITH_HYPHENS = re.compile(r"\d{1,2}-[a-z]")


def as_read(kind: str, words: str) -> str:
    """What `db.dates` reads of the words: of "the first week of August" the month, as weeks begin on any day."""
    low = plain(words)
    if kind == "counted" or low.startswith(("il y a ", "hace ")):
        return counted(low)
    if low in _AS_MEANT:
        return _AS_MEANT[low]
    if kind == "relative" and (running := _RUNNING.match(low)) is not None:
        return f"in the last {running['en'] or ('week' if running['other'].startswith('sem') else 'month')}"
    if kind == "week":
        return words[_UP_TO_MONTH.match(low).end() :]  # type: ignore[union-attr]
    low = _DEL_MES.sub("de ", _OF_THE_MONTH.sub("of ", _numbers(low)))
    low = _MIDDLE.sub("mid ", _START.sub("early ", low))
    return _YEARS_END.sub(r"end of the \1", _OF_MONTH.sub(r"\1 ", _THIS_YEAR.sub(r"\1 ", low)))


def _numbers(low: str) -> str:
    """A day in numbers with its year first, the day before the month where it can be."""
    if (number := _NUMBERS_ONLY.fullmatch(low)) is not None:
        day, month = int(number[1]), int(number[2])
        day, month = (month, day) if month > _TWELVE else (day, month)
        return f"{number[3]}-{month:02}-{day:02}"
    if _YEAR_FIRST.match(low):
        return low.replace("/", "-")
    return low.replace("-", " ") if _WITH_HYPHENS.match(low) else low
