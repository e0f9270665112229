"""What a country does in an Arabic sentence: where somebody goes, and what is only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.reading.events.event import Event

_GOES_TO = re.compile(
    r"زيار[ةت]\w*(?: (?!الى\b)\w+){0,3}? (?:الى |ل)?$"
    r"|\b[وف]?س?(?:وصلت?|[يت]صل|توجهت?|[يت]توجه|سافرت?|[يت]سافر)\b[^.؛]{0,90}\bالى $"
)
_VISITS = re.compile(r"\b[وف]?(?:زارت?|زاروا|س?[يت]زور)\b(?P<between>[^.؛]{0,110})$")
_INVITED = re.compile(r"\bدعو[ةت][^.؛]*$")  # "an invitation to visit" is no journey
_BESIDE = re.compile(r"\b(?:في|من|مع|بين|عن|حول|بشان|ضد|الى|يوم)\s+$")
_SPOKEN_OF = re.compile(r"\b(?:في|عن|ضد|تجاه|(?:حول|بشان|ازاء|الوضع|الاوضاع|الحرب|الازمة)(?: \w+){0,2})\s+$")
_FAR = 130  # characters between a verb and where somebody goes
_MET = re.compile(r"\b[وف]?(?:التق[ىيت]\w?|استقبلت?|عقدت?|اجتمعت?|اجرت?ى?)\b")


def is_arabic_at(low: str, start: int) -> bool:
    """Whether a country is told in Arabic letters."""
    return "\u0621" <= low[start : start + 1] <= "\u064a"


def is_arabic_goal(low: str, start: int) -> bool:
    """Whether somebody goes to the place at an offset of a sentence in plain letters."""
    before = low[max(0, start - _FAR) : start]
    if _INVITED.search(before):
        return False
    if _GOES_TO.search(before):
        return True
    visits = _VISITS.search(before)
    if visits is None or _BESIDE.search(before):
        return False
    return _MET.search(visits["between"]) is None


def is_arabic_aside(low: str, start: int) -> bool:
    """Whether a country is only where they are, or what they speak of."""
    return _SPOKEN_OF.search(low[max(0, start - 60) : start]) is not None


def doubt_meetings(events: Iterable[Event]) -> None:
    """Mark meetings as doubtful: cases are not read, and whoever is named where people meet counts as taking part."""
    for event in events:
        if not event.sending:
            event.sure = False
