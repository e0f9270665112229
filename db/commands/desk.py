"""What every command works with: the session, what day it is, and what the step has to report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from sqlmodel import SQLModel, select

from db.errors import Conflict, NotFound
from db.models import Country
from db.models.base import date_columns

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.dates import PartialDate

RowT = TypeVar("RowT", bound=SQLModel)


@dataclass
class Desk:
    """One step at work.

    Attributes:
        session: open, and committed by whoever opened it.
        today: for the year in a ref where the record names none.
        source_id: the source that tenures and names are learnt from, if there is one.
        accepted: (of, field) of citations that carry a value into the record; a differing value is then no conflict.
        added: how many rows of each kind were made.
        conflicts: sentences about values that differ from what the store holds; the store's value stands.
    """

    session: Session
    today: date
    source_id: int | None = None
    accepted: frozenset[tuple[str, str]] = frozenset()
    added: Counter[str] = field(default_factory=Counter)
    conflicts: list[str] = field(default_factory=list)

    def add(self, row: RowT) -> RowT:
        """Put a new row into the store; it has its id at once."""
        self.session.add(row)
        self.session.flush()
        self.added[str(row.__tablename__)] += 1
        return row

    def fill(self, row: SQLModel, name: str, **values: Any) -> None:
        """Fill what a known record leaves open; what it says differently is reported, not overwritten.

        Args:
            row: a record that is in the store.
            name: how the report shall call it.
            values: by column; those that are None, empty or unstated say nothing.
        """
        for column, value in values.items():
            if value in SAYS_NOTHING:
                continue
            present = getattr(row, column)
            if present in SAYS_NOTHING:
                setattr(row, column, value)
            elif present != value and (name, column) not in self.accepted:
                self.conflicts.append(f"{name}: {column} is “{present}” here and “{value}” there.")

    def fill_date(self, row: SQLModel, name: str, prefix: str, when: PartialDate) -> None:
        """The same for a partial date, whose five columns only make sense together."""
        if not when.edtf and not when.text:
            return
        present, words = getattr(row, f"{prefix}_edtf"), getattr(row, f"{prefix}_text")
        if not present and not words:
            for column, value in date_columns(prefix, when).items():
                setattr(row, column, value)
        elif when.edtf and present != when.edtf and (name, prefix) not in self.accepted:
            self.conflicts.append(f"{name}: {prefix} is “{present or words}” here and “{when.edtf}” there.")

    def country(self, code: str, *, field: str) -> str | None:
        """A country's code as the store has it; None for "".

        Raises:
            Conflict: when there is no such country.
        """
        return self.required_country(code, field=field) if code else None

    def required_country(self, code: str, *, field: str) -> str:
        """The same where a record cannot do without one."""
        if self.session.get(Country, code) is None:
            raise Conflict(f"There is no country with the code “{code[:20]}”.", field)
        return code


SAYS_NOTHING: tuple[Any, ...] = (None, "", "unknown", "unspecified", "other")


def only(session: Session, table: type[RowT], **where: Any) -> RowT | None:
    """The one row with these values, None where there is none; of a record that was merged, the one that stands."""
    statement = select(table)
    for column, value in where.items():
        statement = statement.where(getattr(table, column) == value)
    return standing_row(session, session.exec(statement).first())


def standing_row(session: Session, row: RowT | None) -> RowT | None:
    """The row itself, or the one that it was merged into at last."""
    seen: list[RowT] = []
    while row is not None and row not in seen and getattr(row, "merged_into", None) is not None:
        seen.append(row)
        row = session.get(type(row), getattr(row, "merged_into", None))
    return row


def required(session: Session, table: type[RowT], what: str, **where: Any) -> RowT:
    """The one row with these values.

    Raises:
        NotFound: a sentence that calls it `what`.
    """
    row = only(session, table, **where)
    if row is None:
        raise NotFound(f"There is no {what} in the store.")
    return row
