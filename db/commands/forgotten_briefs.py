"""Briefs that were taken forget what was emptied from the trash: their words would keep it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import col, select

from db.briefs.markdown import escaped
from db.models import Brief, Change

if TYPE_CHECKING:
    from sqlmodel import Session


def forget_in_briefs(session: Session, names: Collection[str]) -> None:
    """Empty every brief that holds one of some names, and the log of it; that it was taken, and when, stays.

    Args:
        session: open.
        names: refs, names and titles of what was emptied.
    """
    words = {spelling for name in names for spelling in (name, escaped(name))}
    for number, body in session.exec(select(Brief.id, Brief.body)).all():
        if any(word in body for word in words):
            session.connection().execute(update(Brief).where(col(Brief.id) == number).values(body=""))
            _forget_in_log(session, str(number))


def _forget_in_log(session: Session, row_id: str) -> None:
    of_brief = (col(Change.table_name) == Brief.__tablename__, col(Change.row_id) == row_id)
    for change in session.exec(select(Change).where(*of_brief)).all():
        sides = {"before": change.before, "after": change.after}
        emptied = {
            side: {**values, "body": ""} for side, values in sides.items() if values and "body" in values
        }
        if emptied:
            session.connection().execute(update(Change).where(col(Change.id) == change.id).values(**emptied))
