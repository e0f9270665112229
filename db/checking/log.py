"""The log of changes: played again from nothing, it gives the store as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from db.checking.finding import Finding, some

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

REFERENCE = ("country", "country_name", "topic", "topic_alias", "instrument", "instrument_alias")
"""What every store starts with is nobody's history; only what was done to it since is in the log."""
RECORDED = (
    "action",
    "action_party",
    "action_topic",
    "agenda_item",
    "brief",
    "cadence",
    "citation",
    "delegation",
    "followup",
    "log_entry",
    "meeting",
    "meeting_party",
    "meeting_topic",
    "not_same",
    "official",
    "official_name",
    "organisation",
    "organisation_name",
    "participant",
    "post",
    "post_counterpart",
    "post_title",
    "rung_change",
    "series",
    "source",
    "tenure",
    "visit",
    "visit_link",
    "visit_topic",
)
IN_BULK = "in bulk"
"""The setting that says up to which id each table was filled without the log, as JSON."""
PAGE = 5_000
Row = dict[str, Any]


def check(copy: Store) -> list[Finding]:
    """Rows that are not as the log says, and rows that it does not know."""
    with copy.read() as reader:
        apart = [told for told in (_differs(reader, *one) for one in _last_states(reader)) if told]
        unknown = [one for table in RECORDED for one in _unknown(reader, table)]
    found = []
    if apart:
        found.append(Finding("log", f"The log of changes says otherwise: {some(apart)}."))
    if unknown:
        found.append(Finding("log", f"The log of changes does not know {some(unknown)}."))
    return found


def _last_states(reader: Reader) -> Iterator[tuple[str, str, Row | None, bool]]:
    """Table, row, what the log leaves of it (None for nothing), and whether its content was emptied."""
    for (table, row), changes in groupby(_changes(reader), key=lambda change: change[:2]):
        state: Row | None = None
        emptied = False
        for _, _, before, after in changes:
            emptied = before is None and after is None
            was: Row | None = json.loads(before) if before else None
            then: Row | None = json.loads(after) if after else None
            made_or_gone = was is None or then is None  # else only what differs was kept
            state = then if made_or_gone else {**(state or {}), **(then or {})}
        yield table, row, state, emptied


def _changes(reader: Reader) -> Iterator[tuple[str, str, str | None, str | None]]:
    after: tuple[str, str, int] = ("", "", 0)
    while rows := reader.all(
        "SELECT table_name, row_id, before, after, id FROM change"
        " WHERE (table_name, row_id, id) > (:table_, :row, :id)"
        " ORDER BY table_name, row_id, id LIMIT :page",
        table_=after[0],
        row=after[1],
        id=after[2],
        page=PAGE,
    ):
        for table, row, before, after_it, _ in rows:
            yield table, row, before, after_it
        after = (rows[-1][0], rows[-1][1], rows[-1][4])


def _differs(reader: Reader, table: str, row: str, state: Row | None, emptied: bool) -> str:
    """How a row differs from what the log leaves of it, "" where it does not."""
    if table not in RECORDED and table not in REFERENCE:
        return ""
    columns, key = _columns(reader, table)
    found = reader.one(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = :row", row=row)
    named = f"{table.replace('_', ' ')} {row}"
    if found is None:
        return "" if state is None or emptied else f"{named} is missing"
    present = dict(zip(columns, found, strict=True))
    if state is None:
        return f"{named} should be gone"
    wrong = [name for name, value in state.items() if name in present and present[name] != value]
    return f"{named} ({', '.join(wrong)})" if wrong else ""


def _unknown(reader: Reader, table: str) -> list[str]:
    limits = json.loads(reader.value("SELECT value FROM setting WHERE name = :name", name=IN_BULK) or "{}")
    rows = reader.all(
        f"SELECT id FROM {table} t WHERE t.id > :limit AND NOT EXISTS"
        " (SELECT 1 FROM change c WHERE c.table_name = :table_ AND c.row_id = CAST(t.id AS TEXT))",
        table_=table,
        limit=limits.get(table, 0),
    )
    return [f"{table.replace('_', ' ')} {number}" for (number,) in rows]


def _columns(reader: Reader, table: str) -> tuple[list[str], str]:
    """The columns of a table, and the one that is its key."""
    found = reader.all(f"PRAGMA table_info({table})")
    return [str(row[1]) for row in found], next(str(row[1]) for row in found if row[5])
