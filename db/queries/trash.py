"""What was deleted and is still gone; the log keeps it, so the trash is read from the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from db.dates import PartialDate, show_short
from db.queries.pieces import among
from db.queries.stored import moment_of, values_of
from db.rows import Key, Kind
from db.rows.way import way

if TYPE_CHECKING:
    from datetime import datetime

    from db.reader import Reader

MOST_STEPS = 500
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "pair")
DELETED = "CAST(c.before AS TEXT) <> 'null' AND (c.after IS NULL OR CAST(c.after AS TEXT) = 'null')"
"""The condition that change `c` took a row out, and was not emptied since."""
PARENTS = ("visit_id", "meeting_id", "action_id")  # columns by which a record is part of another
NAMED_BY = ("name", "title", "text", "url", "publisher")


class TrashRow(NamedTuple):
    """A record that was deleted.

    Attributes:
        key: of the record as it was.
        name: its ref, or its name.
        says: its text or title beside the ref, "" without one.
        parts: how many rows went with it, as parts of it.
        at: when, UTC.
        by: who deleted it.
        step: the number of the step, by which it is restored.
    """

    key: Key
    name: str
    says: str
    parts: int
    at: datetime
    by: str
    step: int


def trash(reader: Reader) -> list[TrashRow]:
    """The deleted records, the last one first; those of the last 500 steps that deleted something."""
    steps = reader.all(
        "SELECT s.id, s.at, s.by FROM step s WHERE s.kind = 'do' AND NOT s.undone AND EXISTS"
        f" (SELECT 1 FROM change c WHERE c.step_id = s.id AND c.table_name IN ({among(KINDS)}) AND {DELETED})"
        " ORDER BY s.id DESC LIMIT :most",
        most=MOST_STEPS,
    )
    found: dict[Key, TrashRow] = {}
    for step, at, by in steps:
        for row in _of_step(reader, int(step), at, by):
            found.setdefault(row.key, row)  # what was restored and deleted again lies there once
    return list(found.values())


def _of_step(reader: Reader, step: int, at: Any, by: str) -> Iterator[TrashRow]:
    gone = [
        _Gone(str(table), str(row_id), values_of(before) or {}, (str(kind), str(record)))
        for table, row_id, before, kind, record in reader.all(
            "SELECT c.table_name, c.row_id, c.before, c.record_kind, c.record_id FROM change c"
            f" WHERE c.step_id = :step AND {DELETED} ORDER BY c.id DESC",
            step=step,
        )
    ]
    records: dict[tuple[str, str], _Gone] = {
        (row.table, row.row_id): row for row in gone if row.table in KINDS
    }
    parts = Counter(_whole(records, row) for row in gone)
    for (kind, row_id), row in records.items():
        if _whole(records, row) != (kind, row_id) or _is_there(reader, kind, row_id):
            continue
        key = Key(KINDS[KINDS.index(kind)], row_id)
        name, says = named(kind, row_id, row.values)
        yield TrashRow(key, name, says, parts[kind, row_id] - 1, moment_of(at), by, step)


class _Gone(NamedTuple):
    """A deleted row, and the record that it was, or was a part of."""

    table: str
    row_id: str
    values: dict[str, Any]
    record: tuple[str, str]


def _whole(records: Mapping[tuple[str, str], _Gone], row: _Gone) -> tuple[str, str]:
    """The record that a row went with: its own, or the outermost one that this is a part of and that went too."""
    at = (row.table, row.row_id) if row.table in KINDS else row.record
    while (record := records.get(at)) is not None:
        above = [(column.removesuffix("_id"), str(record.values.get(column))) for column in PARENTS]
        above.append((record.table, str(record.values.get("merged_into"))))  # it had gone into another
        found = next((each for each in above if each in records and each != at), None)
        if found is None:
            return at
        at = found
    return at


def named(kind: str, row_id: str, values: dict[str, Any]) -> tuple[str, str]:
    """What a record that is gone was called, by its ref or its name, and what it said beside its ref."""
    names = [str(values[column]) for column in NAMED_BY if values.get(column)]
    ref = str(values.get("ref") or "")
    says = names[0] if names and ref else ""
    if kind in {"visit", "meeting"}:
        between = way(values["sending"], values["host"], "") if values.get("sending") else ""
        edtf = values.get("date_edtf")
        when = show_short(PartialDate(str(edtf))) if edtf else ""
        says = " ".join(filter(None, (between, when, says)))
    return ref or (names[0] if names else f"{kind} {row_id}"), says


def _is_there(reader: Reader, kind: str, row_id: str) -> bool:
    """Whether it has been restored since."""
    return reader.value(f"SELECT 1 FROM {kind} WHERE id = :id", id=int(row_id)) is not None
