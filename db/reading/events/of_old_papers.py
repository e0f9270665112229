"""Days of papers that were signed long before: "in line with the memorandum, which was signed on 23 April 2007"."""

from __future__ import annotations

from datetime import date, timedelta

from db.reading.dates.days import Day
from db.reading.hearing import Heard

_LONG = timedelta(days=200)


def is_of_an_older_paper(one: Heard, day: Day, first: Heard | None, published: date | None) -> bool:
    """Whether a day lies so long before the text that it can only be of something older that it names.

    A text may tell of what was long ago, but then its first sentence that tells of the event says when that was.

    Args:
        one: the sentence.
        day: a day of it.
        first: the first sentence that tells of the event.
        published: the day of publication.
    """
    last = day.when.last
    return one is not first and published is not None and last is not None and published - last > _LONG
