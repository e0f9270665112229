"""Undo and redo, read from the change log: one mechanism for every table, across restarts, one step at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Integer, Table, bindparam, func, inspect
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from db import models
from db.dates import PartialDate, show_short
from db.emptied import EMPTIED, has, pass_over
from db.errors import Conflict, NotFound
from db.history import Recorder, Told, Touched, recorded_session
from db.models import Change, Step
from db.models.base import has_key
from db.pointing import must_stand
from db.seeing import reader_of
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlmodel import Session

Direction = Literal["undo", "redo"]
_AT_ONCE = 500  # rows that are looked at and written together


def revert(engine: Engine, direction: Direction, *, by: str, at: datetime, tell: Tell = nobody) -> str:
    """Take the officer's last step back, or do the last one taken back again; returns a sentence on what it was.

    Raises:
        NotFound: when there is no such step.
        Conflict: when a row is no longer as the step left it, or was emptied from the trash.
    """
    told = Told(by, at, "", direction)
    with recorded_session(engine, told, tell) as session:
        refusal = pass_over(session, lambda: _next_undo(session, by)) if direction == "undo" else ""
        if not refusal:
            return _revert(session, told, direction, tell)
    raise Conflict(refusal)  # behind the transaction, so that the next undo goes on to the step before


def _revert(session: Session, told: Told, direction: Direction, tell: Tell) -> str:
    step = _next_undo(session, told.by) if direction == "undo" else _next_redo(session, told.by)
    if step is None:
        raise NotFound(f"There is nothing to {direction}.")
    session.info[Recorder].told = told._replace(label=f"{direction}: {step.label}", reverts_id=step.number)
    wanted = _turned_all(session, step.number) if direction == "undo" else _changes(session, step.number)
    written = _write_all(session, wanted, tell)
    step.undone = direction == "undo"
    session.flush()
    return _sentence(session, direction, step, written)


def take_back(session: Session, step: int, tell: Tell = nobody) -> list[Touched]:
    """Bring every row that a step touched back to how it was, as part of the session's own step.

    Args:
        session: open.
        step: its number.
        tell: is told how far it is; what it raises ends it.

    Raises:
        Conflict: when a row is no longer as the step left it, or was emptied from the trash.
    """
    return _write_all(session, _turned_all(session, step), tell)


def _turned_all(session: Session, step: int) -> list[Touched]:
    """What takes a step back, in the order in which that must be done."""
    changes = _changes(session, step)
    if any(change.before is None and change.after is None for change in changes):
        raise Conflict("Something of it was emptied from the trash, so it cannot be taken back.")
    return [_turned(change) for change in reversed(changes)]


def _changes(session: Session, step: int) -> list[Touched]:
    """What a step did, in that order; rows and no objects, since a merge may have touched thousands."""
    log = inspect(Change).local_table.c
    asked = select_columns(
        log.table_name, log.row_id, log.before, log.after, log.record_kind, log.record_id
    ).where(log.step_id == step)
    rows = session.connection().execute(asked.order_by(log.id))
    return [Touched(*row[:4], (row[4], row[5])) for row in rows]


def _write_all(session: Session, wanted: list[Touched], tell: Tell) -> list[Touched]:
    written: list[Touched] = []
    for run in _runs(wanted):
        tell("changes", len(written), len(wanted))
        written += _write(session, run)
    must_stand(reader_of(session), written)
    session.info[Recorder].log(session, written)
    return written


def _runs(wanted: list[Touched]) -> Iterator[list[Touched]]:
    """Changes of the same columns of one table that stand next to each other, each of another row; others alone."""
    run: list[Touched] = []
    rows: set[str] = set()
    for touched in wanted:
        alike = bool(run) and _alike(run[-1], touched) and len(run) < _AT_ONCE and touched.row_id not in rows
        if run and not alike:
            yield run
            run, rows = [], set()
        run.append(touched)
        rows.add(touched.row_id)
    if run:
        yield run


def _alike(one: Touched, other: Touched) -> bool:
    """Whether one statement does both: rows are made, or taken out, or the same columns of them set."""
    if (one.table, one.before is None, one.after is None) != (
        other.table,
        other.before is None,
        other.after is None,
    ):
        return False
    return (one.after or {}).keys() == (other.after or {}).keys()


def _next_undo(session: Session, by: str) -> Step | None:
    mine = select(Step).where(Step.by == by, Step.kind == "do", col(Step.undone).is_(False))
    return session.exec(mine.order_by(col(Step.id).desc()).limit(1)).first()


def _next_redo(session: Session, by: str) -> Step | None:
    """The last step taken back since the officer last did anything new, which closes the way forward for good."""
    newest = select(func.max(col(Step.id))).where(Step.by == by, Step.kind == "do").scalar_subquery()
    since = select(Step.reverts_id).where(Step.by == by, Step.kind == "undo", col(Step.id) > newest)
    mine = select(Step).where(col(Step.id).in_(since), col(Step.undone).is_(True), ~has(EMPTIED))
    return session.exec(mine.order_by(col(Step.id)).limit(1)).first()


def _turned(touched: Touched) -> Touched:
    return touched._replace(before=touched.after, after=touched.before)


def _write(session: Session, run: list[Touched]) -> list[Touched]:
    """Bring rows from `before` to `after`, if they are as `before` says; returns what that changed."""
    connection = session.connection()
    table = models.stored(run[0].table)
    present = _present(connection, table, [touched.row_id for touched in run])
    run = [_where_it_is(touched, present.get(touched.row_id)) for touched in run]
    for touched in run:
        _must_stand(connection, table, touched, present.get(touched.row_id))
    first, (key,) = run[0], table.primary_key.columns
    if first.after is None:
        connection.execute(
            table.delete().where(key == bindparam("which")),
            [{"which": _key_of(table, touched.row_id)} for touched in run],
        )
    elif first.before is None:
        connection.execute(table.insert(), [touched.after or {} for touched in run])
    else:
        columns = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in first.after}
        values = [
            {"which": _key_of(table, touched.row_id)}
            | {f"new_{name}": value for name, value in (touched.after or {}).items()}
            for touched in run
        ]
        connection.execute(table.update().where(key == bindparam("which")).values(columns), values)
    return run


def _key_of(table: Table, row_id: str) -> int | str:
    (key,) = table.primary_key.columns
    return int(row_id) if isinstance(key.type, Integer) else row_id


def _present(connection: Connection, table: Table, row_ids: list[str]) -> dict[str, dict[str, Any]]:
    """The rows that are there, by their keys as the log has them."""
    (key,) = table.primary_key.columns
    found = connection.execute(
        table.select().where(key.in_([_key_of(table, row_id) for row_id in row_ids]))
    ).mappings()
    return {str(row[key.name]): dict(row) for row in found}


def _where_it_is(touched: Touched, present: dict[str, Any] | None) -> Touched:
    """A change of a row as part of the record that it belongs to by now.

    The log keeps beside what changed what the row belongs to; that may have been moved since, as by a merge.
    """
    before, after = touched.before, touched.after
    if before is None or after is None or present is None:
        return touched
    kept = {column: present[column] for column, value in before.items() if after.get(column) == value}
    if all(before[column] == value for column, value in kept.items()):
        return touched
    return touched._replace(before=before | kept, after=after | kept, record=None)


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
    table = models.stored(touched.table)
    row = session.connection().execute(table.select().where(has_key(table, touched.row_id)))
    name = _name(touched, dict(row.mappings().one()))
    if not name:  # then the words of the step say more than those of the table
        return ""
    return f"{field.replace('_', ' ')} of {name} back to {value if value not in (None, '') else 'nothing'}"
