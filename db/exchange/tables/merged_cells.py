"""Cells of a sheet that are one over several rows: what stands in the first of them holds for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

_ONE = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_AT_ONCE = 1_000_000  # bytes
_LONGEST = 200  # bytes of such an element
_MOST = 1_000_000  # rows that are looked at; no desk merges more


def fill_down(rows: list[list[str]], sheet: IO[bytes]) -> None:
    """Write what a merged cell says into the rows below its first one, where those say anything at all.

    To the right nothing is filled: a title over six columns names none of them.

    Args:
        rows: of the sheet, from its first one on.
        sheet: its XML.
    """
    left = _MOST
    for column, first, last in _merged(sheet):
        text = rows[first][column] if first < len(rows) and column < len(rows[first]) else ""
        for at in range(first + 1, min(last + 1, len(rows))) if text else ():
            row = rows[at]
            left -= 1
            if left <= 0:
                return
            if any(row):
                row.extend([""] * (column + 1 - len(row)))
                row[column] = row[column] or text


def _merged(sheet: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """The column of each merged cell and its first and last row, counted from 0."""
    rest = b""
    while part := sheet.read(_AT_ONCE):
        text = rest + part
        end = 0
        for match in _ONE.finditer(text):
            end = match.end()
            first, last = int(match[2]) - 1, int(match[3]) - 1
            if 0 <= first < last:
                yield _column(match[1]), first, last
        rest = text[max(end, len(text) - _LONGEST) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
