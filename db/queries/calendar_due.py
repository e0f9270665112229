"""What is due in a month: our own follow-ups, and outcomes that were agreed or signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.dates.edtf import days_in
from db.dates.placing import placed
from db.queries.actions import actions_where
from db.queries.followups import ASKS, IS_OPEN, followups_where
from db.queries.pieces import among
from db.reader import marked
from db.rows import ActionRow, FollowUpRow, Moment
from db.rows.calendar import CalendarRow
from db.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader

AT_MOST = 200  # of each; more than anybody can do in a month

_AGREED = (
    f"a.status IN ({among(OPEN_STATUSES)})"  # in the words of its index; nothing below agreed has a status
)
_OF_DESK = "' ' || e.parties || ' ' LIKE :desk"
_EVENT = "e.id = CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END"


def due_in(
    reader: Reader, moment: Moment, month: date, first: date, last: date, *, desk: str = ""
) -> tuple[list[CalendarRow], bool]:
    """What is still open and due, or to be looked at again, on some days, in their month or in its year.

    Args:
        reader: the store.
        moment: the day by which something is overdue.
        month: the first day of the month.
        first: the first of the days.
        last: the last of them.
        desk: only outcomes of its events; everybody's where it is "".

    Returns:
        what is due, and whether that is not all of it.
    """
    days = {"first": first.isoformat(), "last": last.isoformat()}
    ends, values = marked("end", _ends_of_months(month))
    checks = _checks(reader, days)
    check_ids, check_values = marked("check", checks)
    # A due date that names no day ends with a month, so beyond the weeks only the last days of months are looked up.
    followups = followups_where(
        reader,
        moment.today,
        f"f.id IN (SELECT f.id FROM followup f WHERE {IS_OPEN} AND f.due_last BETWEEN :first AND :last"
        f" UNION SELECT f.id FROM followup f WHERE {IS_OPEN} AND f.due_last IN ({ends}) AND f.due_first < f.due_last"
        f" UNION SELECT f.id FROM followup f WHERE f.id IN ({check_ids or 'NULL'}))",
        limit=AT_MOST,
        **days,
        **values,
        **check_values,
    )
    of_desk = f" AND EXISTS (SELECT 1 FROM event e WHERE {_EVENT} AND {_OF_DESK})" if desk else ""
    soonest = f"{_AGREED}{of_desk} ORDER BY a.due_last, a.id LIMIT {AT_MOST}"
    actions = actions_where(
        reader,
        moment.today,
        "a.id IN (SELECT * FROM (SELECT a.id FROM action a"
        f" WHERE a.due_last BETWEEN :first AND :last AND {soonest}) days"
        f" UNION SELECT * FROM (SELECT a.id FROM action a WHERE a.due_last IN ({ends})"
        f" AND a.due_first < a.due_last AND {soonest}) ends)",
        order="a.due_last, a.id",
        limit=AT_MOST,
        **days,
        **values,
        **({"desk": f"% {desk} %"} if desk else {}),
    )
    due = [*map(_due, followups), *map(_due, actions)]
    checked = (_check(row, checks[row.key.id]) for row in followups if row.key.id in checks)
    return [*filter(None, due), *checked], AT_MOST in (len(followups), len(actions))


def _due(row: FollowUpRow | ActionRow) -> CalendarRow | None:
    where = placed(row.due)
    if where is None:
        return None
    return CalendarRow(row, "due", where.first, where.last, where.precision, where.sure)


def _check(row: FollowUpRow, day: date) -> CalendarRow:
    return CalendarRow(row, "check", day, day, "days", sure=True)


def _ends_of_months(month: date) -> Sequence[str]:
    """The last days of the months of a year and the one after it, into which a winter reaches."""
    years = [year for year in (month.year, month.year + 1) if year <= date.max.year]
    return [date(year, each, days_in(year, each)).isoformat() for year in years for each in range(1, 13)]


def _checks(reader: Reader, days: dict[str, str]) -> dict[str, date]:
    """The days on which follow-ups are to be looked at again, by their ids."""
    rows = reader.all(
        f"SELECT f.id, f.remind_on FROM followup f WHERE {IS_OPEN} AND f.remind_on <> ''"
        f" AND {ASKS} BETWEEN :first AND :last ORDER BY {ASKS}, f.id LIMIT :limit_",
        **days,
        limit_=AT_MOST,
    )
    return {str(number): date.fromisoformat(day) for number, day in rows}
