"""How long somebody has been silent, and whether that is longer than it should be."""

from __future__ import annotations

from datetime import date

from db.cadence import NEVER, USUAL, every
from db.dates import PartialDate
from db.dates.distance import whole_years
from db.rows import PairRow
from tui.cards.days import distance

_TWO_MONTHS = 60  # days
_TWO = 2  # years, below which months are told
_JUST = ("today", "yesterday")


def since(stored: str, today: date) -> str:
    """How long ago an ISO day was: "22 months"; "" for a day to come and for none."""
    day = _day(stored)
    return distance(PartialDate.day(day), today).removesuffix(" ago") if day and day <= today else ""


def silence(heard: str, today: date) -> str:
    """For how long nothing was heard of something: "silent 22 months", "heard today"."""
    ago = since(heard, today)
    if not ago:
        return "still to come" if _day(heard) else "date not stated"
    return f"heard {ago}" if ago in _JUST else f"silent {ago}"


def age(stored: str, today: date) -> str:
    """The same in three columns: "31d", "22m", "3y"; "" for a day to come and for none."""
    day = _day(stored)
    if day is None or day > today:
        return ""
    days = (today - day).days
    if days < _TWO_MONTHS:
        return f"{days}d"
    years = whole_years(day, today)
    return f"{years}y" if years >= _TWO else f"{min(round(days * 12 / 365.25), 12 * _TWO - 1)}m"


def _day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored[:10])
    except ValueError:
        return None


def cadence_words(row: PairRow) -> str:
    """How often two countries should meet."""
    if row.months >= NEVER:
        return "they need not meet"
    return every(row.months or USUAL)


def quiet_words(row: PairRow, today: date) -> str:
    """For how long a pair has been quiet, and how often it should meet: "10 months, due every 6 months"."""
    ago = distance(row.last, today).removesuffix(" ago")
    return ", due ".join(filter(None, (ago, cadence_words(row))))
