"""`bilat completion`: what makes a shell complete words, options, refs and countries."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from db.errors import BilatError
from db.unlocking import is_encrypted
from tui.config import Settings
from tui.shell import scripts
from tui.shell.common import opened, options_of, store_path
from tui.shell.completing import lines

EXAMPLES = """\
examples:
  source <(bilat completion bash)                          in ~/.bashrc
  bilat completion zsh > "${fpath[1]}/_bilat"              then start zsh anew
  bilat completion fish > ~/.config/fish/completions/bilat.fish
  bilat completion refs V-2025                             the refs, countries and pairs that begin so

Words of the shell, their options and what may stand behind these, files, and where a record or a country is wanted,
those of your store, or of the one that --store names on the line.
"""
SHELLS = ("bash", "zsh", "fish")


def parser() -> argparse.ArgumentParser:
    """The options of `bilat completion`."""
    options = options_of("completion", "Print what makes a shell complete.", EXAMPLES)
    options.add_argument("shell", choices=(*SHELLS, "refs"), help='a shell, or "refs" for what it asks for')
    options.add_argument("begun", nargs="?", default="", metavar="BEGUN", help="with refs: how they begin")
    options.add_argument("--json", action="store_true", help="with refs: print them as JSON")
    return options


def completion(words: Sequence[str]) -> int:
    """Run `bilat completion` and return its exit code."""
    given = parser().parse_intermixed_args(words)  # or what stands behind --store would be left
    if given.shell == "refs":
        return _refs(given)
    script = {"bash": scripts.bash, "zsh": scripts.zsh, "fish": scripts.fish}[given.shell]
    sys.stdout.write(script(lines()))
    return 0


def _refs(given: argparse.Namespace) -> int:
    """What begins so in the store; a shell that asks while there is none gets nothing and no sentence."""
    from db.queries.refs import completions  # noqa: PLC0415 - for the words of the store only

    found: list[str] = []
    if is_encrypted(store_path(given)):
        return 0  # a shell that completes a word must not ask for a passphrase
    with suppress(BilatError), opened(given, Settings()) as store, store.read() as reader:
        found = completions(reader, given.begun)
    sys.stdout.writelines([f"{json.dumps(found)}\n"] if given.json else [f"{one}\n" for one in found])
    return 0
