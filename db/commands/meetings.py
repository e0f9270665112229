"""Meetings, inside a visit or on their own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from db.commands import actions, refs, visits
from db.commands.desk import Desk, only, required
from db.commands.participants import enter_participants
from db.commands.topics import enter_topics
from db.drafts import MeetingDraft
from db.models import Meeting, MeetingParty, MeetingTopic, Visit
from db.models.base import date_columns


def enter_meeting(desk: Desk, draft: MeetingDraft, visit: Visit | None = None) -> Meeting:
    """Make a meeting with everything in it, or fill in the one that bears its ref."""
    meeting = only(desk.session, Meeting, ref=draft.ref) if draft.ref else None
    values: dict[str, Any] = {
        "title": draft.title,
        "format": draft.format,
        "mode": draft.mode,
        "place": draft.place,
        "series_id": visits.series_named(desk, draft.series),
        "note": draft.note,
    }
    if meeting is None:
        if draft.on and visit is None:
            visit = required(desk.session, Visit, f"visit {draft.on}", ref=draft.on)
        first = draft.when.first or (visit.when.first if visit else None)
        meeting = desk.add(
            Meeting(
                ref=refs.claim(desk, "meeting", draft.ref, first.year if first else None),
                visit_id=visit.number if visit else None,
                position=draft.order if draft.order is not None else _next_position(desk, visit),
                status=draft.status,
                complete=draft.complete,
                **date_columns("date", draft.when),
                **values,
            )
        )
    else:
        desk.fill(meeting, meeting.ref, **values)
        desk.fill_date(meeting, meeting.ref, "date", draft.when)
    for code in draft.parties:
        _enter_party(desk, meeting, code, draft.roles.get(code, "guest"))
    enter_topics(desk, MeetingTopic, "meeting_id", meeting.number, draft.topics)
    enter_participants(desk, meeting, draft.participants, country=None, status=meeting.status)
    for action in draft.actions:
        actions.enter_action(desk, action, visit=visit, meeting=meeting)
    for followup in draft.followups:
        actions.enter_followup(desk, followup, on=meeting)
    return meeting


def _next_position(desk: Desk, visit: Visit | None) -> int:
    if visit is None:
        return 0
    highest = desk.session.exec(
        select(func.max(col(Meeting.position))).where(Meeting.visit_id == visit.number)
    ).one()
    return (highest or 0) + 1


def _enter_party(desk: Desk, meeting: Meeting, code: str, role: str) -> None:
    country = desk.country(code, field="parties")
    if only(desk.session, MeetingParty, meeting_id=meeting.number, country=country) is None:
        desk.add(MeetingParty(meeting_id=meeting.number, country=country or "", role=role))
