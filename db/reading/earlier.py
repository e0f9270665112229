"""Journeys of an earlier month that a text tells behind its story: "Early in October, she led a team to Oman"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from db.reading.hearing import Heard

_TWO_WEEKS = timedelta(days=14)
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
    """The sentences, with those that begin with a month well before the text told as what was before it."""
    if published is None:
        return list(heard)
    return [
        one._replace(past=True) if at >= _THE_STORY and _is_of_an_earlier_month(one, published) else one
        for at, one in enumerate(heard)
    ]


def _is_of_an_earlier_month(one: Heard, published: date) -> bool:
    if one.past or one.ahead or len(one.days) != 1:
        return False
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
