"""`bilat check`: whether the store is as it should be, and what a repair would do."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from db.harmless import json_text
from tui.config import load_settings
from tui.shell.common import asked, looks, opened, options_of, say

if TYPE_CHECKING:
    from db import Store
    from db.checking import Finding

EXAMPLES = """\
examples:
  bilat check                what is wrong, and what a repair would do; nothing is changed
  bilat check --repair       the same, and then the repair, after a backup
  bilat check --json         [{"about": "lists", "sentence": "…", "repair": "…"}]

It ends with 0 when all is well or was repaired, else with 1. The store is read once and looked at in a copy,
so others may go on working; the copy needs as much room beside the store as the store itself.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat check`."""
    options = options_of("check", "Look the whole store over.", EXAMPLES)
    looks(options, from_a_desk=False)
    options.add_argument(
        "--repair", action="store_true", help="do what can be done; nothing is ever taken away"
    )
    options.add_argument("--json", action="store_true", help="print what was found as JSON")
    return options


def check(words: Sequence[str]) -> int:
    """Run `bilat check` and return its exit code.

    Raises:
        BilatError: the store cannot be opened or read.
    """
    given = asked(parser(), words)
    from db import checking  # noqa: PLC0415 - SQLModel, after the options are read

    with opened(given, load_settings()) as store:
        found = checking.check(store, _by_steps(len(checking.STEPS)))
        _print(found, as_json=given.json)
        _tell_of_plain_copies(store)
        if not found:
            say("All is well.")
            return 0
        if not given.repair:
            return 1
        kept = checking.repair(store, found, store.clock(), lambda doing: say(f"{doing} …"))
        if kept is None:
            say("Nothing of this can be repaired by itself.")
            return 1
        left = checking.check(store, _by_steps(len(checking.STEPS)))
        for one in left:
            say(f"Still: {one.sentence}")
        say(f"Repaired. The store as it was is in {kept}." if not left else f"A backup is in {kept}.")
        return 1 if left else 0


def _tell_of_plain_copies(store: Store) -> None:
    """An encrypted store is as safe as the least safe of its copies."""
    from db.encrypting import plain_copies_of  # noqa: PLC0415 - after the options are read

    if store.key is None:
        return
    say("The store is encrypted.")
    for path in plain_copies_of(store.path):
        say(f"{path} can be read without the passphrase; bilat encrypt encrypts it.")


def _by_steps(of: int) -> Callable[[str], None]:
    """Tells what is being looked at, which step of all that is, and how long it has taken up to there."""
    begun, numbers = time.monotonic(), count(1)

    def told(doing: str) -> None:
        say(f"{next(numbers)} of {of}, after {time.monotonic() - begun:,.0f} s: {doing} …")

    return told


def _print(found: Sequence[Finding], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json_text([one._asdict() for one in found]) + "\n")
        return
    for one in found:
        sys.stdout.write(f"{one.about}: {one.sentence}\n")
        sys.stdout.write(f"  repair: {one.repair or 'none by itself'}\n")
