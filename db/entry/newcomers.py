"""Who is new in an earlier line of a batch: a part of the name is enough in the lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from db.entry.people import Official, new_official
from db.entry.shapes import Reading
from db.names import fold

NOBODY_YET = 0
"""The number of an official whom Enter makes."""


def newcomers_of(reading: Reading) -> list[Official]:
    """The officials whom a line would make, with their country where the line tells it."""
    found: dict[str, Official] = {}
    for name, country in _named(reading.values):
        if new_official(name) in reading.creates:
            found.setdefault(name, Official(NOBODY_YET, name, country, "", fold(name)))
    return list(found.values())


def _named(values: Any, country: str = "") -> Iterator[tuple[str, str]]:
    """Every official that the values of a line name, with their own country, else that of their delegation."""
    if isinstance(values, dict):
        country = values.get("country", country)
        for official in values.get("officials", ()):
            yield official["name"], official.get("country", "")
        if isinstance(name := values.get("official"), str):
            yield name, country
        for inner in values.values():
            yield from _named(inner, country)
    elif isinstance(values, list):
        for inner in values:
            yield from _named(inner, country)


def called(those: Sequence[Official], words: str) -> list[Official]:
    """Those of whose name a word begins so, as a surname does; several words as they follow one another.

    Who is called just that is meant alone.
    """
    low = fold(words)
    if alone := [one for one in those if one.matched == low]:
        return alone
    found = ((one, f" {one.matched}".find(f" {low}")) for one in those) if low else ()
    return [one._replace(matched=one.matched[at:]) for one, at in found if at >= 0]
