"""Which record a row is part of: a participant of a delegation belongs to the visit, a log entry to its follow-up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

if TYPE_CHECKING:
    from sqlmodel import Session

_AT_ONCE = 500
RECORDS = frozenset({"visit", "meeting", "action", "followup", "official", "post", "organisation", "source"})
NAMING = frozenset({"citation", "brief"})  # tables whose rows say in two columns what they are about
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
    "organisation_name": (("organisation_id", "organisation"),),
    "post_title": (("post_id", "post"),),
    "post_counterpart": (("post_id", "post"),),
}


def visits_of(session: Session, delegations: Collection[int]) -> dict[int, int]:
    """The visit of each of some delegations: a merge may touch thousands of their members."""
    wanted, found = sorted(delegations), dict[int, int]()
    asked = text("SELECT id, visit_id FROM delegation WHERE id IN :ids").bindparams(
        bindparam("ids", expanding=True)
    )
    for start in range(0, len(wanted), _AT_ONCE):
        ids = wanted[start : start + _AT_ONCE]
        found.update(map(tuple, session.connection().execute(asked, {"ids": ids})))
    return found


def record_of(table: str, row_id: str, values: dict[str, Any], visits: Mapping[int, int]) -> tuple[str, str]:
    """Kind and id of the record that a row is, or is part of; its own table and id where it stands alone.

    Args:
        table: the row's table.
        row_id: its key.
        values: its columns, or at least those that name others.
        visits: of the delegations that are named, as `visits_of` tells them.
    """
    if table in RECORDS:
        return table, row_id
    if table in NAMING and values.get("record_kind"):
        return str(values["record_kind"]), str(values["record_id"])
    if table == "cadence" and values.get("first"):
        return "pair", f"{values['first']}-{values['second']}"
    if table == "participant" and values.get("delegation_id") is not None:
        return "visit", str(visits[values["delegation_id"]])
    for column, kind in PART_OF.get(table, ()):
        if values.get(column) is not None:
            return kind, str(values[column])
    return table, row_id


def records_of(
    table: str, ids: Sequence[str], rows: Sequence[dict[str, Any]], visits: Mapping[int, int]
) -> list[tuple[str, str]]:
    """The same for many rows of one table."""
    if table in RECORDS:
        return [(table, row_id) for row_id in ids]
    return [record_of(table, row_id, row, visits) for row_id, row in zip(ids, rows, strict=True)]
