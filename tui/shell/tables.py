"""`bilat import FILE.csv`: a spreadsheet enters in one step; what is not certain is asked for first."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from db.errors import BadInput, BilatError, NotFound
from db.exchange.tables.columns import propose, read_pairs
from db.exchange.tables.fields import COUNTRY
from db.exchange.tables.grid import MOST_BYTES, How
from db.exchange.tables.kinds import KINDS, VISITS, TableKind
from db.exchange.tables.memory import NOTHING_SAID, Said, recall
from db.exchange.tables.sniffing import LETTERS
from db.harmless import json_text
from tui.importing.words import counts, rejects_of, shown
from tui.paths import reason
from tui.private_file import write_private
from tui.shell.common import asked, choose, looks, moment_of, opened, options_of, say, settings_of
from tui.shell.counting import counted
from tui.shell.progress import progress_shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from db import Store
    from db.exchange.tables.columns import Columns
    from db.exchange.tables.header import Table
    from db.exchange.tables.importing import Plan
    from db.exchange.tables.records import Entry
    from db.exchange.tables.rows import Row
    from db.reader import Reader


def _fields_of(kind: TableKind) -> str:
    names = ", ".join(name for name in kind.columns if not (name == COUNTRY and kind is VISITS))
    return "\n".join(wrap(f"fields of {kind.name}: {names}.", 118, subsequent_indent="  "))


FIELDS = "\n".join(_fields_of(kind) for kind in KINDS.values())
EXAMPLES = (
    """\
examples:
  bilat import visits.xlsx --as visits --dry-run       how its columns and dates are read, and what would enter
  bilat import trips.csv --as visits --set sending=US  what holds for every row and stands in no column
  bilat import old.csv --as visits --map "Who went=head,Où=host,id=-" --dates day-first
  bilat import old.rejected.csv --as visits            the mended rows of last time
  bilat import people.csv --as officials               names, posts, services, since when
  bilat import talks.xlsx --as meetings                parties, dates, who sat at the table: Ann Lee (ES)
  bilat import agreed.csv --as outcomes                 what came of it, how far it went, of which visit or meeting
  bilat import tasks.csv --as followups                what, by when, on which record, whose turn

"""
    + FIELDS
    + """
"-" leaves a column out. Headers in English, French, Spanish and German are known. What you say of a table is remembered
for the next one with the same headers; --fresh forgets it.

Without --as the headers tell what the rows are; on a terminal you are asked, and so it is with dates that could be
read both ways, which are refused elsewhere until you say which. Delimiter, letters and header row are found in the
file and told on stderr; --between, --letters, --header and --sheet say them. Rows that cannot enter are kept beside
the file, in NAME.rejected.csv, each with its reason. Rows that are in the store or in the table already are left out.
All else enters in one step, which {undo} in the dashboard takes back; Ctrl+C leaves the store as it was. The exit code
is 0 when rows were kept back, too, and 2 when none could enter.

fields of --json: read, added, as, columns, told, rejected (row, reason),
rejected_file, duplicates (row, way, of, why, left_out), remarks.
"""
)
_BETWEEN = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_SHOWN = 5  # rows of a preview
_LISTED = 20  # duplicates, rejections and remarks that are told; --json has all


def parser() -> argparse.ArgumentParser:
    """The options of `bilat import` for tables."""
    options = options_of("import --as visits", "Enter a table in one step.", EXAMPLES)
    looks(options)
    add = options.add_argument
    add("file", metavar="FILE", help='a table in CSV, TSV or XLSX, or "-" for stdin')
    add("--as", dest="kind", choices=tuple(KINDS), help="what its rows are; else the headers tell")
    add(
        "--map",
        action="append",
        default=[],
        metavar="COL=FIELD,...",
        help="what a column says, by header or number",
    )
    add("--set", action="append", default=[], metavar="FIELD=VALUE,...", help="what holds for every row")
    add("--dates", choices=("day-first", "month-first"), help="which way dates such as 03/04/2025 run")
    add("--between", choices=tuple(_BETWEEN), help="the sign between cells, where it is not found")
    add("--letters", choices=tuple(LETTERS), help="the encoding of a text file, where it is not found")
    add("--header", type=int, metavar="ROW", default=0, help="the row of headers, where it is not found")
    add("--sheet", metavar="NAME", default="", help="which sheet of a workbook; else the first with a table")
    add("--fresh", action="store_true", help="without what was said of such a table before")
    add("--anyway", action="store_true", help="enter rows that are there already, too")
    add("--dry-run", action="store_true", help="say how the table is read, and change nothing")
    add("--json", action="store_true", help="print what came of it as JSON")
    return options


def import_table(words: Sequence[str]) -> int:
    """Run `bilat import` on a table and return its exit code.

    Raises:
        BilatError: nothing was imported, with the sentence that says why.
    """
    given = asked(parser(), words)
    from db.exchange.tables.importing import table_of  # noqa: PLC0415 - pydantic, after the options are read

    settings = settings_of(given)
    moment = moment_of(settings)
    path = None if given.file == "-" else Path(os.path.expanduser(given.file)).absolute()  # noqa: PTH111
    name = path.name if path else "stdin"
    try:
        raw = _read(path)
        how = How(given.letters or "", _BETWEEN.get(given.between, ""), given.header, given.sheet)
        kind = _kind(raw, how, given)
        table = table_of(raw, kind, how)
        with opened(given, settings) as store:
            added: Mapping[str, int]
            found, said = _plan(store, table, given, moment.today)
            for sentence in found.told:
                say(f"{name}: {sentence}")
            if others := [one for one in table.sheets if one != table.how.sheet and not given.sheet]:
                say(f"{name}: --sheet takes another one: {', '.join(f'“{one}”' for one in others)[:200]}")
            _show(found.entering)
            if given.dry_run:
                kept, added = None, {kind.record: len(found.entering)} if found.entering else {}
            else:
                with _kept_back(path, table, found) as kept:
                    added = _enter(store, table, found, said, f"import {name}", moment.today)
    except BadInput as error:
        raise BadInput(f"{name}: {error} Nothing was imported.") from None
    except KeyboardInterrupt:
        say("Stopped. Nothing was imported.")
        raise
    _tell(found, added, kept, given, kind)
    if found.rejected and not found.entering and not found.twins:
        raise BadInput(f"{name}: no row could enter; the first: {found.rejected[0].reason}.")
    return 0


def _kind(raw: bytes, how: How, given: argparse.Namespace) -> TableKind:
    """What the rows are: as said, else as asked on a terminal, else as the headers tell."""
    if given.kind:
        return KINDS[given.kind]
    from db.exchange.tables.importing import likely_kind  # noqa: PLC0415 - pydantic, as above

    kind = likely_kind(raw, how)
    if _somebody_is_there(given):
        chosen = choose(f"Its rows are {', '.join(KINDS)}?", tuple(KINDS), kind.name)
        return KINDS[chosen]
    say(f"the rows are read as {kind.name}, as the headers tell; --as says otherwise")
    return kind


def _somebody_is_there(given: argparse.Namespace) -> bool:
    return given.file != "-" and sys.stdin.isatty() and sys.stderr.isatty()


def _read(path: Path | None) -> bytes:
    """The bytes of a file, or of stdin; one more than a table may have says that it is too big."""
    if path is None:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise BilatError(f"{path} could not be read: {reason(error)}.") from None


def _plan(store: Store, table: Table, given: argparse.Namespace, today: date) -> tuple[Plan, Said]:
    from db.exchange.tables.values import columns_of_countries  # noqa: PLC0415 - pydantic, once there is a table

    day_first = None if given.dates is None else given.dates == "day-first"
    now = Said(read_pairs(given.map, "map"), read_pairs(given.set, "set"), day_first)
    with store.read() as reader:
        before = NOTHING_SAID if given.fresh else recall(reader, table)
        if before.words and now.over(before) != now:
            say(f"as you said last time: {before.words}")
        said = now.over(before)
        columns = propose(table, said.columns, said.constants, columns_of_countries(reader, table))
        try:
            return _planned(reader, table, columns, said, given, today), said
        except BadInput as error:
            if said.day_first is not None or not _somebody_is_there(given):
                raise
            say(str(error))
        chosen = choose("Dates have the day or the month first?", ("day", "month"), "")
        said = said._replace(day_first=chosen == "day")
        return _planned(reader, table, columns, said, given, today), said


def _planned(
    reader: Reader, table: Table, columns: Columns, said: Said, given: argparse.Namespace, today: date
) -> Plan:
    from db.exchange.tables.importing import plan  # noqa: PLC0415 - pydantic, once there is something to read

    with progress_shown() as tell:
        return plan(
            reader,
            table,
            columns,
            today=today,
            day_first=said.day_first,
            anyway=given.anyway,
            tell=tell,
        )


def _enter(store: Store, table: Table, found: Plan, said: Said, label: str, today: date) -> Mapping[str, int]:
    from db.exchange.tables.writing import enter_plan, remember  # noqa: PLC0415 - SQLModel, which only writing needs

    if not found.entering:
        return {}
    with progress_shown() as tell, store.write(label) as session:
        added = enter_plan(session, found, today=today, tell=tell)
        if said.words:
            remember(session, table, said)
    return added


@contextmanager
def _kept_back(path: Path | None, table: Table, found: Plan) -> Iterator[Path | None]:
    """The file of the rows that cannot enter: there before the others enter, and gone again if those do not."""
    if not found.rejected or path is None:
        yield None
        return
    from db.exchange.tables.importing import rejected_csv  # noqa: PLC0415 - likewise

    kept = rejects_of(path)
    write_private(kept, rejected_csv(table, found.rejected))
    try:
        yield kept
    except BaseException:  # also Ctrl+C: nothing was imported then, so nothing was kept back
        kept.unlink(missing_ok=True)
        raise


def _show(rows: Sequence[Row | Entry]) -> None:
    """The first rows as they would be."""
    for row in rows[:_SHOWN]:
        say(f"  row {row.number}: {'  '.join(one for one in shown(row) if one)}")
    if len(rows) > _SHOWN:
        say(f"  and {len(rows) - _SHOWN:,} more")


def _tell(
    found: Plan, added: Mapping[str, int], kept: Path | None, given: argparse.Namespace, kind: TableKind
) -> None:
    _list([f"row {one.number}: {one.reason}." for one in found.rejected], "that cannot enter")
    _list([one.sentence for one in found.twins], "that may be there already")
    _list(found.remarks, "remarks")
    if given.json:
        sys.stdout.write(json_text(_plain(found, added, kept, kind)) + "\n")
        return
    would = "would be " if given.dry_run else ""
    parts = [f"{counted(added)} {would}added"] if counts(added, kind) else ["nothing new"]
    if out := sum(1 for one in found.twins if one.left_out):
        parts.append(f"{out:,} row{'' if out == 1 else 's'} there already")
    if rejected := len(found.rejected):
        where = f", kept in {kept}" if kept else ""
        parts.append(f"{rejected:,} row{'' if rejected == 1 else 's'} cannot enter{where}")
    told = "; ".join(parts)
    sys.stdout.write(f"{told[:1].upper()}{told[1:]}.\n")


def _list(sentences: Sequence[str], what: str) -> None:
    for sentence in sentences[:_LISTED]:
        say(sentence)
    if len(sentences) > _LISTED:
        say(f"and {len(sentences) - _LISTED:,} more {what}; --json has all of them.")


def _plain(found: Plan, added: Mapping[str, int], kept: Path | None, kind: TableKind) -> dict[str, Any]:
    return {
        "read": found.read,
        "added": dict(added),
        "as": kind.name,
        "columns": found.fields,
        "told": list(found.told),
        "rejected": [{"row": one.number, "reason": one.reason} for one in found.rejected],
        "rejected_file": str(kept) if kept else None,
        "duplicates": [
            {"row": one.number, "way": one.way, "of": one.of, "why": one.why, "left_out": one.left_out}
            for one in found.twins
        ],
        "remarks": found.remarks,
    }
