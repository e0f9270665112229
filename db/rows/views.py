"""The top line, and one list of a view."""

from __future__ import annotations

from typing import NamedTuple

from db.rows.lines import ActionRow, EventRow, FollowUpRow, PairRow


class HeaderFacts(NamedTuple):
    """What the top line says."""

    overdue: int
    this_week: int  # due from today to the end of the week, overdue left out
    next_visit: EventRow | None


class Section(NamedTuple):
    """One list of the Today view."""

    title: str
    rows: tuple[FollowUpRow | ActionRow | EventRow | PairRow, ...]  # fifty at most
    total: int
