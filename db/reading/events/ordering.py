"""What a text is about, where it tells of a meeting that took place and of a visit that is to come or off."""

from __future__ import annotations

from collections.abc import Sequence

from db.reading.dates.days import Day
from db.reading.events.event import LEAD, Event, has_met, is_for_a_body
from db.reading.hearing import Heard

_A_WEEK = 7  # days


def in_order(visit: Event, meeting: Event | None, title: Heard | None, told: Sequence[Heard]) -> list[Event]:
    """The only visit of a text, behind the meeting with which it begins where the visit is to come or is off."""
    if (
        meeting is None
        or not meeting.heard
        or visit.status == "held"
        or not (_met_first(visit, meeting, title, told) or _told_first(visit, meeting, title, told))
    ):
        return [visit]
    parties = [code for code in meeting.parties if code != visit.host]
    first = _of_the_meeting(meeting)
    if len(parties) > 1 and not any(
        cast.mention.code == visit.host and cast.role == "acts" for cast in first.cast
    ):
        meeting.parties = parties
    meeting.status = "held"
    meeting.heard = [one for one in meeting.heard if one is first or one not in visit.heard]
    if is_for_a_body(visit.heard[0], visit.host, meeting.parties) or _is_a_mere_plan(visit):
        return [meeting]
    if _goes_on_there(visit, meeting):
        meeting.sending = visit.sending
        return [meeting]
    return [meeting, visit]


def _is_a_mere_plan(visit: Event) -> bool:
    """Whether a visit to come has neither a day nor a name: "twenty agents will go to the academy in Guanacaste"."""
    dated = any(one.days for one in visit.heard)
    return visit.status == "planned" and not (visit.sure or dated or visit.travellers)


def _goes_on_there(visit: Event, meeting: Event) -> bool:
    """Whether the guests only travel on in the country where they were received: "tomorrow they will go to Manta"."""
    soon = any(
        day.kind in ("relative", "weekday", "now") and day.when.days == 1
        for one in visit.heard[:1]
        for day in one.days
    )
    return (
        soon and visit.status == "planned" and meeting.host == visit.host and visit.sending in meeting.parties
    )


def _told_first(visit: Event, meeting: Event, title: Heard | None, told: Sequence[Heard]) -> bool:
    """Whether a text begins with what was on a day, and comes to the visit that is still to be much later."""
    later = visit.heard[0]
    if later is title or later in told[:LEAD] or later not in told:
        return False
    first = next(
        (one for one in told[:LEAD] if any(_is_over(day) for day in one.days) and not one.ahead), None
    )
    if first is None or any(day.when == visit.when for day in first.days):
        return False
    if not {cast.mention.code for one in told[:LEAD] for cast in one.cast} & {*meeting.parties}:
        return False
    meeting.heard = [first, *(one for one in meeting.heard if one is not first and one is not later)]
    return True


def _is_over(day: Day) -> bool:
    """Whether it is a day or a few, and no month."""
    return day.kind in ("day", "weekday", "relative") and 0 < day.when.days <= _A_WEEK


def _of_the_meeting(meeting: Event) -> Heard:
    """The first sentence that says that they met: an exclamation ("Great meeting today!") may stand above it."""
    return next((one for one in meeting.heard[:2] if has_met(one.low) is not None), meeting.heard[0])


def _met_first(visit: Event, meeting: Event, title: Heard | None, told: Sequence[Heard]) -> bool:
    """Whether a text begins with a meeting that took place, and tells of the visit behind it."""
    first, later = _of_the_meeting(meeting), visit.heard[0]
    if first not in told[: 2 * LEAD] or later is title:
        return False
    met = has_met(first.low)
    if met is None:
        return False
    if first is later:
        return met < first.offset(visit.goal)
    return told.index(first) < told.index(later)
