"""Bringing back what was deleted, as a step of its own that can be undone like any other."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from db import models
from db.commands.removal import LET_GO, PARTS
from db.errors import Conflict, NotFound
from db.history import Recorder, Touched
from db.models import Change
from db.models.base import has_key
from db.rows import Key

if TYPE_CHECKING:
    from sqlmodel import Session

RowOf = tuple[str, str]  # table and id
PARENTS: dict[str, list[tuple[str, str]]] = {}  # by the table of a part: a column and the table it leads to
for _whole, _parts in PARTS.items():
    for _table, _column in _parts:
        PARENTS.setdefault(str(_table.__tablename__), []).append((_column, _whole))


def restore(session: Session, step: int, key: Key) -> int:
    """Put a record that a step deleted back where it was, with its parts; returns how many rows there are.

    Raises:
        NotFound: the step did not delete it.
        Conflict: it is there already, or what it hangs on is gone.
    """
    gone = what_went(session, step, key)
    if not gone:
        raise NotFound("There is nothing of it left to restore.")
    back = []
    for row, values in gone.items():
        if is_there(session, row):
            raise Conflict("It is back already, at least in part. Nothing was restored.")
        table, number = row
        session.connection().execute(models.stored(table).insert().values(**values))
        back.append(Touched(table, number, None, values))
    session.info[Recorder].log(session, back)
    _name_again(session, step, gone.keys())
    return len(back)


def _name_again(session: Session, step: int, back: Collection[RowOf]) -> None:
    """What went on without a record names it again, where it has not come to name another one since."""
    for whole, lets_go in LET_GO.items():
        for table, column in lets_go:
            changes = select(Change).where(Change.step_id == step, Change.table_name == table.__tablename__)
            for change in session.exec(changes).all():
                number = (change.before or {}).get(column)
                row = session.get(table, int(change.row_id)) if (whole, str(number)) in back else None
                if row is not None and getattr(row, column) is None:
                    setattr(row, column, number)
    session.flush()


def what_went(session: Session, step: int, key: Key) -> dict[RowOf, dict[str, Any]]:
    """A record and what went with it in a step, as it was, what others hang on first; nothing where it did not go."""
    changes = session.exec(select(Change).where(Change.step_id == step).order_by(col(Change.id).desc())).all()
    deleted = {
        (change.table_name, change.row_id): change.before
        for change in changes
        if change.before is not None and change.after is None
    }
    start: RowOf = (key.kind, key.id)
    if start not in deleted:
        return {}
    found = {start}
    while more := {
        row for row, values in deleted.items() if row not in found and _is_part(row, values, found)
    }:
        found |= more
    return {row: values for row, values in deleted.items() if row in found}


def _is_part(row: RowOf, values: dict[str, Any], wholes: set[RowOf]) -> bool:
    if row[0] == "citation" and (str(values["record_kind"]), str(values["record_id"])) in wholes:
        return True
    if (row[0], str(values.get("merged_into"))) in wholes:
        return True
    return any((whole, str(values.get(column))) in wholes for column, whole in PARENTS.get(row[0], ()))


def is_there(session: Session, row: RowOf) -> bool:
    """Whether a row stands in its table."""
    table = models.stored(row[0])
    found = session.connection().execute(table.select().where(has_key(table, row[1])))
    return found.first() is not None
