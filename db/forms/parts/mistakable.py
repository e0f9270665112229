"""New officials in a list who may be known ones: saving stops once and asks about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from db.entry.shapes import quoted
from db.forms.parts.people import Delegation, Person


class Mistakable(NamedTuple):
    """A new official of almost a known name.

    Attributes:
        name: as typed.
        perhaps: the known one, told apart from namesakes.
        line: of the list, from 1.
    """

    name: str
    perhaps: str
    line: int

    @property
    def question(self) -> str:
        """What is asked."""
        return f"{quoted(self.name)} may be {self.perhaps}."


def mistakable(value: Any) -> list[Mistakable]:
    """Those in the value of a field, line by line; nobody in a value that is no list of people."""
    return [
        Mistakable(person.official.name, person.official.perhaps, person.line)
        for person in _people(value)
        if person.official and person.official.perhaps
    ]


def _people(value: Any) -> Iterator[Person]:
    for one in value if isinstance(value, tuple) else ():
        if isinstance(one, Person):
            yield one
        elif isinstance(one, Delegation):
            yield from one.members
