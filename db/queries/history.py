"""Who changed what, from what to what, when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.cadence import every
from db.commitments import RUNGS
from db.merged import absorbed, standing
from db.queries.called import called
from db.queries.stored import moment_of, values_of
from db.reader import marked
from db.rows import ChangeRow, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.reader import Reader

LATEST_EVENTS = 20
UNTOLD = ("id", "folded", "skeleton", "sort_name")
HOUSEKEEPING = ("_id", "_first", "_last", "_basis")


def history(reader: Reader, key: Key, *, limit: int = 200) -> list[ChangeRow]:
    """The changes of a record and its parts, newest first; a record that was made is one line, not one a field."""
    if key.kind == "pair":
        return _of_pair(reader, key.id, limit)
    key = standing(reader, key)
    return _of_records(reader, key.kind, (one.id for one in (key, *absorbed(reader, key))), limit)


def _of_records(reader: Reader, kind: str, these: Iterable[str], limit: int) -> list[ChangeRow]:
    marks, ids = marked("id", these)
    rows = reader.all(
        "SELECT c.id, s.at, s.by, s.label, c.table_name, c.before, c.after FROM change c"
        " JOIN step s ON s.id = c.step_id WHERE c.record_kind = :kind"
        f" AND c.record_id IN ({marks})"
        " AND c.table_name <> 'citation'"  # the sources have a tab of their own
        " AND (c.before IS NOT NULL OR c.after IS NOT NULL)"  # else it was emptied from the trash
        " ORDER BY c.id DESC LIMIT :limit_",
        kind=kind,
        **ids,
        limit_=limit,
    )
    return [line for row in rows for line in change_lines(reader, row)][:limit]


def _of_pair(reader: Reader, pair: str, limit: int) -> list[ChangeRow]:
    """What was said of the pair itself, and the changes of its latest events, each with the event's name."""
    events = reader.all(
        "SELECT e.kind, e.record_id, e.ref FROM event_scope x JOIN event e ON e.id = x.event_id"
        " WHERE x.scope_kind = 'pair' AND x.scope_id = :pair"
        " ORDER BY x.sort_day DESC, x.group_id DESC, x.rank DESC LIMIT :latest",
        pair=pair,
        latest=LATEST_EVENTS,
    )
    rows = _of_records(reader, "pair", (pair,), limit)
    rows += [
        row._replace(what=f"{ref} {row.what}")
        for kind, number, ref in events
        for row in history(reader, Key(kind, str(number)), limit=limit)
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)[:limit]


def change_lines(reader: Reader, row: tuple[Any, ...]) -> Iterator[ChangeRow]:
    """One changed row field by field; of a row that came or went, its name alone.

    Args:
        reader: to name what a row points to.
        row: its number, and when, by whom, in which step, in which table it changed from what to what.
    """
    _, at, by, label, table, before, after = row
    was, now = values_of(before), values_of(after)
    what = " ".join((*_whose(reader, row), table.replace("_", " ").replace("followup", "follow-up")))
    when = moment_of(at)
    if was is None or now is None:
        name = _name(reader, now or was or {})
        yield ChangeRow(when, by, label, what, "", "" if was is None else name, "" if now is None else name)
        return
    for column in sorted(now):
        if column in UNTOLD or column.endswith(HOUSEKEEPING) or was.get(column) == now[column]:
            continue
        field = column.removesuffix("_edtf").replace("_", " ")
        if column == "merged_into":  # by what it is called, not by its number
            was, now = (_merged_into(reader, table, side) for side in (was, now))
        yield ChangeRow(when, by, label, what, field, _shown(was.get(column)), _shown(now[column]))


def _whose(reader: Reader, row: tuple[Any, ...]) -> tuple[str, ...]:
    """What a changed part of a record has no word of its own for: the outcome of an agenda's item, a party's code."""
    number, _, _, _, table, before, after = row
    side = values_of(after)
    if side is None or values_of(before) is None:
        return ()
    if table == "agenda_item":
        return (called(reader, Key("action", str(side["action_id"]))),)
    if table == "action_party":
        party = (
            "SELECT p.country FROM change c JOIN action_party p ON p.id = CAST(c.row_id AS INTEGER)"
            " WHERE c.id = :id"
        )
        return (str(reader.value(party, id=number) or ""),)
    return ()


def _merged_into(reader: Reader, table: str, side: dict[str, Any]) -> dict[str, Any]:
    number = side.get("merged_into")
    return side | {"merged_into": called(reader, Key(table, str(number))) if number else None}  # type: ignore[arg-type]


def _name(reader: Reader, side: dict[str, Any]) -> str:
    """What a row is called: a topic by its label, a tenure by its post, everything else by its own words."""
    if "months" in side or "last_change" in side:
        return every(side["months"]) if "months" in side else f"by {side['by'] or 'somebody'}"
    if "disposition" in side:
        return called(reader, Key("action", str(side["action_id"])))
    if "was" in side and "now" in side:
        return f"{RUNGS[side['was']]} → {RUNGS[side['now']]}"
    if "as_printed" in side and not side["as_printed"]:
        for column, sql in WHO.items():
            if side.get(column) and (found := reader.value(sql, id=side[column])):
                return str(found)
    for column, sql in CALLED_BY_ANOTHER.items():
        if side.get(column) and "as_printed" not in side and (found := reader.value(sql, id=side[column])):
            return str(found)
    return next((str(side[column]) for column in TELLING if side.get(column)), "")


CALLED_BY_ANOTHER = {
    "topic": "SELECT label FROM topic WHERE code = :id",
    "post_id": "SELECT title FROM post WHERE id = :id",
}
WHO = {  # of those who were there, where no source's words for them are kept
    "official_id": "SELECT name FROM official WHERE id = :id",
    "post_id": "SELECT title FROM post WHERE id = :id",
    "organisation_id": "SELECT name FROM organisation WHERE id = :id",
}
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


def _shown(value: Any) -> str:
    return "" if value is None else str(value)
