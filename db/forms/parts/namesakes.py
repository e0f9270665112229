"""Telling apart what bears one name: by the number that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from db.entry.shapes import listed, quoted
from db.errors import BadInput
from db.forms.parts.grammar import Piece, name
from db.forms.parts.named import Official, Organisation, Post
from db.names import fold

Found = TypeVar("Found", Official, Organisation, Post)


def shown(piece: Piece) -> str:
    """A name as a line says it, with the number that tells it from its namesakes."""
    text = "/".join(name(part) for part in piece.parts)
    return f"{text} #{piece.tail}" if piece.tail else text


def several(text: str, found: Sequence[Found]) -> str:
    """How to tell namesakes apart: by the number of each."""
    told = [f"#{one.number} ({_apart(one)})" for one in found]
    return f"{quoted(text)} is the name of {len(found)}; write behind it {listed(told)}."


def _apart(one: Official | Organisation | Post) -> str:
    match one:
        case Official():
            return " ".join(filter(None, (one.country, one.post))) or one.name
        case Organisation():
            return " ".join(filter(None, (one.country, one.name)))
    return " ".join(filter(None, (one.country, one.organisation.label if one.organisation else "")))


def must_be(called: Piece, names: set[str]) -> None:
    """Refuse a number behind a name that is none of its record's.

    Raises:
        BadInput: with the name that it has.
    """
    low = fold(called.text)
    if called.text not in names and (not low or low not in {fold(one) for one in names}):
        real = sorted(names - {""})[:1]
        raise BadInput(f"Number {called.tail[:12]} is {quoted(''.join(real))}, not {quoted(called.text)}.")
