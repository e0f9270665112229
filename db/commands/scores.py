"""On closing, or later, an outcome says of each party how far it was kept, and by what one can tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlmodel import select

from db.commands.titles import title_of
from db.commitments import AGREED, RUNGS
from db.errors import Conflict, NotFound
from db.history import Recorder
from db.models import Action, ActionParty, Meeting, MeetingParty, Visit
from db.rows import Key
from db.rows.agenda import ScoreRow
from db.vocabulary import CLOSED_STATUSES

if TYPE_CHECKING:
    from sqlmodel import Session


def score(session: Session, key: Key, scores: Sequence[ScoreRow]) -> str:
    """Score the parties of a closed outcome; returns its ref with what it is about.

    An outcome that names no parties concerns those of its event, which are named by it from now on.

    Raises:
        NotFound: it is gone.
        Conflict: it is not closed, or a country is no party to it.
    """
    action = session.get(Action, int(key.id))
    if action is None:
        raise NotFound("This outcome is no longer in the store. Nothing was saved.")
    if action.rung < AGREED:
        raise Conflict(f"{action.ref} is only {RUNGS[action.rung]}, so there is nothing that could be kept.")
    if action.status not in CLOSED_STATUSES:
        raise Conflict(f"{action.ref} is {action.status}; it is scored when it is closed.")
    said = [one for one in scores if one.score is not None or one.evidence]
    parties = _parties(session, action, make=bool(said))
    for one in scores:
        party = parties.get(one.country)
        if party is None:
            if one in said:
                raise Conflict(f"{one.country} is no party to {action.ref}, so it cannot be scored.")
            continue
        if party.score != one.score:
            party.score = one.score
        if party.evidence != one.evidence:
            party.evidence = one.evidence
    session.flush()
    title = title_of(action)
    if session.info[Recorder].told.label == SCORE:
        session.info[Recorder].tell(session, f"{SCORE} {title}")
    return title


SCORE = "score"
"""The step that does nothing else; one that closes at the same time keeps its own words."""


def _parties(session: Session, action: Action, *, make: bool) -> dict[str, ActionParty]:
    rows = session.exec(select(ActionParty).where(ActionParty.action_id == action.number)).all()
    if not rows and make:
        rows = [ActionParty(action_id=action.number, country=code) for code in _of_event(session, action)]
        session.add_all(rows)
        session.flush()
    return {row.country: row for row in rows}


def _of_event(session: Session, action: Action) -> list[str]:
    if action.meeting_id is not None and session.get(Meeting, action.meeting_id) is not None:
        of_it = select(MeetingParty.country).where(MeetingParty.meeting_id == action.meeting_id)
        return sorted(session.exec(of_it).all())
    visit = session.get(Visit, action.visit_id) if action.visit_id is not None else None
    return sorted((visit.sending, visit.host)) if visit else []
