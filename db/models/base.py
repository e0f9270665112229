"""What the tables have in common: ids that are never used twice, partial dates, constraints with names."""

from functools import cache
from typing import Any, cast, get_args

from pydantic import ConfigDict
from sqlalchemy import CheckConstraint, ColumnElement, Index, Integer, MetaData, Table, inspect, text
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_attribute
from sqlalchemy.orm.util import identity_key
from sqlmodel import Field, SQLModel

from db.dates import Basis, PartialDate
from db.vocabulary import DateBasis

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, or a later migration could not drop it."""

NEVER_REUSE_IDS = {"sqlite_autoincrement": True}
"""A deleted record's id must stay free, since undo brings the record back under it."""

metadata = SQLModel.metadata
metadata.naming_convention = MetaData(naming_convention=NAMES).naming_convention


def one_of(column: str, choices: Any) -> CheckConstraint:
    """A constraint that the column holds one of a Literal's words."""
    words = ", ".join(f"'{word}'" for word in get_args(choices))
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def partial_date(prefix: str) -> tuple[CheckConstraint, ...]:
    """The constraints on a partial date: its basis is known and it does not end before it starts."""
    return (
        one_of(f"{prefix}_basis", DateBasis),
        CheckConstraint(
            f"{prefix}_first IS NULL OR {prefix}_last IS NULL OR {prefix}_first <= {prefix}_last",
            name=f"{prefix}_in_order",
        ),
    )


def gone_into(table: str) -> Index:
    """The index on what a record was merged into, without the many that stand: all of those are never what is asked."""
    return where_given(table, "merged_into")


def where_given(table: str, column: str) -> Index:
    """An index on a column without the rows that say nothing there."""
    # For one dialect here, as everywhere in the models: naming another one imports it, and migrations make the tables.
    return Index(f"ix_{table}_{column}", column, sqlite_where=text(f"{column} IS NOT NULL"))


def has_key(table: Table, row_id: str) -> ColumnElement[bool]:
    """That a row has this key, which the log keeps as text whatever it is: a number, or the code of a country."""
    (key,) = table.primary_key.columns
    return key == (int(row_id) if isinstance(key.type, Integer) else row_id)


def date_columns(prefix: str, when: PartialDate) -> dict[str, Any]:
    """The five columns of a partial date, by name."""
    return {
        f"{prefix}_text": when.text,
        f"{prefix}_edtf": when.edtf,
        f"{prefix}_first": when.first.isoformat() if when.first else None,
        f"{prefix}_last": when.last.isoformat() if when.last else None,
        f"{prefix}_basis": when.basis,
    }


class Row(SQLModel):
    """A row of a table; what it says has been checked as a draft, so that its own validator is never made.

    SQLModel itself looks at every field of every row three times, which is most of what a large import would cost.
    """

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # the part of it that pydantic knows

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(defaults_of(type(self)), **values)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a column, which the session hears of, or whatever else the class knows."""
        if name in _fields(type(self)):
            known = _as_known(self) if _WRITTEN in self.__dict__ else self
            set_attribute(known, name, value)
            if known is not self:
                self.__dict__[name] = value
        else:
            super().__setattr__(name, value)


_WRITTEN = "_written_for"


def written_for(row: Row, session: Session) -> None:
    """Remember of a row that it is in the store, though its session has not heard of it."""
    row.__dict__[_WRITTEN] = session


def _as_known(row: Row) -> Row:
    """A row that is about to change as its session knows it, or the session would not write what changes."""
    session: Session = row.__dict__[_WRITTEN]
    (key,) = inspect(type(row)).primary_key
    known = session.identity_map.get(identity_key(type(row), row.__dict__[key.name]))
    if isinstance(known, Row):
        return known
    del row.__dict__[_WRITTEN]
    make_transient_to_detached(row)
    session.add(row)
    return row


@cache
def _fields(table: type[SQLModel]) -> frozenset[str]:
    return frozenset(table.model_fields)


@cache
def defaults_of(table: type[SQLModel]) -> dict[str, Any]:
    """What a row says where nobody has said anything."""
    return {name: field.default for name, field in table.model_fields.items() if not field.is_required()}


class Numbered(Row):
    """A table whose rows are told apart by a number."""

    id: int | None = Field(default=None, primary_key=True)

    @property
    def number(self) -> int:
        """The id of a row that has been flushed."""
        if self.id is None:
            message = f"{type(self).__name__} has no id before it is flushed"
            raise RuntimeError(message)
        return self.id


class Dated(SQLModel):
    """A partial date in five columns; the bounds are ISO days as text, so they sort and compare everywhere."""

    date_text: str = ""
    date_edtf: str = ""
    date_first: str | None = None
    date_last: str | None = None
    date_basis: str = "stated"

    @property
    def when(self) -> PartialDate:
        """The five columns as one value."""
        return PartialDate(self.date_edtf, self.date_text, cast("Basis", self.date_basis))

    @when.setter
    def when(self, value: PartialDate) -> None:
        write_date(self, "date", value)


class Due(SQLModel):
    """The same five columns for the day by which something is due."""

    due_text: str = ""
    due_edtf: str = ""
    due_first: str | None = None
    due_last: str | None = None
    due_basis: str = "stated"

    @property
    def due(self) -> PartialDate:
        """The five columns as one value."""
        return PartialDate(self.due_edtf, self.due_text, cast("Basis", self.due_basis))

    @due.setter
    def due(self, value: PartialDate) -> None:
        write_date(self, "due", value)


def write_date(row: SQLModel, prefix: str, when: PartialDate) -> None:
    """Spread a partial date over its five columns, touching only those that differ."""
    for column, value in date_columns(prefix, when).items():
        if getattr(row, column) != value:
            setattr(row, column, value)
