"""`bilat config`: what is set and where, and whether the settings file is as it should be."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from db.harmless import json_text
from tui.config import Settings, load_settings, variable
from tui.keymap import load_keymap
from tui.keys import choose_keys
from tui.paths import settings_file
from tui.settings_file import fresh_file
from tui.shell.common import asked, options_of, say
from tui.shell.settings_check import wrong_with

EXAMPLES = """\
examples:
  bilat config                what is set, and where that comes from
  bilat config --json         [{"setting": "desk", "value": "MA", "from": "file", "says": "…"}]
  bilat config path           where the settings file is, whether it is there or not
  bilat config check          every mistake in it, with its line; ends with 2 where there is one
  bilat config example > ~/.config/bilat/settings.toml     a file with every setting explained and none set

check also holds the table of keys against itself: two actions on one key are told with both their owners.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat config`."""
    options = options_of("config", "Show and check the settings.", EXAMPLES)
    options.add_argument("what", nargs="?", choices=("show", "path", "check", "example"), default="show")
    options.add_argument("--json", action="store_true", help="print it as JSON")
    return options


def config(words: Sequence[str]) -> int:
    """Run `bilat config` and return its exit code.

    Raises:
        BadInput: a setting is impossible.
    """
    given = asked(parser(), words)
    path = settings_file()
    match given.what:
        case "path":
            sys.stdout.write(f"{json.dumps(str(path)) if given.json else path}\n")
        case "example":
            sys.stdout.write(fresh_file())
        case "check":
            return _check(path, as_json=given.json)
        case _:
            _show(path, as_json=given.json)
    return 0


def _check(path: Path, *, as_json: bool) -> int:
    found = wrong_with(path, os.environ)
    if as_json:
        sys.stdout.write(json_text([one._asdict() for one in found]) + "\n")
    else:
        sys.stdout.writelines(f"{one.sentence}\n" for one in found)
    if not found:
        say("All is well." if path.exists() else f"All is well; there is no file {path}.")
    return 2 if found else 0


def _show(path: Path, *, as_json: bool) -> None:
    settings, rows = load_settings(path), []
    choose_keys(load_keymap(path).keys)
    says = Settings.says()
    written = load_settings(path, {})
    defaults = Settings(officer=settings.officer)
    for each in fields(Settings):
        value, here = getattr(settings, each.name), getattr(written, each.name)
        if os.environ.get(variable(each.name)):
            origin = variable(each.name)
        else:
            origin = "file" if here != getattr(defaults, each.name) else "default"
        rows.append((each.name, value, origin, says[each.name]))
    if as_json:
        names = ("setting", "value", "from", "says")
        plain: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in rows]
        sys.stdout.write(json_text(plain) + "\n")
        return
    for name, value, origin, told in rows:
        shown = (
            str(value).lower()
            if isinstance(value, bool)
            else f'"{value}"'
            if isinstance(value, str)
            else value
        )
        sys.stdout.write(f"{name:<14} = {shown!s:<16} {origin:<18} {told}\n")
