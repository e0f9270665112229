"""The days that a report covers, as a line above it says: "Periodo: 12 al 16 de mayo de 2025", "Week of 12-16 May"."""

from __future__ import annotations

import re
from datetime import date

from db.reading.dates.days import days_of
from db.reading.words import plain

_HEAD = 1_500  # characters
_LONGEST = 31  # days; a report of a year tells no year of its days that the text would not
_COVERS = re.compile(
    r"\W*(?:(?:reporting |period )?period(?: covered)?|periode(?: couverte)?|periodo(?: cubierto)?"
    r"|(?:the )?week (?:of|from)|semaine (?:du|de)|semana (?:del?))\b\s*:?"
)


def end_of_period(text: str) -> date | None:
    """The last day of those that a report covers; None for a text that does not say so."""
    for line in text[:_HEAD].splitlines():
        if _COVERS.match(plain(line)) is None:
            continue
        told = [one.when for one in days_of(line, 0, len(line), None, ahead=False) if not one.when.yearless]
        if len(told) == 1 and 1 < told[0].days <= _LONGEST:
            return told[0].last
    return None
