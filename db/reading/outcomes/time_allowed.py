"""The time that something agreed may take, as the text has it: "over the next year", "dans les douze mois à venir"."""

from __future__ import annotations

import re
from datetime import date

from db.dates import PartialDate
from db.dates.resolve import resolve

_MANY = r"(?:\d{1,2}|two|three|four|five|six|twelve|deux|trois|quatre|six|douze|dos|tres|cuatro|seis|doce)"
_OVER = re.compile(
    rf"\b(?:over|in|within|during) the (?:next|coming) (?:year|month|{_MANY} (?:years|months|weeks))\b"
    r"|\bau cours de l.annee (?:prochaine|a venir)\b|\b(?:en|durante) el proximo ano\b"
    rf"|\b(?:dans les|au cours des) (?:(?:{_MANY} )?prochains (?:mois|ans)"
    rf"|{_MANY} (?:prochains )?(?:mois|ans) a venir)\b"
    rf"|\b(?:en|durante) los proximos {_MANY} (?:meses|anos)\b"
)


def time_allowed(low: str, printed: str) -> str:
    """The words by which a sentence says how long something may take, as printed; "" for none.

    Args:
        low: in plain small letters.
        printed: the same letters as they stand in the text.
    """
    match = _OVER.search(low)
    return " ".join(printed[match.start() : match.end()].split()) if match else ""


def until_then(words: str, published: date | None) -> PartialDate:
    """When such a time is over; only its words where they cannot be counted."""
    found = resolve(words, published)
    return found if found.text or found.edtf else PartialDate("", words, "relative")
