"""The small phrases of a brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from db.dates import PartialDate, show_date, show_distance, show_short
from db.rows import EventRow, PersonLine
from db.rows.way import way

NOT_STATED = "date not stated"
_LONGEST = 120  # characters of a date that is only words


def day(when: PartialDate) -> str:
    """A date without weekdays, "" where none was stated."""
    if not when.edtf and not when.text:
        return ""
    if len(when.text) > _LONGEST:
        when = replace(when, text=when.text[:_LONGEST])
    short = show_short(when)
    return show_date(when) if short.endswith("…") else short


def iso_day(text: str) -> str:
    """An ISO day as one reads it."""
    return day(PartialDate(text[:10])) if text else ""


def dated(when: PartialDate, today: date) -> str:
    """A date and how far away it is: "7–9 Jan 2026, 10 months ago"."""
    return listed(day(when) or NOT_STATED, show_distance(when, today=today))


def age(when: PartialDate, today: date) -> str:
    """How long ago, "" where that cannot be known."""
    far = show_distance(when, today=today)
    return far if far.endswith(("ago", "yesterday", "today")) else ""


def listed(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(filter(None, parts))


def dotted(*parts: str) -> str:
    """The parts that say something, with dots."""
    return " · ".join(filter(None, parts))


def many(count: int, one: str) -> str:
    """A number and its noun, "" for none."""
    return f"{count:,} {one}{'' if count == 1 else 's'}" if count else ""


def event_way(row: EventRow) -> str:
    """Between whom it is: "MA→ES", "DE·ES·MA"."""
    return way(row.sending, row.host, " ".join(row.parties))


def event_in_words(row: EventRow) -> str:
    """What it is, without its date: "Visit MA→ES, Madrid: Security talks"."""
    kind = "visit" if row.key.kind == "visit" else "meeting"
    told = listed(f"{kind.capitalize()} {event_way(row)}", row.place)
    return f"{told}: {row.title}" if row.title else told


def who(person: PersonLine) -> str:
    """Somebody who was there: the name, "4 experts", and on whose behalf."""
    label = person.label
    if person.number is not None and not person.named:
        label = f"{person.number}{'+' if person.at_least else ''} {label}"
    behalf = f" (on behalf of {person.on_behalf_of})" if person.on_behalf_of else ""
    absent = " (absent)" if person.attendance == "absent" else ""
    return f"{label}{behalf}{absent}"


def first_few(parts: Iterable[str], most: int) -> str:
    """Some of them with commas, and how many there are beyond."""
    found = list(dict.fromkeys(filter(None, parts)))
    more = len(found) - most
    return listed(*found[:most]) + (f" and {more} more" if more > 0 else "")
