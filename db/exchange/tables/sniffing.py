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
from db.exchange.tables.grid import AS_IT_SHOWS, MOST_BYTES, Grid, How, bounded, cell

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
BETWEEN = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
"""What stands between two cells, in words."""
LETTERS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "iso8859-15": "ISO 8859-15",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "mac-roman": "Mac Roman",
}
"""The codecs in which a table may be read, in words."""
_LOOKED_AT = 60  # rows from which the sign between cells is told
_SAID = re.compile(r"sep=(.)\r?\n", re.ASCII)  # Excel's own first line
_SLASHED = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?(?![\d])", re.ASCII)
_HIGHEST_MONTH = 12


def read_text_table(raw: bytes, how: How = AS_IT_SHOWS) -> Grid:
    """The table of a CSV or TSV file.

    Args:
        raw: its bytes.
        how: what is said of it; the rest is found in the file.

    Raises:
        BadInput: it is too big, empty, no text, or no table.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput(f"A table has at most {MOST_BYTES // 1_000_000} MB; cut it into several files.")
    text, letters = _text(raw, how.letters)
    between = how.between or _between(text)
    said = _SAID.match(text)
    try:
        rows = [[cell(one) for one in row] for row in _records(text[said.end() :] if said else text, between)]
    except csv.Error as error:
        raise BadInput(f"This is not a table that can be read ({error}); is a quote left open?") from None
    bounded(rows)
    if not any(one for row in rows for one in row):
        raise BadInput("There is nothing in the file.")
    told = f"read as {LETTERS[letters]}, with {BETWEEN.get(between, between)} between cells"
    return Grid(rows, (told,), How(letters, between))


def _text(raw: bytes, said: str) -> tuple[str, str]:
    """The text and its codec: as said, else as a mark at the beginning says, else the first that reads it."""
    marked = next(((codec, name) for bom, codec, name in _BOMS if raw.startswith(bom)), None)
    tries: tuple[tuple[str, str], ...]
    if said:
        tries = (("utf-8-sig" if said == "utf-8" else said, said),)
    else:
        tries = (marked,) if marked else (("utf-8", "utf-8"), ("cp1252", "cp1252"))
    for codec, name in tries:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise BadInput("This is not a text file; a table is CSV, TSV or XLSX.")
        return text, name
    if said:
        raise BadInput(f"The letters of the file are not {LETTERS[said]}.")
    if marked:
        raise BadInput(f"The file says that it is {LETTERS[marked[1]]}, and it is not; save it again as CSV.")
    raise BadInput("The letters of the file cannot be told; save it as CSV UTF-8.")


def _records(text: str, between: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=between)


def _between(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, the most cells where several do."""
    said = _SAID.match(text)
    if said:
        return said[1]
    head = text[:200_000]
    best, sign = (0.0, 0), ","
    for candidate in BETWEEN:
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
    """Day or month first, from the values themselves; a column that shows both shows neither.

    Nobody writes the month first with points, so 03.04.2025 shows it where nothing says otherwise.
    """
    days, months, either, pointed = "", "", "", ""
    for value in values:
        for match in _SLASHED.finditer(value):
            one, other = int(match[1]), int(match[2])
            if not match[0][-4:].isdecimal() and match[0].count("-") == 1:
                continue  # "28-29" of "28-29 Jan" is a stretch of days
            if one > _HIGHEST_MONTH >= other:
                days = days or value
            elif other > _HIGHEST_MONTH >= one:
                months = months or value
            elif one != other and "." in match[0]:
                pointed = pointed or value
            elif one != other:
                either = either or value
    if days and months:
        return DateOrder(None, days, months)
    if days or months:
        return DateOrder(bool(days), days or months)
    return DateOrder(None, either) if either else DateOrder(True, pointed)
