"""Partial dates: the value, the reader for what officers type and sources say, and how dates are shown."""

from __future__ import annotations

from db.dates.distance import show_distance
from db.dates.reader import read_date
from db.dates.resolve import resolve, years_matching
from db.dates.show import show_date, show_short
from db.dates.value import UNSTATED, Basis, PartialDate

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
