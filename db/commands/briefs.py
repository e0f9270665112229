"""A brief is taken: what it said, and how far it had seen the store, are kept for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from db.briefs.markdown import markdown
from db.history import Recorder
from db.models import Brief as Taken
from db.vocabulary import BriefKind

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.briefs.parts import Brief


def take_brief(session: Session, brief: Brief) -> int:
    """Keep a brief as it was taken away; its number."""
    told = session.info[Recorder].told
    row = Taken(
        record_kind=cast("BriefKind", brief.key.kind),
        record_id=brief.key.id,
        at=told.at.isoformat(),
        by=told.by,
        last_change=brief.last_change,
        body=markdown(brief),
    )
    session.add(row)
    session.flush()
    return row.number
