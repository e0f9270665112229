"""Titles of an office and names of a service with the days on which they were borne, as countries have theirs."""

from __future__ import annotations

from datetime import date, timedelta

from db.dates import UNSTATED, PartialDate

_A_DAY = timedelta(days=1)


def days_of(borne: PartialDate) -> tuple[str, str]:
    """The first ISO day of a title and the first one of the next; "" where it is not said."""
    first = borne.first.isoformat() if borne.first else ""
    last = (borne.last + _A_DAY).isoformat() if borne.last and borne.last < date.max else ""
    return first, last


def borne_from(valid_from: str, valid_to: str) -> PartialDate:
    """The same as a time that reads as shortly as it can be said: "until 2005", "1951 – June 2005"."""
    if not (valid_from or valid_to):
        return UNSTATED
    start = _begins(date.fromisoformat(valid_from)) if valid_from else ".."
    end = _ends(date.fromisoformat(valid_to) - _A_DAY) if valid_to else ".."
    return PartialDate.from_edtf(f"{start}/{end}")


def _begins(day: date) -> str:
    """A year or a month that begins on that day, else the day."""
    if day.day > 1:
        return day.isoformat()
    return f"{day.year:04}" if day.month == 1 else f"{day:%Y-%m}"


def _ends(day: date) -> str:
    """A year or a month that ends on that day, else the day."""
    after = day + _A_DAY
    if after.day > 1:
        return day.isoformat()
    return f"{day.year:04}" if after.month == 1 else f"{day.year:04}-{day.month:02}"


def _borne(said: str, where: str, day: str) -> str:
    return (
        f"(SELECT {said} FROM {where} AND {day} <> '' AND z.valid_to > {day}"
        f" AND z.valid_from <= {day} ORDER BY z.valid_to, z.id LIMIT 1)"
    )


def title_then(post: str, day: str) -> str:
    """SQL for the title that the post of an id bore on an ISO day, where that is not the one of now; else NULL."""
    return _borne("z.title", f"post_title z WHERE z.post_id = {post}", day)


def called_then(post: str, title: str, day: str) -> str:
    """SQL for the title on a day with the one of now behind it: "Inspector General (now President)"."""
    return _with_now(title_then(post, day), title)


def service_then(organisation: str, day: str) -> str:
    """SQL for the acronym, else the name, of the service of an id, likewise."""
    said = "COALESCE(NULLIF(z.acronym, ''), z.name)"
    return _borne(said, f"organisation_name z WHERE z.organisation_id = {organisation}", day)


def service_called_then(organisation: str, name: str, day: str) -> str:
    """SQL for the service's name on a day with the one of now behind it, where that differs; `name` if it has none."""
    return _with_now(f"NULLIF({service_then(organisation, day)}, {name})", name)


def _with_now(then: str, now: str) -> str:
    return f"COALESCE({then} || ' (now ' || {now} || ')', {now})"
