"""A meeting without a day of its own, of which somebody spoke right after it: "She was speaking after talks with …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.dates.days import Day
from db.reading.events.event import LEAD, Event
from db.reading.hearing import Heard


def said_afterwards(event: Event, told: Sequence[Heard]) -> Day | None:
    """The day on which somebody said what the sentence before tells: "She was speaking after a meeting with …"."""
    if event.status != "held":
        return None
    for one, before in zip(told[1:LEAD], told, strict=False):
        if _SPOKE_AFTER.search(one.low):
            return next((day for day in before.days if day.when.edtf and day.when.days == 1), None)
    return None


_SPOKE_AFTER = re.compile(
    r"\b(?:was|were) (?:speaking|talking) (?:to (?:[\w-]+ ){1,3}?)?(?:after|following|at the end of)\b"
    r"|\bs'exprimai(?:t|ent) (?:[\w']+ ){0,6}?(?:a l'issue|apres|au terme|au sortir)\b"
    r"|\b(?:hizo|hicieron|realizo|formulo) (?:la|las|esas?|estas?) declaracion(?:es)? (?:\w+ ){0,4}?(?:tras|despues"
    r"|al termino|a la salida)\b"
)
