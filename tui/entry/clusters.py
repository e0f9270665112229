"""A line cut into what one sees as letters, and into the rows of the screen that it takes."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from tui.plain import cells, plain


class Cluster(NamedTuple):
    """One letter with its marks.

    Attributes:
        start: offset of its first character in the line.
        end: offset after its last one.
        text: as it is shown; never acts on a terminal.
        width: columns that it takes.
    """

    start: int
    end: int
    text: str
    width: int


def clusters(line: str) -> list[Cluster]:
    """The letters of a line, in order."""
    if line.isascii() and line.isprintable():
        return [Cluster(at, at + 1, char, 1) for at, char in enumerate(line)]
    found = []
    for start, end, _ in split_graphemes(line)[0]:
        text = plain(line[start:end])
        found.append(Cluster(start, end, text, cells(text)))
    return found


@lru_cache(2_048)
def rows(line: str, width: int, most: int = 2_100) -> tuple[tuple[Cluster, ...], ...]:
    """The letters of a line in rows of at most `width` columns, broken after a blank where there is one.

    There is always a row, and always room in the last one for a cursor behind the last letter.
    """
    found: list[tuple[Cluster, ...]] = []
    row: list[Cluster] = []
    used = 0
    for cluster in clusters(line[:most]):
        if used + cluster.width > width and row:
            rest = _rest_of_word(row)
            found.append(tuple(row[: len(row) - rest]))
            row = row[len(row) - rest :]
            used = sum(one.width for one in row)
        row.append(cluster)
        used += cluster.width
    found.append(tuple(row))
    if used >= width:
        found.append(())
    return tuple(found)


def _rest_of_word(row: list[Cluster]) -> int:
    """How many letters at the end of a row go to the next one, so that a word is not broken; 0 for a long word."""
    for count, cluster in enumerate(reversed(row)):
        if cluster.text == " ":
            return count
        if count > len(row) // 2:
            break
    return 0


def place(found: tuple[tuple[Cluster, ...], ...], column: int) -> tuple[int, int]:
    """The row and the screen column of an offset into the line."""
    for number, row in enumerate(found):
        if not row or column < row[-1].end:
            return number, sum(one.width for one in row if one.end <= column)
    last = len(found) - 1
    return last, sum(one.width for one in found[last])
