"""`bilat add`: the entry line in the shell, with the grammar that the dashboard reads while one types."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from db import Store
from db.entry import dossier_values, read_lines, similar
from db.errors import BadInput, Conflict
from db.rows import Moment
from tui.config import load_settings
from tui.glyphs import glyphs
from tui.paths import default_store
from tui.plain import plain

if TYPE_CHECKING:
    from db.commands.lines import Made
    from db.entry import Reading, SimilarVisit

EXAMPLES = """\
examples:
  bilat add "MA>ES 28-29 jan 2025 @Hammouchi in:Madrid by:host #ct"
  bilat add "todo chase the nominees due:fri on:A-2025-009"
  bilat add - < eight-points.txt      one record a line, all or none
  bilat add --dry-run "DE>MA 3 dec 2026"
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat add`."""
    options = argparse.ArgumentParser(
        prog="bilat add",
        description="Enter records, one a line; all of them in one step, or none.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    options.add_argument(
        "lines", nargs="+", metavar="LINE", help='a line of entry, or "-" for those on stdin'
    )
    options.add_argument("--store", metavar="PATH", help="the store to enter into (also BILAT_STORE)")
    options.add_argument("--dry-run", action="store_true", help="say how the lines are read and save nothing")
    options.add_argument("--anyway", action="store_true", help="enter a visit also when one like it is there")
    options.add_argument("--json", action="store_true", help="print the records made as JSON")
    return options


def add(words: Sequence[str]) -> int:
    """Run `bilat add` and return its exit code.

    Raises:
        BilatError: nothing was entered, with the sentence that says why.
    """
    options = parser()
    given = options.parse_args(words)
    if given.store == "":
        options.error("the path of --store is empty")
    text = "\n".join(sys.stdin.read() if line == "-" else line for line in given.lines)
    settings = load_settings()
    wanted = given.store or os.environ.get("BILAT_STORE", "")
    path = Path(wanted).expanduser() if wanted else default_store()
    from tui.run import today  # noqa: PLC0415 - one clock for all of the program

    moment = Moment(today(), settings.desk)
    with closing(Store.open(path, officer=settings.officer)) as store:
        readings, alike = _read(store, text, moment, day_first=settings.day_first)
        for reading in readings:
            _say(f" {glyphs.dot} ".join((*reading.summary, *reading.creates, *reading.assumed)))
        if alike and not given.anyway:
            like = alike[0]
            raise Conflict(
                f"{like.ref} {like.label} may be the same visit ({like.why}); --anyway enters this one too."
            )
        made = () if given.dry_run else _save(store, readings, moment)
    if given.json:
        sys.stdout.write(json.dumps([{"kind": one.key.kind, "ref": one.ref} for one in made]) + "\n")
    else:
        sys.stdout.writelines(f"{one.ref}\n" for one in made if one.ref)
    return 0


def _read(
    store: Store, text: str, moment: Moment, *, day_first: bool
) -> tuple[list[Reading], list[SimilarVisit]]:
    with store.read() as reader:
        readings = read_lines(text, reader=reader, moment=moment, day_first=day_first)
        if not readings:
            raise BadInput('There is nothing to enter. A line looks like "MA>ES 28-29 jan 2025 @Hammouchi".')
        for reading in readings:
            if reading.problems:
                _refuse(reading)
        return readings, [
            one for reading in readings for one in similar(reading, reader=reader, moment=moment)
        ]


def _refuse(reading: Reading) -> NoReturn:
    token = reading.problems[0]
    _say(reading.text)
    if reading.text[: token.end].isascii():  # else the marks could not stand under what they mark
        _say(" " * token.start + "^" * max(1, token.end - token.start))
    raise BadInput(f"Line {reading.line + 1}: {token.problem} Nothing was entered.", token.start, token.end)


def _save(store: Store, readings: Sequence[Reading], moment: Moment) -> tuple[Made, ...]:
    values = dossier_values(readings)
    from db.commands.lines import enter_typed  # noqa: PLC0415 - SQLModel, once the lines are known to be right

    with store.write("bilat add") as session:
        typed = enter_typed(session, values, moment.today)
    for conflict in typed.conflicts:
        _say(conflict)
    return typed.made


def _say(sentence: str) -> None:
    """Talk, made plain: what is stored must not act on the terminal here either."""
    sys.stderr.write(f"{plain(sentence, 2_000)}\n")
