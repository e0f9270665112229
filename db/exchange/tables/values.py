"""What cells mean, through the program's own readers; each text is read once, however often it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from db.dates import PartialDate, read_date
from db.dates.meaning import NeedsToday
from db.dates.reader import read_span
from db.dates.value import UNSTATED
from db.entry.countries import named
from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.tables.header import Table, first_cells
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 300
_LONG_NAME = 120  # of the longest list of countries that tells what its column says
_PARTED = re.compile(r"\s*(?:[;\n/+&]|\s->\s)\s*")
_PARTED_MORE = re.compile(r"\s*(?:[;\n/+&,]|\band\b|\bet\b|\by\b)\s*")
_TOPICS_PARTED = re.compile(r"[;,\n|/]")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?=$| ?[-–/])", re.ASCII)
_ENGLISH = {
    "januar": "January", "jänner": "January", "februar": "February", "märz": "March", "mär": "March", "mai": "May",
    "juni": "June", "juli": "July", "oktober": "October", "okt": "October", "dezember": "December",
    "dez": "December", "bis": "-",
}  # fmt: skip
"""German words of dates, which are read in tables only: elsewhere "mai" and "bis" are words of other languages."""
_GERMAN = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)

NOTHING = frozenset(
    ("", "n a", "na", "none", "nil", "tbc", "tbd", "unknown", "nc", "neant", "inconnu", "ninguno", "s d")
)

COUNTRIES = ("sending", "host", "parties", "country", "owner")
"""The fields whose cells name countries."""
CODES_TOO = frozenset(("NA", "NC"))
"""What stands for nothing everywhere but among codes of countries: Namibia, and New Caledonia."""


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or holds what stands for that: "-", "n/a", "tbc"."""
    return len(text) < 10 and _is_nothing(text)  # noqa: PLR2004 - the longest of them


@lru_cache(maxsize=4_096)
def _is_nothing(text: str) -> bool:
    return not text or fold(text) in NOTHING


class Countries:
    """Names of countries, each by its code."""

    def __init__(self, reader: Reader, cells: Iterable[str]) -> None:
        self._found: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        wanted = {one for cell in cells for one in (cell, *_PARTED.split(cell), *_PARTED_MORE.split(cell))}
        ordered = sorted(one for one in wanted if one)
        for start in range(0, len(ordered), _AT_ONCE):
            for text, several in named(reader, ordered[start : start + _AT_ONCE]).items():
                self._found[text] = [one.code for one in several]
                self._names |= {one.code: one.name for one in several}

    def read(self, cell: str) -> tuple[str, ...]:
        """The codes of the countries in a cell.

        Raises:
            BadInput: the cell, or a part of it, is no country, or more than one could be meant.
        """
        if (parts := self._parts(cell)) is not None:
            return tuple(dict.fromkeys(self._one(part) for part in parts))
        unknown = next(part for part in _PARTED.split(cell) if part not in self._found)
        raise BadInput(f"“{unknown[:60]}” is not a country that is known here")

    def know(self, cell: str) -> bool:
        """Whether a cell names countries and nothing else."""
        return self._parts(cell) is not None

    def _parts(self, cell: str) -> list[str] | None:
        """The cell cut into countries as seldom as it goes, None where that leaves something else."""
        ways = ([cell], _PARTED.split(cell), _PARTED_MORE.split(cell))
        return next((parts for parts in ways if all(part in self._found for part in parts)), None)

    def _one(self, text: str) -> str:
        several = self._found[text]
        if len(several) > 1:
            choices = " or ".join(f"{code} ({self._names[code]})" for code in several)
            raise BadInput(f"“{text[:60]}” is more than one country: write {choices}")
        return several[0]


def columns_of_countries(reader: Reader, table: Table) -> frozenset[int]:
    """The columns of which the first cells name countries and nothing else."""
    cells = {at: first_cells(table, at) for at in range(len(table.headers))}
    countries = Countries(reader, {cell for one in cells.values() for cell in one if len(cell) <= _LONG_NAME})
    return frozenset(at for at, one in cells.items() if one and all(map(countries.know, one)))


class Days:
    """Dates, all of them read the same way round."""

    def __init__(self, today: date, *, day_first: bool) -> None:
        self._today, self._day_first = today, day_first
        self._known: dict[str, PartialDate] = {}

    def read(self, cell: str) -> PartialDate:
        """What a cell says of a date; no time of day is kept, and of words that count from a day only the words.

        Raises:
            BadInput: it is no date, or one that is not certain.
        """
        found = self._known.get(cell)
        if found is None:
            found = self._known[cell] = self._read(cell)
        return found

    def _read(self, cell: str) -> PartialDate:
        if says_nothing(cell) or cell == "?":
            return UNSTATED
        text = _GERMAN.sub(_in_english, _TIME.sub("", cell))
        if _ISO.fullmatch(text):
            return PartialDate.from_edtf(text)
        try:
            read_span(text, None, day_first=self._day_first)
        except NeedsToday:
            return PartialDate("", cell, "relative")  # nobody knows on which day "last week" was written here
        except BadInput:
            pass  # the reader of single dates knows a few more forms, and says what is wrong
        found = read_date(text, today=self._today, day_first=self._day_first)
        return PartialDate(found.edtf, cell, found.basis)

    def between(self, start: str, end: str) -> PartialDate:
        """A first and a last day as one stretch.

        Raises:
            BadInput: one of them is no date, or the last comes before the first.
        """
        first, last = self.read(start), self.read(end)
        if not last.edtf or first == last:
            return first if first.edtf or first.text else last
        if not first.edtf:
            return PartialDate.from_edtf(f"/{last.edtf}", last.text)
        text = f"{start} – {end}" if first.text or last.text else ""
        if "/" in first.edtf or "/" in last.edtf:
            raise BadInput(f"“{start[:40]}” and “{end[:40]}” are no first and last day")
        return PartialDate.from_edtf(f"{first.edtf}/{last.edtf}", text)


def _in_english(word: re.Match[str]) -> str:
    """What a German word means; one with an i of another alphabet, which only looks alike, stays."""
    return _ENGLISH.get(word[0].casefold(), word[0])


def topics_of(cell: str, topics: Topics) -> tuple[str, ...]:
    """The codes of the topics in a cell.

    Raises:
        BadInput: one of them is none.
    """
    found = []
    for part in _TOPICS_PARTED.split(cell):
        words = part.strip().removeprefix("#")
        if words:
            topic, problem = topics.read(words)
            if topic is None:
                raise BadInput(problem.rstrip("."))
            found.append(topic.code)
    return tuple(dict.fromkeys(found))


def word_of(cell: str, words: dict[str, str], among: Sequence[str], what: str) -> str:
    """A word of a closed list, in English, French, Spanish or German.

    Raises:
        BadInput: it is none of them.
    """
    folded = " ".join(
        one for one in fold(cell).split() if one not in ("visit", "visite", "visita", "de", "trip")
    )
    found = next((one for one in among if fold(one) == folded), "") or words.get(folded, "")
    if not found:
        raise BadInput(f"“{cell[:40]}” is no {what}; there are {', '.join(among)}")
    return found


KINDS = {
    "etat": "state", "d etat": "state", "estado": "state", "officielle": "official", "oficial": "official",
    "travail": "working", "trabajo": "working", "courtoisie": "courtesy", "cortesia": "courtesy",
    "technique": "technical", "tecnica": "technical", "conferencia": "conference", "privee": "private",
    "privada": "private", "transito": "transit", "staatsbesuch": "state", "offiziell": "official",
    "offizieller besuch": "official", "arbeitsbesuch": "working", "hoflichkeitsbesuch": "courtesy",
    "antrittsbesuch": "courtesy", "konferenz": "conference", "privat": "private", "transit": "transit",
}  # fmt: skip
STATUSES = {
    "completed": "held", "done": "held", "took place": "held", "yes": "held", "effectuee": "held", "realisee": "held",
    "terminee": "held", "realizada": "held", "celebrada": "held", "efectuada": "held", "scheduled": "planned",
    "prevue": "planned", "planifiee": "planned", "prevista": "planned", "planeada": "planned",
    "programada": "planned", "confirmee": "confirmed", "confirmada": "confirmed", "reportee": "postponed",
    "aplazada": "postponed", "annulee": "cancelled", "canceled": "cancelled", "cancelada": "cancelled",
    "en cours": "under way", "ongoing": "under way", "en curso": "under way",
    "erfolgt": "held", "durchgefuhrt": "held", "stattgefunden": "held", "erledigt": "held", "ja": "held",
    "geplant": "planned", "vorgesehen": "planned", "bestatigt": "confirmed", "verschoben": "postponed",
    "abgesagt": "cancelled", "storniert": "cancelled", "laufend": "under way",
}  # fmt: skip
