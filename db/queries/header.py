"""What the top line says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from db.queries.followups import DAY, OVERDUE, STILL_OPEN
from db.queries.timeline import events_where
from db.rows import EventRow, HeaderFacts, Moment

if TYPE_CHECKING:
    from db.reader import Reader


def header(reader: Reader, moment: Moment) -> HeaderFacts:
    """How much is overdue, how much is due by Sunday, and which visit comes next for the desk."""
    today = moment.today.isoformat()
    sunday = (moment.today + timedelta(days=6 - moment.today.weekday())).isoformat()
    overdue = reader.value(f"SELECT COUNT(*) FROM followup f WHERE {STILL_OPEN} AND {OVERDUE}", today=today)
    this_week = reader.value(
        f"SELECT COUNT(*) FROM followup f WHERE {STILL_OPEN} AND {DAY} BETWEEN :today AND :sunday",
        today=today,
        sunday=sunday,
    )
    return HeaderFacts(overdue, this_week, next_visit(reader, moment))


def next_visit(reader: Reader, moment: Moment) -> EventRow | None:
    """The nearest planned visit from today on, of the desk's country if it has one."""
    where = "e.kind = 'visit' AND e.status IN ('planned', 'confirmed', 'under way') AND e.sort_day >= :today"
    values = {"today": moment.today.isoformat()}
    if moment.desk:
        where += " AND (e.sending = :desk OR e.host = :desk)"
        values["desk"] = moment.desk
    found = events_where(reader, where, "e.sort_day, e.id", 1, **values)
    return found[0] if found else None
