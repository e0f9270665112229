"""`bilat search`: every record that has the words, for scripts and for who is not at the dashboard."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from db.errors import BadInput
from db.harmless import json_text
from db.queries.search import COUNTED, find_everywhere
from db.rows import FoundRow, noun
from tui.plain import cells, plain
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of

EXAMPLES = """\
examples:
  bilat search hammouchi madrid         what has both words, or words that begin so, a line each
  bilat search "liaison officers" --limit 200
  bilat search A-2025-003               a record by its ref
  bilat search moroccan liaison --json  the same as JSON

Words are looked for in names of every spelling and script, titles, texts, notes, logs, quotes and the texts of
sources; accents and capitals do not matter, and a country is found by any of its names. Where nothing is found
nothing is printed. The exit code is 0 either way.

fields of --json, one object a record:
  kind      official, pair, visit, meeting, post, action, followup, organisation or source
  id        by which the store knows it; of a pair both countries, "ES-MA"
  label     what it is called
  detail    its ref, its day, its post
  context   the words around what was found, "" where the label or the detail has them
  marks     where those stand in the context, as [first, end]
"""
_USUALLY = 50
_MOST = 1_000
_KIND = 12  # columns
_LABEL = 60


def parser() -> argparse.ArgumentParser:
    """The options of `bilat search`."""
    options = options_of("search", "Find every record that has some words.", EXAMPLES)
    looks(options)
    options.add_argument(
        "words", metavar="WORDS", nargs="+", help="what to look for; all of it must be there"
    )
    options.add_argument(
        "--limit", metavar="N", type=_limit, default=_USUALLY, help=f"at most N records (default {_USUALLY})"
    )
    options.add_argument("--json", action="store_true", help="print them as JSON")
    return options


def _limit(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= _MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST:,}")
    return int(text)


def search(words: Sequence[str]) -> int:
    """Run `bilat search` and return its exit code.

    Raises:
        BilatError: it cannot be read, with the sentence that says why.
    """
    given = asked(parser(), words)
    wanted = " ".join(given.words)
    if not wanted.strip():
        raise BadInput("Say what to look for: bilat search hammouchi.")
    settings = settings_of(given)
    with opened(given, settings) as store, store.read() as reader:
        found = find_everywhere(reader, wanted, limit=given.limit, desk=moment_of(settings).desk)
    if given.json:
        sys.stdout.write(json_text([_plain(row) for row in found.rows], indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found.rows))
    if not sys.stderr.isatty():
        return 0
    if not found.rows:
        say("Nothing has these words.")
    elif found.total > len(found.rows):
        many = f"{COUNTED:,}+" if found.total > COUNTED else f"{found.total:,}"
        say(f"{len(found.rows):,} of {many} are shown; --limit shows more.")
    return 0


def _lines(rows: Sequence[FoundRow]) -> list[str]:
    """One line a record: "visit        MA→ES Hammouchi   V-2025-001 28–29 Jan 2025   … security talks …"."""
    shown = [(row, plain(row.label, 200)) for row in rows]
    widest = max((cells(label) for _, label in shown if cells(label) <= _LABEL), default=0)
    return [
        "  ".join(
            filter(
                None,
                (
                    noun(row.key.kind).ljust(_KIND),
                    label + " " * max(0, widest - cells(label)),
                    plain(row.detail, 200),
                    plain(row.context, 200),
                ),
            )
        ).rstrip()
        for row, label in shown
    ]


def _plain(row: FoundRow) -> dict[str, Any]:
    return {
        "kind": row.key.kind,
        "id": row.key.id,
        "label": row.label,
        "detail": row.detail,
        "context": row.context,
        "marks": [list(mark) for mark in row.marks],
    }
