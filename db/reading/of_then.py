"""Sentences that tell wholly of what was done long before the text, as the day that stands in them says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.dates.days import Day

_BEGINS = re.compile(r"(?:(?:back |already )?(?:in|on)|en|le|el|des|ya en|au mois de)? ?(?:the |le |el )?$")
_JOINED_ON = re.compile(r",? (?:and|but|et|mais|y|pero) ")
_ON_WHICH = re.compile(
    r"\b(?:when|during which|(?:at|on) which(?: occasion)?|an occasion on which|occasion a laquelle"
    r"|lors d(?:e laquelle|uquel)|au cours d(?:e laquelle|uquel)|(?:en una? )?ocasion en (?:la )?que|cuando"
    r"|in which (?=both\b|they\b|the (?:two )?(?:sides|parties|countries|ministers|leaders)\b)"
    r"|(?:durante|en) (?:el|la) cual"
    r"|en (?:el|la) que|fecha en (?:la )?que)\b"
)
_LAST_CENTURY = re.compile(r"\b(?:in|en|of|de) 19\d\d\b")


def is_of_then(
    low: str, start: int, days: Sequence[Day], verb: int | None, *, long_ago: bool, signed: bool
) -> bool:
    """Whether all that a sentence tells was done on its own days, which lie well before the text.

    Args:
        low: the sentence in plain small letters.
        start: where it begins in the text.
        days: its days.
        verb: where the verb of its first outcome ends, None where nothing came of it.
        long_ago: whether all its days lie well before the text.
        signed: whether all that came of it is a paper that was signed.
    """
    if verb is None:
        return False
    if signed and not any(day.when.edtf for day in days):
        return _LAST_CENTURY.search(low) is not None
    if not long_ago:
        return False
    first, last = days[0], days[0].end - start
    begins = _BEGINS.fullmatch(low, 0, first.start - start) is not None
    if begins and last < verb and not _JOINED_ON.search(low, last, verb):
        return True  # "In April 2022, the two ministers called for …"
    return _ON_WHICH.search(low, min(day.end - start for day in days), verb) is not None
