"""When to look again at an outcome: a follow-up of ours asks for it, for only follow-ups come up by themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import col, select

from db.commands import refs
from db.commands.desk import Desk
from db.models import Action, FollowUp
from db.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from sqlmodel import Session

_ASKS = "Look again: "
_LONGEST = 200  # characters of the outcome that are repeated


def asks_again(session: Session, outcome: Action, day: date, today: date) -> str:
    """The ref of the follow-up that comes up on a day; the one that only asks for the same already is moved."""
    known = session.exec(
        select(FollowUp)
        .where(
            FollowUp.action_id == outcome.number,
            col(FollowUp.status).in_(OPEN_STATUSES),
            FollowUp.due_edtf == "",
            FollowUp.remind_on != "",
        )
        .order_by(col(FollowUp.id))
    ).first()
    if known is not None:
        known.remind_on = day.isoformat()
        return known.ref
    desk = Desk(session, today)
    made = FollowUp(
        ref=refs.claim(desk, "followup", "", None),
        text=f"{_ASKS}{outcome.text[:_LONGEST]}",
        action_id=outcome.number,
        remind_on=day.isoformat(),
        handling=outcome.handling,  # its words are the outcome's
    )
    return desk.add(made).ref
