"""Taking a record out, with everything that is part of it; the log keeps all of it, so the trash is the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import SQLModel, select

from db import models
from db.errors import Conflict, NotFound
from db.models.base import Numbered
from db.rows import Key, Kind

if TYPE_CHECKING:
    from sqlmodel import Session

TABLES: dict[Kind, type[Numbered]] = {
    "visit": models.Visit,
    "meeting": models.Meeting,
    "action": models.Action,
    "followup": models.FollowUp,
    "official": models.Official,
    "post": models.Post,
    "organisation": models.Organisation,
    "source": models.Source,
}
PARTS: dict[str, tuple[tuple[type[Numbered], str], ...]] = {  # what goes with a record, and by which column
    "visit": (
        (models.Delegation, "visit_id"),
        (models.Meeting, "visit_id"),
        (models.Action, "visit_id"),
        (models.FollowUp, "visit_id"),
        (models.VisitTopic, "visit_id"),
        (models.VisitLink, "from_id"),
        (models.VisitLink, "to_id"),
    ),
    "delegation": ((models.Participant, "delegation_id"),),
    "meeting": (
        (models.MeetingParty, "meeting_id"),
        (models.MeetingTopic, "meeting_id"),
        (models.Participant, "meeting_id"),
        (models.AgendaItem, "meeting_id"),
        (models.Action, "meeting_id"),
        (models.FollowUp, "meeting_id"),
    ),
    "action": (
        (models.ActionTopic, "action_id"),
        (models.ActionParty, "action_id"),
        (models.AgendaItem, "action_id"),
        (models.LogEntry, "action_id"),
        (models.FollowUp, "action_id"),
    ),
    "followup": ((models.LogEntry, "followup_id"),),
    "official": ((models.OfficialName, "official_id"), (models.Tenure, "official_id")),
    "post": ((models.PostTitle, "post_id"), (models.PostCounterpart, "post_id")),
    "source": ((models.Citation, "source_id"),),
}
NAMED_BY: dict[
    str, tuple[tuple[type[Numbered], str, str], ...]
] = {  # what must not be left pointing at nothing
    "official": (
        (models.Participant, "official_id", "takes part in {} delegations and meetings"),
        (models.Action, "owner_official_id", "owns {} outcomes"),
        (models.FollowUp, "official_id", "has {} follow-ups"),
    ),
    "post": (
        (models.Participant, "post_id", "takes part in {} delegations and meetings"),
        (models.Tenure, "post_id", "was held {} times"),
        (models.Action, "owner_post_id", "owns {} outcomes"),
    ),
    "organisation": (
        (models.Post, "organisation_id", "has {} posts"),
        (models.Organisation, "parent_id", "is above {} others"),
        (models.Participant, "organisation_id", "takes part in {} meetings"),
        (models.Delegation, "organisation_id", "sent {} delegations"),
    ),
}


def remove(session: Session, key: Key) -> int:
    """Take a record and its parts out of the book; returns how many rows went.

    Raises:
        NotFound: when it is gone already.
        Conflict: when other records name it; it says which, and that merging is the way.
    """
    table = TABLES.get(key.kind)
    row = session.get(table, int(key.id)) if table else None
    if row is None:
        raise NotFound(f"This {key.kind} is no longer in the store.")
    _nobody_needs(session, key, row)
    return _take_out(session, row)


def _nobody_needs(session: Session, key: Key, row: Numbered) -> None:
    reasons = []
    for table, column, words in NAMED_BY.get(key.kind, ()):
        count = session.exec(
            select(func.count()).select_from(table).where(getattr(table, column) == row.number)
        ).one()
        if count:
            reasons.append(words.format(count))
    if reasons:
        name = getattr(row, "name", "") or getattr(row, "title", "")
        raise Conflict(f"{name} {' and '.join(reasons)}, so it stays. Merge it into another instead.")


def _take_out(session: Session, row: Numbered) -> int:
    """Parts first and one level at a time, since nothing tells the session what hangs on what."""
    kind = str(row.__tablename__)
    gone = 0
    for table, column in PARTS.get(kind, ()):
        for part in session.exec(select(table).where(getattr(table, column) == row.number)).all():
            if _is_there(session, part):
                gone += _take_out(session, part)
    for citation in session.exec(
        select(models.Citation).where(
            models.Citation.record_kind == kind, models.Citation.record_id == row.number
        )
    ).all():
        session.delete(citation)
        gone += 1
    session.flush()
    session.delete(row)
    session.flush()
    return gone + 1


def _is_there(session: Session, row: SQLModel) -> bool:
    """An outcome of a meeting inside a visit is found twice and goes once."""
    return row in session
