"""The top line, and one list of a view."""

from __future__ import annotations

from typing import NamedTuple

from db.rows.lines import ActionRow, EventRow, FollowUpRow, PairRow

SectionRow = FollowUpRow | ActionRow | EventRow | PairRow


class HeaderFacts(NamedTuple):
    """What the top line says."""

    overdue: int
    this_week: int  # what asks for something from today to the end of the week, overdue left out
    next_visit: EventRow | None
    due_today: int = 0
    again: int = 0  # what surfaces today without being due: its next check is here, or a snooze is over


class Section(NamedTuple):
    """One list of the Today or the Watch view."""

    title: str
    rows: tuple[SectionRow, ...]  # fifty at most
    total: int
    name: str = ""  # by which the whole list is asked for
    above: int = 0  # of the total, those that stand under a more urgent title already
    more: bool = False  # than the total, which nobody has counted
