"""Visits with their delegations, and how visits relate."""

from __future__ import annotations

from typing import Any

from db import models
from db.commands import actions, meetings, refs
from db.commands.desk import Desk, only, required
from db.commands.participants import enter_participants
from db.commands.places import organisation_named
from db.commands.topics import enter_topics
from db.drafts import DelegationDraft, LinkDraft, VisitDraft
from db.errors import Conflict
from db.models.base import date_columns


def enter_visit(desk: Desk, draft: VisitDraft) -> models.Visit:
    """Make a visit with everything in it, or fill in the one that bears its ref."""
    visit = refs.bearer(desk, models.Visit, draft.ref)
    new = visit is None
    values: dict[str, Any] = {
        "title": draft.title,
        "kind": draft.kind,
        "initiated_by": draft.initiated_by,
        "place": draft.place,
        "purpose": draft.purpose,
        "series_id": series_named(desk, draft.series),
        "note": draft.note,
    }
    if visit is None:
        when = date_columns("date", draft.when)
        day = when["date_first"]
        visit = desk.make(
            models.Visit,
            ref=refs.claim(desk, "visit", draft.ref, int(day[:4]) if day else None),
            sending=desk.required_country(draft.sending, field="sending"),
            host=desk.required_country(draft.host, field="host"),
            status=draft.status,
            **when,
            **values,
        )
        desk.known.positions[visit.number] = 0
    else:
        if (visit.sending, visit.host) != (draft.sending, draft.host):
            raise Conflict(
                f"{visit.ref} is {visit.sending}→{visit.host} here and {draft.sending}→{draft.host} there.",
                "ref",
            )
        desk.fill(visit, visit.ref, **values)
        desk.fill_date(visit, visit.ref, "date", draft.when)
    enter_topics(desk, models.VisitTopic, "visit_id", visit.number, draft.topics, new=new)
    for delegation in draft.delegations:
        _enter_delegation(desk, visit, delegation, new=new and len(draft.delegations) == 1)
    for meeting in draft.meetings:
        meetings.enter_meeting(desk, meeting, visit)
    for action in draft.actions:
        actions.enter_action(desk, action, visit=visit)
    for followup in draft.followups:
        actions.enter_followup(desk, followup, on=visit)
    return visit


def _enter_delegation(desk: Desk, visit: models.Visit, draft: DelegationDraft, *, new: bool) -> None:
    """Enter a delegation; that of a new visit with no other one is new for sure."""
    country = desk.country(draft.country, field="country") or visit.sending
    organisation = organisation_named(desk, draft.organisation, country)
    delegation = None if new else _delegation_of(desk, visit, country)
    new = delegation is None
    values: dict[str, Any] = {
        "organisation_id": organisation.id if organisation else None,
        "level": draft.level,
        "size": draft.size,
    }
    if delegation is None:
        values |= {"visit_id": visit.number, "country": country, "complete": draft.complete}
        number = desk.put(models.Delegation, **values)
    else:
        number = delegation.number
        desk.fill(delegation, f"the {country} delegation of {visit.ref}", **values)
    there = {"delegation_id": number}
    enter_participants(desk, there, draft.members, country=country, status=visit.status, new=new)


def _delegation_of(desk: Desk, visit: models.Visit, country: str) -> models.Delegation | None:
    return desk.part(models.Delegation, "visit_id", visit.number, country=country)


def series_named(desk: Desk, name: str) -> int | None:
    """The id of the series with this name, made on the spot when there is none; None for ""."""
    if not name:
        return None
    return (only(desk.session, models.Series, name=name) or desk.add(models.Series(name=name))).number


def enter_link(desk: Desk, draft: LinkDraft) -> models.VisitLink:
    """Say how two visits relate.

    Raises:
        NotFound: when one of them is not in the store.
    """
    first = required(desk.session, models.Visit, f"visit {draft.a}", ref=draft.a)
    second = required(desk.session, models.Visit, f"visit {draft.b}", ref=draft.b)
    known = only(desk.session, models.VisitLink, from_id=first.number, to_id=second.number, kind=draft.kind)
    return known or desk.add(models.VisitLink(from_id=first.number, to_id=second.number, kind=draft.kind))
