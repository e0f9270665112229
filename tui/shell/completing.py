"""What can stand where on a command line of `bilat`: read off the options themselves, so that it cannot lag behind."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Literal, NamedTuple

from tui.cli import WORDS
from tui.options import parser as dashboard_parser

Takes = Literal["nothing", "words", "records", "files", "anything"]
"""What comes next: nothing, one of some words, a ref or countries, a file, or what no shell can know."""
_RECORDS = ("ABOUT", "CODE", "CODES", "REF")
_FILES = ("BACKUP", "FILE", "FOLDER", "PATH", "TARGET")


class Place(NamedTuple):
    """Where something can be written.

    Attributes:
        name: of the option; "" for what stands by itself.
        says: what it is for.
        takes: what is written there; an option that takes nothing is a switch.
        words: those to choose from.
    """

    name: str
    says: str
    takes: Takes
    words: tuple[str, ...] = ()


class Line(NamedTuple):
    """What can follow a word of the shell, or `bilat` itself.

    Attributes:
        options: the long ones.
        alone: what stands by itself.
    """

    options: tuple[Place, ...]
    alone: Place


def lines() -> dict[str, Line]:
    """What can follow each word; those of the dashboard under ""."""
    words = Place("", "", "words", tuple(WORDS))
    return {"": _line(dashboard_parser())._replace(alone=words)} | {
        word: _line(*parsers_of_word(word)) for word in WORDS
    }


def parsers_of_word(word: str) -> list[argparse.ArgumentParser]:
    """The options of a word of the shell: where a module has several, each bears the word's name."""
    module = import_module(WORDS[word].partition(":")[0])
    own: Callable[[], argparse.ArgumentParser] | None = getattr(module, f"{word}_parser", None)
    found = [own() if own else module.parser()]
    if word == "import":
        from tui.shell.tables import parser  # noqa: PLC0415 - for completion only

        found.append(parser())
    return found


def _line(*parsers: argparse.ArgumentParser) -> Line:
    options: dict[str, Place] = {}
    alone = Place("", "", "nothing")
    for place in (place for parser in parsers for place in _places(parser)):
        if place.name:
            options.setdefault(place.name, place)
        elif alone.takes == "nothing":
            alone = place
    return Line(tuple(options.values()), alone)


def _places(parser: argparse.ArgumentParser) -> Iterator[Place]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells its options in no other way
        if action.help == argparse.SUPPRESS:
            continue
        says = (action.help or "").replace("%%", "%")
        for name in action.option_strings or [""]:
            if not name or name.startswith("--"):
                yield Place(name, says, _takes(action), tuple(str(one) for one in action.choices or ()))


def _takes(action: argparse.Action) -> Takes:
    if action.nargs == 0:
        return "nothing"
    if action.choices:
        return "words"
    if action.metavar in _RECORDS:
        return "records"
    return "files" if action.metavar in _FILES else "anything"
