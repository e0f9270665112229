"""What was deleted and is still gone; the log keeps it, so the trash is read from the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from db.dates import PartialDate, show_short
from db.rows import Key, Kind

if TYPE_CHECKING:
    from db.reader import Reader

MOST_STEPS = 500
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != "pair")
PARENTS = ("visit_id", "meeting_id", "action_id")  # columns by which a record is part of another
NAMED_BY = ("name", "title", "text", "url", "publisher")


class TrashRow(NamedTuple):
    """A record that was deleted.

    Attributes:
        key: of the record as it was.
        name: its ref, or its name.
        says: its text or title beside the ref, "" without one.
        parts: how many rows went with it.
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
        " (SELECT 1 FROM change c WHERE c.step_id = s.id AND c.table_name IN (SELECT value FROM json_each(:kinds))"
        "  AND (c.after IS NULL OR c.after = 'null')) ORDER BY s.id DESC LIMIT :most",
        kinds=json.dumps(KINDS),
        most=MOST_STEPS,
    )
    return [row for step, at, by in steps for row in _of_step(reader, int(step), at, by)]


def _of_step(reader: Reader, step: int, at: Any, by: str) -> Iterator[TrashRow]:
    gone = [
        (str(table), str(row_id), json.loads(before))
        for table, row_id, before in reader.all(
            "SELECT table_name, row_id, before FROM change WHERE step_id = :step"
            " AND (after IS NULL OR after = 'null') ORDER BY id DESC",
            step=step,
        )
    ]
    taken = {(table, row_id) for table, row_id, _ in gone}
    for kind, row_id, values in gone:
        if kind not in KINDS or _is_part(values, taken) or _is_there(reader, kind, row_id):
            continue
        names = [str(values[column]) for column in NAMED_BY if values.get(column)]
        ref = str(values.get("ref") or "")
        says = names[0] if names and ref else ""
        if kind in {"visit", "meeting"}:
            way = f"{values['sending']}→{values['host']}" if kind == "visit" else ""
            when = show_short(PartialDate(str(values.get("date_edtf") or "")))
            says = " ".join(filter(None, (way, when, says)))
        key = Key(KINDS[KINDS.index(kind)], row_id)
        name = ref or (names[0] if names else f"{kind} {row_id}")
        yield TrashRow(key, name, says, len(gone) - 1, _moment(at), by, step)


def _is_part(values: dict[str, Any], taken: set[tuple[str, str]]) -> bool:
    return any((column.removesuffix("_id"), str(values.get(column))) in taken for column in PARENTS)


def _is_there(reader: Reader, kind: str, row_id: str) -> bool:
    """Whether it has been restored since."""
    return reader.value(f"SELECT 1 FROM {kind} WHERE id = :id", id=int(row_id)) is not None


def _moment(stored: Any) -> datetime:
    when = stored if isinstance(stored, datetime) else datetime.fromisoformat(str(stored))
    return when if when.tzinfo else when.replace(tzinfo=UTC)
