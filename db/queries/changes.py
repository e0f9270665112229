"""What was done in the store, by whom and when: the newest first, a page at a time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from db.queries.called import called
from db.queries.history import change_lines
from db.queries.trash import named
from db.rows import ChangeRow, Key, Kind, StepRow, TouchedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.reader import Reader

MOST_RECORDS = 6  # of one step; an import touches hundreds, and its record is one Enter away
MOST_FIELDS = 8  # of one record
MOST_CHANGES = 200  # looked at of one step
RECORDS = frozenset(get_args(Kind))
NOTHING = (None, "null")


class Asked(NamedTuple):
    """Which steps.

    Attributes:
        after: the number of a step; those behind it.
        words: only steps whose officer or label has words that begin so.
        not_by: an officer whose own steps are left out.
    """

    after: int = 0
    words: str = ""
    not_by: str | None = None


def newest_step(reader: Reader) -> int:
    """The number of the newest step, 0 before the first."""
    return int(reader.value("SELECT MAX(id) FROM step") or 0)


def has_written(reader: Reader, officer: str) -> bool:
    """Whether an officer has done anything in this store yet."""
    return reader.value('SELECT 1 FROM step WHERE "by" = :officer LIMIT 1', officer=officer) is not None


def last_step_before(reader: Reader, moment: datetime) -> int:
    """The number of the last step before a moment (UTC), 0 where there is none."""
    stored = moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    found = reader.value(
        "SELECT id FROM step WHERE at < :moment ORDER BY at DESC, id DESC LIMIT 1", moment=stored
    )
    return int(found or 0)


def count_steps(reader: Reader, asked: Asked) -> int:
    """How many steps there are."""
    where, values = _where(asked)
    return int(reader.value(f"SELECT COUNT(*) FROM step s WHERE {where}", **values))


def steps(reader: Reader, asked: Asked, *, before: int | None = None, limit: int = 50) -> list[StepRow]:
    """A page of steps, the newest first; `before` is the number of the last one of the page before."""
    where, values = _where(asked)
    if before is not None:
        where += " AND s.id < :before"
        values["before"] = before
    rows = reader.all(
        f"SELECT s.id, s.at, s.by, s.label, s.kind, s.undone FROM step s WHERE {where}"
        " ORDER BY s.id DESC LIMIT :limit_",
        **values,
        limit_=limit,
    )
    return [_step(reader, row) for row in rows]


def steps_without_records(reader: Reader, asked: Asked, *, limit: int = 50) -> list[StepRow]:
    """The same without what they touched, which costs nothing; for saying that something happened."""
    where, values = _where(asked)
    rows = reader.all(
        f"SELECT s.id, s.at, s.by, s.label, s.kind, s.undone FROM step s WHERE {where}"
        " ORDER BY s.id DESC LIMIT :limit_",
        **values,
        limit_=limit,
    )
    return [_bare(row) for row in rows]


def _where(asked: Asked) -> tuple[str, dict[str, Any]]:
    where, values = "s.id > :after", dict[str, Any](after=asked.after)
    if asked.not_by is not None:
        where += " AND s.by <> :not_by"
        values["not_by"] = asked.not_by
    for number, word in enumerate(asked.words[:200].split()):
        where += f" AND ' ' || s.by || ' ' || s.label LIKE :word{number} ESCAPE '!'"
        values[f"word{number}"] = f"% {word.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"
    return where, values


def _bare(row: tuple[Any, ...]) -> StepRow:
    number, at, by, label, kind, undone = row
    when = at if isinstance(at, datetime) else datetime.fromisoformat(str(at))
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return StepRow(int(number), when, by, label, kind, bool(undone), (), 0)


class _Change(NamedTuple):
    table: str
    row_id: str
    before: Any  # JSON text
    after: Any


def _step(reader: Reader, row: tuple[Any, ...]) -> StepRow:
    step = _bare(row)
    records: dict[tuple[str, str], list[_Change]] = {}
    for kind, record, *change in reader.all(
        "SELECT record_kind, record_id, table_name, row_id, before, after FROM change"
        " WHERE step_id = :step ORDER BY id LIMIT :most",
        step=step.number,
        most=MOST_CHANGES,
    ):
        records.setdefault((str(kind), str(record)), []).append(_Change(*change))
    ordered = sorted(records.items(), key=lambda item: _ORDER.get(item[0][0], len(_ORDER)))
    shown = [_touched(reader, step, *item) for item in ordered[:MOST_RECORDS]]
    return step._replace(records=tuple(shown), more=len(ordered) - len(shown))


_ORDER = {  # what one looks for first
    kind: place
    for place, kind in enumerate(
        ("visit", "meeting", "action", "followup", "official", "post", "organisation", "source")
    )
}


def _touched(
    reader: Reader, step: StepRow, record: tuple[str, str], changes: Sequence[_Change]
) -> TouchedRow:
    kind, number = record
    key = Key(kind, number) if kind in RECORDS else None  # type: ignore[arg-type] # RECORDS are its kinds
    name, says, there = _name(reader, key, changes, record)
    did = _did(record, changes)
    if did != "changed":
        return TouchedRow(key, kind, name, says, there, did, (), max(0, len(changes) - 1))
    told = dict.fromkeys(line for change in changes for line in _told(reader, step, change))
    # A date's words as written say the same once more.
    dates = {f"{line.field} text" for line in told}
    lines = [line for line in told if line.field not in dates]
    return TouchedRow(
        key, kind, name, says, there, did, tuple(lines[:MOST_FIELDS]), max(0, len(lines) - MOST_FIELDS)
    )


def _did(record: tuple[str, str], changes: Sequence[_Change]) -> Any:
    if all(change.before in NOTHING and change.after in NOTHING for change in changes):
        return "emptied"
    for change in changes:
        if (change.table, change.row_id) == record:
            if change.before in NOTHING:
                return "made"
            if change.after in NOTHING:
                return "deleted"
    return "changed"


def _told(reader: Reader, step: StepRow, change: _Change) -> Iterator[ChangeRow]:
    if change.table == "citation":
        values = _values(change.after) or _values(change.before) or {}
        name = called(reader, Key("source", str(values.get("source_id") or 0)))
        came = change.before in NOTHING
        if came or change.after in NOTHING:
            yield ChangeRow(
                step.at, step.by, step.label, "source", "", "" if came else name, name if came else ""
            )
        return
    yield from change_lines(
        reader, (None, step.at, step.by, step.label, change.table, change.before, change.after)
    )


def _name(
    reader: Reader, key: Key | None, changes: Sequence[_Change], record: tuple[str, str]
) -> tuple[str, str, bool]:
    """What a record is called: as it is now, else as it last was, else as the step says."""
    if key is not None and key.kind == "pair":  # which is no row of its own
        a, _, b = key.id.partition("-")
        known = reader.value("SELECT 1 FROM pair_summary WHERE a = :a AND b = :b", a=a, b=b)
        return key.id, "", known is not None
    if key is not None and (name := called(reader, key)):
        label = reader.value(
            "SELECT label FROM search_entry WHERE kind = :kind AND record_id = :id", kind=key.kind, id=key.id
        )
        return name, str(label or "") if label != name else "", True
    last = reader.value(
        "SELECT before FROM change WHERE table_name = :kind AND row_id = :id"
        " AND before <> 'null' AND (after IS NULL OR after = 'null') ORDER BY id DESC LIMIT 1",
        kind=record[0],
        id=record[1],
    )
    own = [change for change in changes if (change.table, change.row_id) == record]
    sides = [last, *(side for change in own for side in (change.after, change.before))]
    values: dict[str, Any] = next(filter(None, map(_values, sides)), {})
    if values:
        return *named(record[0], record[1], values), False
    return "", "", False


def _values(stored: Any) -> dict[str, Any] | None:
    values = json.loads(stored) if isinstance(stored, str) else stored
    return values if isinstance(values, dict) else None
