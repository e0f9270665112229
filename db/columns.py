"""How the rows of a model are stored: their columns, and those by which a step finds what a row shows up in."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import inspect

from db.models import TABLES

FINDING = (
    "visit_id",
    "meeting_id",
    "delegation_id",
    "action_id",
    "official_id",
    "post_id",
    "organisation_id",
    "followup_id",
    "from_id",
    "record_kind",
    "record_id",
    "first",
    "second",
)
"""The columns by which one row names others."""
_CALLED = ("ref", "name", "acronym", "title", "merged_into", "valid_to")


class Shape(NamedTuple):
    """What is known of a model's rows before one is seen.

    Attributes:
        table: where they are stored.
        key: the column that tells them apart.
        columns: all of them, in their own order.
        finding: those by which the end of a step finds what a new row shows up in, and what it is called.
    """

    table: str
    key: str
    columns: tuple[str, ...]
    finding: tuple[str, ...]


@cache
def shape_of(model: Any) -> Shape:
    """How the rows of a model are stored; asking the mapper for every row takes longer than writing it."""
    mapper = inspect(model)
    (key,) = mapper.primary_key
    columns = tuple(attribute.key for attribute in mapper.column_attrs)
    finding = tuple(column for column in columns if column in {*FINDING, *_CALLED})
    return Shape(str(mapper.local_table.name), mapper.get_property_by_column(key).key, columns, finding)


@cache
def places() -> dict[str, int]:
    """Every table's place among those that name each other."""
    return {table: place for place, table in enumerate(TABLES)}
