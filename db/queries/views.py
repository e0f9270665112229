"""The Today and Watch views: short lists, each with its true count and the way to the whole of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from db.cadence import USUAL, quiet_before
from db.errors import NotFound
from db.listing import Selection, SqlListing, Values
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
from db.queries.section_orders import USUALLY, sorted_otherwise, subject_of
from db.queries.timeline import EVENT, event_row
from db.queries.timeline import place as event_place
from db.queries.words import Matched, matching
from db.reader import marked
from db.rows import Key, Listing, Moment, Section
from db.rows.views import SectionRow

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader
    from db.store import Store

AT_MOST = 50
SOON = timedelta(days=30)
SILENT_AFTER = timedelta(days=180)
BRIEFED_FOR = timedelta(days=30)
"""A brief of as long ago is no brief for what comes."""

WATCHED = "a.rung IN (2, 3) AND a.status = ''"
NOT_ACTIONABLE = (
    f"{OPEN_ACTION} AND a.due_edtf = '' AND a.deliverable = '' AND a.owner_country IS NULL"
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


class _Asked(NamedTuple):
    """One list before it is read.

    Attributes:
        name: by which it is asked for whole.
        title: above it.
        selection: what it is made of.
        make: from the columns to a row.
        place: the condition that picks the row of a record.
        searched: what kind words are looked for in, and the id of its records.
        above: the condition on lines that stand under a more urgent title already.
    """

    name: str
    title: str
    selection: Selection
    make: Callable[[Values], SectionRow]
    place: Callable[[Key], tuple[str, dict[str, Any]] | None]
    searched: tuple[Matched, str]
    above: str = ""


def today(reader: Reader, moment: Moment) -> list[Section]:
    """What a morning needs, the most pressing first."""
    return [_section(reader, asked) for asked in _today(reader, moment)]


def watch(reader: Reader, moment: Moment) -> list[Section]:
    """What was proposed and explored, the longest silent first."""
    return [_section(reader, asked) for asked in _watch(moment)]


def whole_section(
    store: Store,
    moment: Moment,
    name: str,
    *,
    words: str = "",
    kept: Filter | None = None,
    sort: str = USUALLY,
) -> tuple[str, Listing[SectionRow]]:
    """The title of a section, and all that is in it.

    Args:
        store: the store.
        moment: whose desk it is, and when.
        name: of the section.
        words: only lines that hold them.
        kept: only lines that a filter keeps.
        sort: one of `section_sorts`.

    Raises:
        NotFound: there is no section of that name.
    """
    with store.read() as reader:
        found = {asked.name: asked for asked in (*_today(reader, moment), *_watch(moment))}.get(name)
    if found is None:
        raise NotFound(f"There is no list called {name}.")
    selection = found.selection
    kind, record = found.searched
    selection = selection.narrowed(*matching(kind, words, record))
    condition = None if kept is None else kept.of(subject_of(name))
    return found.title, SqlListing(
        store, sorted_otherwise(selection.kept(condition), name, sort), found.make, found.place
    )


def _section(reader: Reader, asked: _Asked) -> Section:
    """The first lines of a list, each of which stands once in the view: where it is most urgent."""
    chosen = asked.selection
    # Of what has no date, whether it is due is unknown and not false.
    where = f"{chosen.where} AND NOT COALESCE({asked.above}, FALSE)" if asked.above else chosen.where
    direction = "DESC" if chosen.descending else "ASC"
    order = ", ".join(f"{column} {direction}" for column in chosen.order)
    rows = reader.all(
        f"SELECT {chosen.columns} FROM {chosen.source} WHERE {where} ORDER BY {order} LIMIT :limit_",
        **chosen.values,
        limit_=AT_MOST,
    )

    def count(where: str) -> int:
        counted = f"SELECT COUNT(*) FROM {chosen.source} WHERE {where}"
        return int(reader.value(counted, **chosen.values))

    here = len(rows) if len(rows) < AT_MOST else count(where)
    above = count(f"{chosen.where} AND ({asked.above})") if asked.above else 0
    return Section(asked.title, tuple(map(asked.make, rows)), here + above, asked.name, above)


def _today(reader: Reader, moment: Moment) -> Sequence[_Asked]:
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
            silent=silent,
        ),
        _unbriefed(moment),
        _quiet(reader, moment),
    )


def _watch(moment: Moment) -> Sequence[_Asked]:
    order = (f"{LAST_HEARD} = ''", LAST_HEARD, "a.id")
    return tuple(
        _actions(moment, name, title, f"a.rung = {rung} AND a.status = ''", order=order)
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
) -> _Asked:
    return _Asked(
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
    )


def _actions(
    moment: Moment,
    name: str,
    title: str,
    where: str,
    order: tuple[str, ...] = ("-a.rung", "a.id"),
    *,
    descending: bool = False,
    above: str = "",
    **values: Any,
) -> _Asked:
    desk, of = of_desk(moment)
    return _Asked(
        name,
        title,
        Selection(ACTION, ACTIONS, f"{where} AND {desk}", order, descending, {**values, **of}),
        lambda row: action_row(row, moment.today),
        action_place,
        ("action", "a.id"),
        above,
    )


def _unbriefed(moment: Moment) -> _Asked:
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
    return _Asked(
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


def _quiet(reader: Reader, moment: Moment) -> _Asked:
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
    return _Asked(
        "quiet",
        "Gone quiet",
        Selection(PAIR, PAIRS, where, ("p.last_day", "p.a", "p.b"), descending=False, values=values),
        lambda row: pair_row(row, moment),
        pair_place,
        ("pair", "p"),
    )
