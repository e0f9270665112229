"""`bilat export --list visits`: one list as a table for a spreadsheet, or as a line of JSON for each of its rows."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BadInput
from db.exchange.list_pages import PAGES, PageFormat, as_page
from db.exchange.tables_out import FORMATS, TableFormat, as_table, listed
from tui.exporting.marks import holding
from tui.private_file import write_private
from tui.shell.common import say

if TYPE_CHECKING:
    from db.exchange import Wanted
    from db.reader import Reader
    from db.rows import Moment


LIST_FORMATS: tuple[TableFormat | PageFormat, ...] = (*FORMATS, *PAGES)
"""How a list can leave: as a table, or as a page to read."""


def refuse_alone(given: argparse.Namespace) -> None:
    """A table is of one list, and a list is no dossier.

    Raises:
        BadInput: the one is asked for without the other.
    """
    form = given.format or Path(given.out or "").suffix.lower().removeprefix(".")
    if form in LIST_FORMATS and not given.list:
        raise BadInput(f"A table in {form.upper()} is of one list: say which, as in --list visits.")
    if given.list and given.format and form not in LIST_FORMATS:
        raise BadInput(f"A list goes out as {', '.join(LIST_FORMATS)}; {form} is for whole records.")
    if form in ("xlsx", "docx") and given.out is None and sys.stdout.isatty():
        raise BadInput("That is no text for a terminal: add --out FILE, or send it into a file.")


def carry_list(reader: Reader, wanted: Wanted, given: argparse.Namespace, moment: Moment) -> int:
    """Write a list as a table.

    Raises:
        BilatError: it could not be written, with the sentence that says why.
    """
    table = listed(reader, given.list, wanted, moment)
    asked_for = given.format or Path(given.out or "").suffix.lower().removeprefix(".")
    page = next((form for form in PAGES if form == asked_for), None)
    if page is not None:
        data = as_page(table, page, _titled(given.list), moment.today)
    else:
        data = as_table(table, next((one for one in FORMATS if one == asked_for), "csv"), given.list)
    if given.out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        path = Path(os.path.expanduser(given.out)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
        write_private(path, data, over=given.over)
        say(f"Saved {path}")
    say(f"Exported {len(table.rows):,} row{'' if len(table.rows) == 1 else 's'} of {given.list}.")
    if table.marked:
        say(f"It {holding(table.marked)}.")
    return 0


def _titled(what: str) -> str:
    titles = {
        "actions": "Outcomes",
        "followups": "Follow-ups",
        "quarters": "Visits, meetings and agreements by quarter",
    }
    return titles.get(what, what.capitalize())
