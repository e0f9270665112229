"""What the store holds of the records that a dossier names: laid out for many at once before they are gone over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlmodel import col, select

from db import models
from db.commands.desk import Desk
from db.projections.many import chunks
from db.refs import LETTERS

_PARTS = {
    "visit": ("delegation", "visit_topic"),
    "meeting": ("meeting_party", "meeting_topic", "participant"),
    "action": ("action_party", "action_topic"),
    "followup": ("log_entry",),
}
"""The tables of what hangs on a record; they are declared when a dossier is gone over, not for a line in the shell."""


def lay_out(desk: Desk, refs: Mapping[str, Collection[str]]) -> None:
    """Have the records that bear some refs at hand with what hangs on them, and let go of those from before.

    Args:
        desk: the step at work.
        refs: by the letter that they begin with; of those that nobody bears the desk knows it.
    """
    desk.known.clear_the_desk()
    for kind, parts in _PARTS.items():
        there = {*refs.get(LETTERS[kind], ())} - desk.known.new_refs
        if not there:
            continue
        table: type[Any] = models.model_of(kind)
        rows = _among(desk, table, "ref", there)
        desk.known.by_ref |= {(table, row.ref): row for row in rows}
        for part in parts:
            _hang(desk, models.model_of(part), f"{kind}_id", rows)
        if kind == "visit":
            of_visits = desk.known.parts[models.Delegation, "visit_id"].values()
            _hang(desk, models.Participant, "delegation_id", [one for some in of_visits for one in some])


def _hang(desk: Desk, table: type[Any], column: str, on: Sequence[Any]) -> None:
    """Ask for all that hangs on some records in one column, in the order in which it was entered."""
    hanging: dict[int, list[Any]] = {row.number: [] for row in on}
    for part in _among(desk, table, column, hanging):
        hanging[getattr(part, column)].append(part)
    desk.known.parts[table, column] = hanging


def _among(desk: Desk, table: type[Any], column: str, values: Collection[Any]) -> list[Any]:
    found: list[Any] = []
    for some in chunks(values):
        chosen = select(table).where(col(getattr(table, column)).in_(some))
        found += desk.session.exec(chosen.order_by(col(table.id)))
    return found
