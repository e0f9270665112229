"""How a text file writes its table: which letters, what stands between cells, and which way its dates run."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from db.errors import BadInput
from db.exchange.tables.grid import MOST_BYTES, Grid, bounded, cell

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_BETWEEN = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
_LOOKED_AT = 60  # rows from which the sign between cells is told
_SAID = re.compile(r"sep=(.)\r?\n", re.ASCII)  # Excel's own first line
_SLASHED = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?(?![\d])", re.ASCII)
_HIGHEST_MONTH = 12


def read_text_table(raw: bytes) -> Grid:
    """The table of a CSV or TSV file.

    Raises:
        BadInput: it is too big, empty, no text, or no table.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput(f"A table has at most {MOST_BYTES // 1_000_000} MB; cut it into several files.")
    text, encoding = _text(raw)
    between = _between(text)
    said = _SAID.match(text)
    try:
        rows = [[cell(one) for one in row] for row in _records(text[said.end() :] if said else text, between)]
    except csv.Error as error:
        raise BadInput(f"This is not a table that can be read ({error}); is a quote left open?") from None
    bounded(rows)
    if not any(one for row in rows for one in row):
        raise BadInput("There is nothing in the file.")
    return Grid(rows, (f"read as {encoding}, with {_BETWEEN.get(between, between)} between cells",))


def _text(raw: bytes) -> tuple[str, str]:
    for bom, codec, name in _BOMS:
        if raw.startswith(bom):
            try:
                return raw.decode(codec), name
            except UnicodeDecodeError:
                raise BadInput(
                    f"The file says that it is {name}, and it is not; save it again as CSV."
                ) from None
    try:
        text, name = raw.decode(), "UTF-8"
    except UnicodeDecodeError:
        try:
            text, name = raw.decode("cp1252"), "Windows-1252"
        except UnicodeDecodeError:
            raise BadInput("The letters of the file cannot be told; save it as CSV UTF-8.") from None
    if "\x00" in text:
        raise BadInput("This is not a text file; a table is CSV, TSV or XLSX.")
    return text, name


def _records(text: str, between: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=between)


def _between(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, the most cells where several do."""
    said = _SAID.match(text)
    if said:
        return said[1]
    head = text[:200_000]
    best, sign = (0.0, 0), ","
    for candidate in _BETWEEN:
        try:
            widths = [
                len(row) for row, _ in zip(_records(head, candidate), range(_LOOKED_AT), strict=False) if row
            ]
        except csv.Error:
            continue
        wide = Counter(width for width in widths if width > 1)
        if not wide:
            continue
        width, often = wide.most_common(1)[0]
        found = (round(often / len(widths), 1), width)
        if found > best:
            best, sign = found, candidate
    return sign


class DateOrder(NamedTuple):
    """Which way the dates of columns run.

    Attributes:
        day_first: None where nothing shows it and it matters.
        shown: the value that shows it, or the first one that could be either; "" where none matters.
        against: a value that shows the opposite, "" for none.
    """

    day_first: bool | None
    shown: str = ""
    against: str = ""


def order_of(values: Iterable[str]) -> DateOrder:
    """Day or month first, from the values themselves; a column that shows both shows neither."""
    days, months, either = "", "", ""
    for value in values:
        for match in _SLASHED.finditer(value):
            one, other = int(match[1]), int(match[2])
            if not match[0][-4:].isdecimal() and match[0].count("-") == 1:
                continue  # "28-29" of "28-29 Jan" is a stretch of days
            if one > _HIGHEST_MONTH >= other:
                days = days or value
            elif other > _HIGHEST_MONTH >= one:
                months = months or value
            elif one != other:
                either = either or value
    if days and months:
        return DateOrder(None, days, months)
    if days or months:
        return DateOrder(bool(days), days or months)
    return DateOrder(None, either) if either else DateOrder(True)
