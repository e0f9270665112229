"""Steps of which something was emptied from the trash: nothing brings them back, and undo says so once for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, null
from sqlmodel import col, select

from db.dates import PartialDate, show_short
from db.models import Change, Step

if TYPE_CHECKING:
    from sqlmodel import Session

EMPTIED = col(Change.before).is_(null()) & col(Change.after).is_(null())
"""A change whose content was emptied; any other has a before or an after."""
TRASH = "trash"
"""Stands for a table in the changes of an emptying: one for each record, without any content."""


def has(those: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a step has a change like those; for a query over steps."""
    return select(Change).where(Change.step_id == Step.id, those).exists()


def pass_over(session: Session, following: Callable[[], Step | None]) -> str:
    """Count the next steps among the undone when nothing can bring them back.

    Args:
        session: open.
        following: finds the step that undo would take back.

    Returns:
        the sentence that says so, "" where the next step can be undone.
    """
    first: Step | None = None
    while (step := following()) is not None and _has(session, step, EMPTIED):
        whole = not _has(session, step, ~EMPTIED)
        if first is not None and not whole:
            break  # something of it is left, so it is worth a sentence of its own, at the next undo
        first = first or step
        step.undone = True
        session.flush()
        if not whole:
            break
    return "" if first is None else _refusal(session, first, following())


def _has(session: Session, step: Step, those: ColumnElement[bool]) -> bool:
    found = session.exec(select(Change.id).where(Change.step_id == step.number, those).limit(1))
    return found.first() is not None


def _refusal(session: Session, step: Step, before: Step | None) -> str:
    emptying = _emptying_of(session, step)
    if emptying is not None and emptying.number == step.number:
        told = f"The emptying of the trash on {_day(emptying)} cannot be undone."
    else:
        when = f" on {_day(emptying)} by {emptying.by or 'somebody'}" if emptying else ""
        told = f"“{step.label}” was emptied from the trash{when}, so it cannot be undone."
    return f"{told} u again takes back: {before.label}." if before else f"{told} Nothing comes before it."


def _emptying_of(session: Session, step: Step) -> Step | None:
    """The step that emptied what a step had touched."""
    records = select(Change.record_kind, Change.record_id).where(Change.step_id == step.number, EMPTIED)
    for kind, number in session.exec(records.distinct()).all():
        emptied = has(
            (col(Change.table_name) == TRASH)
            & (col(Change.record_kind) == kind)
            & (col(Change.record_id) == number)
        )
        if (found := session.exec(select(Step).where(emptied).order_by(col(Step.id))).first()) is not None:
            return found
    return None


def _day(step: Step) -> str:
    at = step.at if step.at.tzinfo else step.at.replace(tzinfo=UTC)
    return show_short(PartialDate.day(at.astimezone().date()))
