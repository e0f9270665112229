"""Our own follow-ups."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.listing import Selection, SqlListing, Values
from db.rows import FollowUpRow, Key, Listing, Moment

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

FOLLOWUP_SORTS = ("due", "ball", "new", "hidden")

COLUMNS = """
    f.id, f.ref, f.text, f.due_edtf, f.due_text, f.due_basis, f.due_last, f.ball, f.status, f.assignee,
    f.action_id, f.meeting_id, f.visit_id, f.official_id,
    COALESCE(a.ref || ' ' || a.text, m.ref || ' ' || m.title, v.ref || ' ' || v.sending || '→' || v.host, o.name, ''),
    COALESCE((SELECT l.kind || CASE WHEN l.text = '' THEN '' ELSE ': ' || l.text END FROM log_entry l
              WHERE l.followup_id = f.id ORDER BY l.at DESC, l.id DESC LIMIT 1), ''), f.hidden_until, f.remind_on
"""
SOURCE = """
    followup f JOIN search_entry s ON s.kind = 'followup' AND s.record_id = CAST(f.id AS TEXT)
    LEFT JOIN action a ON a.id = f.action_id LEFT JOIN meeting m ON m.id = f.meeting_id
    LEFT JOIN visit v ON v.id = f.visit_id LEFT JOIN official o ON o.id = f.official_id
"""
STILL_OPEN = "f.status IN ('open', 'waiting') AND f.hidden_until <= :today"
HIDDEN = "f.status IN ('open', 'waiting') AND f.hidden_until > :today"
OVERDUE = "f.due_last < :today AND f.remind_on <= :today"
"""Until the day of its next check a follow-up does not press; from then on it does again."""
DAY = "CASE WHEN f.remind_on > :today THEN f.remind_on ELSE COALESCE(f.due_last, '9999-12-31') END"
"""The day on which it asks for something: of the next check while that lies ahead, else the last of its due date."""
ORDERS = {
    "due": ((DAY, "f.id"), False),
    "ball": (("CASE f.ball WHEN 'us' THEN 0 WHEN 'them' THEN 1 ELSE 2 END", DAY, "f.id"), False),
    "new": (("f.id",), True),
    "hidden": (("f.hidden_until", "f.id"), False),
}


def followups(store: Store, moment: Moment, *, words: str = "", sort: str = "due") -> Listing[FollowUpRow]:
    """What is open and not hidden; the overdue come first of themselves, those without a date last.

    The order "hidden" has the others: what a snooze hides, the one that comes back next first.
    """
    order, descending = ORDERS[sort]
    where = HIDDEN if sort == "hidden" else STILL_OPEN
    values = {"today": moment.today.isoformat()}
    selection = Selection(COLUMNS, SOURCE, where, order, descending, values).narrowed(words, "s.folded")
    return SqlListing(store, selection, lambda row: followup_row(row, moment.today), _place)


def hidden_followups(reader: Reader, moment: Moment) -> int:
    """How many open follow-ups a snooze hides."""
    count = reader.value(f"SELECT COUNT(*) FROM followup f WHERE {HIDDEN}", today=moment.today.isoformat())
    return int(count)


def followups_where(
    reader: Reader, today: date, where: str, *, limit: int = 100, **values: Any
) -> tuple[FollowUpRow, ...]:
    """A bounded few, soonest first; `where` speaks of the follow-up as `f` and may name `:today`."""
    rows = reader.all(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE {where} ORDER BY {DAY}, f.id LIMIT :limit_",
        **values,
        today=today.isoformat(),
        limit_=limit,
    )
    return tuple(followup_row(row, today) for row in rows)


def _place(key: Key) -> tuple[str, dict[str, Any]] | None:
    return ("f.id = :at", {"at": int(key.id)}) if key.kind == "followup" else None


def followup_row(row: Values, today: date) -> FollowUpRow:
    """A line from COLUMNS."""
    number, ref, text, edtf, words, basis, last, ball, status, assignee = row[:10]
    hangs_on = zip(("action", "meeting", "visit", "official"), row[10:14], strict=True)
    on_key = next((Key(kind, str(one)) for kind, one in hangs_on if one is not None), None)  # type: ignore[arg-type]
    still_open = status in ("open", "waiting")
    checked = row[17] > today.isoformat()
    return FollowUpRow(
        key=Key("followup", str(number)),
        ref=ref,
        text=text,
        due=PartialDate(edtf, words, basis),
        overdue=still_open and not checked and last is not None and last < today.isoformat(),
        ball=ball,
        status=status,
        assignee=assignee,
        on=row[14],
        on_key=on_key,
        last_log=row[15],
        hidden_until=row[16],
        next_check=row[17] if still_open and checked else "",
    )
