"""The sides of a line: MA>ES for a visit, MA+ES+DE for a meeting, in codes or in any name of a country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.entry.shapes import Work, listed, quoted
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

LONGEST_NAME = 6  # words
MOST_PARTIES = 40
MOST_OPERATORS = 60  # of a line that are looked at; later ones are words
_OPERATOR = re.compile(r"->|=>|→|>|\+(?!\d)")
_CODE = re.compile(r"[A-Za-z]{2,12}", re.ASCII)
_AROUND = ",;:.()"
_BY_CODE = "SELECT code, name FROM country WHERE code IN ({})"


class Country(NamedTuple):
    """A country of the store."""

    code: str
    name: str


class Sides(NamedTuple):
    """Who takes part: two countries of a visit, in order, or all parties of a meeting."""

    kind: str  # visit, meeting
    countries: tuple[Country, ...]


class _Atom(NamedTuple):
    """A word, or the operator between two of them."""

    start: int
    end: int
    text: str
    chunk: int
    operator: bool


def named(reader: Reader, words: Iterable[str]) -> dict[str, list[Country]]:
    """The countries that each text names exactly, by code or by name in any language; two statements."""
    wanted = {word: fold(word) for word in words}
    codes = {word.upper() for word in wanted if _CODE.fullmatch(word)}
    by_code: dict[str, Country] = {}
    if codes:
        by_code = {code: Country(code, name) for code, name in _among(reader, _BY_CODE, codes)}
    by_name: dict[str, dict[Country, bool]] = {}
    if folded := set(wanted.values()) - {""}:
        sql = (
            "SELECT n.folded, c.code, c.name, c.valid_to FROM country_name n"
            " JOIN country c ON c.code = n.country WHERE n.folded IN ({}) ORDER BY c.code"
        )
        for name, code, shown, valid_to in _among(reader, sql, folded):
            by_name.setdefault(name, {})[Country(code, shown)] = valid_to == ""
    found: dict[str, list[Country]] = {}
    for word, name in wanted.items():
        if here := by_code.get(word.upper()):
            found[word] = [here]
        elif several := by_name.get(name):
            # A name that a state of today shares with one of the past means the one of today.
            found[word] = [one for one, exists in several.items() if exists] or list(several)
    return found


def by_codes(reader: Reader, codes: Sequence[str]) -> tuple[Country, ...]:
    """Countries by their codes, in the same order; codes that are none are left out."""
    rows = {row[0]: row[1] for row in _among(reader, _BY_CODE, set(codes))}
    return tuple(Country(code, rows[code]) for code in codes if code in rows)


def _among(reader: Reader, sql: str, values: Iterable[str]) -> Sequence[tuple[str, ...]]:
    numbered = {f"v{number}": value for number, value in enumerate(sorted(values))}
    return reader.all(sql.format(", ".join(f":{name}" for name in numbered)), **numbered)


def read_sides(work: Work) -> Sides | None:
    """Find the first group of countries, mark it and take its words; None where there is none."""
    atoms = _atoms(work)
    places = [number for number, atom in enumerate(atoms) if atom.operator][:MOST_OPERATORS]
    if not places:
        return None
    known = named(work.reader, {text for place in places for text in _windows(atoms, place)})
    for place in places:
        group = _Group(work, atoms, known, place)
        if group.plausible:
            return group.read()
    return None


def _atoms(work: Work) -> list[_Atom]:
    found: list[_Atom] = []
    for run in work.free():
        if found:  # countries never reach over a quote or another sign
            found.append(_Atom(found[-1].end, found[-1].end, "", -1, operator=False))
        for number in run:
            chunk = work.chunks[number]
            at = 0
            for match in (*_OPERATOR.finditer(chunk.text), None):
                stop = match.start() if match else len(chunk.text)
                text = chunk.text[at:stop].strip(_AROUND)
                if any(letter.isalnum() for letter in text):
                    start = chunk.start + chunk.text.index(text, at)
                    found.append(_Atom(start, start + len(text), text, number, operator=False))
                if match:
                    start, at = chunk.start + match.start(), match.end()
                    found.append(_Atom(start, chunk.start + at, match.group(), number, operator=True))
    return found[-MOST_ATOMS:] if len(found) > MOST_ATOMS else found


MOST_ATOMS = 1_000


def _side(atoms: list[_Atom], place: int, step: int) -> list[int]:
    """The words next to an operator, nearest first."""
    numbers: list[int] = []
    at = place + step
    while 0 <= at < len(atoms) and len(numbers) < LONGEST_NAME:
        if atoms[at].operator or not atoms[at].text:
            break
        numbers.append(at)
        at += step
    return numbers


def _texts(atoms: list[_Atom], numbers: list[int]) -> list[tuple[str, list[int]]]:
    """The longest name first, down to the nearest word alone."""
    found = []
    for length in range(len(numbers), 0, -1):
        window = sorted(numbers[:length])
        found.append((" ".join(atoms[number].text for number in window), window))
    return found


def _windows(atoms: list[_Atom], place: int) -> list[str]:
    return [text for step in (-1, 1) for text, _ in _texts(atoms, _side(atoms, place, step))]


class _Group:
    """Countries joined by operators, around the first of them."""

    def __init__(self, work: Work, atoms: list[_Atom], known: dict[str, list[Country]], place: int) -> None:
        self._work, self._atoms, self._known = work, atoms, known
        self._operators = [place]
        self._slots = [self._slot(place, -1)]
        while True:
            slot = self._slot(self._operators[-1], 1)
            self._slots.append(slot)
            after = slot[-1] + 1 if slot else self._operators[-1] + 1
            if after >= len(atoms) or not atoms[after].operator or len(self._slots) >= MOST_PARTIES:
                break
            self._operators.append(after)

    def _slot(self, place: int, step: int) -> list[int]:
        """The words of a country beside an operator; of no country the nearest word, which gets the blame."""
        texts = _texts(self._atoms, _side(self._atoms, place, step))
        if named := next((window for text, window in texts if text in self._known), []):
            return named
        nearest, window = texts[-1] if texts else ("", [])
        return window if any(letter.isalpha() for letter in nearest) else []

    def _text(self, slot: list[int]) -> str:
        return " ".join(self._atoms[number].text for number in slot)

    @property
    def plausible(self) -> bool:
        """An arrow always means countries; a plus only beside one, since words have plusses too."""
        arrow = any(self._atoms[place].text != "+" for place in self._operators)
        return arrow or any(self._text(slot) in self._known for slot in self._slots)

    def read(self) -> Sides | None:
        """Mark the group; None when it is not understood."""
        numbers = sorted({*self._operators, *(number for slot in self._slots for number in slot)})
        atoms = [self._atoms[number] for number in numbers]
        self._work.take(*range(atoms[0].chunk, atoms[-1].chunk + 1))
        start, end = atoms[0].start, atoms[-1].end
        arrows = [place for place in self._operators if self._atoms[place].text != "+"]
        kind = "visit" if arrows else "meeting"
        countries, problem = self._countries(kind)
        if kind == "visit" and len(self._operators) > 1:
            problem = "A visit goes from one country to one other, as in MA>ES; write one line for each."
        elif not problem and len({one.code for one in countries}) < len(countries):
            problem = f"{countries[0].name} stands there twice; name two different countries."
        signs = {"visit": " → ", "meeting": " · "}
        reading = signs[kind].join(one.name for one in countries)
        self._work.add("sides", start, end, reading, problem)
        return None if problem else Sides(kind, tuple(countries))

    def _countries(self, kind: str) -> tuple[list[Country], str]:
        found: list[Country] = []
        for position, slot in enumerate(self._slots):
            text = self._text(slot)
            here = self._known.get(text, [])
            if not slot and (missing := self._missing(position, kind)):
                here = [missing]
            if not slot and not here:
                return found, "A country is missing here; write MA>ES for a visit, MA+ES+DE for a meeting."
            if len(here) > 1:
                choices = listed([f"{one.code} ({one.name})" for one in here])
                return found, f"{quoted(text)} is more than one country: write {choices}."
            if not here:
                return found, (
                    f"{quoted(text)} is not a country that is known here; write a code or a full name, such as"
                    " ES, Spain, Espagne or España, or put the words in quotes."
                )
            found += here
        return found, ""

    def _missing(self, position: int, kind: str) -> Country | None:
        """The side of ">ES" that the pair in scope tells."""
        pair = self._work.context.pair
        other = [self._known.get(self._text(slot), []) for slot in self._slots if slot]
        if kind != "visit" or pair is None or len(other) != 1 or len(other[0]) != 1:
            return None
        if other[0][0].code not in pair:
            return None
        code = pair[0] if other[0][0].code == pair[1] else pair[1]
        country = by_codes(self._work.reader, [code])
        if country:
            side = ("sending", "host")[min(position, 1)]
            self._work.assumed.append(f"{side} country from the pair in scope: {country[0].name}")
        return country[0] if country else None
