"""How outcomes came to stand where they stand on the ladder."""

from __future__ import annotations

from typing import NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key


class RungStep(NamedTuple):
    """A rung that an outcome came to stand at, and what says so."""

    rung: int
    date: PartialDate  # on which that was said, as far as it is known
    note: str
    source: str  # its title, "" without one
    source_key: Key | None
    event: str  # "M-2026-001 MA·ES", "" where none is named
    event_key: Key | None


class MovedHere(NamedTuple):
    """An outcome of an earlier event that this one moved on the ladder."""

    key: Key
    ref: str
    text: str
    rung: int  # at which it has stood since
    was: int
    before: str  # "proposed Jan 2025": what it was filed as, and when
