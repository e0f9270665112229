"""Lists as tables for a spreadsheet: days are days where they are exact, numbers are numbers, and no text is run."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.exchange.listed import MARKED, actions, followups, meetings, officials, pairs, quarters, visits
from db.exchange.tables.grid import MOST_CHARACTERS, safe
from db.harmless import json_text

if TYPE_CHECKING:
    from db.exchange.choosing import Wanted
    from db.reader import Reader
    from db.rows import Moment

TableFormat = Literal["csv", "xlsx", "jsonl"]
FORMATS: tuple[TableFormat, ...] = ("csv", "xlsx", "jsonl")
Cell = str | int | date | None


class Listed(NamedTuple):
    """A list as a table.

    Attributes:
        headers: of its columns.
        rows: as wide; a date that is not one certain day is text.
    """

    headers: tuple[str, ...]
    rows: list[tuple[Cell, ...]]

    @property
    def marks(self) -> list[str]:
        """What its records are marked with, for whoever hands the table on."""
        return sorted(self.marked)

    @property
    def marked(self) -> Counter[str]:
        """How many of its records bear each mark."""
        if MARKED not in self.headers:
            return Counter()
        at = self.headers.index(MARKED)
        return Counter(str(row[at]) for row in self.rows if row[at])


LISTS: dict[str, Callable[[Reader, Wanted, Moment], tuple[Sequence[str], list[tuple[Cell, ...]]]]] = {
    "visits": visits,
    "meetings": meetings,
    "actions": actions,
    "followups": followups,
    "officials": officials,
    "pairs": pairs,
    "quarters": quarters,
}
"""What can go out as a table; quarters is the table that a ministry asks for at the end of each."""

_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_NO_SHEET = re.compile(r"[\\/*?:\[\]]")  # what the name of a sheet cannot hold
_WIDEST = 60


def listed(reader: Reader, what: str, wanted: Wanted, moment: Moment) -> Listed:
    """One of LISTS as a table, of what is wanted."""
    headers, rows = LISTS[what](reader, wanted, moment)
    return Listed(tuple(headers), rows)


def as_table(table: Listed, form: TableFormat, title: str) -> bytes:
    """The bytes of a table; `title` names the sheet of a workbook."""
    match form:
        case "csv":
            return _csv(table)
        case "xlsx":
            return _xlsx(table, title)
        case "jsonl":
            return _jsonl(table)


def _csv(table: Listed) -> bytes:
    """UTF-8 with the mark that spreadsheets know it by."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(table.headers)
    out.writerows([safe(_clean(one)) if isinstance(one, str) else one for one in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _jsonl(table: Listed) -> bytes:
    def plain(cell: Cell) -> Any:
        return cell.isoformat() if isinstance(cell, date) else cell

    names = [header.lower().replace(" ", "_") for header in table.headers]
    lines = (json_text(dict(zip(names, map(plain, row), strict=True))) for row in table.rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _xlsx(table: Listed, title: str) -> bytes:
    import openpyxl  # noqa: PLC0415 - a tenth of a second, for workbooks only
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_NO_SHEET.sub(" ", _clean(title)).strip("' ")[:31] or "list")
    sheet.freeze_panes = "A2"
    for at, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    bold = Font(bold=True)

    def cell(value: Any) -> Any:
        made = WriteOnlyCell(sheet, _clean(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            made.data_type = "s"  # or what begins with "=" would be a formula
            made.quotePrefix = safe(value) != value
        elif isinstance(value, date):
            made.number_format = "yyyy-mm-dd"
        return made

    heads = [cell(header) for header in table.headers]
    for head in heads:
        head.font = bold
    sheet.append(heads)
    for row in table.rows:  # a spreadsheet counts a text of no letters as one
        sheet.append([None if value == "" else cell(value) for value in row])
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headers))}{len(table.rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _widths(table: Listed) -> list[float]:
    shown = [table.headers, *table.rows[:500]]
    return [
        float(min(_WIDEST, 2 + max(len(str(row[at] or "")) for row in shown)))
        for at in range(len(table.headers))
    ]


def _clean(text: str) -> str:
    """Without what no table can hold."""
    return _UNWRITABLE.sub("", text)[:MOST_CHARACTERS]
