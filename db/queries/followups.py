"""Our own follow-ups, by the day on which each asks for something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial, reduce
from typing import TYPE_CHECKING, Any, Literal

from db.dates import PartialDate
from db.listing import Selection, Values
from db.listings_together import Chained
from db.queries.words import matching
from db.rows import FollowUpRow, Key, Listing, Moment
from db.sought import SoughtListing

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader
    from db.store import Store

FOLLOWUP_SORTS = ("due", "ball", "new", "hidden")

COLUMNS = """
    f.id, f.ref, f.text, f.due_edtf, f.due_text, f.due_basis, f.due_last, f.ball, f.status, f.assignee,
    f.action_id, f.meeting_id, f.visit_id, f.official_id,
    COALESCE(a.ref || ' ' || a.text, m.ref || ' ' || m.title, v.ref || ' ' || v.sending || '→' || v.host, o.name, ''),
    COALESCE((SELECT l.kind || CASE WHEN l.text = '' THEN '' ELSE ': ' || l.text END FROM log_entry l
              WHERE l.followup_id = f.id ORDER BY l.at DESC, l.id DESC LIMIT 1), ''), f.hidden_until, f.remind_on,
    COALESCE((SELECT MAX(l.at) FROM log_entry l WHERE l.followup_id = f.id), ''),
    COALESCE((SELECT MIN(l.at) FROM log_entry l WHERE l.followup_id = f.id), ''),
    COALESCE((SELECT MIN(t.at) FROM change c JOIN step t ON t.id = c.step_id
              WHERE c.record_kind = 'followup' AND c.record_id = CAST(f.id AS TEXT)), '')
"""
SOURCE = """
    followup f LEFT JOIN action a ON a.id = f.action_id LEFT JOIN meeting m ON m.id = f.meeting_id
    LEFT JOIN visit v ON v.id = f.visit_id LEFT JOIN official o ON o.id = f.official_id
"""
IS_OPEN = "f.status IN ('open', 'waiting')"
STILL_OPEN = f"{IS_OPEN} AND f.hidden_until <= :today"
HIDDEN = f"{IS_OPEN} AND f.hidden_until <> '' AND f.hidden_until > :today"
ASKS = "CASE WHEN f.remind_on <> '' THEN f.remind_on ELSE COALESCE(f.due_last, '9999-12-31') END"
"""The day on which it asks for something, in the words of its index: the next check, else the last day due."""
OVERDUE = "f.due_last < :today AND f.remind_on <= :today"
"""Until the day of its next check a follow-up does not press; from then on it does again."""
IN_TIME = "COALESCE(f.due_last, '9999-12-31') >= :today"
TODAY = f"{ASKS} <= :today AND {IN_TIME}"
DUE_TODAY = "f.due_last = :today AND f.remind_on <= :today"
SURFACES = "COALESCE(f.due_last, '9999-12-31') > :today"
LOOK_AGAIN = f"{ASKS} <= :today AND f.remind_on <> '' AND {SURFACES}"
BACK = f"f.hidden_until <> '' AND f.hidden_until = :today AND {SURFACES} AND NOT ({LOOK_AGAIN})"
"""What comes up today without being due: its next check is here, or its snooze is over."""
AHEAD = f"{ASKS} > :today"
WEEK = f"{AHEAD} AND {ASKS} <= :sunday"

Group = Literal["overdue", "today", "week", "later", "undated"]
_UNDATED = "9999-12-31"
_PRESSING = (  # one behind the other they are the order of the list, and each has its index
    (OVERDUE, ("f.due_last", "f.id")),
    (TODAY, (ASKS, "f.id")),
    (AHEAD, (ASKS, "f.id")),
)


def followups(
    store: Store, moment: Moment, *, words: str = "", sort: str = "due", kept: Filter | None = None
) -> Listing[FollowUpRow]:
    """What is open and not hidden: the overdue, what is due today, what comes, and at last what has no date.

    The order "hidden" has the others: what a snooze hides, the one that comes back next first.
    """
    condition = None if kept is None else kept.of("followup")

    def those(where: str, *order: str, descending: bool = False) -> Listing[FollowUpRow]:
        values = {"today": moment.today.isoformat()}
        everything = Selection(COLUMNS, SOURCE, where, order, descending, values, counted="followup f")
        selection = everything.narrowed(*matching("followup", words, "f.id"))
        make = partial(followup_row, today=moment.today)
        return SoughtListing(store, selection.kept(condition), make, place)

    match sort:
        case "hidden":
            return those(HIDDEN, "f.hidden_until", "f.id")
        case "new":
            return those(STILL_OPEN, "f.id", descending=True)
        case "ball":
            balls = [f"f.ball = '{ball}' AND {STILL_OPEN}" for ball in ("us", "them", "third")]
            return chained(
                those(f"{ball} AND {where}", *order) for ball in balls for where, order in _PRESSING
            )
        case _:
            return chained(those(f"{STILL_OPEN} AND {where}", *order) for where, order in _PRESSING)


def chained(listings: Iterable[Listing[FollowUpRow]]) -> Listing[FollowUpRow]:
    """Several lists as one, each behind the one before."""
    return reduce(Chained, listings)


def hidden_followups(reader: Reader, moment: Moment) -> int:
    """How many open follow-ups a snooze hides."""
    count = reader.value(f"SELECT COUNT(*) FROM followup f WHERE {HIDDEN}", today=moment.today.isoformat())
    return int(count)


def followups_where(
    reader: Reader, today: date, where: str, *, limit: int = 100, order: str = f"{ASKS}, f.id", **values: Any
) -> tuple[FollowUpRow, ...]:
    """A bounded few, soonest first; `where` speaks of the follow-up as `f` and may name `:today`."""
    rows = reader.all(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE {where} ORDER BY {order} LIMIT :limit_",
        **values,
        today=today.isoformat(),
        limit_=limit,
    )
    return tuple(followup_row(row, today) for row in rows)


def place(key: Key) -> tuple[str, dict[str, Any]] | None:
    """The condition that picks a follow-up."""
    return ("f.id = :at", {"at": int(key.id)}) if key.kind == "followup" else None


def end_of_week(today: date) -> date:
    """The Sunday of this week."""
    return today + timedelta(days=6 - today.weekday())


def group_of(due_last: str, remind_on: str, today: date) -> Group:
    """Where among the others it stands: overdue, today, this week, later, without a date."""
    day = today.isoformat()
    if due_last and due_last < day and remind_on <= day:
        return "overdue"
    asks = remind_on or due_last or _UNDATED
    if asks <= day:
        return "today"
    if asks <= end_of_week(today).isoformat():
        return "week"
    return "undated" if asks == _UNDATED else "later"


def followup_row(row: Values, today: date) -> FollowUpRow:
    """A line from COLUMNS."""
    number, ref, text, edtf, words, basis, last, ball, status, assignee = row[:10]
    on, last_log, hidden_until, remind_on, logged, first_logged, entered = row[14:21]
    hangs_on = zip(("action", "meeting", "visit", "official"), row[10:14], strict=True)
    on_key = next((Key(kind, str(one)) for kind, one in hangs_on if one is not None), None)  # type: ignore[arg-type]
    still_open = status in ("open", "waiting")
    group = group_of(last or "", remind_on, today) if still_open else ""
    return FollowUpRow(
        key=Key("followup", str(number)),
        ref=ref,
        text=text,
        due=PartialDate(edtf, words, basis),
        overdue=group == "overdue",
        ball=ball,
        status=status,
        assignee=assignee,
        on=on,
        on_key=on_key,
        last_log=last_log,
        hidden_until=hidden_until,
        next_check=remind_on if still_open and remind_on > today.isoformat() else "",
        group=group,
        asks_on=remind_on or last or "",
        look_again=remind_on if group == "today" and remind_on and last != today.isoformat() else "",
        logged=str(logged)[:10],
        since=min((str(day)[:10] for day in (first_logged, entered) if day), default=""),
    )
