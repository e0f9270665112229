"""Columns of a list: what a row says in each, how wide, and from which width of the list on it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from db.rows import Row
from tui.lines import Span
from tui.plain import plain

RowT = TypeVar("RowT", bound=Row)


class Column(NamedTuple, Generic[RowT]):
    """One column.

    Attributes:
        head: its name, dim, above the first row.
        width: columns of the terminal; for one that takes what is left, its least width and its share.
        spans: what a row says in it.
        takes_rest: as wide as there is room, shared among all that are.
        flush_right: numbers and marks at the right edge.
        from_width: shown only in a list that is at least this wide.
        to_width: shown only in a list that is narrower than this, 0 for any.
        first_yields: where not all fits, the first span is cut before those behind it.
        after: one sign that stands in the blank behind it, where there is no room for a column; None for none.
    """

    head: str
    width: int
    spans: Callable[[RowT], Sequence[Span]]
    takes_rest: bool = False
    flush_right: bool = False
    from_width: int = 0
    to_width: int = 0
    first_yields: bool = False
    after: Callable[[RowT], Sequence[Span]] | None = None


class Placed(NamedTuple, Generic[RowT]):
    """A column with the width it got."""

    column: Column[RowT]
    width: int


GAP = 1


def place(columns: Sequence[Column[RowT]], width: int) -> list[Placed[RowT]]:
    """The columns that fit into a width, one blank between two; the elastic ones share what is left."""
    shown = [column for column in columns if column.from_width <= width < (column.to_width or width + 1)]
    elastic = [column for column in shown if column.takes_rest]
    least = sum(column.width for column in elastic)
    rest = width - sum(column.width for column in shown if not column.takes_rest) - GAP * (len(shown) - 1)
    placed: list[Placed[RowT]] = []
    for column in shown:
        if not column.takes_rest:
            placed.append(Placed(column, column.width))
            continue
        share = rest * column.width // least if least else rest
        # What does not divide evenly falls to the last of them.
        rest, least = rest - share, least - column.width
        placed.append(Placed(column, max(column.width, share)))
    return placed


def told(columns: Sequence[Column[RowT]], row: RowT) -> str:
    """A row as plain text, two blanks between columns."""
    cells = (column.spans(row) for column in columns if not column.to_width)
    texts = (" ".join("".join(plain(span.text) for span in spans).split()) for spans in cells)
    return "  ".join(text for text in texts if text)
