"""Meetings, inside a visit or on their own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from db import models
from db.commands import actions, refs, visits
from db.commands.desk import Desk, required
from db.commands.participants import enter_participants
from db.commands.topics import enter_topics
from db.drafts import MeetingDraft
from db.models.base import date_columns


def enter_meeting(desk: Desk, draft: MeetingDraft, visit: models.Visit | None = None) -> models.Meeting:
    """Make a meeting with everything in it, or fill in the one that bears its ref."""
    meeting = refs.bearer(desk, models.Meeting, draft.ref)
    new = meeting is None
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
            visit = required(desk.session, models.Visit, f"visit {draft.on}", ref=draft.on)
        when = date_columns("date", draft.when)
        day = when["date_first"] or (visit.date_first if visit else None)
        meeting = desk.make(
            models.Meeting,
            ref=refs.claim(desk, "meeting", draft.ref, int(day[:4]) if day else None),
            visit_id=visit.number if visit else None,
            position=_position(desk, visit, draft.order),
            status=draft.status,
            complete=draft.complete,
            **when,
            **values,
        )
    else:
        desk.fill(meeting, meeting.ref, **values)
        desk.fill_date(meeting, meeting.ref, "date", draft.when)
    for code in dict.fromkeys(draft.parties):
        _enter_party(desk, meeting, code, draft.roles.get(code, "guest"), new=new)
    enter_topics(desk, models.MeetingTopic, "meeting_id", meeting.number, draft.topics, new=new)
    there = {"meeting_id": meeting.number}
    enter_participants(desk, there, draft.participants, country=None, status=meeting.status, new=new)
    for action in draft.actions:
        actions.enter_action(desk, action, visit=visit, meeting=meeting)
    for followup in draft.followups:
        actions.enter_followup(desk, followup, on=meeting)
    return meeting


def _position(desk: Desk, visit: models.Visit | None, wanted: int | None) -> int:
    """The place among the meetings of its visit: the one that is wanted, else behind all others."""
    if visit is None:
        return wanted or 0
    known = desk.known.positions
    if visit.number not in known:
        meetings = select(func.max(col(models.Meeting.position))).where(
            models.Meeting.visit_id == visit.number
        )
        known[visit.number] = desk.session.exec(meetings).one() or 0
    position = known[visit.number] + 1 if wanted is None else wanted
    known[visit.number] = max(known[visit.number], position)
    return position


def _enter_party(desk: Desk, meeting: models.Meeting, code: str, role: str, *, new: bool) -> None:
    country = desk.country(code, field="parties")
    if new or desk.part(models.MeetingParty, "meeting_id", meeting.number, country=country) is None:
        desk.put(models.MeetingParty, meeting_id=meeting.number, country=country or "", role=role)
