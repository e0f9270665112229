"""Whatever named one record names another afterwards; what would then be said twice is said once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import UniqueConstraint, inspect, update
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, select

from db import models
from db.columns import FINDING
from db.history import Recorder, Touched
from db.pointing import NAMED_IN_WORDS, naming
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass
class Moving:
    """One merge at work: from which record to which, and what came of each row.

    Attributes:
        session: open.
        kind: the table of both records.
        lose: the number of the one that goes.
        keep: the number of the one that stays.
        tell: is told how far it is.
        moved: rows that name the one that stays now, by table.
        dropped: rows that it had already, by table.
    """

    session: Session
    kind: str
    lose: int
    keep: int
    tell: Tell = nobody
    moved: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)

    def put(self, row: SQLModel, **values: Any) -> None:
        """Change a row and write it, since the next one may only fit once this one has moved."""
        for column, value in values.items():
            setattr(row, column, value)
        self.session.flush()

    def move(self, row: SQLModel, column: str) -> None:
        """Let a row name the record that stays."""
        self.put(row, **{column: self.keep})
        self.moved[str(row.__tablename__)] += 1

    def move_all(self, table: type[SQLModel], column: str) -> list[int]:
        """Let every row that names the record that goes name the one that stays, where no rule can stand between.

        Of such rows there can be thousands: one statement moves them, and none of them is made an object of.

        Returns:
            the ids of the rows, in order.
        """
        session, stored = self.session, inspect(table).local_table
        session.flush()
        there = stored.c[column] == self.lose
        (key,) = stored.primary_key.columns
        told = [stored.c[name] for name in dict.fromkeys((column, *FINDING)) if name in stored.c]
        rows = session.connection().execute(select_columns(key, *told).where(there).order_by(key)).all()
        if not rows:
            return []
        session.connection().execute(update(stored).where(there).values({column: self.keep}))
        for row in session.identity_map.values():
            if isinstance(row, table):
                session.expire(row)
        before = [{one.name: value for one, value in zip(told, row[1:], strict=True)} for row in rows]
        moved = [
            Touched(stored.name, str(row[0]), was, was | {column: self.keep})
            for row, was in zip(rows, before, strict=True)
        ]
        session.info[Recorder].log(session, moved)
        self.moved[stored.name] += len(rows)
        return [row[0] for row in rows]

    def drop(self, row: SQLModel) -> None:
        """Let go of a row that says what another one says."""
        self.session.delete(row)
        self.session.flush()
        self.dropped[str(row.__tablename__)] += 1

    def rows(self, table: type[SQLModel], **where: Any) -> list[Any]:
        """The rows with these values, in the order of their ids."""
        statement = select(table)
        for column, value in where.items():
            statement = statement.where(getattr(table, column) == value)
        return list(self.session.exec(statement.order_by(table.id)).all())  # type: ignore[attr-defined]


def repoint(moving: Moving) -> None:
    """Take every row that still names the record that goes to the one that stays."""
    for table, column in naming(moving.kind):
        if _fits_anyway(table, column, moving.kind):
            moving.move_all(table, column)
            continue
        for row in moving.rows(table, **{column: moving.lose}):
            _take_over(moving, table, column, row)
    for name, kind, number, as_kept in NAMED_IN_WORDS:
        for row in moving.rows(models.model_of(name), **{kind: moving.kind, number: as_kept(moving.lose)}):
            moving.put(row, **{number: as_kept(moving.keep)})
            moving.moved[name] += 1


def _fits_anyway(table: type[SQLModel], column: str, kind: str) -> bool:
    """Whether rows may name any record there, as participants do: of them there can be thousands."""
    told_apart = any(column in rule.columns for rule in _rules(table))
    return not told_apart and table.__tablename__ != kind and not _beside(table, column, kind)


def _rules(table: type[SQLModel]) -> list[UniqueConstraint]:
    constraints = inspect(table).local_table.constraints
    return [rule for rule in constraints if isinstance(rule, UniqueConstraint)]


def _take_over(moving: Moving, table: type[SQLModel], column: str, row: Any) -> None:
    if table.__tablename__ == moving.kind and row.id == moving.keep:
        moving.put(row, **{column: None})  # nothing is part, or a reprint, of itself
    elif any(getattr(row, other) == moving.keep for other in _beside(table, column, moving.kind)):
        moving.drop(row)  # it said how the two relate
    elif _is_there(moving, table, column, row):
        moving.drop(row)
    else:
        moving.move(row, column)


def _beside(table: type[SQLModel], column: str, kind: str) -> list[str]:
    """The columns that name another record of the same kind, as in a link between two."""
    return [name for found, name in naming(kind) if found is table and name != column]


def _is_there(moving: Moving, table: type[SQLModel], column: str, row: Any) -> bool:
    for rule in _rules(table):
        if column not in rule.columns:
            continue
        wanted = {name: getattr(row, name) for name in rule.columns.keys()} | {column: moving.keep}  # noqa: SIM118 - columns, not a dict
        if None not in wanted.values() and moving.rows(table, **wanted):
            return True
    return False
