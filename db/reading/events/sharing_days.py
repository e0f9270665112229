"""Days that events of one text share: told in one breath, or of the same year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.reading.dates.days import Day, with_year
from db.reading.events.event import Event
from db.reading.hearing import Heard

_TWO = 2  # visits
_IN_ONE_BREATH = re.compile(
    r"(?:[\s,]|\b(?:and|then|to|the|then|et|puis|au|aux|en|a|la|le|les|l|y|luego|el|los)\b|')*"
)


def is_of_the_first_stop(event: Event, one: Heard, day: Day) -> bool:
    """Whether a day stands beside a town of another country from which a tour goes on: "began on Friday in Dakar"."""
    return any(
        cast.mention.how == "city"
        and cast.mention.code not in event.parties
        and 0 <= cast.mention.start - day.end <= _BESIDE
        and event.goal > cast.mention.end
        for cast in one.cast
    )


_BESIDE = 12  # characters


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
    if main.when.days == 1 and (main.day not in one.days or _BEGINS.search(one.low)):
        return  # on which a tour began, in its first country
    goals = [cast.mention for cast in one.cast if cast.mention.end in (main.goal, event.goal)]
    if len(goals) < _TWO or event.sending != main.sending:
        return
    between = one.low[one.offset(goals[0].end) : one.offset(goals[-1].start)]
    for cast in one.cast:
        between = between.replace(one.low[one.offset(cast.mention.start) : one.offset(cast.mention.end)], "")
    if _IN_ONE_BREATH.fullmatch(between):
        event.when, event.day = main.when, main.day


_BEGINS = re.compile(
    r"\b(?:begins?|began|begun|starts?|started|kick(?:s|ed) off|launch(?:es|ed)|embark(?:s|ed)|inicia|inicio|iniciara"
    r"|emprende|emprendio|arranca|arranco|comienza|comenzo|(?:a )?entame|entamera|(?:a )?debute|commence)\b"
)


def share_year(events: Sequence[Event], published: date | None) -> None:
    """Let a day to come without a year follow that of what was held, where no day of publication is known."""
    held = next((one.when.first for one in events if one.status == "held" and one.when.exact), None)
    if published is not None or held is None:
        return
    for event in events:
        if event.when.yearless and event.status == "planned":
            event.when = with_year(event.when, held, ahead=True)
