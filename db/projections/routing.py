"""From the rows that a step touched to what lists must show anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from db.projections.gone import all_above
from db.projections.many import about, ids_about
from db.searched import PLACES

if TYPE_CHECKING:
    from db.history import Touched

_INSIDE = "SELECT id, visit_id FROM meeting WHERE id IN :ids AND visit_id IS NOT NULL"
_OF_DELEGATIONS = "SELECT visit_id FROM delegation WHERE id IN :ids"
_OF_CITATIONS = "SELECT source_id FROM citation WHERE id IN :ids"
_OF_ACTIONS = "SELECT visit_id, meeting_id FROM action WHERE id IN :ids"
_RAISED_AT = "SELECT visit_id, meeting_id FROM rung_change WHERE action_id IN :ids"
_POSTS_OF = "SELECT id FROM post WHERE organisation_id IN :ids"
_HOLDERS = "SELECT official_id FROM tenure WHERE post_id IN :ids"
_TENURES = "SELECT official_id, COUNT(*) FROM tenure WHERE official_id IN :ids GROUP BY official_id"
_MET = "SELECT meeting_id FROM participant WHERE {column} IN :ids AND meeting_id IS NOT NULL"
_TRAVELLED = "SELECT d.visit_id FROM participant p JOIN delegation d ON d.id = p.delegation_id WHERE p.{column} IN :ids"

# What a line of the timeline shows of them; another note or grade changes none.
_OFFICIAL_SHOWN = ("name", "sort_name", "native_name")
_POST_SHOWN = ("title", "organisation_id")
_ORGANISATION_SHOWN = ("name", "acronym")


@dataclass
class Affected:
    """Ids of what has to be worked out again.

    Attributes:
        visits: with their meetings.
        meetings: those that stand alone.
        visits_renamed: only people or offices in them are called otherwise.
        meetings_renamed: likewise, wherever they stand.
        visits_recast: only who travelled has changed.
        meetings_recast: only who sat at the table has, wherever they stand.
        officials: their own lines.
        searched: by kind, what only the search shows.
    """

    visits: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    visits_renamed: set[int] = field(default_factory=set)
    meetings_renamed: set[int] = field(default_factory=set)
    visits_recast: set[int] = field(default_factory=set)
    meetings_recast: set[int] = field(default_factory=set)
    officials: set[int] = field(default_factory=set)
    searched: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def route(connection: Connection, touched: Sequence[Touched]) -> Affected:
    """What the touched rows show up in: as many questions for a thousand rows as for one."""
    router = _Router(connection)
    of_table: defaultdict[str, list[Touched]] = defaultdict(list)
    for row in touched:
        of_table[row.table].append(row)
    for table, rows in of_table.items():
        router.take(table, rows)
    return router.settled()


class _Router:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._affected = Affected()
        # Where these lead is asked at the end, for all of them together.
        self._meetings: set[int] = set()
        self._delegations: set[int] = set()
        self._actions: set[int] = set()
        self._citations: set[int] = set()
        self._raised: set[int] = set()  # outcomes that other events may have moved too
        self._renamed: dict[str, set[int]] = defaultdict(set)  # by the column of a participant
        self._offices: set[int] = set()  # posts that are called otherwise
        self._services: set[int] = set()  # by whose other names their posts are found
        self._tenures: Counter[int] = Counter()  # by official: how many more there are now

    def take(self, table: str, rows: Sequence[Touched]) -> None:  # noqa: C901, PLR0912, PLR0915 - one case a table, each a line
        """Note what rows of one table show up in, of which a step may have touched very many."""
        affected = self._affected
        match table:
            case "visit":
                affected.visits |= self._with_where_they_went(rows)
            case "meeting":
                self._meetings |= _numbers(rows)
                affected.visits |= _either(rows, "visit_id")
            case "delegation" | "visit_topic":
                affected.visits |= _either(rows, "visit_id")
            case "meeting_party" | "meeting_topic":
                self._meetings |= _either(rows, "meeting_id")
            case "participant":
                affected.meetings_recast |= _either(rows, "meeting_id")
                self._delegations |= _either(rows, "delegation_id")
            case "action":
                affected.searched["action"] |= _numbers(rows)
                self._raised |= _numbers(rows)
                self._meetings |= _either(rows, "meeting_id")
                affected.visits |= _either(rows, "visit_id")
            case "rung_change":
                self._actions |= _either(rows, "action_id")
                self._raised |= _either(rows, "action_id")
                self._meetings |= _either(rows, "meeting_id")
                affected.visits |= _either(rows, "visit_id")
            case "action_party":
                self._actions |= _either(rows, "action_id")
                affected.searched["action"] |= _either(rows, "action_id")
            case "log_entry":
                affected.searched["action"] |= _either(rows, "action_id")
                affected.searched["followup"] |= _either(rows, "followup_id")
            case "official":
                affected.officials |= self._with_where_they_went(rows)
                self._called_otherwise(rows, "official_id", _OFFICIAL_SHOWN)
            case "official_name":
                affected.officials |= _either(rows, "official_id")
            case "tenure":
                self._tenures_changed(rows)
            case "post":
                affected.searched["post"] |= self._with_where_they_went(rows)
                self._offices |= self._called_otherwise(rows, "post_id", _POST_SHOWN)
            case "post_title":
                affected.searched["post"] |= _either(rows, "post_id")
                self._renamed["post_id"] |= _either(filter(_tells_of_before, rows), "post_id")
            case "organisation":
                affected.searched["organisation"] |= self._with_where_they_went(rows)
                self._called_otherwise(rows, "organisation_id", _ORGANISATION_SHOWN)
            case "organisation_name":
                affected.searched["organisation"] |= _either(rows, "organisation_id")
                self._services |= _either(rows, "organisation_id")
                of_before = _either(filter(_tells_of_before, rows), "organisation_id")
                self._renamed["organisation_id"] |= of_before
            case "followup":
                affected.searched["followup"] |= _numbers(rows)
            case "source":
                affected.searched["source"] |= self._with_where_they_went(rows)
            case "citation":
                for row in rows:
                    self._citation(row, _number(row))
            case _:  # nothing that a list shows
                pass

    def settled(self) -> Affected:
        """Follow everything to the events that show it."""
        affected = self._affected
        affected.visits_recast |= self._ids(_OF_DELEGATIONS, self._delegations)
        affected.searched["source"] |= self._ids(_OF_CITATIONS, self._citations)
        for question, outcomes in ((_OF_ACTIONS, self._actions), (_RAISED_AT, self._raised)):
            for visit, meeting in about(self._connection, question, outcomes):
                affected.visits |= {visit} - {None}
                self._meetings |= {meeting} - {None}
        self._follow_offices()
        self._follow_tenures()
        for column, ids in self._renamed.items():
            affected.meetings_renamed |= self._ids(_MET.format(column=column), ids)
            affected.visits_renamed |= self._ids(_TRAVELLED.format(column=column), ids)
        # Meetings inside a visit are shown with it; those gone are cleared as if they stood alone.
        inside = dict(map(tuple, about(self._connection, _INSIDE, self._meetings)))
        affected.visits |= set(inside.values())
        affected.meetings |= self._meetings - inside.keys()
        self._leave_out_what_is_worked_out_anyway()
        return affected

    def _leave_out_what_is_worked_out_anyway(self) -> None:
        affected = self._affected
        for meetings in (affected.meetings_recast, affected.meetings_renamed):
            around = dict(map(tuple, about(self._connection, _INSIDE, meetings))) if affected.visits else {}
            meetings -= {meeting for meeting, visit in around.items() if visit in affected.visits}
        affected.meetings_recast -= affected.meetings
        affected.visits_recast -= affected.visits
        affected.meetings_renamed -= affected.meetings | affected.meetings_recast
        affected.visits_renamed -= affected.visits | affected.visits_recast

    def _follow_offices(self) -> None:
        """A service called otherwise is so in the names of its posts, and those in what their holders are."""
        self._affected.searched["post"] |= self._ids(_POSTS_OF, self._services)
        self._offices |= self._ids(_POSTS_OF, self._renamed["organisation_id"])
        self._renamed["post_id"] |= self._offices
        self._affected.searched["post"] |= self._offices
        self._affected.officials |= self._ids(_HOLDERS, self._offices)

    def _follow_tenures(self) -> None:
        """A visit shows whether its principal has held a post at all: that is news with the first one only."""
        now = dict(map(tuple, about(self._connection, _TENURES, self._tenures)))
        news = {
            official
            for official, more in self._tenures.items()
            if bool(now.get(official, 0)) != bool(now.get(official, 0) - more)
        }
        self._affected.visits_renamed |= self._ids(_TRAVELLED.format(column="official_id"), news)

    def _tenures_changed(self, rows: Sequence[Touched]) -> None:
        self._affected.officials |= _either(rows, "official_id")
        for row in rows:
            for side, more in ((row.before, -1), (row.after, 1)):
                if side and side.get("official_id") is not None:
                    self._tenures[side["official_id"]] += more

    def _called_otherwise(self, rows: Sequence[Touched], column: str, shown: Sequence[str]) -> set[int]:
        """Those of which a change shows where somebody takes part, which is then followed by that column."""
        otherwise = {
            _number(row)
            for row in rows
            if not row.before
            or not row.after
            or any(row.before.get(one) != row.after.get(one) for one in shown)
        }
        self._renamed[column] |= otherwise
        return otherwise

    def _with_where_they_went(self, rows: Sequence[Touched]) -> set[int]:
        """Records, and those that they were or are merged into, which are found by their refs and names too."""
        found = _numbers(rows)
        for row in rows:
            into = row.either("merged_into")
            # Of a row that was made or taken out everything is known, also that it went nowhere: nobody need be asked.
            if into or not (row.before is None or row.after is None):
                starts = {_number(row)} | into
                found |= {
                    above for start in starts for above in all_above(self._connection, row.table, start)
                }
        return found

    def _citation(self, row: Touched, number: int) -> None:
        """Its words find the record that it speaks of, else its source."""
        for side in (row.before, row.after):
            if not side:
                continue
            match side.get("record_kind"):
                case "visit":
                    self._affected.visits.add(side["record_id"])
                case "meeting":
                    self._meetings.add(side["record_id"])
                case "official":
                    self._affected.officials.add(side["record_id"])
                case kind if kind in PLACES:
                    self._affected.searched[kind].add(side["record_id"])
                case _:
                    self._citations.add(number)
        self._affected.searched["source"] |= row.either("source_id") if number in self._citations else set()

    def _ids(self, sql: str, ids: Collection[int]) -> set[int]:
        return ids_about(self._connection, sql, ids)


def _number(row: Touched) -> int:
    return int(row.row_id) if row.row_id.isdigit() else 0


def _numbers(rows: Iterable[Touched]) -> set[int]:
    return set(map(_number, rows))


def _either(rows: Iterable[Touched], column: str) -> set[Any]:
    """The values of a column before and after, without None."""
    found = {side.get(column) for row in rows for side in (row.before, row.after) if side}
    return found - {None}


def _tells_of_before(row: Touched) -> bool:
    """Whether another title or name is told at events: one of before, or one of which only what changed is known."""
    changed = row.before is not None and row.after is not None
    return changed or any(side and side.get("valid_to") for side in (row.before, row.after))
