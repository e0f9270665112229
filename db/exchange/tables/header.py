"""A grid of cells cut into its row of headers and what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from db.errors import BadInput
from db.exchange.tables.grid import AS_IT_SHOWS, Grid, How
from db.exchange.tables.kinds import VISITS, TableKind
from db.names import fold

LOOKED_AT = 25
"""Rows among which the header is sought."""
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", re.ASCII)
"""What no header is."""
_EXAMPLES = {
    "visits": "From, To, Date, Head",
    "meetings": "Parties, Date, People",
    "outcomes": "Text, Rung, Due",
    "officials": "Name, Country, Post",
    "followups": "Text, Due, On",
}
_TOLD_BY = 50
"""Cells of a column that show what stands in it."""


class Table(NamedTuple):
    """A grid cut into its header and what stands below.

    Attributes:
        headers: told apart where the file does not: "Date (2)", "column 5".
        rows: as wide as the header, each with its number in the file.
        told: how it was read.
        kind: what its rows are.
        how: how the file was read, to be said otherwise.
        sheets: of a workbook, those that can be seen.
    """

    headers: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    told: tuple[str, ...]
    kind: TableKind = VISITS
    how: How = AS_IT_SHOWS
    sheets: tuple[str, ...] = ()


def cut(grid: Grid, kind: TableKind = VISITS, header: int = 0) -> Table:
    """Find the header: the first of the rows in which most columns are known, else the first with several texts.

    Args:
        grid: as it stands in the file.
        kind: what the rows are.
        header: the number of the row of headers, where that was said.

    Raises:
        BadInput: there is none, or nothing below it.
    """
    at = header - 1 if 0 < header <= len(grid.rows) else _header(grid, kind)
    if at < 0:
        raise BadInput("There is no row of headers in the table; the first row names the columns.")
    width = max(len(row) for row in grid.rows[at:])
    header_row = grid.rows[at]
    below = _second_line(grid.rows[at : at + 2], kind)
    if below:
        header_row, at = below, at + 1
    rows = [
        (at + n, [*row, *[""] * (width - len(row))])
        for n, row in enumerate(grid.rows[at + 1 :], 2)
        if any(row)
    ]
    if not rows:
        raise BadInput("The table has headers, and no row below them.")
    first = at if below else at + 1  # as a spreadsheet counts them
    above = any(any(row) for row in grid.rows[: first - 1])
    where = f"in rows {first} and {first + 1}" if below else f"in row {first}"
    told = f"the headers are {where}{'; what stands above is left out' if above else ''}"
    told = told if above or below else ""
    how = grid.how._replace(header=first)
    headers = _told_apart(header_row, width)
    return Table(headers, rows, tuple(filter(None, (*grid.told, told))), kind, how, grid.sheets)


def _header(grid: Grid, kind: TableKind) -> int:
    """The place of the row of headers, -1 for none."""
    several = 1 if kind is VISITS else 0  # a list of names or of tasks may well have one column
    best, at = 0, -1
    for number, row in enumerate(grid.rows[:LOOKED_AT]):
        found = len({field for one in row if (field := known(one, kind))})
        if found > best and sum(1 for one in row if one) > several:
            best, at = found, number
    if at >= 0:
        return at
    looked_at = enumerate(grid.rows[:LOOKED_AT])
    at = next((number for number, row in looked_at if sum(1 for one in row if one) > several), -1)
    if at >= 0 and any(map(_DAY.fullmatch, grid.rows[at])):
        cells = ", ".join(f"“{one[:20]}”" for one in grid.rows[at][:4] if one)
        raise BadInput(
            f"Row {at + 1} ({cells}) reads as a {kind.noun} and not as headers: put a row that names the columns"
            f" above it, such as {_EXAMPLES[kind.name]}."
        )
    return at


def _second_line(rows: Sequence[Sequence[str]], kind: TableKind) -> list[str]:
    """The headers with what a second line of them says more exactly: "from" and "to" below "date"; [] for none."""
    if len(rows) < 2 or not any(rows[1]) or not all(known(one, kind) for one in rows[1] if one):  # noqa: PLR2004
        return []
    above, below = ([*row, *[""] * (max(map(len, rows)) - len(row))] for row in rows)
    says_more = any(one and not over for over, one in zip(above, below, strict=True))
    return [one or over for over, one in zip(above, below, strict=True)] if says_more else []


def _told_apart(header: Sequence[str], width: int) -> tuple[str, ...]:
    found: list[str] = []
    for at in range(width):
        name = " ".join((header[at] if at < len(header) else "").split()) or f"column {at + 1}"
        again = 2
        plain = name
        while name in found:
            name, again = f"{plain} ({again})", again + 1
        found.append(name)
    return tuple(found)


def known(header: str, kind: TableKind = VISITS) -> str:
    """The field that a header names, "" for none."""
    folded = fold(header)
    columns = kind.columns.items()
    return next((name for name, one in columns if folded in one.headers), "") if folded else ""


def first_cells(table: Table, at: int) -> list[str]:
    """What stands in the first cells of a column that say something."""
    cells = (row[at] for _, row in table.rows)
    return list(islice(filter(None, cells), _TOLD_BY))
