"""`bilat due`: what is overdue and what comes this week, for scripts and for the mail of a night's job."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from db.dates import PartialDate
from db.errors import BadInput
from db.queries.due import due_until
from db.queries.followups import end_of_week
from db.rows import FollowUpRow, Moment
from tui.config import load_settings
from tui.format import ball, day_of
from tui.glyphs import glyphs, wants_ascii
from tui.plain import cells, plain
from tui.shell.common import asked, looks, moment_of, opened, options_of, say

EXAMPLES = """\
examples:
  bilat due                    what is overdue, due today and due this week, a line each
  bilat due --days 30          the same with what comes in the next 30 days
  bilat due --all --json       all that is open, as JSON
  bilat due --desk ES          only what has to do with Spain, or with no country

Where nothing is due nothing is printed, so that a nightly job sends no mail. The exit code is 0 either way.

fields of --json, one object a follow-up:
  ref          F-2026-003
  text         what there is to do
  when         overdue, today, week, later or undated
  due          the due date as EDTF, "" for none
  asks_on      the day on which it asks for something: of the next check, else the last day due; null for none
  next_check   the day of a next check that lies ahead, else null
  ball         us, them or third
  assignee     who does it, "" for nobody named
  on           the ref or name of what it hangs on, "" for nothing
  since        the day since when it has been on the desk, null where that is not known
  last_log     what happened last, "" for nothing
  logged       the day of that, null for none
"""
_LONGEST = 76  # cells of a text beside which whose turn it is still stands in its column
_WORDS = 500  # characters of a text that are printed
_MOST_DAYS = 3660


def parser() -> argparse.ArgumentParser:
    """The options of `bilat due`."""
    options = options_of("due", "Say what is overdue, due today and due this week.", EXAMPLES)
    looks(options, from_a_desk=False)
    how_far = options.add_mutually_exclusive_group()
    how_far.add_argument("--all", action="store_true", help="all that is open and not hidden")
    how_far.add_argument("--days", metavar="N", type=_days, help="up to N days from today, not to Sunday")
    options.add_argument("--desk", metavar="CODE", help="only what has to do with this country, or with none")
    options.add_argument("--ascii", action="store_true", help="draw with ASCII only")
    options.add_argument("--json", action="store_true", help="print it as JSON")
    return options


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 0 to {_MOST_DAYS:,}")
    return int(text)


def due(words: Sequence[str]) -> int:
    """Run `bilat due` and return its exit code.

    Raises:
        BilatError: it cannot be read, with the sentence that says why.
    """
    given = asked(parser(), words)
    settings = load_settings()
    moment = Moment(moment_of(settings).today, _desk(given.desk))
    until = None if given.all else _until(given.days, moment.today)
    glyphs.choose(ascii_only=given.ascii or settings.ascii or wants_ascii())
    with opened(given, settings) as store, store.read() as reader:
        rows = due_until(reader, moment, until)
    if given.json:
        sys.stdout.write(json.dumps([_plain(row) for row in rows], indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(rows, moment.today))
    if not rows and sys.stderr.isatty():  # a nightly job would mail it
        say("Nothing is due.")
    return 0


def _desk(words: str | None) -> str:
    if words is None:
        return ""
    if not words.strip():
        raise BadInput("--desk: a country code such as MA says which.")
    from tui.desks import desk_code  # noqa: PLC0415 - reads the reference data

    return desk_code(words)


def _until(days: int | None, today: date) -> date:
    return end_of_week(today) if days is None else today + timedelta(days=days)


def _lines(rows: Sequence[FollowUpRow], today: date) -> list[str]:
    """One line a follow-up: "! 12 Nov  F-2026-003  chase DGSN for nominees  ◀"."""
    cut = [(row, plain(row.text, _WORDS)) for row in rows]
    whens = [plain(_when(row, today)) for row in rows]
    when = max((cells(one) for one in whens), default=0)
    ref = max((cells(row.ref) for row in rows), default=0)
    widest = max((cells(text) for _, text in cut if cells(text) <= _LONGEST), default=0)
    return [
        "  ".join(
            (
                f"{'!' if row.overdue else ' '} {_filled(shown, when)}",
                _filled(plain(row.ref), ref),
                _filled(text, widest),
                ball(row).text,
            )
        )
        for (row, text), shown in zip(cut, whens, strict=True)
    ]


def _filled(text: str, width: int) -> str:
    return text + " " * max(0, width - cells(text))


def _when(row: FollowUpRow, today: date) -> str:
    if row.group == "today":
        return "today"
    when = PartialDate.from_edtf(row.next_check) if row.next_check else row.due
    return day_of(when, today) or "no date"


def _plain(row: FollowUpRow) -> dict[str, Any]:
    on = row.on if row.on_key and row.on_key.kind == "official" else row.on.partition(" ")[0]
    return {
        "ref": row.ref,
        "text": row.text,
        "when": row.group,
        "due": row.due.edtf,
        "asks_on": row.asks_on or None,
        "next_check": row.next_check or None,
        "ball": row.ball,
        "assignee": row.assignee,
        "on": on,
        "since": row.since or None,
        "last_log": row.last_log,
        "logged": row.logged or None,
    }
