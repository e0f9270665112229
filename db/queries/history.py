"""Who changed what, from what to what, when."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from db.rows import ChangeRow, Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader

PARTS = {  # tables whose rows are part of a record, and the column that says so
    "visit": (("delegation", "visit_id"), ("visit_topic", "visit_id")),
    "meeting": (
        ("meeting_party", "meeting_id"),
        ("participant", "meeting_id"),
        ("meeting_topic", "meeting_id"),
    ),
    "action": (("action_party", "action_id"), ("action_topic", "action_id"), ("log_entry", "action_id")),
    "followup": (("log_entry", "followup_id"),),
    "official": (("official_name", "official_id"), ("tenure", "official_id")),
    "post": (("post_title", "post_id"), ("tenure", "post_id")),
}
UNTOLD = ("id", "folded", "skeleton", "sort_name")
HOUSEKEEPING = ("_id", "_first", "_last", "_basis")


def history(reader: Reader, key: Key, *, limit: int = 200) -> list[ChangeRow]:
    """The changes of a record and its parts, newest first; a record that was made is one line, not one a field."""
    if key.kind == "pair":
        return []
    rows = [
        *_changes(reader, key.kind, [key.id], limit),
        *(
            row
            for table, column in PARTS.get(key.kind, ())
            for row in _changes(reader, table, _parts(reader, table, column, key.id), limit)
        ),
    ]
    rows.sort(key=lambda row: row[0], reverse=True)
    return [line for row in rows for line in _lines(row)][:limit]


def _parts(reader: Reader, table: str, column: str, number: str) -> list[str]:
    return [str(row[0]) for row in reader.all(f"SELECT id FROM {table} WHERE {column} = :id", id=int(number))]


def _changes(reader: Reader, table: str, ids: list[str], limit: int) -> list[tuple[Any, ...]]:
    return [
        row
        for row_id in ids
        for row in reader.all(
            "SELECT c.id, s.at, s.by, s.label, c.table_name, c.before, c.after FROM change c"
            " JOIN step s ON s.id = c.step_id WHERE c.table_name = :table_ AND c.row_id = :id"
            " ORDER BY c.id DESC LIMIT :limit_",
            table_=table,
            id=row_id,
            limit_=limit,
        )
    ]


def _lines(row: tuple[Any, ...]) -> Iterator[ChangeRow]:
    _, at, by, label, table, before, after = row
    was, now = _values(before), _values(after)
    what = table.replace("_", " ").replace("followup", "follow-up")
    when = _moment(at)
    if was is None or now is None:
        side = now or was or {}
        name = next((str(side[column]) for column in TELLING if side.get(column)), "")
        yield ChangeRow(when, by, label, what, "", "" if was is None else name, "" if now is None else name)
        return
    for column in sorted(now):
        if column in UNTOLD or column.endswith(HOUSEKEEPING) or was.get(column) == now[column]:
            continue
        field = column.removesuffix("_edtf").replace("_", " ")
        yield ChangeRow(when, by, label, what, field, _shown(was.get(column)), _shown(now[column]))


TELLING = (
    "ref",
    "name",
    "title",
    "as_printed",
    "group_name",
    "country",
    "topic",
    "text",
    "level",
    "date_edtf",
)


def _values(stored: Any) -> dict[str, Any] | None:
    values = json.loads(stored) if isinstance(stored, str) else stored
    return values if isinstance(values, dict) else None


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _moment(stored: Any) -> datetime:
    when = stored if isinstance(stored, datetime) else datetime.fromisoformat(str(stored))
    return when if when.tzinfo else when.replace(tzinfo=UTC)
