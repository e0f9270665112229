"""`bilat brief`: the page for a meeting in the shell, for scripts and for mail that is sent every morning."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.briefs import FORMATS, Format, gather, written
from db.briefs.subject import find_subject
from db.errors import BadInput
from db.harmless import json_text
from tui.private_file import write_private
from tui.shell.as_json import as_json
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of

if TYPE_CHECKING:
    from db import Store
    from db.briefs import Brief

EXAMPLES = """\
examples:
  bilat brief MA-ES                               Markdown on stdout
  bilat brief V-2026-001 --format html --out brief.html
  bilat brief "Hammouchi" --format docx > brief.docx
  bilat brief MA-ES --take                        and note that it was taken, as the dashboard does
  bilat brief MA-ES --json                        the same as JSON: its sections, and what stands in them

A name that several have ends with 5 and names them, one that nobody has with 4. A file that is there already
is left alone and ends with 5, unless --over is given. Without --take nothing is written to the store.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat brief`."""
    options = options_of("brief", "The page that you take into a meeting.", EXAMPLES)
    looks(options)
    options.add_argument(
        "about", metavar="ABOUT", help="a pair (MA-ES), a visit or meeting (V-2026-001) or an official's name"
    )
    options.add_argument("--format", choices=FORMATS, help="md (unless FILE says otherwise), html or docx")
    options.add_argument("--json", action="store_true", help="print it as JSON")
    options.add_argument("--out", metavar="FILE", help="write it there, readable by you alone")
    options.add_argument("--over", action="store_true", help="with --out: write over a file that is there")
    options.add_argument(
        "--take", action="store_true", help="note it as taken: the next brief tells what changed since"
    )
    return options


def brief(words: Sequence[str]) -> int:
    """Run `bilat brief` and return its exit code.

    Raises:
        BilatError: there is no such brief, or it could not be written, with the sentence that says why.
    """
    given = asked(parser(), words)
    form = _format(given)
    settings = settings_of(given)
    moment = moment_of(settings)
    with opened(given, settings) as store:
        with store.read() as reader:
            page = gather(reader, find_subject(reader, given.about, moment), moment)
        data = _as_json(page) if given.json else written(page, form)
        if given.out is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            path = Path(os.path.expanduser(given.out)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
            write_private(path, data, over=given.over)
            say(f"Saved {path}")
        if given.take:
            _take(store, page)
    return 0


def _as_json(page: Brief) -> bytes:
    """What the page says; what a block of a section is, its name says."""
    plain = as_json(page._replace(sections=(), last=None))
    for name in ("last", "last_change"):
        del plain[name]
    plain["sections"] = [
        {
            "title": section.title,
            "blocks": [{"block": type(one).__name__.lower(), **as_json(one)} for one in section.blocks],
        }
        for section in page.sections
    ]
    return f"{json_text(plain)}\n".encode()


def _format(given: argparse.Namespace) -> Format:
    """As it is asked for, else as the name of the file says, else Markdown."""
    ending = os.path.splitext(given.out or "")[1].lower().removeprefix(".")  # noqa: PTH122 - it may be no path
    named: Format = next((one for one in FORMATS if one == ending), "md")
    form: Format = given.format or named
    if given.over and given.out is None:
        raise BadInput("--over goes with --out.")
    if given.json and form != "md":
        raise BadInput(f"--json is a form of its own: leave out the {form}.")
    if form == "docx" and given.out is None and sys.stdout.isatty():
        raise BadInput("A Word document is no text for a terminal: add --out FILE, or send it into a file.")
    return form


def _take(store: Store, page: Brief) -> None:
    from db.commands.briefs import take_brief  # noqa: PLC0415 - SQLModel, which only writing needs

    with store.write(f"brief on {page.name}") as session:
        take_brief(session, page)
    say(f"Noted that the brief on {page.name} was taken.")
