"""Days that events of one text share: told in one breath, or of the same year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.reading.dates.days import with_year
from db.reading.events.event import Event

_TWO = 2  # visits
_IN_ONE_BREATH = re.compile(
    r"(?:[\s,]|\b(?:and|then|to|the|then|et|puis|au|aux|en|a|la|le|les|l|y|luego|el|los)\b|')*"
)


def share_days(main: Event, event: Event) -> None:
    """Let visits that a sentence tells in one breath be of the same days: "went to Lima and Quito from 5 to 7 May"."""
    if (
        event.when.edtf
        or event.when.text
        or event.status != main.status
        or event.heard[0] is not main.heard[0]
    ):
        return
    one = main.heard[0]
    if main.day not in one.days and main.when.days == 1:
        return  # on which a tour began, in its first country
    goals = [cast.mention for cast in one.cast if cast.mention.end in (main.goal, event.goal)]
    if len(goals) < _TWO or event.sending != main.sending:
        return
    between = one.low[one.offset(goals[0].end) : one.offset(goals[-1].start)]
    for cast in one.cast:
        between = between.replace(one.low[one.offset(cast.mention.start) : one.offset(cast.mention.end)], "")
    if _IN_ONE_BREATH.fullmatch(between):
        event.when, event.day = main.when, main.day


def share_year(events: Sequence[Event], published: date | None) -> None:
    """Let a day to come without a year follow that of what was held, where no day of publication is known."""
    held = next((one.when.first for one in events if one.status == "held" and one.when.exact), None)
    if published is not None or held is None:
        return
    for event in events:
        if event.when.yearless and event.status == "planned":
            event.when = with_year(event.when, held, ahead=True)
