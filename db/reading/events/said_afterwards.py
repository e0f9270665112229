"""A meeting without a day of its own, of which somebody spoke right after it: "She was speaking after talks with …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.dates import PartialDate
from db.reading.dates.days import Day
from db.reading.events.event import LEAD, Event
from db.reading.hearing import Heard


def said_afterwards(event: Event, told: Sequence[Heard]) -> Day | None:
    """The day on which somebody said what the sentence before tells: "She was speaking after a meeting with …"."""
    if event.status != "held":
        return None
    for one, before in zip(told[1:LEAD], told, strict=False):
        if _SPOKE_AFTER.search(one.low) or (_AT_A_MEETING.match(one.low) and _SAID.search(before.low)):
            return next((day for day in before.days if day.when.edtf and day.when.days == 1), None)
    return None


_SPOKE_AFTER = re.compile(
    r"\b(?:was|were) (?:speaking|talking) (?:to (?:[\w-]+ ){1,3}?)?(?:after|following|at the end of)\b"
    r"|\bs'exprimai(?:t|ent) (?:[\w']+ ){0,6}?(?:a l'issue|apres|au terme|au sortir)\b"
    r"|\b(?:hizo|hicieron|realizo|formulo|(?:ha|han) (?:hecho|realizado|formulado))"
    r" (?:la|las|esas?|estas?) declaracion(?:es)? (?:\w+ ){0,4}?(?:tras|despues"
    r"|al termino|a la salida)\b"
)
_AT_A_MEETING = re.compile(
    r"\W*(?:(?:during|in|at) (?:an?|his|her) (?:[\w-]+ ){0,2}?(?:meeting|talks|conversation|call) with"
    r"|(?:lors|au cours) d'une? (?:[\w-]+ )?(?:rencontre|entretien|reunion|audience) avec"
    r"|(?:durante|en) una? (?:[\w-]+ )?(?:reunion|encuentro|conversacion|entrevista) con)\b"
)
"""With which a sentence begins that goes on with what somebody said: "During a meeting with Jane Doe, he also said"."""
_SAID = re.compile(
    r"\b(?:said|told|stressed|stated|a (?:dit|declare|affirme|souligne)|dijo|afirmo|sostuvo|subrayo)\b"
)


def said_there(event: Event, told: Sequence[Heard]) -> Day | None:
    """The day, in doubt, on which a guest spoke in a town of the host: "stressed on Thursday in Quito"."""
    if event.status != "held" or not event.sending or not event.host:
        return None
    for one in told[:LEAD]:
        towns = [
            (one.offset(cast.mention.start), one.offset(cast.mention.end))
            for cast in one.cast
            if cast.mention.code == event.host and cast.mention.how == "city"
        ]
        for day in one.days if one.people and not one.ahead else ():
            if day.when.exact and any(_beside(one, day, *town) for town in towns):
                return day._replace(when=PartialDate(f"{day.when.edtf}?", day.when.text, day.when.basis))
    return None


def _beside(one: Heard, day: Day, start: int, end: int) -> bool:
    """Whether a day stands beside a town in which something was said."""
    begin, stop = one.offset(day.start), one.offset(day.end)
    return (
        _IN.fullmatch(one.low, stop, start) is not None
        if stop <= start
        else _IN.search(one.low, max(0, start - 6), start) is not None
        and _ON.fullmatch(one.low, end, begin) is not None
    )


_IN = re.compile(r",? (?:in|at|a|en) ")
_ON = re.compile(r",? (?:(?:on|le|el|ce|este) )?")
