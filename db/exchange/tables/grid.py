"""A table as it stands in a file: rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.errors import BadInput

MOST_BYTES = 64_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 400
MOST_CHARACTERS = 32_767  # of a cell, as in a spreadsheet


class How(NamedTuple):
    """How a file is to be read, or was; empty and 0 leave it to what the file shows.

    Attributes:
        letters: the codec of a text file, as in "utf-8".
        between: the sign between two cells of a text file.
        header: the number of the row of headers in the file, from 1.
        sheet: the sheet of a workbook.
    """

    letters: str = ""
    between: str = ""
    header: int = 0
    sheet: str = ""


AS_IT_SHOWS = How()


class Grid(NamedTuple):
    """The rows of a table, from the first of the file on.

    Attributes:
        rows: text without spaces around it; days of a workbook are ISO.
        told: how the file was read, in words.
        how: the same, to be said otherwise.
        sheets: of a workbook, those that can be seen.
    """

    rows: list[list[str]]
    told: tuple[str, ...]
    how: How = AS_IT_SHOWS
    sheets: tuple[str, ...] = ()


def cell(text: str) -> str:
    """What a cell says: without the apostrophe that keeps a spreadsheet from running it, as we write ourselves."""
    text = text.replace("\x00", "").strip()
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "\t", "\r") else text


def safe(text: str) -> str:
    """Text that no spreadsheet runs: what it would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def bounded(rows: Sequence[list[str]]) -> None:
    """Refuse what no desk keeps in a table.

    Raises:
        BadInput: too many rows or columns, or a cell that is far too long.
    """
    if len(rows) > MOST_ROWS:
        raise BadInput(f"That is more than {MOST_ROWS:,} rows; cut the table into several files.")
    for number, row in enumerate(rows, 1):
        if len(row) > MOST_COLUMNS:
            raise BadInput(
                f"Row {number:,} has more than {MOST_COLUMNS} columns; this is no table of visits."
            )
        if any(len(one) > MOST_CHARACTERS for one in row):
            raise BadInput(
                f"A cell of row {number:,} has more than {MOST_CHARACTERS:,} characters; is a quote missing before it?"
            )
