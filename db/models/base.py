"""What the tables have in common: ids that are never used twice, partial dates, constraints with names."""

from typing import Any, cast, get_args

from sqlalchemy import CheckConstraint, ColumnElement, Index, Integer, MetaData, Table, text
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
    gone = text("merged_into IS NOT NULL")
    return Index(f"ix_{table}_merged_into", "merged_into", sqlite_where=gone, postgresql_where=gone)


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


class Numbered(SQLModel):
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
