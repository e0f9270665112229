"""Emptying the trash: what was deleted goes from the change log too, so that nothing of it is left to bring back.

A change that has neither a before nor an after is one whose content was emptied. The emptying itself is a step,
with one such change for each record, by which history and undo can say when it was and who did it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import null, update
from sqlmodel import col, select

from db.commands.forgotten_briefs import forget_in_briefs
from db.commands.tables import TABLES
from db.commands.trash import RowOf, is_there, what_went
from db.emptied import TRASH
from db.errors import Conflict
from db.history import Recorder
from db.models import Change, Step
from db.queries.trash import NAMED_BY
from db.rows import Key

if TYPE_CHECKING:
    from sqlmodel import Session

SHORTEST_NAME = 3  # letters; a shorter one would be found within other words


class Emptied(NamedTuple):
    """What came of it.

    Attributes:
        records: how many are gone for good.
        left: how many were left alone, since they have come back or are gone already.
    """

    records: int
    left: int


def empty(session: Session, wanted: Sequence[tuple[int, Key]]) -> Emptied:
    """Take deleted records with their parts out of the log for good; `wanted` are their steps and keys.

    Raises:
        Conflict: none of them is in the trash any more.
    """
    gone = {key: rows for step, key in wanted if (rows := _what_went(session, step, key))}
    if not gone:
        raise Conflict("It is no longer in the trash, so nothing was emptied.")
    rows = {row: values for each in gone.values() for row, values in each.items()}
    _forget(session, rows)
    number = session.info[Recorder].number(session)
    for kind, record in sorted(row for row in rows if row[0] in TABLES):
        session.add(
            Change(step_id=number, table_name=TRASH, row_id=record, record_kind=kind, record_id=record)
        )
    session.flush()
    _without_content(session, col(Change.step_id) == number)
    return Emptied(len(gone), len(wanted) - len(gone))


def _what_went(session: Session, step: int, key: Key) -> dict[RowOf, dict[str, Any]]:
    """A record and what went with it in that step; nothing where any of it is there again."""
    found = what_went(session, step, key)
    return {} if any(is_there(session, row) for row in found) else found


def _forget(session: Session, rows: dict[RowOf, dict[str, Any]]) -> None:
    """Take the content of these rows, and of earlier parts of these records, out of every step."""
    changes: dict[int, Change] = {}
    for table, number in rows:
        same_row = (col(Change.table_name) == table, col(Change.row_id) == number)
        same_record = (col(Change.record_kind) == table, col(Change.record_id) == number)
        for same in (same_row, same_record):
            changes |= {change.number: change for change in session.exec(select(Change).where(*same)).all()}
    others = {(change.table_name, change.row_id) for change in changes.values()} - rows.keys()
    there = {
        row for row in others if row[0] == TRASH or is_there(session, row)
    }  # a part that moved elsewhere
    emptied = [change for change in changes.values() if (change.table_name, change.row_id) not in there]
    for change in emptied:
        _without_content(session, col(Change.id) == change.number)
    names = {str(values[name]) for values in rows.values() for name in NAMED_BY if values.get(name)}
    forget_in_briefs(session, [name for name in names if len(name) >= SHORTEST_NAME])
    for step in sorted({change.step_id for change in emptied}):
        _relabel(session, step, names)


def _without_content(session: Session, those: Any) -> None:
    session.connection().execute(update(Change).where(those).values(before=null(), after=null()))


def _relabel(session: Session, number: int, names: Iterable[str]) -> None:
    """What a step is called must not tell what was emptied."""
    step = session.get_one(Step, number)
    kept = session.connection().execute(
        select(col(Change.id)).where(
            Change.step_id == number, col(Change.before).is_not(null()) | col(Change.after).is_not(null())
        )
    )
    if kept.first() is None:
        kinds = session.connection().execute(
            select(col(Change.record_kind), col(Change.record_id)).where(Change.step_id == number).distinct()
        )
        step.label = f"{_verb(step.label)} {_counted([kind for kind, _ in kinds])}, emptied from the trash"
        return
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= SHORTEST_NAME:
            step.label = step.label.replace(name, "…")


def _verb(label: str) -> str:
    """What was done without what it was done to: "delete", "undo: delete"."""
    first, _, rest = label.partition(" ")
    return f"{first} {_verb(rest)}" if first.endswith(":") and rest else first


def _counted(kinds: Sequence[str]) -> str:
    if len(kinds) > 1:
        return f"{len(kinds)} records"
    spoken = kinds[0].replace("followup", "follow-up") if kinds else "record"
    return f"{'an' if spoken[0] in 'aeiou' else 'a'} {spoken}"
