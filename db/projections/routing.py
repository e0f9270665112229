"""From the rows that a step touched to what lists must show anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from db.projections.gone import all_above

if TYPE_CHECKING:
    from db.history import Touched


@dataclass
class Affected:
    """Ids of what has to be worked out again; meetings are those that stand alone."""

    visits: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    officials: set[int] = field(default_factory=set)
    searched: set[tuple[str, int]] = field(default_factory=set)


def route(connection: Connection, touched: Sequence[Touched]) -> Affected:
    """What the touched rows show up in."""
    router = _Router(connection)
    for row in touched:
        router.take(row)
    return router.settled()


class _Router:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._affected = Affected()
        self._meetings: set[int] = set()  # inside a visit or not is looked up once, at the end

    def take(self, row: Touched) -> None:  # noqa: C901, PLR0912 - one case a table, and each is one line
        affected, number = self._affected, int(row.row_id) if row.row_id.isdigit() else 0
        match row.table:
            case "visit":
                affected.visits |= self._with_where_it_went(row, number)
            case "meeting":
                self._meetings.add(number)
                affected.visits |= row.either("visit_id")
            case "delegation" | "visit_topic":
                affected.visits |= row.either("visit_id")
            case "meeting_party" | "meeting_topic":
                self._meetings |= row.either("meeting_id")
            case "participant":
                self._participant(row)
            case "action":
                affected.searched.add(("action", number))
                self._event_of_action(row)
            case "action_party":
                self._actions(row.either("action_id"))
            case "official":
                affected.officials.add(number)
                self._events_with("official_id", [number])
            case "official_name":
                affected.officials |= row.either("official_id")
            case "tenure":  # a visit shows whether its principal was in office
                affected.officials |= row.either("official_id")
                self._events_with("official_id", row.either("official_id"))
            case "post" | "post_title":
                self._posts({number} if row.table == "post" else row.either("post_id"))
            case "organisation":
                affected.searched |= {(row.table, one) for one in self._with_where_it_went(row, number)}
                self._events_with("organisation_id", [number])
                self._posts(self._ids("SELECT id FROM post WHERE organisation_id = :id", number))
            case "followup":
                affected.searched.add((row.table, number))
            case "source":
                affected.searched |= {(row.table, one) for one in self._with_where_it_went(row, number)}
            case "citation":
                self._citation(row)
            case _:  # nothing that a list shows
                pass

    def settled(self) -> Affected:
        """Meetings inside a visit are shown with their visit; those gone are cleared as if they stood alone."""
        for meeting_id in self._meetings:
            inside = self._ids(
                "SELECT visit_id FROM meeting WHERE id = :id AND visit_id IS NOT NULL", meeting_id
            )
            self._affected.visits |= inside
            if not inside:
                self._affected.meetings.add(meeting_id)
        return self._affected

    def _with_where_it_went(self, row: Touched, number: int) -> set[int]:
        """A record, and those that it was or is merged into, which are found by its ref and its names too."""
        starts = {number} | row.either("merged_into")
        return {above for start in starts for above in all_above(self._connection, row.table, start)}

    def _participant(self, row: Touched) -> None:
        self._meetings |= row.either("meeting_id")
        for delegation_id in row.either("delegation_id"):
            self._affected.visits |= self._ids(
                "SELECT visit_id FROM delegation WHERE id = :id", delegation_id
            )
        self._affected.officials |= row.either("official_id")

    def _event_of_action(self, row: Touched) -> None:
        meetings = row.either("meeting_id")
        self._meetings |= meetings
        self._affected.visits |= row.either("visit_id")

    def _actions(self, action_ids: Iterable[int]) -> None:
        for action_id in action_ids:
            self._meetings |= self._ids(
                "SELECT meeting_id FROM action WHERE id = :id AND meeting_id IS NOT NULL", action_id
            )
            self._affected.visits |= self._ids(
                "SELECT visit_id FROM action WHERE id = :id AND visit_id IS NOT NULL", action_id
            )

    def _posts(self, post_ids: Iterable[int]) -> None:
        for post_id in post_ids:
            self._affected.searched.add(("post", post_id))
            self._affected.officials |= self._ids(
                "SELECT official_id FROM tenure WHERE post_id = :id", post_id
            )
            self._events_with("post_id", [post_id])

    def _events_with(self, column: str, ids: Iterable[int]) -> None:
        for number in ids:
            self._meetings |= self._ids(
                f"SELECT meeting_id FROM participant WHERE {column} = :id AND meeting_id IS NOT NULL", number
            )
            self._affected.visits |= self._ids(
                "SELECT d.visit_id FROM participant p JOIN delegation d ON d.id = p.delegation_id"
                f" WHERE p.{column} = :id",
                number,
            )

    def _citation(self, row: Touched) -> None:
        for side in (row.before, row.after):
            if side and side.get("record_kind") == "visit":
                self._affected.visits.add(side["record_id"])

    def _ids(self, sql: str, number: int) -> set[Any]:
        return {found[0] for found in self._connection.execute(text(sql), {"id": number})}
