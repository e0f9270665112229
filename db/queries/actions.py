"""Outcomes on the ladder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db.commitments import AGREED
from db.dates import PartialDate, show_short
from db.queries.ladder import FIRST_RUNG, filed_as
from db.reader import marked
from db.rows import ActionRow, Key
from db.rows.way import way
from db.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from db.listing import Values
    from db.reader import Reader

EVENT_DAY = "COALESCE(m.date_last, mv.date_last, v.date_last, '')"
LAST_HEARD = f"""
    (SELECT MAX(said.at) FROM (
        SELECT {EVENT_DAY} AS at
        UNION ALL SELECT SUBSTR(l.at, 1, 10) FROM log_entry l WHERE l.action_id = a.id
        UNION ALL SELECT SUBSTR(l.at, 1, 10) FROM log_entry l JOIN followup f ON f.id = l.followup_id
        WHERE f.action_id = a.id) said)
"""
"""The day of its event, or of what was logged on it and on its follow-ups since; "" where none is known."""
COLUMNS = f"""
    a.id, a.ref, a.rung, a.text, a.verb, a.status, a.due_edtf, a.due_text, a.due_basis, a.due_last,
    COALESCE(a.owner_country, NULLIF(oo.acronym, ''), oo.name, op.title, of.name, ''), COALESCE(i.label, ''),
    a.deliverable, a.meeting_id, a.visit_id, COALESCE(m.ref, v.ref, ''),
    COALESCE(mv.sending, v.sending, ''), COALESCE(mv.host, v.host, ''),
    COALESCE(NULLIF(m.date_edtf, ''), mv.date_edtf, v.date_edtf, ''),
    COALESCE((SELECT e.parties FROM event e WHERE e.kind = 'meeting' AND e.id = 2 * a.meeting_id + 1), ''),
    {FIRST_RUNG}, COALESCE((SELECT w.ref FROM action w WHERE w.id = a.parent_id), ''),
    (SELECT COUNT(*) FROM action p WHERE p.parent_id = a.id),
    (SELECT COUNT(*) FROM action p WHERE p.parent_id = a.id AND p.status = 'done'),
    (SELECT COUNT(*) FROM agenda_item g WHERE g.action_id = a.id),
    {LAST_HEARD}
"""
SOURCE = """
    action a LEFT JOIN organisation oo ON oo.id = a.owner_organisation_id
    LEFT JOIN post op ON op.id = a.owner_post_id LEFT JOIN official of ON of.id = a.owner_official_id
    LEFT JOIN instrument i ON i.code = a.instrument
    LEFT JOIN meeting m ON m.id = a.meeting_id LEFT JOIN visit mv ON mv.id = m.visit_id
    LEFT JOIN visit v ON v.id = a.visit_id
"""
HIGHEST_FIRST = "a.rung DESC, a.id"


def actions_where(
    reader: Reader, today: date, where: str, *, order: str = HIGHEST_FIRST, limit: int = 100, **values: Any
) -> tuple[ActionRow, ...]:
    """A bounded few, highest rung first; `where` speaks of the outcome as `a`."""
    rows = reader.all(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE {where} ORDER BY {order} LIMIT :limit_", **values, limit_=limit
    )
    topics = _topics(reader, [row[0] for row in rows])
    return tuple(action_row(row, today, topics.get(row[0], ())) for row in rows)


def _topics(reader: Reader, ids: list[int]) -> dict[int, tuple[str, ...]]:
    if not ids:
        return {}
    marks, values = marked("id", ids)
    rows = reader.all(
        "SELECT t.action_id, x.label FROM action_topic t JOIN topic x ON x.code = t.topic"
        f" WHERE t.action_id IN ({marks}) ORDER BY t.id",
        **values,
    )
    topics: dict[int, tuple[str, ...]] = {}
    for action_id, label in rows:
        topics[action_id] = (*topics.get(action_id, ()), label)
    return topics


def place(key: Key) -> tuple[str, dict[str, Any]] | None:
    """The condition that picks an outcome."""
    return ("a.id = :at", {"at": int(key.id)}) if key.kind == "action" else None


def action_row(row: Values, today: date, topics: tuple[str, ...] = ()) -> ActionRow:
    """A line from COLUMNS; its topics are read for a page at once."""
    number, ref, rung, text, verb, status, edtf, words, basis, last, owner, instrument, deliverable = row[:13]
    meeting_id, visit_id, on, sending, host, event_edtf, parties = row[13:20]
    was, whole, parts, parts_done, carried, heard = row[20:26]
    on_key = (
        Key("meeting", str(meeting_id))
        if meeting_id is not None
        else Key("visit", str(visit_id))
        if visit_id is not None
        else None
    )
    day = show_short(PartialDate(event_edtf)) if event_edtf else ""
    return ActionRow(
        key=Key("action", str(number)),
        ref=ref,
        rung=rung,
        text=text,
        verb=verb,
        status=status,
        due=PartialDate(edtf, words, basis),
        overdue=status in OPEN_STATUSES and last is not None and last < today.isoformat(),
        owner=owner,
        instrument=instrument,
        topics=topics,
        actionable=rung >= AGREED and bool(owner or edtf or deliverable or parts),
        on=on,
        on_key=on_key,
        event=" ".join(part for part in (way(sending, host, parties), day) if part),
        since=_since(was, rung, event_edtf),
        of=whole,
        parts=parts,
        parts_done=parts_done,
        carried=carried,
        heard=heard,
    )


def _since(was: int | None, rung: int, edtf: str) -> str:
    if was is None or was == rung:
        return ""
    return f"{'since' if was < rung else 'once'} {filed_as(was, edtf)}"
