"""Taking a record out, with everything that is part of it; the log keeps all of it, so the trash is the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import SQLModel, select

from db import models
from db.commands.several import Did, several
from db.commands.tables import TABLES
from db.commands.titles import name_of
from db.errors import Conflict, NotFound
from db.models.base import Numbered
from db.rows import Key, noun

if TYPE_CHECKING:
    from sqlmodel import Session

PARTS: dict[str, tuple[tuple[type[Numbered], str], ...]] = {  # what goes with a record, and by which column
    "visit": (
        (models.Delegation, "visit_id"),
        (models.Meeting, "visit_id"),
        (models.Action, "visit_id"),
        (models.FollowUp, "visit_id"),
        (models.VisitTopic, "visit_id"),
        (models.VisitLink, "from_id"),
        (models.VisitLink, "to_id"),
        (models.Visit, "merged_into"),
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
        (models.RungChange, "action_id"),
        (models.FollowUp, "action_id"),
        (models.Action, "parent_id"),
    ),
    "followup": ((models.LogEntry, "followup_id"),),
    "official": (
        (models.OfficialName, "official_id"),
        (models.Tenure, "official_id"),
        (models.Official, "merged_into"),
    ),
    "post": (
        (models.PostTitle, "post_id"),
        (models.PostCounterpart, "post_id"),
        (models.PostCounterpart, "counterpart_id"),
        (models.Post, "merged_into"),
    ),
    "organisation": (
        (models.OrganisationName, "organisation_id"),
        (models.Organisation, "merged_into"),
    ),
    "source": ((models.Citation, "source_id"), (models.Source, "merged_into")),
}
LET_GO: dict[str, tuple[tuple[type[Numbered], str], ...]] = {  # what goes on without naming the record
    "visit": ((models.RungChange, "visit_id"),),
    "meeting": ((models.RungChange, "meeting_id"),),
    "action": ((models.Action, "promoted_from_id"), (models.Action, "supersedes_id")),
    "source": (
        (models.RungChange, "source_id"),
        (models.OfficialName, "source_id"),
        (models.Tenure, "source_id"),
        (models.Source, "duplicate_of"),
    ),
}
Naming = tuple[type[Numbered], str, str, str]  # table and column, and in words: one of them, several
NAMED_BY: dict[str, tuple[Naming, ...]] = {  # what must not be left pointing at nothing
    "official": (
        (
            models.Participant,
            "official_id",
            "takes part in a delegation or meeting",
            "takes part in {} delegations and meetings",
        ),
        (models.Action, "owner_official_id", "owns an outcome", "owns {} outcomes"),
        (models.FollowUp, "official_id", "has a follow-up", "has {} follow-ups"),
    ),
    "post": (
        (
            models.Participant,
            "post_id",
            "takes part in a delegation or meeting",
            "takes part in {} delegations and meetings",
        ),
        (models.Tenure, "post_id", "was held once", "was held {} times"),
        (models.Action, "owner_post_id", "owns an outcome", "owns {} outcomes"),
    ),
    "organisation": (
        (models.Post, "organisation_id", "has a post", "has {} posts"),
        (models.Organisation, "parent_id", "is above another one", "is above {} others"),
        (
            models.Participant,
            "organisation_id",
            "takes part in a delegation or meeting",
            "takes part in {} delegations and meetings",
        ),
        (models.Delegation, "organisation_id", "sent a delegation", "sent {} delegations"),
        (models.Action, "owner_organisation_id", "owns an outcome", "owns {} outcomes"),
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
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
    _nobody_needs(session, row)
    return _take_out(session, row)


def remove_several(session: Session, keys: Iterable[Key]) -> Did:
    """Take several records and their parts out in one step.

    Raises:
        Conflict: none of them can go, and why.
    """
    rows, did = several(session, keys, "delete", lambda row: _why_it_stays(session, row))
    for row in rows:
        if _is_there(session, row):  # a part has gone with its whole when its own turn comes
            _take_out(session, row)
    return did


def _nobody_needs(session: Session, row: Numbered) -> None:
    if reason := _why_it_stays(session, row):
        raise Conflict(f"{name_of(row)} {reason}. Merge it into another instead.")


def _why_it_stays(session: Session, row: Numbered) -> str:
    reasons = []
    for table, column, one, several_of_them in NAMED_BY.get(str(row.__tablename__), ()):
        count = session.exec(
            select(func.count()).select_from(table).where(getattr(table, column) == row.number)
        ).one()
        if count:
            reasons.append(one if count == 1 else several_of_them.format(count))
    return f"{' and '.join(reasons)}, so it stays" if reasons else ""


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
    for table, column in LET_GO.get(kind, ()):
        for other in session.exec(select(table).where(getattr(table, column) == row.number)).all():
            setattr(other, column, None)
    session.flush()
    session.delete(row)
    session.flush()
    return gone + 1


def _is_there(session: Session, row: SQLModel) -> bool:
    """An outcome of a meeting inside a visit is found twice and goes once."""
    return row in session
