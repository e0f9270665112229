"""What the top line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.followups import (
    BACK,
    DUE_TODAY,
    LOOK_AGAIN,
    OVERDUE,
    STILL_OPEN,
    TODAY,
    WEEK,
    end_of_week,
)
from db.queries.timeline import events_where
from db.rows import EventRow, HeaderFacts, Moment

if TYPE_CHECKING:
    from db.reader import Reader


def header(reader: Reader, moment: Moment) -> HeaderFacts:
    """How much is overdue, how much asks for something by Sunday, and which visit comes next for the desk."""
    days = {"today": moment.today.isoformat(), "sunday": end_of_week(moment.today).isoformat()}
    overdue, today, this_week, due_today, again, back = (
        int(reader.value(f"SELECT COUNT(*) FROM followup f WHERE {STILL_OPEN} AND {where}", **days))
        for where in (OVERDUE, TODAY, WEEK, DUE_TODAY, LOOK_AGAIN, BACK)
    )
    return HeaderFacts(overdue, today + this_week, next_visit(reader, moment), due_today, again + back)


def next_visit(reader: Reader, moment: Moment) -> EventRow | None:
    """The nearest planned visit from today on, of the desk's country if it has one."""
    where = "e.kind = 'visit' AND e.status IN ('planned', 'confirmed', 'under way') AND e.sort_day >= :today"
    values = {"today": moment.today.isoformat()}
    if moment.desk:
        where += " AND (e.sending = :desk OR e.host = :desk)"
        values["desk"] = moment.desk
    found = events_where(reader, where, "e.sort_day, e.id", 1, **values)
    return found[0] if found else None
