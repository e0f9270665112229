"""A record that went into another one."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from db.rows.keys import Key


class MergedRow(NamedTuple):
    """A record that was merged.

    Attributes:
        key: its own, which leads to the one that stands.
        name: its ref, or its name.
        into: what it went into, which may itself have gone into another one since.
        at: when, UTC; None where the log does not tell.
        by: who merged them.
    """

    key: Key
    name: str
    into: Key
    at: datetime | None
    by: str
