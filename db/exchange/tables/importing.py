"""A table of visits from its bytes to what would enter: everything that an officer is shown before it does."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.drafts import ParticipantDraft
from db.entry.likely import mistakable
from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.tables.columns import Columns, Table, cut
from db.exchange.tables.fields import COLUMNS, REASON
from db.exchange.tables.grid import safe
from db.exchange.tables.rows import Reading, Rejected, Row
from db.exchange.tables.sniffing import order_of, read_text_table
from db.exchange.tables.twins import Twin, among_rows, in_store, way_of
from db.exchange.tables.values import Countries, Days, says_nothing
from db.exchange.tables.workbook import read_workbook
from db.names import fold
from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 400
_EVERY = 500  # rows between two words on how far it is
_ASKED_AFTER = 300  # new names that are held against those of the store
_ZIP = b"PK\x03\x04"
_DAYS = ("date", "start", "end")
Progress = Callable[[str, int, int], None]
"""Told what is being done, how many rows are done, and of how many."""


def no_progress(_what: str, _done: int, _of: int) -> None:
    """For whoever does not watch."""


class Plan(NamedTuple):
    """What a table would bring.

    Attributes:
        rows: the visits that enter, in the order of the file.
        rejected: rows that cannot.
        twins: rows that may be there already; those left out are not among the rows.
        told: how the table was read, in sentences.
        remarks: what the officer may want to look at, in sentences.
        fields: by header, what each column says; "" for those that are left out.
        read: how many rows the table has.
    """

    rows: list[Row]
    rejected: list[Rejected]
    twins: list[Twin]
    told: tuple[str, ...]
    remarks: list[str]
    fields: dict[str, str]
    read: int


def table_of(raw: bytes) -> Table:
    """The table in the bytes of a CSV, TSV or XLSX file.

    Raises:
        BadInput: there is none, or it is not safe to read.
    """
    return cut(read_workbook(raw) if raw.startswith(_ZIP) else read_text_table(raw))


def plan(
    reader: Reader,
    table: Table,
    columns: Columns,
    *,
    today: date,
    day_first: bool | None = None,
    anyway: bool = False,
    progress: Progress = no_progress,
) -> Plan:
    """Read every row.

    Args:
        reader: the store.
        table: with its headers.
        columns: what they say.
        today: from then on visits are still to come.
        day_first: which way dates run; None finds it in them.
        anyway: whether rows that are there already enter too.
        progress: told how far it is.

    Raises:
        BadInput: the dates can be read both ways, and nobody has said which.
    """
    order, said = _day_first(table, columns, day_first)
    reading = Reading(
        table, columns, _countries(reader, table, columns), Days(today, day_first=order), Topics(reader)
    )
    rows: list[Row] = []
    rejected: list[Rejected] = []
    several = 0
    for done, (number, cells) in enumerate(table.rows, 1):
        found = reading.read(number, cells, today)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            rows += found
            several += len(found) > 1
        if done % _EVERY == 0:
            progress("reading", done, len(table.rows))
    rows, shared = _without_namesakes(reader, rows, dict(table.rows))
    rejected += shared
    twins = among_rows(rows)
    known = in_store(reader, _without(rows, twins))
    there = {(twin.number, twin.way) for twin in known if twin.left_out}
    twins = [twin for twin in twins if twin.left_out or (twin.number, twin.way) not in there] + known
    if anyway:
        twins = [twin._replace(left_out=False) for twin in twins]
    rows = _without(rows, twins)
    told = (*table.told, *said, *_told(table, columns), *_of_rows(rows, several))
    fields = {header: columns.fields.get(at, "") for at, header in enumerate(table.headers)}
    remarks = _new_names(reader, rows)
    return Plan(
        rows,
        sorted(rejected),
        sorted(twins, key=lambda one: (not one.left_out, one)),
        told,
        remarks,
        fields,
        len(table.rows),
    )


def _without(rows: Sequence[Row], twins: Sequence[Twin]) -> list[Row]:
    out = {(twin.number, twin.way) for twin in twins if twin.left_out}
    return [row for row in rows if (row.number, way_of(row)) not in out]


def _day_first(table: Table, columns: Columns, said: bool | None) -> tuple[bool, tuple[str, ...]]:
    at = columns.columns(*_DAYS)
    found = order_of(cells[one] for _, cells in table.rows for one in at)
    if said is not None:
        return said, (
            f"dates have the {'day' if said else 'month'} first, as you say",
        ) if found.shown else ()
    if found.day_first is None:
        why = (
            f"“{found.shown[:30]}” has the day first and “{found.against[:30]}” the month"
            if found.against
            else f"“{found.shown[:30]}” can be read both ways, and no other date shows which"
        )
        raise BadInput(f"The dates are not certain: {why}. Say --dates day-first or --dates month-first.")
    if not found.shown:
        return True, ()
    return found.day_first, (
        f"dates have the {'day' if found.day_first else 'month'} first, as “{found.shown[:30]}” shows",
    )


def _countries(reader: Reader, table: Table, columns: Columns) -> Countries:
    at = columns.columns("sending", "host")
    cells = {cells[one] for _, cells in table.rows for one in at}
    cells |= {columns.constants.get(side, "") for side in ("sending", "host")}
    return Countries(reader, {one for one in cells if not says_nothing(one)})


def _told(table: Table, columns: Columns) -> list[str]:
    used = [f"“{table.headers[at][:30]}” is {field}" for at, field in sorted(columns.fields.items())]
    left = [
        f"“{one[:30]}”" for at, one in enumerate(table.headers) if at not in columns.fields and one != REASON
    ]
    found = [f"column {', '.join(used)}"] if used else []
    found += [
        f"{COLUMNS[field].name} is {value} in every row that says nothing else"
        for field, value in columns.constants.items()
    ]
    return [*found, f"left out: {', '.join(left)}"] if left else found


def _of_rows(rows: Sequence[Row], several: int) -> list[str]:
    found = []
    if several:
        found.append(f"{several:,} row{'s' if several > 1 else ''} named several countries: a visit for each")
    if planned := sum(1 for row in rows if row.draft.status == "planned"):
        found.append(f"{planned:,} still to come or said to be planned")
    if undated := sum(1 for row in rows if not row.draft.date):
        found.append(f"{undated:,} without a date")
    return found


def _without_namesakes(
    reader: Reader, rows: list[Row], cells: Mapping[int, list[str]]
) -> tuple[list[Row], list[Rejected]]:
    """A name that two officials of a country bear is a question, and so the row is not taken."""
    bearers = _bearers(reader, {member.official for row in rows for member in _members(row)})
    kept, rejected = [], {}
    for row in rows:
        doubtful = next(
            (m.official for m in _members(row) if _many(bearers, m.official, row.draft.sending)), ""
        )
        if doubtful:
            reason = (
                f"several officials are called “{doubtful[:60]}”; merge them or write the name of one in full"
            )
            rejected[row.number] = Rejected(row.number, cells[row.number], reason)
        else:
            kept.append(row)
    return [row for row in kept if row.number not in rejected], list(rejected.values())


def _members(row: Row) -> list[ParticipantDraft]:
    return [
        member for delegation in row.draft.delegations for member in delegation.members if member.official
    ]


def _many(bearers: Mapping[str, Mapping[int, str]], name: str, country: str) -> bool:
    return sum(1 for home in bearers.get(fold(name), {}).values() if home in ("", country)) > 1


def _bearers(reader: Reader, names: set[str]) -> dict[str, dict[int, str]]:
    """The officials who bear each folded name, with their countries."""
    wanted = sorted({fold(name) for name in names} - {""})
    found: dict[str, dict[int, str]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        marks, values = marked("n", wanted[start : start + _AT_ONCE])
        for folded, number, country in reader.all(
            "SELECT n.folded, o.id, COALESCE(o.country, '') FROM official_name n"
            " JOIN official o ON o.id = n.official_id"
            f" WHERE n.folded IN ({marks}) AND n.kind <> 'weak' AND o.merged_into IS NULL",
            **values,
        ):
            found.setdefault(folded, {})[number] = country
    return found


def _new_names(reader: Reader, rows: Sequence[Row]) -> list[str]:
    """New officials who may be known ones: they enter, and are told."""
    if not reader.value("SELECT 1 FROM official LIMIT 1"):
        return []
    times = Counter((member.official, row.draft.sending) for row in rows for member in _members(row))
    bearers = _bearers(reader, {name for name, _ in times})
    new = [(name, country) for (name, country) in times if fold(name) not in bearers]
    found = []
    for name, country in new[:_ASKED_AFTER]:
        known = mistakable(reader, name, [country])
        if known is not None:
            found.append(f"“{name}” enters as a new official, and may be {known.like}.")
    if len(new) > _ASKED_AFTER:
        found.append(
            f"{len(new) - _ASKED_AFTER:,} more new officials were not held against those who are known."
        )
    return found


def rejected_csv(table: Table, rejected: Sequence[Rejected]) -> bytes:
    """The rows that cannot enter, each with its reason, to be mended in a spreadsheet and imported again."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    keep = [at for at, header in enumerate(table.headers) if header != REASON]
    out.writerow([REASON, *(table.headers[at] for at in keep)])
    for one in rejected:
        reason = f"row {one.number}: {one.reason}"
        out.writerow([safe(reason), *(safe(one.cells[at]) for at in keep)])
    return text.getvalue().encode("utf-8-sig")
