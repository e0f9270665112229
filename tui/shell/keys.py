"""`bilat keys`: the keys of the dashboard, those that the officer chose too, as a table or as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from db.harmless import json_text
from tui.actions import Action
from tui.key_names import key_name
from tui.keymap import load_keymap
from tui.keys import actions, choose_keys
from tui.plain import cells
from tui.shell.common import asked, options_of, say

EXAMPLES = """\
examples:
  bilat keys                 every key, place by place, each with its id for [keys] in the settings file
  bilat keys follow          those whose words hold "follow"
  bilat keys --json          [{"id": "enter", "keys": ["n"], "label": "new", "says": "…", "where": "everywhere"}]
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat keys`."""
    options = options_of("keys", "List the keys of the dashboard.", EXAMPLES)
    options.add_argument("words", nargs="*", metavar="WORD", help="only keys whose words hold all of these")
    options.add_argument("--json", action="store_true", help="print them as JSON")
    return options


def keys(words: Sequence[str]) -> int:
    """Run `bilat keys` and return its exit code: 1 where no key has the words.

    Raises:
        BadInput: the settings file cannot be read.
    """
    given = asked(parser(), words)
    keymap = load_keymap()
    choose_keys(keymap.keys)
    if wrong := keymap.sentence():
        say(wrong)
    found = [action for action in actions() if _holds(action, given.words)]
    if not found:
        say("No key has these words.")
    if given.json:
        plain = [{**action._asdict(), "keys": [key_name(key) for key in action.keys]} for action in found]
        for one in plain:
            del one["footer"], one["only"]
        sys.stdout.write(json_text(plain) + "\n")
        return 0 if found else 1
    shown = [" ".join(key_name(key) for key in action.keys) for action in found]
    width = max(map(cells, shown), default=0)
    where = ""
    for action, pressed in zip(found, shown, strict=True):
        if action.where != where:
            where = action.where
            sys.stdout.write(f"{where}\n")
        sys.stdout.write(f"  {pressed.ljust(width)}  {action.says}  [{action.id}]\n")
    return 0 if found else 1


def _holds(action: Action, words: Sequence[str]) -> bool:
    text = f"{action.id} {action.label} {action.says} {action.where}".casefold()
    return all(word.casefold() in text for word in words)
