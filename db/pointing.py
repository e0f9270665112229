"""Which columns name which records, as the tables themselves say; and that none names what was merged away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from db import models
from db.errors import Conflict
from db.merged import MERGED_KINDS, way_up
from db.queries.called import called
from db.rows import Key

if TYPE_CHECKING:
    from sqlmodel import SQLModel

    from db.history import Touched
    from db.reader import Reader
    from db.rows import Kind

NAMED_IN_WORDS: tuple[tuple[str, str, str, type[int | str]], ...] = (
    ("citation", "record_kind", "record_id", int),
    ("followup", "anchor_kind", "anchor_id", int),
    ("brief", "record_kind", "record_id", str),  # a pair has no number
)
"""Columns that name a record of any kind, beside one that says which kind, and what the number is kept as."""

_APART = ("first_id", "second_id")  # of two that are not the same, whose kind stands beside them


def naming(kind: str) -> Iterator[tuple[type[SQLModel], str]]:
    """Every table with the column by which its rows name records of a kind."""
    for name in models.__all__:
        table: type[SQLModel] = getattr(models, name)
        for key in inspect(table).local_table.foreign_keys:
            if key.column.table.name == kind and key.parent.name != "merged_into":
                yield table, str(key.parent.name)


def must_stand(reader: Reader, touched: list[Touched]) -> None:
    """Refuse rows that were brought back and name a record which went into another one since.

    Nobody could say later to which of the two such a row belongs: that merge is taken back first.

    Raises:
        Conflict: with the record, and where it went.
    """
    named = {key for one in touched for key in _named_anew(one)}
    for key in sorted(named, key=lambda one: (one.kind, int(one.id))):
        way = way_up(reader, key)
        if len(way) > 1:
            gone, kept = (called(reader, one) for one in way[:2])
            raise Conflict(
                f"{gone} went into {kept} since; take {gone} out of it first. Nothing was undone, so that"
                " nothing is mixed up."
            )


def _named_anew(touched: Touched) -> Iterator[Key]:
    """The records that a row names now and did not name before."""
    before, after = touched.before or {}, touched.after or {}
    for column, kind in (*_always(touched.table), *_in_words(touched.table, after)):
        if kind in MERGED_KINDS and after.get(column) is not None and after[column] != before.get(column):
            yield Key(kind, str(after[column]))


@cache
def _always(table: str) -> tuple[tuple[str, Kind], ...]:
    """The columns of a table that name records of one kind; asked for each row of an undo."""
    return tuple(
        (column, kind)
        for kind in MERGED_KINDS
        for found, column in naming(kind)
        if found.__tablename__ == table
    )


def _in_words(table: str, values: dict[str, Any]) -> Iterator[tuple[str, Kind]]:
    """The columns of a row that name a record of the kind that it says itself."""
    for found, beside, number, _ in NAMED_IN_WORDS:
        if found == table and values.get(beside):
            yield number, values[beside]
    if table == "not_same" and values.get("kind"):
        yield from ((column, values["kind"]) for column in _APART)
