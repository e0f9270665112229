"""Ministries and services whose name alone tells a country, and which one a name that several share means in a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from db.names import fold
from db.reading.words import plain

_LEAD = 20_000  # characters of a text that say which countries it is about


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("institutions.toml").read_text("utf-8"))


@cache
def institutions() -> dict[str, str]:
    """The country of every name that only one country bears, by folded name."""
    return {fold(name): code for code, names in _table()["own"].items() for name in names}


@cache
def _shared() -> dict[str, frozenset[str]]:
    return {fold(name): frozenset(codes) for name, codes in _table()["shared"].items()}


@cache
def acronyms() -> frozenset[str]:
    """The first words, folded, of names that are written in capitals alone."""
    names = [name for one in _table()["own"].values() for name in one] + list(_table()["shared"])
    return frozenset(fold(name).partition(" ")[0] for name in names if name.isupper())


@cache
def _any_shared() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(plain(name) for name in _table()['shared'])})\b")


def shared_institutions(text: str, named_in: Callable[[str], set[str]]) -> Iterator[tuple[str, str]]:
    """The shared names, folded, that mean one country in a text because it names that one and none of the others.

    Args:
        text: the whole text.
        named_in: the countries that the beginning of it names.
    """
    found = {fold(match.group()) for match in _any_shared().finditer(plain(text))}
    named = named_in(text[:_LEAD]) if found else set()
    for name in found:
        meant = _shared()[name] & named
        if len(meant) == 1:
            yield name, next(iter(meant))
