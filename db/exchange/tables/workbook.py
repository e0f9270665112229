"""The table of an Excel workbook: its first sheet that holds one; sizes are looked at before anything is unpacked."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from typing import Any

from db.errors import BadInput
from db.exchange.tables.grid import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    How,
    bounded,
    cell,
)
from db.exchange.tables.merged_cells import fill_down

MOST_UNPACKED = 200_000_000
MOST_MEMBERS = 2_000
MOST_TIMES = 300  # as big unpacked; a workbook of text is some ten times


def read_workbook(raw: bytes, sheet: str = "") -> Grid:
    """The table of an XLSX file.

    Args:
        raw: its bytes.
        sheet: which one is meant; "" for the first one that holds a table.

    Raises:
        BadInput: it is too big, packed to burst, or no workbook.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput(f"A workbook has at most {MOST_BYTES // 1_000_000} MB; cut it into several files.")
    _looked_over(raw)
    import openpyxl  # noqa: PLC0415 - a tenth of a second, for workbooks only

    try:
        with warnings.catch_warnings(action="ignore"):  # of styles that it does not know
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            try:
                with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                    return _table(book, archive, sheet)
            finally:
                book.close()
    except BadInput:
        raise
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
        EOFError,
        RuntimeError,  # also of what is encrypted, packed in an unknown way, or nested without end
        struct.error,
        zlib.error,
    ) as error:
        raise BadInput(
            f"This workbook cannot be read ({type(error).__name__}); save it again as XLSX or CSV."
        ) from None


def _looked_over(raw: bytes) -> None:
    """Refuse what grows out of all measure when it is unpacked; the sizes stand in the archive's list."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile:
        raise BadInput(
            "This is not an XLSX workbook; an older .xls must be saved as XLSX or CSV first."
        ) from None
    unpacked = sum(member.file_size for member in members)
    if (
        len(members) > MOST_MEMBERS
        or unpacked > MOST_UNPACKED
        or unpacked > MOST_TIMES * max(len(raw), 100_000)
    ):
        raise BadInput(f"This workbook would unpack to {unpacked // 1_000_000:,} MB; it was not opened.")
    if not any(member.filename == "[Content_Types].xml" for member in members):
        raise BadInput("This is an archive, but not an XLSX workbook.")


def _table(book: Any, archive: zipfile.ZipFile, wanted: str) -> Grid:
    visible = {sheet.title: sheet for sheet in book.worksheets if sheet.sheet_state == "visible"}
    if wanted and wanted not in visible:
        raise BadInput(
            f"There is no sheet “{wanted[:60]}” in this workbook; there are {', '.join(visible)[:200]}."
        )
    for title, sheet in visible.items():
        if wanted not in ("", title):
            continue
        rows = _rows(sheet)
        with archive.open(sheet._worksheet_path) as xml:  # noqa: SLF001 - openpyxl tells only slow readers of them
            fill_down(rows, xml)
        if wanted or sum(1 for row in rows if sum(1 for one in row if one) > 1) > 1:
            others = len(book.worksheets) - 1
            more = f"; {others} other sheet{'s' if others > 1 else ''} not" if others else ""
            told = f"read the sheet “{title[:60]}”{more}"
            return Grid(rows, (told,), How(sheet=title), tuple(visible))
    names = ", ".join(visible)[:100]
    raise BadInput(f"No sheet of this workbook holds a table ({names or 'none is visible'}).")


def _rows(sheet: Any) -> list[list[str]]:
    """The cells as text; a sheet may claim a million rows that it does not have, so empty ones at the end go."""
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    filled = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1), 1):
        texts = [_text(value) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        if number <= MOST_ROWS + 1:
            rows.append(texts)
        elif texts:
            raise BadInput(f"That is more than {MOST_ROWS:,} rows; cut the table into several files.")
        if texts:
            filled = number
    del rows[filled:]
    bounded(rows)
    return rows


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - beyond that digits are lost
            return str(int(value))
        case _:
            return cell(str(value)[: MOST_CHARACTERS + 1])
