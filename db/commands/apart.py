"""Saying for ever that two records that look alike are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from db import models
from db.errors import Conflict
from db.rows import Key

if TYPE_CHECKING:
    from sqlmodel import Session


def not_same(session: Session, a: Key, b: Key) -> bool:
    """Remember for ever that two records are not the same; False when that is known already.

    Raises:
        Conflict: they are of different kinds, or one and the same.
    """
    first, second = sorted((int(a.id), int(b.id)))
    if a.kind != b.kind or first == second:
        raise Conflict("Only two different records of one kind can be said not to be the same.")
    known = select(models.NotSame).where(
        models.NotSame.kind == a.kind, models.NotSame.first_id == first, models.NotSame.second_id == second
    )
    if session.exec(known).first() is not None:
        return False
    session.add(models.NotSame(kind=a.kind, first_id=first, second_id=second))
    session.flush()
    return True
