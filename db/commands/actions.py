"""Outcomes and our own follow-ups."""

from __future__ import annotations

from typing import Any

from sqlmodel import select

from db import models
from db.commands import refs
from db.commands.desk import Desk, only, required
from db.commands.naming import find_record
from db.commands.people import find_official
from db.commands.places import find_organisation, find_post
from db.commands.topics import enter_topics, instrument
from db.commitments import AGREED, RUNGS
from db.dates.anchored import parse_offset
from db.drafts import ActionDraft, FollowUpDraft, LogDraft
from db.entry.anchors import WHICH, event_of
from db.errors import Conflict
from db.models.base import date_columns
from db.rows import Key
from db.seeing import reader_of


def enter_action(
    desk: Desk,
    draft: ActionDraft,
    *,
    visit: models.Visit | None = None,
    meeting: models.Meeting | None = None,
) -> models.Action:
    """Make an outcome, or fill in the one that bears its ref; raising a rung is not done in passing."""
    action = refs.bearer(desk, models.Action, draft.ref)
    new = action is None
    whole = (
        required(desk.session, models.Action, f"outcome {draft.part_of}", ref=draft.part_of)
        if draft.part_of
        else None
    )
    values: dict[str, Any] = {
        "parent_id": whole.number if whole else None,
        "verb": draft.verb,
        "instrument": instrument(desk, draft.instrument),
        "deliverable": draft.deliverable,
        "note": draft.note,
        **_owner(desk, draft.owner),
    }
    if action is None:
        rung = RUNGS.index(draft.rung or "noted")
        visit, meeting = _hangs_on(desk, draft.on, visit, meeting)
        day = (meeting and meeting.date_first) or (visit and visit.date_first)
        action = desk.make(
            models.Action,
            ref=refs.claim(desk, "action", draft.ref, int(day[:4]) if day else None),
            visit_id=visit.number if visit else None,
            meeting_id=meeting.number if meeting else None,
            text=draft.text,
            rung=rung,
            status=(draft.status or "open") if rung >= AGREED else "",
            **date_columns("due", draft.by),
            **values,
        )
    else:
        rung_there = RUNGS.index(draft.rung) if draft.rung else None
        desk.fill(action, action.ref, **values)
        desk.fill_date(action, action.ref, "due", draft.by)
        if rung_there is not None and rung_there != action.rung:
            desk.conflicts.append(f"{action.ref}: it is {RUNGS[action.rung]} here and {draft.rung} there.")
    for code in dict.fromkeys(draft.parties or _parties_of(desk, whole)):
        country = desk.country(code, field="parties")
        if new or desk.part(models.ActionParty, "action_id", action.number, country=country) is None:
            desk.put(models.ActionParty, action_id=action.number, country=country or "")
    enter_topics(desk, models.ActionTopic, "action_id", action.number, draft.topics, new=new)
    for followup in draft.followups:
        enter_followup(desk, followup, on=action)
    _cite(desk, action, draft, new=new)
    return action


def _cite(desk: Desk, action: models.Action, draft: ActionDraft, *, new: bool) -> None:
    """Keep the words of the source that the outcome rests on, once."""
    if not draft.quote or desk.source_id is None:
        return
    where: dict[str, Any] = {
        "source_id": desk.source_id,
        "record_kind": "action",
        "record_id": action.number,
        "field": "text",
        "quote": draft.quote,
    }
    if new or only(desk.session, models.Citation, **where) is None:
        start, end = draft.span or (None, None)
        desk.put(models.Citation, span_start=start, span_end=end, **where)


def _parties_of(desk: Desk, whole: models.Action | None) -> tuple[str, ...]:
    """A part concerns whom the whole concerns."""
    if whole is None:
        return ()
    parties = select(models.ActionParty.country).where(models.ActionParty.action_id == whole.number)
    return tuple(desk.session.exec(parties.order_by(models.ActionParty.country)).all())


def _hangs_on(
    desk: Desk, on: str, visit: models.Visit | None, meeting: models.Meeting | None
) -> tuple[models.Visit | None, models.Meeting | None]:
    """What a draft names itself, unless it is nested in something; a meeting brings the visit it is part of."""
    if on and visit is None and meeting is None:
        if on.startswith("M-"):
            meeting = required(desk.session, models.Meeting, f"meeting {on}", ref=on)
        else:
            visit = required(desk.session, models.Visit, f"visit {on}", ref=on)
    if meeting is not None and visit is None and meeting.visit_id is not None:
        visit = desk.session.get(models.Visit, meeting.visit_id)
    return visit, meeting


def _owner(desk: Desk, owner: str) -> dict[str, Any]:
    """Who must act: a country's code, an organisation, "Title/Organisation" or an official."""
    if not owner:
        return {}
    if desk.has(models.Country, owner):
        return {"owner_country": owner}
    title, slash, organisation = owner.rpartition("/")
    if slash and (post := find_post(desk, title, find_organisation(desk, organisation))):
        return {"owner_post_id": post.number}
    if found := find_organisation(desk, owner):
        return {"owner_organisation_id": found.number}
    if official := find_official(desk, owner):
        return {"owner_official_id": official.number}
    raise Conflict(f"Nobody in the store is called “{owner[:60]}”.", "owner")


def enter_followup(
    desk: Desk, draft: FollowUpDraft, *, on: models.Action | models.Visit | models.Meeting | None = None
) -> models.FollowUp:
    """Make a follow-up, or fill in the one that bears its ref.

    Raises:
        NotFound: when it hangs on a record that is not in the store.
    """
    followup = refs.bearer(desk, models.FollowUp, draft.ref)
    if followup is None:
        hangs: dict[str, Any] = {}
        if on is not None:
            hangs = {f"{type(on).__name__.lower()}_id": on.number}
        elif draft.on:
            kind, number = find_record(desk, draft.on)
            if kind not in HANGS_ON:
                raise Conflict(f"A follow-up cannot hang on a {kind}.", "on")
            hangs = {f"{kind}_id": number}
        followup = desk.add(
            models.FollowUp(
                ref=refs.claim(desk, "followup", draft.ref, None),
                text=draft.text,
                ball=draft.ball,
                status=draft.status,
                assignee=draft.assignee,
                recurrence=draft.recurrence,
                note=draft.note,
                **date_columns("due", draft.by),
                **_anchor(desk, draft, hangs),
                **hangs,
            )
        )
    else:
        desk.fill(followup, followup.ref, assignee=draft.assignee, note=draft.note)
        desk.fill_date(followup, followup.ref, "due", draft.by)
    for entry in draft.log:
        _enter_log(desk, followup, entry)
    return followup


HANGS_ON = ("action", "meeting", "visit", "official")
_HUNG_ON = "on"


def _anchor(desk: Desk, draft: FollowUpDraft, hangs: dict[str, Any]) -> dict[str, Any]:
    """The event that its due date hangs on; the day is worked out when the step is whole.

    Raises:
        Conflict: it hangs on nothing that has a day.
    """
    if not draft.anchor:
        return {}
    desk.session.flush()  # the event may be one that waits to be written
    reader = reader_of(desk.session)
    if draft.anchor == _HUNG_ON:
        on = [Key(column.removesuffix("_id"), str(number)) for column, number in hangs.items()]  # type: ignore[arg-type]
        event = event_of(reader, on[0] if on else None)
    else:
        kind, number = find_record(desk, draft.anchor)
        event = event_of(reader, Key(kind, str(number)))  # type: ignore[arg-type]
    if event is None or event.key is None:
        raise Conflict(WHICH, "due")
    offset = str(parse_offset(draft.offset))
    return {"anchor_kind": event.key.kind, "anchor_id": int(event.key.id), "anchor_offset": offset}


def _enter_log(desk: Desk, followup: models.FollowUp, draft: LogDraft) -> None:
    said = {"at": draft.at, "kind": draft.kind, "text": draft.text}
    if desk.part(models.LogEntry, "followup_id", followup.number, **said) is None:
        desk.put(models.LogEntry, followup_id=followup.number, **draft.model_dump())
