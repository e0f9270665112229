"""What people are called, in the languages of their countries, and how others spell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seeds.world.chance import Luck
from seeds.world.words import words


class Name(NamedTuple):
    """One person's name: as used, as sorted, in its own script, and as other papers print it."""

    full: str
    sorted: str
    native: str
    spellings: tuple[str, ...]


class Names:
    """The names of one language; nobody in a country is called quite like somebody else."""

    def __init__(self, language: str) -> None:
        said = words()["names"][language]
        self._given: list[str] = said["given"].split()
        self._family: list[str] = said["family"].split()
        self._double: bool = said["double"]
        self._native = dict(pair.split(":") for pair in said.get("native", "").split())
        self._changes: list[list[str]] = words()["spellings"].get(language, [])
        self._taken: set[str] = set()

    def next(self, luck: Luck) -> Name:
        """Somebody new."""
        given, family = [luck.choice(self._given)], [luck.choice(self._family)]
        if self._double:
            family.append(luck.choice(self._family))
        while " ".join((*given, *family)) in self._taken:  # parents choose another first name then
            given.append(luck.choice(self._given))
        full = " ".join((*given, *family))
        self._taken.add(full)
        native = ""
        if luck.falls(0.5) and all(word in self._native for word in (*given, *family)):
            native = " ".join(self._native[word] for word in (*given, *family))
        return Name(
            full, f"{' '.join(family)}, {' '.join(given)}", native, tuple(self._otherwise(full, family, luck))
        )

    def _otherwise(self, full: str, family: list[str], luck: Luck) -> Iterator[str]:
        """Up to two other spellings."""
        if self._double and luck.falls(0.3):
            yield full.removesuffix(f" {family[-1]}")
        other = full
        for here, there in self._changes:
            if luck.falls(0.4):
                other = other.replace(here, there)
        if other != full:
            yield other
