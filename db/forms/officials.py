"""A person in a field: somebody who is known, or a new official; a surname alone suggests and never matches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.entry import likely, people
from db.entry.shapes import quoted
from db.errors import BadInput
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

MOST = 5  # candidates that are offered


class Who(NamedTuple):
    """Who is meant.

    Attributes:
        number: the official's id, None for a new one.
        name: as the record calls them, or as typed.
        echo: who that is.
        perhaps: of somebody new, the known official whom the name may mean all the same.
    """

    number: int | None
    name: str
    echo: str
    perhaps: people.Official | None = None

    @property
    def taker(self) -> int | str:
        """As commands take it: the id, or the name of somebody new."""
        return self.name if self.number is None else self.number


def read_who(reader: Reader, text: str, country: str) -> Who:
    """Read a name, for a post of a country.

    Raises:
        BadInput: when it is empty, no name, or several officials bear it.
    """
    name = " ".join(text.split())
    if not fold(name):
        raise BadInput("Who? Write a name.")
    found = _named(reader, name)
    here = [one for one in found if one.country in {country, ""}] or found
    if len(here) == 1:
        return Who(here[0].number, here[0].name, here[0].told_apart.removeprefix(here[0].name).strip(" ()"))
    if here:
        raise BadInput(
            f"{len(here)} officials are called {quoted(name)}; choose one of them with the arrows."
        )
    if any(letter.isdigit() for letter in name):
        raise BadInput("A name has letters and no digits.")
    asked = likely.question(reader, [name], [country] if country else [])
    return Who(None, name, f"{people.new_official(name)}{asked}", _perhaps(reader, name, country))


def _perhaps(reader: Reader, name: str, country: str) -> people.Official | None:
    found = likely.mistakable(reader, name, [country] if country else [])
    return people.Official(found.number, found.name, found.country, found.post, "") if found else None


def _named(reader: Reader, name: str) -> list[people.Official]:
    """Those who bear a full spelling; or the one who was chosen among several, as they are told apart."""
    bare, bracket, _ = name.partition(" (")
    chosen = [one for one in _bearing(reader, bare) if one.told_apart == name] if bracket else []
    return chosen or _bearing(reader, name)


def _bearing(reader: Reader, name: str) -> list[people.Official]:
    rows = reader.all(
        "SELECT DISTINCT official_id FROM official_name WHERE folded = :folded AND kind <> 'weak' LIMIT 50",
        folded=fold(name),
    )
    strong = {number for (number,) in rows}
    return [one for one in people.named(reader, [fold(name)]).get(fold(name), []) if one.number in strong]


def as_typed(reader: Reader, one: people.Official) -> str:
    """The text that means an official and nobody else."""
    return one.name if len(_bearing(reader, one.name)) == 1 else one.told_apart


def candidates(reader: Reader, text: str, country: str) -> list[people.Official]:
    """Officials who may be meant, those of the post's country first."""
    if not fold(text):
        return []
    found = [
        *people.beginning(reader, text, countries=(country,) if country else (), limit=MOST),
        *(people.containing(reader, text, (country,), limit=MOST) if country else ()),
        *people.beginning(reader, text, limit=MOST),
    ]
    known = {one.number: one for one in found}
    if not known:  # nobody is spelt so: who sounds so
        for one in likely.offered(reader, text, [country], MOST):
            known[one.number] = people.Official(one.number, one.name, one.country, one.post, "")
    return list(known.values())[:MOST]
