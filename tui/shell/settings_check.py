"""Everything that is wrong with the settings at once, each with its place: the program itself stops at the first."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from db.bounded_toml import read_toml
from db.errors import BadInput
from db.filtering.checking import problems_of
from db.queries import countries
from db.reader import Reader
from seeds import reference
from tui.actions import ACTIONS
from tui.config import (
    FILTERS,
    KEYS,
    SECTIONS,
    Settings,
    checked,
    line_of,
    load_settings,
    nearest,
    section_of,
    text_of,
    variable,
)
from tui.filtering.saved import filter_of
from tui.key_names import key_name
from tui.keymap import ended, load_keymap
from tui.plain import plain
from tui.run import know_the_theme, today


class Wrong(NamedTuple):
    """A mistake.

    Attributes:
        place: the file with its line, or the variable; "keys" for the table of keys.
        sentence: what is wrong, with the place.
    """

    place: str
    sentence: str


def wrong_with(path: Path, environ: Mapping[str, str], reader: Reader | None = None) -> list[Wrong]:
    """What is wrong in the file, in the environment and in the table of keys.

    Args:
        path: of the file, whether it is there or not.
        environ: the variables.
        reader: of the store that knows the names in filters; without one they are taken for right.
    """
    return [*_in_file(path, reader), *_in_environment(environ, reader), *twice_taken()]


def _day_first(path: Path, environ: Mapping[str, str]) -> bool:
    """How a filter reads 3/4/2026; where the settings are wrong themselves, as without any."""
    try:
        return load_settings(path, environ).day_first
    except BadInput:
        return Settings.day_first


def _in_file(path: Path, reader: Reader | None) -> Iterator[Wrong]:
    try:
        text = text_of(path)
        values = read_toml(text, str(path))
    except BadInput as error:
        yield Wrong(str(path), str(error))
        return
    for name, value in values.items():
        if name in SECTIONS:
            continue
        place = f"{path}, line {line_of(name, text)}"
        if name not in Settings.names():
            yield Wrong(place, f"{place}: there is no setting {name!a}; {nearest(name)}")
            continue
        yield from _in_value(name, value, place, reader)
    yield from _in_sections(path, {}, reader)


def _in_value(name: str, value: object, place: str, reader: Reader | None) -> Iterator[Wrong]:
    """What is wrong with the value of a setting, also where only opening the dashboard would show it."""
    try:
        read = checked(name, value, place)
    except BadInput as error:
        yield Wrong(place, str(error))
        return
    if name == "desk" and read and (hint := _no_desk(str(read), reader)):
        yield Wrong(place, f"{place}: there is no country {str(read)!a}{hint}")
    if name == "theme":
        try:
            know_the_theme(str(read))
        except BadInput as error:
            yield Wrong(place, f"{place}: {str(error)[:1].lower()}{str(error)[1:]}")


def _no_desk(code: str, reader: Reader | None) -> str:
    """What to say of a desk that the store does not have; without a store, that a new one would not have."""
    codes = [code for code, _ in countries(reader)] if reader else [one.code for one in reference.countries()]
    near = get_close_matches(code, codes, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "; take a code such as MA, or its name."
    return "" if code in codes else hint


def _in_sections(path: Path, environ: Mapping[str, str], reader: Reader | None) -> Iterator[Wrong]:
    """What is wrong with the officer's keys and the filters that have a name, in the file or in the environment."""
    try:
        for wrong in load_keymap(path, environ).wrong:
            yield Wrong(wrong.place, f"{wrong.place}: {ended(wrong.says)}")
    except BadInput as error:
        yield Wrong(variable(KEYS) if environ else str(path), str(error))
    try:
        for name, value, place in section_of(FILTERS, path, environ):
            yield from _in_filter(name, value, place, day_first=_day_first(path, environ), reader=reader)
    except BadInput as error:
        yield Wrong(variable(FILTERS) if environ else str(path), str(error))


def _in_filter(
    name: str, value: object, place: str, *, day_first: bool, reader: Reader | None
) -> Iterator[Wrong]:
    """What is wrong with a filter, each mistake with where it stands in the text."""
    try:
        text = filter_of(name, value)
    except BadInput as error:
        yield Wrong(place, f"{place}: {error}")
        return
    for one in problems_of(text, today=today(), day_first=day_first, reader=reader):
        where = f"the filter {plain(name)}, character {one.start + 1}, “{plain(text[one.start : one.end])}”"
        yield Wrong(place, f"{place}: {where}: {one.sentence}")


def _in_environment(environ: Mapping[str, str], reader: Reader | None) -> Iterator[Wrong]:
    sections = {variable(section): "" for section in SECTIONS}
    known = {variable(name): name for name in Settings.names()} | {"BILAT_STORE": ""} | sections
    if any(environ.get(place) for place in sections):
        yield from _in_sections(Path(os.devnull), environ, reader)
    for place, text in sorted(environ.items()):
        if not place.startswith("BILAT_"):
            continue
        if place not in known:
            near = get_close_matches(place, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
            yield Wrong(place, f"{place}: nothing reads this variable; {hint}")
        elif text and known[place]:
            yield from _in_value(known[place], text, place, reader)


def twice_taken() -> Iterator[Wrong]:
    """Keys that two actions have in the same place, each with both owners; a screen's own goes before the app's."""
    for one, other in combinations(ACTIONS, 2):
        if one.where != other.where:
            continue  # the one in front answers
        for key in sorted({*one.keys} & {*other.keys}):
            yield Wrong(
                "keys",
                f"The key {key_name(key)} is taken twice: by {one.id} ({one.says}) and by {other.id} ({other.says}).",
            )
