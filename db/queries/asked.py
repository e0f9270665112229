"""What each list of Today and Watch is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from db.cadence import USUAL, quiet_before
from db.listing import Selection, Values
from db.queries.actions import COLUMNS as ACTION
from db.queries.actions import EVENT_DAY, LAST_HEARD, action_row
from db.queries.actions import SOURCE as ACTIONS
from db.queries.actions import place as action_place
from db.queries.followups import (
    ASKS,
    BACK,
    DUE_TODAY,
    LOOK_AGAIN,
    OVERDUE,
    STILL_OPEN,
    TODAY,
    WEEK,
    end_of_week,
    followup_row,
)
from db.queries.followups import COLUMNS as FOLLOWUP
from db.queries.followups import SOURCE as FOLLOWUPS
from db.queries.followups import place as followup_place
from db.queries.next_steps import NO_STEP, OPEN_ACTION, of_desk
from db.queries.pairs import COLUMNS as PAIR
from db.queries.pairs import SOURCE as PAIRS
from db.queries.pairs import pair_row
from db.queries.pairs import place as pair_place
from db.queries.timeline import EVENT, event_row
from db.queries.timeline import place as event_place
from db.queries.words import Matched
from db.reader import marked
from db.rows import Key, Moment
from db.rows.views import SectionRow

if TYPE_CHECKING:
    from db.reader import Reader

LOOKED_AT = 2_000
"""Outcomes of a rung, those entered first: among them are the ones that have been silent longest."""
SOON = timedelta(days=30)
SILENT_AFTER = timedelta(days=180)
BRIEFED_FOR = timedelta(days=30)
"""A brief of as long ago is no brief for what comes."""

WATCHED = "a.rung IN (2, 3) AND a.status = ''"
NOT_ACTIONABLE = (
    f"{OPEN_ACTION} AND a.due_last IS NULL AND a.due_edtf = '' AND a.deliverable = '' AND a.owner_country IS NULL"
    " AND a.owner_organisation_id IS NULL AND a.owner_post_id IS NULL AND a.owner_official_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM action p WHERE p.parent_id = a.id)"
)
SILENT = f"{EVENT_DAY} <> '' AND {EVENT_DAY} < :silent AND {LAST_HEARD} < :silent"
UNBRIEFED = """
    NOT EXISTS (SELECT 1 FROM brief b WHERE b.record_kind = e.kind
                AND b.record_id = CAST(e.record_id AS TEXT) AND b.at >= :briefed)
    AND NOT EXISTS (SELECT 1 FROM event n JOIN brief b ON b.record_kind = 'meeting'
                    AND b.record_id = CAST(n.record_id AS TEXT)
                    WHERE n.group_id = e.group_id AND n.rank < 0 AND b.at >= :briefed)
    AND NOT EXISTS (SELECT 1 FROM brief b WHERE b.record_kind = 'pair' AND b.at >= :briefed
                    AND EXISTS (SELECT 1 FROM event_scope x WHERE x.scope_kind = 'pair'
                                AND x.scope_id = b.record_id AND x.event_id = e.id))
"""


class Asked(NamedTuple):
    """One list before it is read.

    Attributes:
        name: by which it is asked for whole.
        title: above it.
        selection: what it is made of.
        make: from the columns to a row.
        place: the condition that picks the row of a record.
        searched: what kind words are looked for in, and the id of its records.
        above: the condition on lines that stand under a more urgent title already.
        among: the condition on those that are worth looking at for the first lines; "" for all.
        counted: the table that has a row for each, where that is enough to count them; "" for all of the source.
    """

    name: str
    title: str
    selection: Selection
    make: Callable[[Values], SectionRow]
    place: Callable[[Key], tuple[str, dict[str, Any]] | None]
    searched: tuple[Matched, str]
    above: str = ""
    among: str = ""
    counted: str = ""


def asked_today(reader: Reader, moment: Moment) -> Sequence[Asked]:
    """The lists of Today, the most pressing first."""
    sunday = end_of_week(moment.today).isoformat()
    silent = (moment.today - SILENT_AFTER).isoformat()
    of_followups = partial(_followups, moment)
    of_actions = partial(_actions, moment)
    return (
        of_followups("overdue", "Overdue", OVERDUE, order=("f.due_last", "f.id")),
        of_followups("today", "Due today", DUE_TODAY),
        of_followups("again", "Time to look again", f"(({LOOK_AGAIN}) OR ({BACK}))"),
        of_followups("week", "Due this week", WEEK, above=BACK, sunday=sunday),
        of_followups(
            "waiting",
            "Waiting for them",
            "f.ball <> 'us'",
            above=f"({OVERDUE}) OR ({TODAY}) OR ({BACK}) OR ({WEEK})",
            sunday=sunday,
        ),
        of_actions("steps", "Agreed, and needs a next step", NO_STEP, order=("a.id",), descending=True),
        of_actions("vague", "Agreed, but no owner, date or deliverable", NOT_ACTIONABLE, above=NO_STEP),
        of_actions(
            "silent",
            "Watched, and silent for half a year",
            f"{WATCHED} AND {SILENT}",
            order=(LAST_HEARD, "a.id"),
            rungs=(3, 2),
            silent=silent,
        ),
        _unbriefed(moment),
        _quiet(reader, moment),
    )


def asked_watch(moment: Moment) -> Sequence[Asked]:
    """The lists of Watch."""
    order = (f"{LAST_HEARD} = ''", LAST_HEARD, "a.id")
    return tuple(
        _actions(moment, name, title, f"a.rung = {rung} AND a.status = ''", order=order, rungs=(rung,))
        for name, title, rung in (("proposed", "Proposed, not accepted", 3), ("explored", "Explored", 2))
    )


def _followups(
    moment: Moment,
    name: str,
    title: str,
    where: str,
    order: tuple[str, ...] = (ASKS, "f.id"),
    *,
    above: str = "",
    **values: Any,
) -> Asked:
    return Asked(
        name,
        title,
        Selection(
            FOLLOWUP,
            FOLLOWUPS,
            f"{STILL_OPEN} AND {where}",
            order,
            descending=False,
            values={"today": moment.today.isoformat(), **values},
        ),
        lambda row: followup_row(row, moment.today),
        followup_place,
        ("followup", "f.id"),
        above,
        counted="followup f",
    )


def _actions(  # noqa: PLR0913 - each is a part of the question
    moment: Moment,
    name: str,
    title: str,
    where: str,
    order: tuple[str, ...] = ("-a.rung", "a.id"),
    *,
    descending: bool = False,
    above: str = "",
    rungs: tuple[int, ...] = (),
    **values: Any,
) -> Asked:
    desk, of = of_desk(moment)
    oldest = " UNION ALL ".join(
        f"SELECT * FROM (SELECT a.id FROM action a WHERE a.rung = {rung} AND a.status = '' AND {desk}"
        f" ORDER BY a.id LIMIT {LOOKED_AT}) of_{rung}"
        for rung in rungs
    )
    return Asked(
        name,
        title,
        Selection(ACTION, ACTIONS, f"{where} AND {desk}", order, descending, {**values, **of}),
        lambda row: action_row(row, moment.today),
        action_place,
        ("action", "a.id"),
        above,
        f"a.id IN ({oldest})" if oldest else "",
        ACTIONS if "silent" in values else "action a",
    )


def _unbriefed(moment: Moment) -> Asked:
    where = (
        "e.rank = 0 AND e.status IN ('planned', 'confirmed')"  # a meeting inside a visit comes with it
        f" AND e.sort_day >= :today AND e.sort_day <= :soon AND {UNBRIEFED}"
    )
    values = {
        "today": moment.today.isoformat(),
        "soon": (moment.today + SOON).isoformat(),
        "briefed": (moment.today - BRIEFED_FOR).isoformat(),
    }
    if moment.desk:
        where += " AND ' ' || e.parties || ' ' LIKE '% ' || :desk || ' %'"
        values["desk"] = moment.desk
    return Asked(
        "unbriefed",
        "In the next 30 days, and no brief yet",
        Selection(
            f"{EVENT}, FALSE, FALSE",
            "event e",
            where,
            ("e.sort_day", "e.id"),
            descending=False,
            values=values,
        ),
        event_row,
        event_place,
        ("event", "e.id"),
    )


def _quiet(reader: Reader, moment: Moment) -> Asked:
    """Pairs that have not met for longer than they should; each cadence has a last day of its own."""
    cadences = [row[0] for row in reader.all("SELECT DISTINCT months FROM cadence")]
    _, days = marked("day", (quiet_before(moment.today, months).isoformat() for months in cadences))
    each = "".join(
        f" WHEN k.months = {int(months)} THEN :{day}" for months, day in zip(cadences, days, strict=True)
    )
    usual = ":usual"
    where = (
        "p.last_day <> '' AND p.next_edtf = '' AND p.last_day < "
        + (f"CASE{each} ELSE {usual} END" if each else usual)
        # A state that is no more will not call again.
        + " AND ca.valid_to = '' AND cb.valid_to = ''"
    )
    values = {"usual": quiet_before(moment.today, USUAL).isoformat(), **days}
    if moment.desk:
        where += " AND (p.a = :desk OR p.b = :desk)"
        values["desk"] = moment.desk
    return Asked(
        "quiet",
        "Gone quiet",
        Selection(PAIR, PAIRS, where, ("p.last_day", "p.a", "p.b"), descending=False, values=values),
        lambda row: pair_row(row, moment),
        pair_place,
        ("pair", "p"),
    )
