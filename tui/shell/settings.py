"""`bilat config`: what is set and where, and whether the settings file is as it should be."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from db import Store
from db.errors import BilatError, Conflict, Encrypted
from db.harmless import json_text
from db.reader import Reader
from db.unlocking import is_encrypted
from tui.config import SECTIONS, Settings, file_values, load_settings, section_of, variable
from tui.keymap import load_keymap
from tui.keys import choose_keys
from tui.paths import reason, settings_file
from tui.settings_file import fresh_file, replace_file
from tui.shell.common import asked, options_of, say, store_path
from tui.shell.settings_check import wrong_with

EXAMPLES = """\
examples:
  bilat config                what is set, and where that comes from
  bilat config --json         [{"setting": "desk", "value": "MA", "from": "file", "says": "…"}]
  bilat config path           where the settings file is, whether it is there or not
  bilat config check          every mistake in it, with its line; ends with 2 where there is one
  bilat config example        a file with every setting explained and none set
  bilat config example --save                makes that the settings file, where there is none yet

check also holds the table of keys against itself: two actions on one key are told with both their owners. The
people, topics and countries in filters that have a name are looked up in your store, or in that of --store.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat config`."""
    options = options_of("config", "Show and check the settings.", EXAMPLES)
    options.add_argument("what", nargs="?", choices=("show", "path", "check", "example"), default="show")
    options.add_argument("--save", action="store_true", help="with example: make it the settings file")
    options.add_argument("--json", action="store_true", help="print it as JSON")
    return options


def config(words: Sequence[str]) -> int:
    """Run `bilat config` and return its exit code.

    Raises:
        BadInput: a setting is impossible.
    """
    options = parser()
    given = asked(options, words)
    if given.save and given.what != "example":
        options.error("--save goes with example")
    path = settings_file()
    match given.what:
        case "path":
            sys.stdout.write(f"{json.dumps(str(path)) if given.json else path}\n")
        case "example" if given.save:
            _save_example(path)
        case "example":
            sys.stdout.write(fresh_file())
        case "check":
            return _check(path, given)
        case _:
            _show(path, given)
    return 0


def _save_example(path: Path) -> None:
    """Make the settings file, where there is none that could be lost."""
    if os.path.lexists(path):
        raise Conflict(f"Not saved, there is a settings file already: {path}", "file")
    try:
        replace_file(path, fresh_file())
    except OSError as error:
        raise BilatError(f"The settings could not be saved in {path}: {reason(error)}.") from error
    say(f"Saved {path}")


def _check(path: Path, given: argparse.Namespace) -> int:
    with _names_at_hand(given) as reader:
        found = wrong_with(path, os.environ, reader)
    if given.json:
        sys.stdout.write(json_text([one._asdict() for one in found]) + "\n")
    else:
        sys.stdout.writelines(f"{one.sentence}\n" for one in found)
    if not found:
        say("All is well." if path.exists() else f"All is well; there is no file {path}.")
    return 2 if found else 0


@contextmanager
def _names_at_hand(given: argparse.Namespace) -> Iterator[Reader | None]:
    """The store in which names are looked up; None where there is none yet, or none that opens by itself."""
    path = store_path(given)
    if not path.exists():
        yield None
        return
    try:
        if is_encrypted(path):
            raise Encrypted(f"{path} is encrypted.")
        store = Store.open(path, read_only=True)
    except BilatError as error:
        say(f"Names in filters were not looked up. {error}")
        yield None
        return
    with closing(store), store.read() as reader:
        yield reader


def _show(path: Path, given: argparse.Namespace) -> None:
    settings, rows = load_settings(path), []
    choose_keys(load_keymap(path).keys)
    says = Settings.says()
    written = file_values(path)
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if os.environ.get(variable(each.name)):
            origin = variable(each.name)
        else:
            origin = "file" if each.name in written else "default"
        rows.append((each.name, value, origin, says[each.name]))
    rows += [_section_row(section, path) for section in SECTIONS] + _store_rows(given)
    if given.json:
        names = ("setting", "value", "from", "says")
        plain: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in rows]
        sys.stdout.write(json_text(plain) + "\n")
        return
    for name, value, origin, told in rows:
        sys.stdout.write(f"{name:<14} = {_shown(value):<16} {origin:<18} {told}\n")


def _shown(value: Any) -> str:
    """A value as it would stand in the file."""
    if isinstance(value, dict):
        lines = (f"{json_text(name)} = {_shown(one)}" for name, one in value.items())
        return f"{{ {', '.join(lines)} }}" if value else "{}"
    return json_text(value)


def _section_row(section: str, path: Path) -> tuple[str, Any, str, str]:
    """What stands in a section, the environment's before the file's."""
    found = {name: (value, place) for name, value, place in section_of(section, path, os.environ)}
    places = {place for _, place in found.values()}
    by = variable(section) if variable(section) in places else "file" if found else "default"
    values = json.loads(json.dumps({name: value for name, (value, _) in found.items()}, default=str))
    return section, values, by, SECTIONS[section].replace("`", "")


def _store_rows(given: argparse.Namespace) -> list[tuple[str, Any, str, str]]:
    """Which store is opened, and whether it is encrypted: no settings, and still the first things to be sure of."""
    path = store_path(given)
    by = "--store" if given.store else "BILAT_STORE" if os.environ.get("BILAT_STORE") else "default"
    if not path.exists():
        return [("store", str(path), by, "where a first start makes the store")]
    return [
        ("store", str(path), by, "the store that is opened"),
        ("encrypted", is_encrypted(path), "store", "whether only a passphrase opens it"),
    ]
