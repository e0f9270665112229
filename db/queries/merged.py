"""What a record was merged from, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.merged import absorbed
from db.queries.called import called
from db.queries.stored import moment_of, values_of
from db.rows import Key, MergedRow

if TYPE_CHECKING:
    from datetime import datetime

    from db.reader import Reader


def merged_from(reader: Reader, key: Key) -> tuple[MergedRow, ...]:
    """The records that went into one, at once or through others."""
    return tuple(_row(reader, one) for one in absorbed(reader, key))


class MergeStep(NamedTuple):
    """The step in which a record went into another one.

    Attributes:
        step: its number.
        at: when, UTC.
        by: who merged them.
    """

    step: int
    at: datetime
    by: str


def _row(reader: Reader, key: Key) -> MergedRow:
    into = int(reader.value(f"SELECT merged_into FROM {key.kind} WHERE id = :id", id=int(key.id)))
    found = merge_step(reader, key, into)
    return MergedRow(
        key=key,
        name=called(reader, key),
        into=Key(key.kind, str(into)),
        at=found.at if found else None,
        by=found.by if found else "",
    )


def merge_step(reader: Reader, key: Key, into: int) -> MergeStep | None:
    """When and by whom it was merged, None where the log does not tell.

    What it went into may have been merged since, which is a change of it as well.
    """
    rows = reader.all(
        "SELECT s.id, s.at, s.by, c.before, c.after FROM change c JOIN step s ON s.id = c.step_id"
        " WHERE c.table_name = :kind AND c.row_id = :id ORDER BY c.id DESC",
        kind=key.kind,
        id=key.id,
    )
    for step, at, by, before, after in rows:
        was, now = values_of(before) or {}, values_of(after) or {}
        if now.get("merged_into") == into != was.get("merged_into"):
            return MergeStep(int(step), moment_of(at), str(by))
    return None
