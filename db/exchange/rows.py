"""Rows of a table as a dossier needs them, all of them or those of some records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

Row = Mapping[str, Any]
AT_A_TIME = 500  # numbers in one statement


def rows(
    reader: Reader,
    table: str,
    columns: Sequence[str],
    where: str = "id",
    among: Iterable[object] | None = None,
) -> list[Row]:
    """The rows of a table by column, in the order in which they came in.

    Args:
        reader: the store.
        table: its name.
        columns: without the id, which is always there.
        where: a column.
        among: what may stand in it; None for every row.
    """
    wanted = tuple(dict.fromkeys(("id", *columns)))
    sql = f"SELECT {', '.join(_quoted(name) for name in wanted)} FROM {_quoted(table)}"
    if among is None:
        return [dict(zip(wanted, row, strict=True)) for row in reader.all(f"{sql} ORDER BY id")]
    found: list[tuple[Any, ...]] = []
    for some in _batches(among):
        marks, values = marked("v", some)
        found += reader.all(f"{sql} WHERE {_quoted(where)} IN ({marks})", **values)
    return [dict(zip(wanted, row, strict=True)) for row in sorted(found, key=lambda row: int(row[0]))]


def numbers(reader: Reader, sql: str, **values: Any) -> set[int]:
    """The numbers that a query finds, without NULL."""
    return {int(number) for (number,) in reader.all(sql, **values) if number is not None}


def numbers_among(
    reader: Reader, table: str, column: str, where: str, among: Iterable[object], *, also: str = ""
) -> set[int]:
    """The numbers in a column of the rows that have one of these in another one.

    Args:
        reader: the store.
        table: its name.
        column: whose numbers.
        where: the other column.
        among: what may stand in it.
        also: a further condition.
    """
    found: set[int] = set()
    for some in _batches(among):
        marks, values = marked("v", some)
        found |= numbers(
            reader,
            f"SELECT {column} FROM {table} WHERE {where} IN ({marks}){also and f' AND {also}'}",
            **values,
        )
    return found


def _batches(these: Iterable[object]) -> Iterator[list[object]]:
    waiting = iter(these)
    while some := list(islice(waiting, AT_A_TIME)):
        yield some


def _quoted(name: str) -> str:
    return f'"{name}"'
