"""Partial dates: the value, the reader for what officers type and sources say, and how dates are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates.distance import show_distance
from db.dates.resolve import resolve, years_matching
from db.dates.show import show_date, show_short
from db.dates.value import UNSTATED, Basis, PartialDate

if TYPE_CHECKING:
    from db.dates.reader import read_date


def __getattr__(name: str) -> Any:
    """The grammar is imported when a date is first read: the first screen only shows dates."""
    if name != "read_date":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from db.dates.reader import read_date  # noqa: PLC0415

    return read_date


__all__ = [
    "UNSTATED",
    "Basis",
    "PartialDate",
    "read_date",
    "resolve",
    "show_date",
    "show_distance",
    "show_short",
    "years_matching",
]
