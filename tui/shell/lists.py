"""`bilat export --list visits`: one list as a table for a spreadsheet, or as a line of JSON for each of its rows."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BadInput
from db.exchange.tables_out import FORMATS, TableFormat, as_table, listed
from tui.private_file import write_private
from tui.shell.common import say

if TYPE_CHECKING:
    from db.exchange import Wanted
    from db.reader import Reader
    from db.rows import Moment


def refuse_alone(given: argparse.Namespace) -> None:
    """A table is of one list, and a list is no dossier.

    Raises:
        BadInput: the one is asked for without the other.
    """
    form = given.format or Path(given.out or "").suffix.lower().removeprefix(".")
    if form in FORMATS and not given.list:
        raise BadInput(f"A table in {form.upper()} is of one list: say which, as in --list visits.")
    if given.list and given.format and form not in FORMATS:
        raise BadInput(f"A list goes out as {', '.join(FORMATS)}; {form} is for whole records.")


def carry_list(reader: Reader, wanted: Wanted, given: argparse.Namespace, moment: Moment) -> int:
    """Write a list as a table.

    Raises:
        BilatError: it could not be written, with the sentence that says why.
    """
    table = listed(reader, given.list, wanted, moment)
    data = as_table(table, _format(given), given.list)
    if given.out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        path = Path(os.path.expanduser(given.out)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
        write_private(path, data, over=given.over)
        say(f"Saved {path}")
    say(f"Exported {len(table.rows):,} row{'' if len(table.rows) == 1 else 's'} of {given.list}.")
    if table.marks:
        say(f"It holds what is marked: {', '.join(table.marks)}.")
    return 0


def _format(given: argparse.Namespace) -> TableFormat:
    """As it is asked for, else as the name of the file says, else CSV."""
    asked_for = given.format or Path(given.out or "").suffix.lower().removeprefix(".")
    return next((form for form in FORMATS if form == asked_for), "csv")
