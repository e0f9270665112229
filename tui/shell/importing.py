"""`bilat import`: a dossier, a calendar or cards enter the store in one step; what is there is not overwritten."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BadInput, BilatError, Conflict, NotFound
from db.exchange import Format
from db.exchange.text import MOST_BYTES
from db.harmless import json_text
from tui.importing.files import Form, enter, taking_of
from tui.paths import reason
from tui.shell.calendars_and_cards import form_of
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of
from tui.shell.counting import counted
from tui.shell.progress import progress_shown

if TYPE_CHECKING:
    from db.exchange.report import Taken

EXAMPLES = """\
examples:
  bilat import desk.json                  a dossier that bilat export made, or that you wrote
  bilat import --dry-run colleague.toml   say what it would bring, and change nothing
  bilat export --store a.db --pair MA-ES | bilat import --store b.db -
  bilat import visits.xlsx --as visits    a table in CSV, TSV or XLSX: visits, meetings, outcomes, officials, followups;
                                          bilat import --as visits --help says more
  bilat import outlook.ics                events and tasks of a calendar: visits, meetings and follow-ups
  bilat import people.vcf                 cards of people: officials with their posts

All of it enters in one step, or none; {undo} in the dashboard takes it back. Importing again adds nothing. Records that
are there learn what they did not say; where both say something different, the store stands and the difference is
told on stderr, and the exit code is 0 all the same: --json lists the differences for scripts. A record whose ref
another one bears here gets a new ref, which is told too. With anything wrong in the file, it ends with 2, 4 or 5.
In the dashboard, {import} shows what a file would bring before it enters.

fields of --json: added (by table), learnt, differences (record, field, here, there), renamed (was, now), remarks.
"""


TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")


def parser() -> argparse.ArgumentParser:
    """The options of `bilat import`."""
    options = options_of("import", "Enter a dossier, a calendar or cards in one step.", EXAMPLES)
    looks(options)
    options.add_argument("file", metavar="FILE", help='JSON, TOML, ICS or VCF, or "-" for stdin')
    options.add_argument(
        "--format", choices=("json", "toml", "ics", "vcf"), help="unless the name of FILE says it"
    )
    options.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")
    options.add_argument("--json", action="store_true", help="print what came of it as JSON")
    return options


def import_dossier(words: Sequence[str]) -> int:
    """Run `bilat import` and return its exit code.

    Raises:
        BilatError: nothing was imported, with the sentence that says why.
    """
    if _is_table(words):
        from tui.shell.tables import import_table  # noqa: PLC0415 - drafts, which a dossier checks only later

        return import_table(words)
    given = asked(parser(), words)
    name = "stdin" if given.file == "-" else Path(given.file).name
    raw = _read(given.file)
    settings = settings_of(given)
    try:
        take = taking_of(_form(given, raw), raw, moment_of(settings))
    except BadInput as error:
        raise BadInput(f"{name}: {_beginning(str(error))}") from None
    with opened(given, settings) as store:
        try:
            with progress_shown() as tell:
                taken = enter(store, take, name, dry=given.dry_run, tell=tell)
        except (BadInput, NotFound) as error:
            raise type(error)(_refused(name, error)) from None
        except Conflict as error:
            raise Conflict(_refused(name, error), error.field) from None
        except KeyboardInterrupt:
            say("Stopped. Nothing was imported.")
            raise
    _tell(taken, given)
    return 0


def _form(given: argparse.Namespace, raw: bytes) -> Form:
    """As it is asked for, else as the name says, else as the text begins."""
    if form := form_of(given.format, given.file, raw):
        return form
    return _format(given, raw)


def _tell(taken: Taken, given: argparse.Namespace) -> None:
    for was, now in taken.renamed:
        say(f"{was} means something else here; it came in as {now}.")
    for sentence in (*(one.sentence for one in taken.differences), *taken.remarks):
        say(sentence)
    if given.json:
        found = {
            "added": dict(taken.added),
            "learnt": sorted(taken.learnt),
            "differences": [one._asdict() for one in taken.differences],
            "renamed": [one._asdict() for one in taken.renamed],
            "remarks": taken.remarks,
        }
        sys.stdout.write(json_text(found) + "\n")
        return
    would = "would be " if given.dry_run else ""
    parts = [f"{counted(taken.added)} {would}added"] if taken.added else []
    if taken.learnt:
        parts.append(f"{len(taken.learnt):,} known {would}filled in")
    if taken.differences:
        one = len(taken.differences) == 1
        parts.append(
            "1 difference left as it is here"
            if one
            else f"{len(taken.differences):,} differences left as they are here"
        )
    told = "; ".join(parts) or "nothing new"
    sys.stdout.write(f"{told[:1].upper()}{told[1:]}.\n")


def _is_table(words: Sequence[str]) -> bool:
    """Whether a spreadsheet is to come in, which has options of its own."""
    if any(word.partition("=")[0] == "--as" for word in words):
        return True
    return any(word.lower().endswith(TABLES) for word in words if not word.startswith("-"))


def _read(file: str) -> bytes:
    """The bytes of a file, or of stdin; one more than a dossier may have says that it is too big."""
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    path = Path(os.path.expanduser(file))  # noqa: PTH111 - "~nobody" stays as it is
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise BilatError(f"{path} could not be read: {reason(error)}.") from None


def _format(given: argparse.Namespace, raw: bytes) -> Format:
    """As it is asked for, else as the name says, else as the text begins."""
    ending = Path(given.file).suffix.lower()
    if given.format or ending in (".json", ".toml"):
        return "toml" if "toml" in (given.format or ending) else "json"
    return "json" if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"") else "toml"


def _refused(name: str, error: BilatError) -> str:
    return f"{name}: {_beginning(str(error))} Nothing was imported."


def _beginning(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:] if sentence.startswith("It ") else sentence
