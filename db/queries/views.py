"""The Today and Watch views: short lists, each with its true count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from db.queries.actions import SOURCE as ACTIONS
from db.queries.actions import actions_where
from db.queries.followups import DAY, OVERDUE, STILL_OPEN, followups_where
from db.queries.pairs import COLUMNS as PAIR
from db.queries.pairs import SOURCE as PAIRS
from db.queries.pairs import pair_row
from db.queries.timeline import events_where
from db.rows import Moment, Section

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader

AT_MOST = 50
SOON = timedelta(days=30)
SILENT_AFTER = timedelta(days=180)
QUIET_AFTER = timedelta(days=365)

OPEN_ACTION = "a.status IN ('open', 'in progress', 'waiting')"
WATCHED = "a.rung IN (2, 3) AND a.status = ''"
NOT_ACTIONABLE = (
    f"{OPEN_ACTION} AND a.due_edtf = '' AND a.deliverable = '' AND a.owner_country IS NULL"
    " AND a.owner_organisation_id IS NULL AND a.owner_post_id IS NULL AND a.owner_official_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM action p WHERE p.parent_id = a.id)"
)
LAST_HEARD = "COALESCE(m.date_last, mv.date_last, v.date_last, '')"


def today(reader: Reader, moment: Moment) -> list[Section]:
    """What a morning needs, the most pressing first."""
    day = moment.today
    week = day + timedelta(days=6 - day.weekday())
    return [
        _followups(reader, day, "Overdue", OVERDUE),
        _followups(reader, day, "Due today", f"{DAY} = :today"),
        _followups(reader, day, "Time to look again", "f.remind_on <> '' AND f.remind_on <= :today"),
        _followups(reader, day, "Due this week", f"{DAY} > :today AND {DAY} <= :week", week=week.isoformat()),
        _followups(reader, day, "Waiting for them", "f.ball <> 'us'"),
        _actions(reader, day, "Agreed, but no owner, date or deliverable", NOT_ACTIONABLE),
        _actions(
            reader,
            day,
            "Watched, and silent for half a year",
            f"{WATCHED} AND {LAST_HEARD} <> '' AND {LAST_HEARD} < :silent",
            silent=(day - SILENT_AFTER).isoformat(),
        ),
        _visits_soon(reader, moment),
        _gone_quiet(reader, moment),
    ]


def watch(reader: Reader, moment: Moment) -> list[Section]:
    """What was proposed and explored, the longest silent first."""
    order = f"{LAST_HEARD} = '', {LAST_HEARD}, a.id"
    return [
        _actions(reader, moment.today, title, f"a.rung = {rung} AND a.status = ''", order=order)
        for title, rung in (("Proposed, not accepted", 3), ("Explored", 2))
    ]


def _followups(reader: Reader, day: date, title: str, where: str, **values: Any) -> Section:
    where = f"{STILL_OPEN} AND {where}"
    total = reader.value(f"SELECT COUNT(*) FROM followup f WHERE {where}", today=day.isoformat(), **values)
    return Section(title, followups_where(reader, day, where, limit=AT_MOST, **values), total)


def _actions(
    reader: Reader, day: date, title: str, where: str, order: str = "a.rung DESC, a.id", **values: Any
) -> Section:
    total = reader.value(f"SELECT COUNT(*) FROM {ACTIONS} WHERE {where}", **values)
    return Section(title, actions_where(reader, day, where, order=order, limit=AT_MOST, **values), total)


def _visits_soon(reader: Reader, moment: Moment) -> Section:
    where = (
        "e.rank = 0 AND e.status IN ('planned', 'confirmed')"  # a meeting inside a visit comes with it
        " AND e.sort_day >= :today AND e.sort_day <= :soon"
    )
    values = {"today": moment.today.isoformat(), "soon": (moment.today + SOON).isoformat()}
    if moment.desk:
        where += " AND ' ' || e.parties || ' ' LIKE '% ' || :desk || ' %'"
        values["desk"] = moment.desk
    total = reader.value(f"SELECT COUNT(*) FROM event e WHERE {where}", **values)
    return Section(
        "Visits and meetings in the next 30 days",
        events_where(reader, where, "e.sort_day, e.id", AT_MOST, **values),
        total,
    )


def _gone_quiet(reader: Reader, moment: Moment) -> Section:
    where = (
        "p.last_day <> '' AND p.last_day < :quiet AND p.next_edtf = ''"
        # A state that is no more will not call again.
        " AND NOT EXISTS (SELECT 1 FROM country c WHERE c.code IN (p.a, p.b) AND c.valid_to <> '')"
    )
    values = {"quiet": (moment.today - QUIET_AFTER).isoformat()}
    if moment.desk:
        where += " AND (p.a = :desk OR p.b = :desk)"
        values["desk"] = moment.desk
    rows = reader.all(
        f"SELECT {PAIR} FROM {PAIRS} WHERE {where} ORDER BY p.last_day, p.a, p.b LIMIT :limit_",
        **values,
        limit_=AT_MOST,
    )
    total = reader.value(f"SELECT COUNT(*) FROM pair_summary p WHERE {where}", **values)
    return Section("Quiet for a year", tuple(pair_row(row, moment.desk) for row in rows), total)
