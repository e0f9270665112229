"""Which record a row is part of: a participant of a delegation belongs to the visit, a log entry to its follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlmodel import Session

RECORDS = frozenset({"visit", "meeting", "action", "followup", "official", "post", "organisation", "source"})
PART_OF = {  # table: columns that may name the record, and the record's kind
    "delegation": (("visit_id", "visit"),),
    "visit_topic": (("visit_id", "visit"),),
    "visit_link": (("from_id", "visit"),),
    "participant": (("meeting_id", "meeting"),),
    "meeting_party": (("meeting_id", "meeting"),),
    "meeting_topic": (("meeting_id", "meeting"),),
    "agenda_item": (("meeting_id", "meeting"),),
    "action_party": (("action_id", "action"),),
    "action_topic": (("action_id", "action"),),
    "rung_change": (("action_id", "action"),),
    "log_entry": (("followup_id", "followup"), ("action_id", "action")),
    "official_name": (("official_id", "official"),),
    "tenure": (("official_id", "official"),),
    "post_title": (("post_id", "post"),),
    "post_counterpart": (("post_id", "post"),),
}


def record_of(session: Session, table: str, row_id: str, values: dict[str, Any]) -> tuple[str, str]:
    """Kind and id of the record that a row is, or is part of; its own table and id where it stands alone.

    Args:
        session: open; a delegation is looked up to find its visit.
        table: the row's table.
        row_id: its key.
        values: its columns, or at least those that name others.
    """
    if table in RECORDS:
        return table, row_id
    if table == "citation" and values.get("record_kind"):
        return str(values["record_kind"]), str(values["record_id"])
    if table == "participant" and values.get("delegation_id") is not None:
        visit_id = session.connection().execute(
            text("SELECT visit_id FROM delegation WHERE id = :id"), {"id": values["delegation_id"]}
        )
        return "visit", str(visit_id.scalar_one())
    for column, kind in PART_OF.get(table, ()):
        if values.get(column) is not None:
            return kind, str(values[column])
    return table, row_id
