"""Countries that a text names: by name, by their people, by a capital; exactly, never by likeness."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.names import fold
from db.reading.countries.institutions import acronyms, institutions, shared_institutions
from db.reading.countries.shared_names import BARE_NAMES, is_river, shared_names
from db.reading.countries.short_names import SHORT_NAMES, SHORT_PEOPLE, is_everyday
from db.reading.countries.wordings import Wordings
from db.reading.people.offices import offices
from db.reading.words import Folding, Word, side_by_side, words_of

if TYPE_CHECKING:
    from db.reader import Reader

How = Literal["name", "people", "city", "body", "service"]
_STRENGTH = {"official": 0, "short": 0, "demonym": 1, "alias": 2, "garbled": 3, "former": 4}
_ARABIC_JOINED = ("و", "ب", "ل", "ف", "ك")  # and, in, to, so, as: written on to the word
_NO_COUNTRY_AFTER = frozenset(
    (
        "central",
        "south",
        "north",
        "latin",
        "new",
        "amerique",
        "america",
        "gulf",
        "centrale",
        "latine",
        "saint",
        "san",
    )
)
_NO_COUNTRY_BEFORE = frozenset(
    ("township", "street", "avenue", "declaration", "shepherd", "latina", "central")
)
_ALSO_PEOPLE = frozenset(("suisse",))  # the one name of a country that is its people's too
_NAMES_TOO = "also_names"
_SEATS = "seats"
_WHERE = frozenset(("in", "at", "to", "from", "for", "en", "a", "pour", "hacia", "desde", "depuis"))
_NEVER_PEOPLE = frozenset(("fines",))  # "a fines de enero" has nobody from Finland in it
_ALSO_EVERYDAY = frozenset(("reunion",))  # "La Réunion" is a place, "Réunion des ministres" a meeting
_LONGEST_CODE = 3


class Mention(NamedTuple):
    """A country where it stands in the text.

    Attributes:
        how: by its name, by its people ("Spanish"), by a city, a body that acts as a party, or by a service ("FBI").
        garbled: the name is known to be wrong.
    """

    start: int
    end: int
    code: str
    how: How
    garbled: bool = False


class _Meant(NamedTuple):
    """What a name means; `capital` where it is none in small letters."""

    code: str
    how: How
    capital: bool
    garbled: bool
    bare: bool = False  # printed without an accent


class Gazetteer:
    """Every name of a country in the language of a text; the text itself tells which of two share a name."""

    def __init__(self, reader: Reader, language: str, text: str = "") -> None:
        self._arabic = language == "ar"
        self._names = dict(_names(reader, language))
        if language == "es":
            self._names.pop("reunion", None)  # "la Reunión de Ministros" is no island
        for name, code in _cities().items():
            self._names.setdefault(name, _Meant(code, "city", capital=True, garbled=False))
        for name, code in SHORT_NAMES.get(language, {}).items():
            self._names.setdefault(name, _Meant(code, "name", capital=True, garbled=False))
        for name, code in SHORT_PEOPLE.get(language, {}).items():
            self._names.setdefault(name, _Meant(code, "people", capital=language == "en", garbled=False))
        for name, code in shared_names(text):
            how: How = "name" if name in BARE_NAMES else "people"
            capital = language == "en" or how == "name"
            self._names.setdefault(name, _Meant(code, how, capital=capital, garbled=False))
        self._wordings = Wordings(self._names)
        several = dict(shared_institutions(text, self._named_in))
        for name, code in {**institutions(), **several}.items():
            self._names.setdefault(name, _Meant(code, "service", capital=True, garbled=False))
        self._wordings = Wordings(self._names)

    def mentions(self, text: str, words: Sequence[Word]) -> list[Mention]:
        """The countries among the words of a sentence, the longest name first."""
        found: list[Mention] = []
        at = 0
        while at < len(words):
            if not self._arabic and not self._wordings.may_begin(text, words, at, words[at].low):
                at += 1
                continue
            hit = self._at(text, words, at)
            if hit is None:
                at += 1
                continue
            meant, length = hit
            found.append(
                Mention(words[at].start, words[at + length - 1].end, meant.code, meant.how, meant.garbled)
            )
            at += length
        return _own_services(text, _without_bureaus(text, found))

    def _named_in(self, text: str) -> set[str]:
        """The countries that a stretch of a text names."""
        return {one.code for one in self.mentions(text, words_of(text, 0, len(text), Folding()))}

    def country_of(self, line: str) -> str:
        """The one country that a line names, "" for none and for several."""
        found = {one.code for one in self.mentions(line, words_of(line, 0, len(line), Folding()))}
        return found.pop() if len(found) == 1 else ""

    def _at(self, text: str, words: Sequence[Word], at: int) -> tuple[_Meant, int] | None:
        hit = self._starting(text, words, at, words[at].low)
        if hit is None and self._arabic:
            for low in _bare(words[at].text):
                hit = hit or self._starting(text, words, at, low)
        return hit

    def _starting(self, text: str, words: Sequence[Word], at: int, low: str) -> tuple[_Meant, int] | None:
        if not self._wordings.may_begin(text, words, at, low):
            return None
        for name, length in reversed(list(self._wordings.at(text, words, at, low))):
            several = words[at : at + length]
            meant = self._names[name]
            small = not (several[0].capital or several[-1].capital) and not self._arabic  # "quai d'Orsay"
            if meant.capital and small and low not in _ALSO_PEOPLE:
                continue
            if low in _also_names() and not _inside(text, words, at):
                continue
            if _is_everyday(words, at, meant) or is_everyday(text, words, at) or is_river(words, at):
                continue
            if small and low in _NEVER_PEOPLE:
                continue
            if meant.how == "people" and meant.bare and not several[0].text.isascii():
                continue  # Germán is somebody's name
            if small and meant.how == "name":
                meant = meant._replace(how="people")  # "suisse" is of the Suisse
            if all(side_by_side(text, one, two) for one, two in pairwise(several)):
                return None if self._part_of_other(text, words, at, length) else (meant, length)
        return None

    def _part_of_other(self, text: str, words: Sequence[Word], at: int, length: int) -> bool:
        """Whether it is the America of Central America, the Mexico of New Mexico."""
        before = (
            at and side_by_side(text, words[at - 1], words[at]) and words[at - 1].low in _NO_COUNTRY_AFTER
        )
        after = at + length
        behind = (
            after < len(words)
            and side_by_side(text, words[after - 1], words[after])
            and words[after].low in _NO_COUNTRY_BEFORE
        )
        return (bool(before) and words[at - 1].capital) or behind


def _is_everyday(words: Sequence[Word], at: int, meant: _Meant) -> bool:
    """Whether a word names no place where it stands so: somebody's name, a "Réunion" without its article."""
    word = words[at]
    if meant.how == "city" and at and words[at - 1].capital and offices().honours(words[at - 1]):
        return True  # "Mtra. Leticia Doe"
    if meant.how == "service" and word.low in acronyms():
        return not word.acronym
    if word.acronym and meant.how == "city":
        before = words[max(0, at - len(word.low)) : at]
        return "".join(one.low[:1] for one in before) == word.low  # "Open Radio Access Network (ORAN)"
    return word.low in _ALSO_EVERYDAY and (word.acronym or not at or words[at - 1].low != "la")


def _without_bureaus(text: str, found: list[Mention]) -> list[Mention]:
    """Without the bodies whose bureau in a country is told of: "Jane Doe of the Interpol bureau" is of that country."""
    return [
        one
        for one in found
        if one.how != "body"
        or not (
            _BUREAU.match(text, one.end)
            or _BUREAU_OF.search(text, max(0, one.start - _NEAR_BUREAU), one.start)
        )
    ]


_NEAR_BUREAU = 50  # characters
_BUREAU = re.compile(
    r"(?:['’]s?)? (?:(?:national )?(?:central )?bureau|NCB|BCN|OCN|liaison (?:office|bureau))\b",
    re.IGNORECASE,
)
_BUREAU_OF = re.compile(
    r"\b(?:NCB|BCN|OCN|bureau central national|oficina central nacional|national central bureau)"
    r"(?: (?:of|de|d['’]))?[ -]?$",
    re.IGNORECASE,
)


def _own_services(text: str, found: list[Mention]) -> list[Mention]:
    """Without the services beside which another country stands: "Ghana's Department of State" is no American one."""
    if not any(one.how == "service" for one in found):
        return found
    foreign = {
        service
        for one, two in pairwise(found)
        for service, other in ((one, two), (two, one))
        if service.how == "service" and other.code != service.code and other.how in ("name", "people")
        if _OF_ANOTHER.fullmatch(text, one.end, two.start)
    }
    return [one for one in found if one not in foreign]


_OF_ANOTHER = re.compile(r"(?:['’]s?)?\s(?:(?:of|d[eu]|del|de la|d['’])\s)?(?:the |la |le |l['’])?")


def _inside(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether somebody is in or goes to what could also be a surname."""
    return at > 0 and words[at - 1].low in _WHERE and side_by_side(text, words[at - 1], words[at])


def _bare(word: str) -> list[str]:
    """An Arabic word without what is written on to it."""
    found = []
    for sign in _ARABIC_JOINED:
        if word.startswith(sign) and len(word) > 3:  # noqa: PLR2004 - a word of two letters is no country
            rest = word[1:]
            found.append(fold(rest))
            if sign == "ل" and rest.startswith("ل"):
                found.append(fold("ا" + rest))
    return found


def _names(reader: Reader, language: str) -> dict[str, _Meant]:
    rows = reader.all(
        "SELECT n.folded, n.name, n.kind, n.lang, c.code, c.kind FROM country_name n"
        " JOIN country c ON c.code = n.country"
        " WHERE n.lang IN (:language, '') AND c.valid_to = ''",
        language=language,
    )
    ranked: dict[str, dict[str, tuple[int, _Meant]]] = {}
    for folded, name, kind, lang, code, sort in rows:
        if not folded or (not lang and sort == "country" and len(name) <= _LONGEST_CODE):
            continue  # three capitals are codes: AND, ARE and PER are everyday words
        how: How = "body" if sort == "organisation" else "people" if kind == "demonym" else "name"
        capital = how != "people" or language == "en" or not str(name)[:1].islower()
        rank = _STRENGTH.get(kind, 2)
        known = ranked.setdefault(folded, {})
        before = known.get(code)
        small = not capital or (before is not None and not before[1].capital)
        if before is None or before[0] > rank:
            known[code] = (rank, _Meant(code, how, not small, kind == "garbled", str(name).isascii()))
        elif small:
            known[code] = (before[0], before[1]._replace(capital=False))
    return {folded: best for folded, known in ranked.items() if (best := _one(list(known.values())))}


def _one(known: list[tuple[int, _Meant]]) -> _Meant | None:
    """The country that a name means; None where it may be several."""
    first = min(rank for rank, _ in known)
    best = [meant for rank, meant in known if rank == first]
    return best[0] if len(best) == 1 else None


@cache
def _cities() -> dict[str, str]:
    tables = (_table(), _table_of("cities_arabic.toml"))
    return {
        fold(name): code
        for table in tables
        for code, names in table.items()
        if code.isupper()
        for name in names
    }


def is_seat(name: str) -> bool:
    """Whether a place is the seat of a government and no town, which is told with an article: "at the White House"."""
    return fold(name) in _seats()


@cache
def _seats() -> frozenset[str]:
    return frozenset(fold(name) for name in _table()[_SEATS])


@cache
def _also_names() -> frozenset[str]:
    return frozenset(fold(name) for name in _table()[_NAMES_TOO])


@cache
def _table() -> dict[str, list[str]]:
    return _table_of("cities.toml")


def _table_of(name: str) -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
