"""Whether an event took place or is to come, as its day tells against the day of publication."""

from __future__ import annotations

from datetime import date

from db.reading import cues
from db.reading.events.event import Event, has_been
from db.vocabulary import EventStatus


def status_by_day(event: Event, published: date | None) -> EventStatus:
    """The status of an event: one of a day to come is planned, one of "Tuesday" before the text took place.

    A sentence that tells of it may look ahead with other words: "they reviewed on Tuesday the coming summit".
    """
    first, last = event.when.first, event.when.last
    if published is None or first is None or last is None:
        return event.status
    if event.status == "held" and first > published:
        return "held" if any(has_been(one.low) for one in event.heard[:1]) else "planned"
    told_near = event.day is not None and event.day.kind in ("weekday", "relative")
    if event.status == "planned" and told_near and last < published:
        due = any(cues.DUE_THEN.search(one.low) for one in event.heard[:1])
        return "planned" if due else "held"
    return event.status
