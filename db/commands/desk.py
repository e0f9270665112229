"""What every command works with: the session, what day it is, and what the step has to report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from sqlmodel import SQLModel, select

from db import models
from db.commands.known import Known
from db.errors import Conflict, NotFound
from db.models.base import Numbered, date_columns

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.commands.numbering import Numbering
    from db.dates import PartialDate

RowT = TypeVar("RowT", bound=SQLModel)
RecordT = TypeVar("RecordT", bound=Numbered)


@dataclass
class Desk:
    """One step at work.

    Attributes:
        session: open, and committed by whoever opened it.
        today: for the year in a ref where the record names none.
        source_id: the source that tenures and names are learnt from, if there is one.
        accepted: (of, field) of citations that carry a value into the record; a differing value is then no conflict.
        numbering: gives new rows their ids, where they are to be written many at once; else the store does.
        known: what this step has learnt of the store, so that it need not ask twice.
        added: how many rows of each kind were made.
        conflicts: sentences about values that differ from what the store holds; the store's value stands.
    """

    session: Session
    today: date
    source_id: int | None = None
    accepted: frozenset[tuple[str, str]] = frozenset()
    numbering: Numbering | None = None
    known: Known = field(default_factory=Known)
    added: Counter[str] = field(default_factory=Counter)
    conflicts: list[str] = field(default_factory=list)

    @property
    def at_once(self) -> bool:
        """Whether rows are written many at once, and what was asked of the store is not asked again."""
        return self.numbering is not None

    def add(self, row: RowT) -> RowT:
        """Put a new row into the store; it has its id at once, and whoever asks the session for it will find it."""
        if self.numbering is not None and isinstance(row, Numbered):
            self.numbering.add((row,))
        else:
            self.session.add(row)
            self.session.flush()
        self.known.changed(row)
        self.known.put(type(row), vars(row))
        self.added[str(row.__tablename__)] += 1
        return row

    def make(self, table: type[RecordT], **values: Any) -> RecordT:
        """Make a new record, of which a step may have thousands."""
        if self.numbering is None:
            return self.add(table(**values))
        row = self.numbering.make(table, values)
        self.known.changed(row)
        self.added[str(table.__tablename__)] += 1
        return row

    def put(self, table: type[Numbered], **values: Any) -> int:
        """Put a new row in that is only part of a record, and of which nobody needs to hold more than its number."""
        if self.numbering is None:
            return self.add(table(**values)).number
        self.known.put(table, values)
        self.added[str(table.__tablename__)] += 1
        return self.numbering.add_values(table, values)

    def part(self, table: type[RowT], column: str, number: int, **where: Any) -> RowT | None:
        """The row with these values that hangs on a record, None where there is none."""
        held = self.known.parts.get((table, column), {}).get(number)
        if held is None:
            return only(self.session, table, **{column: number}, **where)
        return next(
            (one for one in held if all(getattr(one, name) == value for name, value in where.items())), None
        )

    def parts(self, table: type[RowT], column: str, number: int) -> list[RowT]:
        """All rows that hang on a record."""
        held = self.known.parts.get((table, column), {}).get(number)
        if held is None:
            return list(self.session.exec(select(table).where(getattr(table, column) == number)))
        return list(held)

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
                self.known.changed(row)
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
        if not self.has(models.Country, code):
            raise Conflict(f"There is no country with the code “{code[:20]}”.", field)
        return code

    def has(self, table: type[models.Country | models.Instrument | models.Topic], code: str) -> bool:
        """Whether a list of the store's has a code."""
        if self.at_once and table not in self.known.lists:
            self.known.lists.add(table)
            self.known.codes |= {(table, one) for one in self.session.exec(select(table.code))}
        if (table, code) in self.known.codes:
            return True
        found = self.session.get(table, code) is not None
        if found:
            self.known.codes.add((table, code))
        return found


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
