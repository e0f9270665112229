"""`bilat export`: everything, or what belongs to a pair, an official, a visit, a period or a topic.

As a dossier, as a calendar or as cards of people.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.briefs.subject import find_subject
from db.dates import read_date
from db.entry.subjects import Topics
from db.errors import BadInput, NotFound
from db.exchange import Format, Wanted, as_text, export
from db.exchange.tables_out import LISTS
from tui.config import Settings
from tui.exporting.marks import holding, marks_in
from tui.private_file import write_private
from tui.shell.calendars_and_cards import carry_out, form_of
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of
from tui.shell.counting import counted
from tui.shell.lists import LIST_FORMATS, carry_list, refuse_alone
from tui.shell.progress import progress_shown

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

EXAMPLES = """\
examples:
  bilat export > desk.json                        everything
  bilat export --pair MA-ES --out ma-es.toml      a file that you alone can read
  bilat export --official "Hammouchi"             the events they took part in, what they own, who they are
  bilat export --visit V-2025-001                 one visit, with everybody and every source that it names
  bilat export --pair MA-ES --topic ct --from 2022 --to "jun 2025"
  bilat export --from 2026 --out desk.ics         visits, meetings and follow-ups for a calendar
  bilat export --format ics --out folder/         a file for each of them; so too with cards
  bilat export --list visits --from 2026 --out visits.xlsx   a table for a spreadsheet, with real dates
  bilat export --quarterly        visits each way, meetings and agreements by quarter and country, in CSV
  bilat export --list followups --out open.docx   a list as a page: docx, html or md
  bilat export --pack hand-over/  the dossier, briefs of the active pairs, what is open, and a backup
  bilat export --out people.vcf                   officials for an address book, with the posts that they hold

What an export names is in it too, so that it can be imported anywhere; `bilat import` reads it back. What lies in
the trash is not in it, nor is the history of changes, nor the lists that every store starts with. A file that is
there already is left alone and ends with 5, unless --over is given.
"""
_ALSO = {"outcomes": "actions"}
"""What a list is called where it comes in, and its name here."""
_KEYS = {"pair": ("pair",), "official": ("official",), "visit": ("visit", "meeting")}


def parser() -> argparse.ArgumentParser:
    """The options of `bilat export`."""
    options = options_of(
        "export", "Take records out as a dossier, in JSON or TOML, as a calendar or as cards.", EXAMPLES
    )
    looks(options)
    options.add_argument(
        "--format",
        choices=("json", "toml", "ics", "vcf", *LIST_FORMATS),
        help="json, or csv for a list, unless FILE says otherwise",
    )
    options.add_argument("--list", choices=(*LISTS, *_ALSO), help="one list as a table, or as a page to read")
    options.add_argument("--quarterly", action="store_true", help="the same as --list quarters")
    options.add_argument("--pack", metavar="FOLDER", help="a folder for whoever takes over the desk")
    about = options.add_mutually_exclusive_group()
    about.add_argument("--pair", metavar="CODES", help="two countries, as in MA-ES")
    about.add_argument("--official", metavar="NAME", help="somebody, in any spelling")
    about.add_argument("--visit", metavar="REF", help="a visit, or a meeting")
    options.add_argument("--from", dest="first", metavar="DATE", help="nothing that was over before")
    options.add_argument("--to", dest="last", metavar="DATE", help="nothing that began after")
    options.add_argument("--topic", metavar="TOPIC", help="a topic with all below it, by code or name")
    options.add_argument(
        "--json", action="store_true", help="the same as --format json, and for a list --format jsonl"
    )
    options.add_argument("--out", metavar="FILE", help="write it there, readable by you alone")
    options.add_argument("--over", action="store_true", help="with --out: write over a file that is there")
    options.add_argument("--notes", action="store_true", help="in cards, also what you noted on people")
    return options


def export_dossier(words: Sequence[str]) -> int:
    """Run `bilat export` and return its exit code.

    Raises:
        BilatError: there is no such record, or it could not be written, with the sentence that says why.
    """
    given = asked(parser(), words)
    given.list = _ALSO.get(given.list, given.list)
    if given.quarterly:
        given.list = given.list or "quarters"
    _settle_json(given)
    if given.pack is not None:
        return _pack(given)
    if given.over and given.out is None:
        raise BadInput("--over goes with --out.")
    if given.notes and form_of(given.format, given.out) != "vcf":
        raise BadInput("--notes goes with cards: --format vcf.")
    refuse_alone(given)
    settings = settings_of(given)
    with opened(given, settings) as store, store.read() as reader:
        wanted = _wanted(reader, given, settings)
        if given.list:
            return carry_list(reader, wanted, given, moment_of(settings))
        if form := form_of(given.format, given.out):
            return carry_out(reader, form, wanted, given, moment_of(settings))
        with progress_shown() as tell:
            plain = export(reader, wanted, tell)
    data = as_text(plain, _format(given)).encode()
    if given.out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        path = Path(os.path.expanduser(given.out)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
        write_private(path, data, over=given.over)
        say(f"Saved {path}")
    say(f"Exported {counted(_counts(plain))}.")
    if marked := holding(marks_in(plain)):
        say(f"It {marked}.")
    return 0


def _settle_json(given: argparse.Namespace) -> None:
    """--json is the format in which scripts read what is asked for."""
    if given.json and given.format:
        raise BadInput("--json is a format of its own: leave out --format.")
    if given.json and given.pack is None:
        given.format = "jsonl" if given.list else "json"


def _pack(given: argparse.Namespace) -> int:
    """Make the folder for whoever takes over the desk."""
    from tui.exporting.pack_folder import make_pack  # noqa: PLC0415 - briefs and lists of all kinds

    if given.out or given.list or given.format:
        raise BadInput("--pack makes a folder of its own; it goes with --store alone.")
    settings = settings_of(given)
    folder = Path(os.path.expanduser(given.pack)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
    with opened(given, settings) as store:
        said = make_pack(store, folder, moment_of(settings), lambda what: say(f"{what} …"))
    sys.stdout.write(f"{json.dumps({'path': str(folder)}) if given.json else folder}\n")
    say(f"Made {said}.")
    return 0


def _format(given: argparse.Namespace) -> Format:
    """As it is asked for, else as the name of the file says, else JSON."""
    if given.format:
        return "toml" if given.format == "toml" else "json"
    return "toml" if (given.out or "").lower().endswith(".toml") else "json"


def _wanted(reader: Reader, given: argparse.Namespace, settings: Settings) -> Wanted:
    moment = moment_of(settings)
    key = None
    for option, kinds in _KEYS.items():
        words = getattr(given, option)
        if words is not None:
            key = find_subject(reader, words, moment)
            if key.kind not in kinds:
                raise NotFound(
                    f"“{words[:60]}” is {_what(key.kind)}, and --{option} wants {_what(kinds[0])}."
                )
    topic = ""
    if given.topic is not None:
        found, problem = Topics(reader).read(given.topic.strip().removeprefix("#"))
        if found is None:
            raise NotFound(problem)
        topic = found.code
    first, last = (_day(words, moment, settings) for words in (given.first, given.last))
    wanted = Wanted(key, first[0], last[1], topic)
    if wanted.first and wanted.last and wanted.last < wanted.first:
        raise BadInput("The period ends before it begins; --from is the earlier day.")
    return wanted


def _day(words: str | None, moment: Moment, settings: Settings) -> tuple[date | None, date | None]:
    """The first and last day of what is written; a year has both."""
    if words is None:
        return None, None
    when = read_date(words, today=moment.today, day_first=settings.day_first)
    if when.first is None or when.last is None:
        raise BadInput(f"“{words[:60]}” says no day to count from; write one such as 2025-03-01.")
    return when.first, when.last


def _what(kind: str) -> str:
    return {"pair": "a country pair", "official": "an official"}.get(kind, f"a {kind}")


def _counts(plain: dict[str, object]) -> dict[str, int]:
    """How many records of each kind, nested ones included."""
    found: dict[str, int] = {}

    def count(values: dict[str, object]) -> None:
        for name, inner in values.items():
            if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                found[name] = found.get(name, 0) + len(inner)
                for one in inner:
                    count(one)

    count(plain)
    singular = {"series": "series"}
    return {singular.get(name, name.removesuffix("s")): number for name, number in found.items()}
