"""The filters that an officer has named: the section [filters] of the settings file, one a line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from db.bounded_toml import read_toml
from db.errors import BadInput, BilatError
from tui.config import FILTERS, section_of, text_of, variable
from tui.paths import reason, settings_file
from tui.settings_file import fresh_file, replace_file

MOST = 20
"""Filters that have a name; nobody finds his way among more."""
LONGEST_NAME = 40
_HEAD = re.compile(r"^\[filters\][ \t]*(#.*)?$", re.MULTILINE)
_NEXT_HEAD = re.compile(r"^\[", re.MULTILINE)


def saved_filters(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """The filters by name, in the order of the file, then those of the environment.

    Raises:
        BadInput: the file or its section is not written as it should be.
    """
    path = path or settings_file()
    found = dict(_parsed(text_of(path), path))
    given = os.environ if environ is None else environ
    for name, text, place in section_of(FILTERS, Path(os.devnull), given):
        try:
            found[name] = filter_of(name, text)
        except BadInput as error:
            raise BadInput(f"{place}: {error}") from error
    return found


def filter_of(name: str, text: object) -> str:
    """The text of a filter as it stands under [filters].

    Raises:
        BadInput: it cannot be called that, or is no text.
    """
    checked_name(name)
    if not isinstance(text, str):
        raise BadInput(f'The filter {ascii(name)[1:-1]} needs a text in quotes, such as "is:overdue".')
    return text


def save_filter(name: str, text: str, path: Path | None = None) -> bool:
    """Name a filter, keeping every other line and every comment of the file; tells whether the name was new.

    Raises:
        BadInput: the name or the file is not as it should be; the file stays as it was.
        BilatError: the file cannot be written.
    """
    name = checked_name(name)
    path, content, before = _opened(path)
    if name not in before and len(before) >= MOST:
        raise BadInput(f"{MOST} filters have a name already; take one away first, or use its name again.")
    line = f"{_toml(name)} = {_toml(text)}"
    if name in before:
        content = _without(content, name, line + "\n")
    else:
        head = _HEAD.search(content)
        if head is None:
            content = f"{content.rstrip()}\n\n[filters]\n{line}\n".lstrip()
        else:
            following = _NEXT_HEAD.search(content, head.end())
            end = following.start() if following else len(content)
            kept = content[:end].rstrip()
            content = f"{kept}\n{line}\n" + (f"\n{content[end:]}" if following else "")
    _write(path, content, {**before, name: text})
    return name not in before


def forget_filter(name: str, path: Path | None = None) -> None:
    """Take a name away; raises as `save_filter` does, and where the environment gives the name."""
    path, content, before = _opened(path)
    if name in saved_filters(path) and name not in before:
        raise BadInput(f"The filter {name} is given by {variable(FILTERS)}; it can only be taken away there.")
    if name in before:
        _write(path, _without(content, name, ""), {key: text for key, text in before.items() if key != name})


def checked_name(name: str) -> str:
    """The name that a filter gets.

    Raises:
        BadInput: it cannot have that one.
    """
    name = " ".join(name.split())
    if not name or not name.isprintable():
        raise BadInput("A filter needs a name, a few words.", 0, len(name))
    if len(name) > LONGEST_NAME:
        raise BadInput(
            f"That is too long for a name; leave it under {LONGEST_NAME} letters.", LONGEST_NAME, len(name)
        )
    return name


def _opened(path: Path | None) -> tuple[Path, str, Mapping[str, str]]:
    path = Path(os.path.realpath(path or settings_file()))  # a link into kept dot-files stays a link
    content = text_of(path) or fresh_file()
    return path, content, _parsed(content, path)


def _parsed(content: str, path: Path) -> Mapping[str, str]:
    found = read_toml(content, str(path)).get("filters", {})
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise BadInput(
            f'{path}: under [filters] stands a name and a text in each line, such as "late" = "is:overdue".'
        )
    return found


def _without(content: str, name: str, instead: str) -> str:
    """The text with another line, or none, where a filter of that name stands in the section."""
    head = _HEAD.search(content)
    start = head.end() if head else len(content)
    for line in re.finditer(r"^.*(\n|$)", content[start:], re.MULTILINE):
        if _named_by(line.group()) == name:
            return content[: start + line.start()] + instead + content[start + line.end() :]
    return content


def _named_by(line: str) -> str | None:
    try:
        found = read_toml(line)
    except BadInput:
        return None
    return next(iter(found), None)


def _write(path: Path, content: str, wanted: Mapping[str, str]) -> None:
    """Write the file if it says what it should and nothing else has changed."""
    before = read_toml(text_of(path), str(path))
    try:
        after = read_toml(content)
    except BadInput:
        after = {}
    others = {name: value for name, value in before.items() if name != "filters"}
    if after.get("filters", {}) != wanted or {**after, "filters": None} != {**others, "filters": None}:
        raise BadInput(f"{path} cannot be changed safely from here; please edit it by hand.")
    try:
        replace_file(path, content)
    except OSError as error:
        raise BilatError(f"The filters could not be saved in {path}: {reason(error)}.") from error


def _toml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
