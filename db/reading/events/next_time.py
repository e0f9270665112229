"""The meeting to which those who met look forward."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.reading import cues
from db.reading.events.event import Event
from db.reading.hearing import Heard


def next_time(
    events: Sequence[Event], text: str, told: Sequence[Heard], published: date | None
) -> list[Event]:
    """The next meeting, when only its month or year is told; without one it is an outcome only."""
    main, *others = events
    if main.status != "held" or any(one.status == "planned" for one in others):
        return []
    for one in told:
        cue = cues.NEXT.search(one.low)
        if cue is None or one in main.heard:
            continue
        after = [
            day
            for day in one.days
            if one.offset(day.start) >= cue.start()
            and day.when.edtf
            and (published is None or day.when.last is None or day.when.last > published)
        ]
        place = next(
            (
                cast
                for cast in one.cast
                if cast.mention.how == "city" and one.offset(cast.mention.start) > cue.start()
            ),
            None,
        )
        if not after:
            continue
        event = Event(list(main.parties), status="planned", heard=[one], to_come=True)
        event.when, event.day = after[0].when, after[0]
        if place is not None:
            event.place, event.host = text[place.mention.start : place.mention.end], place.mention.code
            event.roles = {code: "host" if code == event.host else "guest" for code in event.parties}
        return [event]
    return []
