"""Days that hang on an event: "2 weeks before M-2026-001", "30 days after the visit".

Before counts from the event's first day, after from its last one. Kept is the offset alone ("-2 weeks"), so that
the day can be worked out again whenever the event moves.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from db.dates.edtf import FIRST_YEAR, Part, Span, parse
from db.dates.lexer import fold
from db.dates.relative import shifted
from db.dates.value import UNSTATED, PartialDate
from db.dates.weekends import weekend_of, working_days
from db.dates.words import VOCABULARY, WORKING_DAY
from db.errors import BadInput

MOST = 999  # of any unit
LONGEST = 200  # characters
BOTH = "What repeats is due on days of its own: leave out the event, or how often."
_BEYOND = "That is further away than a calendar goes."

_UNITS = ("day", "week", "month", "year", "working day")
_OFFSET = re.compile(rf"([+-])(\d{{1,3}}) ({'|'.join(_UNITS)})s?(?: ([A-Z]{{2,8}}))?", re.ASCII)


class Offset(NamedTuple):
    """How far from an event.

    Attributes:
        number: of units; negative before its first day, positive after its last one, 0 is its first day.
        unit: "day", "week", "month", "year" or "working day".
        country: whose weekend is not worked, for working days; "" is Saturday and Sunday.
    """

    number: int
    unit: str
    country: str = ""

    def __str__(self) -> str:
        whose = f" {self.country}" if self.country else ""
        return f"{self.number:+} {self.unit}{_plural(self.number)}{whose}"

    @property
    def works(self) -> bool:
        """Whether it counts working days."""
        return self.unit == "working day"


class Anchored(NamedTuple):
    """A day that hangs on an event.

    Attributes:
        offset: how far from it.
        event: its ref, "" for the one that the record with this day hangs on itself.
        noun: "visit" or "meeting" where the words say which of the two they mean.
    """

    offset: Offset
    event: str = ""
    noun: str = ""

    def __str__(self) -> str:
        return show_anchored(self.offset, self.event or f"the {self.noun or 'event'}")


def parse_offset(text: str) -> Offset:
    """An offset as it is kept; raises BadInput."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        raise BadInput(f"“{text[:40]}” is no offset such as -2 weeks or +10 working days.", 0, len(text))
    sign, number, unit, country = match.groups()
    offset = Offset(int(f"{sign}{number}"), unit, country or "")
    return offset if offset.works else offset._replace(country="")


def known_offset(text: str) -> Offset | None:
    """The same; None for what another program's hand may have put there."""
    try:
        return parse_offset(text)
    except BadInput:
        return None


def show_anchored(offset: Offset, event: str) -> str:
    """The words for it, which read back: "2 weeks before M-2026-001", "the day after V-2026-003"."""
    if offset.number == 0:
        return f"the day of {event}"
    side = "before" if offset.number < 0 else "after"
    if abs(offset.number) == 1 and offset.unit == "day":
        return f"the day {side} {event}"
    return f"{abs(offset.number)} {offset.unit}{_plural(offset.number)} {side} {event}"


def _plural(count: int) -> str:
    return "" if abs(count) == 1 else "s"


def anchored_day(offset: Offset, event: PartialDate) -> PartialDate:
    """The day itself, as vague as the day of the event it counts from; UNSTATED while that is not a whole day.

    Raises BadInput beyond the calendar.
    """
    day = _counts_from(offset, event)
    if day is None:
        return UNSTATED
    start = date(day.year or 1, day.month, day.day)
    try:
        found = _away(offset, start)
    except (OverflowError, ValueError):
        raise BadInput(_BEYOND) from None
    if found.year < FIRST_YEAR:
        raise BadInput(_BEYOND)
    part = Part(found.year, found.month, found.day, day.qualifier)
    return PartialDate(str(Span("one", part, part)), "", "relative")


def _counts_from(offset: Offset, event: PartialDate) -> Part | None:
    if not event.edtf:
        return None
    span = parse(event.edtf)
    end = span.end if offset.number > 0 else span.start
    whole = isinstance(end, Part) and end.year is not None and end.day > 0
    return end if whole and isinstance(end, Part) else None


def _away(offset: Offset, day: date) -> date:
    if offset.works:
        return working_days(day, offset.number, weekend_of(offset.country))
    return shifted(day, offset.number, offset.unit)


# --- reading ---------------------------------------------------------------------------------------------

_BEFORE = "before|prior to|ahead of|avant|antes"
_AFTER = "after|following|apres|despues|tras"
_ARTICLE = "the|a|an|un|une|una|el|la|le|les|los|las|l|du|des|del|de|d|to|of"
_NOUNS = {
    "visit": "visit|visite|visita|trip|voyage|viaje",
    "meeting": "meeting|reunion|rencontre|encuentro|session|call|talks|sesion|llamada",
    "": "it|event|evenement|evento|that",
}
_JOINED = re.compile(rf"(?<=\w)-(?=(?:{_BEFORE}|{_AFTER})\b)", re.ASCII)
"""As in "2w-before"."""
_DAY_BEFORE = "eve|veille|vispera|dia antes|dia anterior|jour d avant"
_DAY_AFTER = "lendemain|dia siguiente|dia despues|jour d apres"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    counts = "|".join(word for word, meaning in VOCABULARY.items() if meaning and meaning[0] == "count")
    units = "|".join(word for word, meaning in VOCABULARY.items() if meaning and meaning[0] == "unit")
    working = "|".join(sorted(WORKING_DAY, key=len, reverse=True))
    articles = rf"(?:(?:{_ARTICLE})\s+)*"
    nouns = "|".join(f"(?P<{kind or 'it'}>{words})" for kind, words in _NOUNS.items())
    event = rf"(?:\s*{articles}(?:(?P<ref>[a-z]-\d{{4}}-\d+)|{nouns}))?"
    head = rf"(?:on\s+|in\s+)?(?:{articles}(?P<count>\d+|{counts})?\s*(?P<unit>{working}|{units}|d))"
    return (
        re.compile(rf"{head}\s+(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER}))\b{event}", re.ASCII),
        re.compile(
            rf"(?:on\s+)?{articles}(?:(?P<before>{_DAY_BEFORE})|(?P<after>{_DAY_AFTER}))\b{event}", re.ASCII
        ),
        re.compile(rf"(?:on\s+)?{articles}(?P<day>day|jour|dia)\s+(?:of|de|du|d)\b{event}", re.ASCII),
    )


def read_anchored(text: str) -> Anchored | None:
    """What words that count from an event mean, None where they are something else; raises BadInput.

    It is for texts that are no date by themselves: "the day after tomorrow" is one.
    """
    if len(text) > LONGEST:
        return None
    folded = " ".join(_JOINED.sub(" ", fold(text)[0].replace("–", "-")).split())
    for pattern in _patterns():
        match = pattern.fullmatch(folded)
        if match:
            found = match.groupdict()
            if found.get("day") and not _names_event(found):
                return None  # "the day of" is not finished
            return Anchored(_offset(found, len(text)), *_event(found, len(text)))
    return None


def _names_event(found: dict[str, str | None]) -> bool:
    return any(found.get(name) for name in ("ref", "visit", "meeting", "it"))


def _offset(found: dict[str, str | None], length: int) -> Offset:
    if found.get("day"):
        return Offset(0, "day")
    side = -1 if found.get("before") else 1
    unit, said = found.get("unit"), found.get("count") or "1"
    if unit is None:
        return Offset(side, "day")
    meaning = VOCABULARY.get(said)
    count = int(said) if said.isdigit() else int(meaning[1]) if meaning else 1
    if not 1 <= count <= MOST:
        raise BadInput(f"Count from 1 to {MOST} here, as in 2 weeks before M-2026-001.", 0, length)
    if unit in WORKING_DAY:
        return Offset(side * count, "working day")
    named = VOCABULARY.get(unit)
    name = str(named[1]) if named else "day"
    return Offset(side * count * 3, "month") if name == "quarter" else Offset(side * count, name)


def _event(found: dict[str, str | None], length: int) -> tuple[str, str]:
    ref = (found.get("ref") or "").upper()
    if ref and ref[0] not in "VM":
        raise BadInput(f"{ref} has no day to count from; name a visit or a meeting.", 0, length)
    return ref, next((noun for noun in ("visit", "meeting") if found.get(noun)), "")
