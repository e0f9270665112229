"""Undo and redo, read from the change log: one mechanism for every table, across restarts, one step at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Table, func
from sqlmodel import SQLModel, col, select

from db.dates import PartialDate, show_short
from db.errors import Conflict, NotFound
from db.history import Recorder, Told, Touched, recorded_session
from db.models import Change, Step

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlmodel import Session

Direction = Literal["undo", "redo"]


def revert(engine: Engine, direction: Direction, *, by: str, at: datetime) -> str:
    """Take the officer's last step back, or do the last one taken back again; returns a sentence on what it was.

    Raises:
        NotFound: when there is no such step.
        Conflict: when a row is no longer as the step left it.
    """
    told = Told(by, at, "", direction)
    with recorded_session(engine, told) as session:
        step = _next_undo(session, by) if direction == "undo" else _next_redo(session, by)
        if step is None:
            raise NotFound(f"There is nothing to {direction}.")
        session.info[Recorder].told = told._replace(
            label=f"{direction}: {step.label}", reverts_id=step.number
        )
        changes = session.exec(
            select(Change).where(Change.step_id == step.number).order_by(col(Change.id))
        ).all()
        wanted = (
            [_turned(change) for change in reversed(changes)]
            if direction == "undo"
            else [
                Touched(change.table_name, change.row_id, change.before, change.after, _record(change))
                for change in changes
            ]
        )
        for touched in wanted:
            _write(session, touched)
        session.info[Recorder].log(session, wanted)
        step.undone = direction == "undo"
        session.flush()
        return _sentence(session, direction, step, wanted)


def _next_undo(session: Session, by: str) -> Step | None:
    mine = select(Step).where(Step.by == by, Step.kind == "do", col(Step.undone).is_(False))
    return session.exec(mine.order_by(col(Step.id).desc()).limit(1)).first()


def _next_redo(session: Session, by: str) -> Step | None:
    """The first step taken back after the last that still stands; a new step closes the way forward."""
    standing = session.exec(
        select(func.max(col(Step.id))).where(Step.by == by, Step.kind == "do", col(Step.undone).is_(False))
    ).one()
    mine = select(Step).where(Step.by == by, Step.kind == "do", col(Step.undone).is_(True))
    if standing is not None:
        mine = mine.where(col(Step.id) > standing)
    return session.exec(mine.order_by(col(Step.id)).limit(1)).first()


def _turned(change: Change) -> Touched:
    return Touched(change.table_name, change.row_id, change.after, change.before, _record(change))


def _record(change: Change) -> tuple[str, str]:
    return change.record_kind, change.record_id


def _write(session: Session, touched: Touched) -> None:
    """Bring one row from `before` to `after`, if it is as `before` says."""
    connection = session.connection()
    table = SQLModel.metadata.tables[touched.table]
    (key,) = table.primary_key.columns
    where = key == key.type.python_type(touched.row_id)
    present = connection.execute(table.select().where(where)).mappings().first()
    _must_stand(connection, table, touched, None if present is None else dict(present))
    if touched.after is None:
        connection.execute(table.delete().where(where))
    elif touched.before is None:
        connection.execute(table.insert().values(**touched.after))
    else:
        connection.execute(table.update().where(where).values(**touched.after))


def _must_stand(
    connection: Connection, table: Table, touched: Touched, present: dict[str, Any] | None
) -> None:
    expected = touched.before
    same = (
        present is None
        if expected is None
        else present is not None and all(present[column] == value for column, value in expected.items())
    )
    if same:
        return
    last = connection.execute(
        select(Step.by)
        .join(Change, col(Change.step_id) == col(Step.id))
        .where(Change.table_name == table.name, Change.row_id == touched.row_id)
        .order_by(col(Change.id).desc())
        .limit(1)
    ).scalar()
    who = f" by {last}" if last else ""
    name = _name(touched, present) or f"{_spoken(table.name)} {touched.row_id}"
    raise Conflict(f"{name} was changed since{who}. Nothing was undone, so that nothing is overwritten.")


TELLING = ("ref", "name", "title", "as_printed", "group_name", "text", "country", "topic")


def _name(touched: Touched, present: dict[str, Any] | None) -> str:
    side = present or touched.after or touched.before or {}
    return next((str(side[column])[:60] for column in TELLING if side.get(column)), "")


def _spoken(table: str) -> str:
    return table.replace("_", " ").replace("followup", "follow-up")


def _sentence(session: Session, direction: Direction, step: Step, wanted: Sequence[Touched]) -> str:
    """One field by name, as in “date of V-2025-001 back to 28–29 Jan 2025”; more by the words of the step."""
    did = "Undid" if direction == "undo" else "Redid"
    if len(wanted) == 1 and (told := _one_field(session, wanted[0])):
        return f"{did}: {told}."
    count = f", {len(wanted)} changes" if len(wanted) > 1 else ""
    return f"{did}: {step.label}{count}."


def _one_field(session: Session, touched: Touched) -> str:
    if touched.before is None or touched.after is None:
        return ""
    fields = [
        name
        for name, value in touched.after.items()
        if touched.before.get(name) != value and not name.endswith(("_first", "_last", "_basis", "_text"))
    ]
    if len(fields) != 1:
        return ""
    (field,) = fields
    value = touched.after[field]
    if field.endswith("_edtf"):
        field, value = field.removesuffix("_edtf"), show_short(PartialDate(str(value)))
    table = SQLModel.metadata.tables[touched.table]
    (key,) = table.primary_key.columns
    row = session.connection().execute(table.select().where(key == key.type.python_type(touched.row_id)))
    name = _name(touched, dict(row.mappings().one())) or _spoken(touched.table)
    return f"{field.replace('_', ' ')} of {name} back to {value if value not in (None, '') else 'nothing'}"
