"""What asks for something by a day, whole: for those who print it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.queries.followups import ASKS, OVERDUE, STILL_OPEN, followups_where
from db.rows import FollowUpRow, Moment

if TYPE_CHECKING:
    from db.reader import Reader

MOST = 10_000
"""More than anybody reads; a number at all, so that a store of any size is answered in bounded memory."""

AT_EVENT = """
    CASE WHEN COALESCE(f.meeting_id, a.meeting_id) IS NOT NULL THEN 2 * COALESCE(f.meeting_id, a.meeting_id) + 1
         ELSE 2 * COALESCE(f.visit_id, a.visit_id) END
"""
OF_DESK = f"""
    ((f.action_id IS NULL AND f.meeting_id IS NULL AND f.visit_id IS NULL AND f.official_id IS NULL)
     OR o.country = :desk
     OR EXISTS (SELECT 1 FROM event e WHERE e.id = {AT_EVENT} AND ' ' || e.parties || ' ' LIKE '% ' || :desk || ' %'))
"""
"""It has to do with the desk's country, or hangs on nothing."""
OVERDUE_FIRST = (
    f"CASE WHEN {OVERDUE} THEN 0 ELSE 1 END, CASE WHEN {OVERDUE} THEN f.due_last ELSE {ASKS} END, f.id"
)


def due_until(reader: Reader, moment: Moment, until: date | None) -> tuple[FollowUpRow, ...]:
    """What is overdue and what asks for something up to a day, that day included; None for all that is open.

    Args:
        reader: of the store.
        moment: today; with a desk, only what has to do with its country or with none.
        until: the last day.
    """
    where, values = STILL_OPEN, {}
    if until is not None:
        where += f" AND {ASKS} <= :until"
        values["until"] = until.isoformat()
    if moment.desk:
        where += f" AND {OF_DESK}"
        values["desk"] = moment.desk
    return followups_where(reader, moment.today, where, limit=MOST, order=OVERDUE_FIRST, **values)
