"""`bilat show`: one record as the dashboard tells it, as text or as JSON."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence

from db import queries
from db.harmless import json_text
from db.queries.refs import called
from tui import cards
from tui.glyphs import glyphs, wants_ascii
from tui.shell.as_json import as_json
from tui.shell.common import asked, looks, moment_of, opened, options_of, settings_of

EXAMPLES = """\
examples:
  bilat show V-2025-001            a visit with who travelled, what came of it and where it is known from
  bilat show MA-ES                 a country pair; at a desk its other country is enough: bilat show ES
  bilat show "Hammouchi"           an official, in any spelling
  bilat show F-2026-003 --json     the same as JSON, for scripts
  echo V-2025-001 | bilat show -   what to show comes from stdin, a line each

A name that several have ends with 5 and names them, what is not there ends with 4.

--json prints one object a record: "kind", "id", "title", and under "record" the fields of its page. Dates are objects
with "edtf", "text" and "basis"; a reference to another record is {"kind": …, "id": …}; what is not known is "" or null.
"""
_NARROWEST, _WIDEST = 40, 120


def parser() -> argparse.ArgumentParser:
    """The options of `bilat show`."""
    options = options_of("show", "Show a record.", EXAMPLES)
    looks(options)
    options.add_argument(
        "about", nargs="+", metavar="REF", help='a ref, two countries, a name, or "-" for lines on stdin'
    )
    options.add_argument("--ascii", action="store_true", help="draw with ASCII only")
    options.add_argument("--json", action="store_true", help="print it as JSON")
    return options


def show(words: Sequence[str]) -> int:
    """Run `bilat show` and return its exit code.

    Raises:
        BilatError: there is no such record, or several are called so.
    """
    given = asked(parser(), words)
    settings = settings_of(given)
    glyphs.choose(ascii_only=given.ascii or settings.ascii or wants_ascii())
    moment = moment_of(settings)
    lines = [line for one in given.about for line in (sys.stdin.read().splitlines() if one == "-" else [one])]
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))
    with opened(given, settings) as store, store.read() as reader:
        found = [queries.card(reader, called(reader, line, moment), moment) for line in lines if line.strip()]
    if given.json:
        for card in found:
            plain = {
                "kind": card.key.kind,
                "id": card.key.id,
                "title": cards.title(card),
                "record": as_json(card),
            }
            sys.stdout.write(json_text(plain) + "\n")
    else:
        sys.stdout.write("\n".join(cards.as_text(card, moment, width) for card in found))
    return 0
