"""Which day a weekday alone means: the latest one, the coming one, or the one about which a text speaks as of now."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from db.dates import PartialDate
from db.dates.resolve import resolve

_WEEK = timedelta(days=7)
_YESTERDAY = timedelta(days=1)
_SOON = timedelta(days=4)  # what is told in the present tense of a day that is further off may also have been


@lru_cache(maxsize=500)
def weekday_near(words: str, published: date | None, *, ahead: bool) -> PartialDate:
    """A weekday alone, which a press item means as the latest one, or as the coming one when it looks ahead."""
    if published is None:
        return PartialDate("", words, "relative")
    coming = resolve(f"next {words}", published).first if words else None
    if coming is None:
        coming = resolve(f"{words} prochain", published).first or resolve(f"próximo {words}", published).first
    if coming is None:
        return PartialDate("", words, "relative")
    day = coming
    while day > published:
        day -= _WEEK
    if ahead and day < published:
        day += _WEEK
    return PartialDate(day.isoformat(), words, "relative")


def weekday_of_now(words: str, published: date | None) -> PartialDate:
    """A weekday of which a text speaks in the present: today or soon, or yesterday in an item of the day after.

    Where both are as likely it has no day: "Peru receives its guests on Monday", written on a Wednesday.
    """
    last = weekday_near(words, published, ahead=False)
    if last.first is None or published is None or published - last.first <= _YESTERDAY:
        return last
    coming = weekday_near(words, published, ahead=True)
    soon = coming.first is not None and coming.first - published <= _SOON
    return coming if soon else PartialDate("", words, "relative")
