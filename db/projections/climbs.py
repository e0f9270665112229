"""The outcomes that moved on the ladder, at the events that they came of and at those that moved them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection

from db.commitments.standing import CHANGES, ORDER, standings
from db.projections.many import about, ids_about

_RAISED = "SELECT DISTINCT action_id FROM rung_change WHERE {column} IN :ids"


class Climbs:
    """Read at once for the outcomes of some events, and for those of earlier ones that these moved."""

    def __init__(
        self, connection: Connection, own: Collection[int], visits: Collection[int], meetings: Collection[int]
    ) -> None:
        raised = {
            *ids_about(connection, _RAISED.format(column="visit_id"), visits),
            *ids_about(connection, _RAISED.format(column="meeting_id"), meetings),
        }
        rows = about(connection, f"{CHANGES}:ids{ORDER}", {*own, *raised})
        self._standings = standings(rows)
        self._raised_in: dict[int, set[int]] = defaultdict(set)
        self._raised_at: dict[int, set[int]] = defaultdict(set)
        for number, standing in self._standings.items():
            for one in standing.stations[1:]:
                if one.visit is not None:
                    self._raised_in[one.visit].add(number)
                if one.meeting is not None:
                    self._raised_at[one.meeting].add(number)

    def at_visit(self, visit: int, own: Collection[int]) -> dict[int, int]:
        """The rungs at a visit of its own outcomes that moved, and of those that it raised."""
        raised = {one for one in self._raised_in[visit] if self._standings[one].raised_at(visit)}
        moved = {one for one in own if one in self._standings}
        return {one: self._standings[one].rung_at(visit) for one in raised | moved}

    def at_meeting(self, meeting: int, own: Collection[int]) -> dict[int, int]:
        """The rungs at a meeting of its own outcomes that moved, and of those that it raised."""
        raised = {one for one in self._raised_at[meeting] if self._standings[one].raised_at(meeting=meeting)}
        moved = {one for one in own if one in self._standings}
        return {one: self._standings[one].rung_at(meeting=meeting) for one in raised | moved}
