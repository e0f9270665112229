"""Rows on their way into a store, by table, and the numbers and refs that they are given."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from db.bulk import put
from db.checking.log import IN_BULK
from db.models import (
    Action,
    ActionParty,
    ActionTopic,
    AgendaItem,
    Citation,
    Delegation,
    FollowUp,
    LogEntry,
    Meeting,
    MeetingParty,
    MeetingTopic,
    Official,
    OfficialName,
    Organisation,
    OrganisationName,
    Participant,
    Post,
    PostTitle,
    RungChange,
    Series,
    Setting,
    Source,
    Tenure,
    Visit,
    VisitLink,
    VisitTopic,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlmodel import SQLModel

DATE = "date_edtf date_text date_first date_last date_basis"
DUE = "due_edtf due_text due_first due_last due_basis"

# What is given of each table, in the order in which they may enter; the rest is what the models say of a new row.
COLUMNS: dict[type[SQLModel], str] = {
    Organisation: "id name acronym country kind parent_id",
    OrganisationName: "id organisation_id name acronym valid_to",
    Post: "id organisation_id title country",
    PostTitle: "id post_id title lang folded",
    Official: "id name sort_name country native_name",
    OfficialName: "id official_id name script kind folded skeleton",
    Tenure: f"id official_id post_id acting basis {DATE}",
    Series: "id name cadence",
    Visit: f"id ref sending host title kind status initiated_by place {DATE}",
    VisitTopic: "id visit_id topic",
    VisitLink: "id from_id to_id kind",
    Delegation: "id visit_id country organisation_id level size complete",
    Meeting: f"id ref visit_id position title format mode status place series_id {DATE}",
    MeetingParty: "id meeting_id country role",
    MeetingTopic: "id meeting_id topic",
    Participant: (
        "id delegation_id meeting_id country official_id post_id organisation_id"
        " group_name as_printed role rank count"
    ),
    Action: (
        f"id ref visit_id meeting_id text verb rung status instrument owner_country closed_on close_reason {DUE}"
    ),
    ActionParty: "id action_id country score",
    ActionTopic: "id action_id topic",
    RungChange: "id action_id was now date_edtf date_first date_last",
    AgendaItem: "id meeting_id action_id position",
    FollowUp: f"id ref action_id visit_id text ball status closed_on close_reason {DUE}",
    LogEntry: "id followup_id at by kind text",
    Source: f"id key title publisher language reliability {DATE}",
    Citation: "id source_id record_kind record_id field value quote stance voice credibility accepted",
    Setting: "name value",
}


class Sheets:
    """What is to be put into a store next."""

    def __init__(self) -> None:
        self._rows: dict[type[SQLModel], list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self._last: Counter[type[SQLModel]] = Counter()
        self._refs: Counter[str] = Counter()

    def number(self, table: type[SQLModel]) -> int:
        """The id of the next row of a table."""
        self._last[table] += 1
        return self._last[table]

    def ref(self, letter: str, year: int) -> str:
        """The next ref of a year, as "V-2025-001"."""
        self._refs[f"{letter}-{year}"] += 1
        return f"{letter}-{year}-{self._refs[f'{letter}-{year}']:03}"

    def put(self, table: type[SQLModel], *values: Any) -> int:
        """Note a row, whose id comes before the other columns; returns the id."""
        number = self.number(table)
        self._rows[table].append((number, *values))
        return number

    def empty_into(self, connection: Connection) -> None:
        """Put everything noted so far into the store, and hold it no longer."""
        for table, rows in self._rows.items():
            put(connection, table.metadata.tables[str(table.__tablename__)], rows, COLUMNS[table].split())
            rows.clear()

    def close(self) -> None:
        """Have the store remember the last refs, which new records go on from, and what its log does not know."""
        in_bulk = {str(table.__tablename__): last for table, last in self._last.items()}
        self._rows[Setting] += [(f"last ref {year}", str(last)) for year, last in sorted(self._refs.items())]
        self._rows[Setting].append((IN_BULK, json.dumps(in_bulk, sort_keys=True)))
