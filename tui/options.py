"""The options of `bilat`, with a help text that an officer can act on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from tui import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.run import Wishes

EXAMPLES = """\
examples:
  bilat                          open your store; the first time, make one
  bilat --demo                   look around in a store of examples, thrown away at the end
  bilat --demo --keep demo.db    the same, but keep it
  bilat --store desk.db          open another store
  bilat --desk ES --ascii        see it as the Spanish desk, without line drawing
  bilat --desk ES brief MA-ES    an option stands before a word of the shell or behind it
  bilat add "MA>ES 28-29 jan 2025 @Hammouchi"    enter a visit; bilat add --help says more
  bilat due                      what is overdue and due this week, for scripts and nightly mail
  bilat brief MA-ES              the page for a meeting; bilat brief --help says more
  bilat export > desk.json       everything, or a pair, an official, a visit, a period, a topic
  bilat import desk.json         and in again; what is there is never overwritten
  bilat import trips.xlsx --as visits            a spreadsheet, and bilat export --list visits makes one
  bilat show V-2025-001          a record; bilat keys, bilat config, bilat completion bash
  bilat read cable.docx          visits, people and outcomes that a text tells of
  bilat search madrid 2025       every record that has these words
  bilat backup                   a copy, read again before it counts; bilat restore puts one back
  bilat check                    look the whole store over; bilat check --repair mends
  bilat encrypt                  let only a passphrase open it; bilat decrypt, bilat passphrase
  bilat tutorial                 ten steps on a store of examples

exit codes:
  0 done   1 failure   2 wrong use or input   3 not a store   4 not found   5 conflict   6 store busy   7 read only

Settings are in a file and in BILAT_... variables; the README lists them.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat`."""
    options = argparse.ArgumentParser(
        prog="bilat",
        description="A desk officer's book of international cooperation: visits, delegations, meetings,\n"
        "what was agreed, and what to do next. Without options it opens the dashboard.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    add = options.add_argument
    add("--store", metavar="PATH", help="the store to open (also BILAT_STORE)")
    add("--demo", action="store_true", help="open a store of examples")
    add("--keep", metavar="PATH", help="with --demo: keep the examples at PATH")
    add("--desk", metavar="CODE", help="the desk's country, for this time")
    add("--theme", metavar="NAME", help="the colours, for this time")
    add("--read-only", action="store_true", help="look, and change nothing")
    add("--encrypted", action="store_true", help="the first time: make a store that a passphrase opens")
    add("--ascii", action="store_true", help="draw with ASCII only")
    add("--version", action="version", version=f"bilat {__version__}", help="show the version")
    add("--help", "-h", action="help", help="show this help")
    return options


def read_wishes(words: Sequence[str]) -> Wishes:
    """What the command line asks for; wrong use ends the program with a sentence and exit code 2."""
    options = parser()
    given = options.parse_args(words)
    for name in ("store", "keep"):
        if getattr(given, name) == "":
            options.error(f"the path of --{name} is empty")
    if given.keep and not given.demo:
        options.error("--keep goes with --demo")
    if given.store and given.demo:
        options.error("--demo opens its own store: use --keep PATH to choose where, or leave out --store")

    if given.encrypted and (given.demo or given.read_only):
        options.error("--encrypted is for a store that is made, and no demo")

    from pathlib import Path  # noqa: PLC0415 - as much as argparse itself costs, and --help does without

    from tui.run import Wishes  # noqa: PLC0415

    store = given.store or os.environ.get("BILAT_STORE", "")
    # Unlike Path, os.path leaves "~nobody" as it is, to be reported as a file that is not there.
    return Wishes(
        store=Path(os.path.expanduser(store)) if store else None,  # noqa: PTH111
        demo=given.demo,
        keep=Path(os.path.expanduser(given.keep)) if given.keep else None,  # noqa: PTH111
        desk=given.desk,
        theme=given.theme,
        ascii=given.ascii,
        read_only=given.read_only,
        encrypted=given.encrypted,
    )
