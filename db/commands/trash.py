"""Bringing back what a step deleted, as a step of its own that can be undone like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import SQLModel, col, select

from db.errors import Conflict, NotFound
from db.history import Recorder, Touched
from db.models import Change

if TYPE_CHECKING:
    from sqlmodel import Session


def restore(session: Session, step: int) -> int:
    """Put every row that a step deleted back where it was; returns how many there are.

    Raises:
        NotFound: the step deleted nothing.
        Conflict: one of them is there already, or what it hangs on is gone.
    """
    changes = session.exec(select(Change).where(Change.step_id == step).order_by(col(Change.id).desc())).all()
    gone = [change for change in changes if change.before is not None and change.after is None]
    if not gone:
        raise NotFound("There is nothing of it left to restore.")
    connection = session.connection()
    for change in gone:
        table = SQLModel.metadata.tables[change.table_name]
        (key,) = table.primary_key.columns
        number = key.type.python_type(change.row_id)
        if connection.execute(table.select().where(key == number)).first() is not None:
            raise Conflict("It is back already, at least in part. Nothing was restored.")
        connection.execute(table.insert().values(**(change.before or {})))
    back = [Touched(change.table_name, change.row_id, None, change.before) for change in gone]
    session.info[Recorder].log(session, back)
    return len(back)
