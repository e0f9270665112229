"""Journeys of an earlier month that a text tells behind its story: "Early in October, she led a team to Oman"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from db.reading import cues
from db.reading.dates.days import Day
from db.reading.hearing import Heard

_TWO_WEEKS = timedelta(days=14)
_SINCE = re.compile(r"\b(?:since|depuis|desde)\b[^.;,]{0,20}$")
_LONG_GONE = timedelta(days=60)
_A_MONTH = timedelta(days=30)
_THE_STORY = 3  # sentences in which a text says what it is about
_BEGINS = re.compile(
    r"(?:(?:earlier|already|deja|ya),? )?(?:(?:early|late|back|at the (?:beginning|end)|au (?:debut|mois)"
    r"|(?:fin|debut)"
    r"|a (?:la mi-|(?:comienzos|principios|mediados|finales)))\b ?)?(?:in|of|en|de|du mois de|du|del? mes de)? ?"
)
_EARLY = re.compile(r"(?:early|at the beginning|(?:au )?debut|a (?:comienzos|principios))\b")
_LEADS_ON = re.compile(r"[^,]{0,20},")
_OF_A_MONTH = re.compile(r"\d{4}-\d\d~?")


def put_earlier_behind(heard: Sequence[Heard], published: date | None) -> list[Heard]:
    """The sentences, with journeys of a month well before the text told as what was before it."""
    new = any(_is_new(day, published) for one in heard[:_THE_STORY] for day in one.days)
    return [
        one._replace(past=True)
        if at >= _THE_STORY and _is_alone(one) and _is_of_before(one, published, new=new)
        else one
        for at, one in enumerate(heard)
    ]


def _is_alone(one: Heard) -> bool:
    """Whether a sentence gives one day, of something that is over."""
    return not one.past and not one.ahead and len(one.days) == 1


def _is_of_before(one: Heard, published: date | None, *, new: bool) -> bool:
    lasting = _SINCE.search(one.low, 0, one.offset(one.days[0].start)) is not None
    travelled = new and not lasting and not one.outcomes and cues.TRAVEL.search(one.low) is not None
    if published is None:
        return travelled and one.days[0].kind == "month"
    return _is_of_an_earlier_month(one, published) or (travelled and _is_long_gone(one.days[0], published))


def _is_new(day: Day, published: date | None) -> bool:
    """Whether a text tells what is new: of the two weeks before it, or of a weekday where nobody knows its own day."""
    if published is None:
        return day.kind in ("now", "weekday")
    when = day.when
    return when.exact and when.first is not None and timedelta() <= published - when.first <= _TWO_WEEKS


def _is_long_gone(day: Day, published: date) -> bool:
    last = day.when.last
    return day.kind in ("day", "month") and last is not None and last < published - _LONG_GONE


def _is_of_an_earlier_month(one: Heard, published: date) -> bool:
    day = one.days[0]
    begins = _BEGINS.fullmatch(one.low, 0, one.offset(day.start))
    first, last = day.when.first, day.when.last
    early = _EARLY.match(one.low) is not None and first is not None and first < published - _A_MONTH
    long_gone = early or (last is not None and last < published - _TWO_WEEKS)
    of_a_month = _OF_A_MONTH.fullmatch(day.when.edtf) is not None
    return (
        begins is not None
        and long_gone
        and of_a_month
        and _LEADS_ON.match(one.low, one.offset(day.end)) is not None
    )
