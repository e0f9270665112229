"""A table from its bytes to what would enter: everything that an officer is shown before it does."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.tables.columns import Columns
from db.exchange.tables.fields import REASON
from db.exchange.tables.grid import AS_IT_SHOWS, Grid, How, safe
from db.exchange.tables.header import LOOKED_AT, Table, cut
from db.exchange.tables.kinds import OUTCOMES, VISITS, TableKind, likely
from db.exchange.tables.known import hanging_on_nothing, refs_of, twins_of
from db.exchange.tables.namesakes import RowT, bearers_of, new_names, without_namesakes
from db.exchange.tables.outcomes import names_for_outcomes
from db.exchange.tables.people import people_in
from db.exchange.tables.records import Entry, RecordReading, countries_named, parties_in
from db.exchange.tables.rows import Reading, Rejected, Row
from db.exchange.tables.sniffing import DateOrder, order_of, read_text_table
from db.exchange.tables.twins import Twin, among_rows, in_store, way_of
from db.exchange.tables.values import CODES_TOO, COUNTRIES, Countries, Days, says_nothing
from db.exchange.tables.workbook import read_workbook
from db.sweeping import unswept
from db.telling import Tell, nobody, watched

if TYPE_CHECKING:
    from db.reader import Reader

_ZIP = b"PK\x03\x04"
_DAYS = ("date", "start", "end", "due")


class Plan(NamedTuple):
    """What a table would bring.

    Attributes:
        rows: the visits that enter, in the order of the file.
        entries: the meetings, outcomes, officials or follow-ups that do.
        rejected: rows that cannot.
        twins: rows that may be there already; those left out enter nowhere.
        told: how the table was read, in sentences.
        remarks: what the officer may want to look at, in sentences.
        fields: by header, what each column says; "" for those that are left out.
        read: how many rows the table has.
    """

    rows: list[Row]
    entries: list[Entry]
    rejected: list[Rejected]
    twins: list[Twin]
    told: tuple[str, ...]
    remarks: list[str]
    fields: dict[str, str]
    read: int

    @property
    def entering(self) -> Sequence[Row | Entry]:
        """All that enters."""
        return self.rows or self.entries


def table_of(raw: bytes, kind: TableKind = VISITS, how: How = AS_IT_SHOWS) -> Table:
    """The table in the bytes of a CSV, TSV or XLSX file.

    Args:
        raw: the bytes.
        kind: what its rows are.
        how: what is said of the file; the rest is found in it.

    Raises:
        BadInput: there is none, or it is not safe to read.
    """
    return cut(_grid(raw, how), kind, how.header)


def likely_kind(raw: bytes, how: How = AS_IT_SHOWS) -> TableKind:
    """What the rows of a table most likely are, as its headers tell.

    Raises:
        BadInput: it is not safe to read.
    """
    return likely(_grid(raw, how).rows[:LOOKED_AT])


def rows_of(raw: bytes, how: How) -> list[list[str]]:
    """The rows of a file as they stand in it, from the first on.

    Raises:
        BadInput: it is not safe to read.
    """
    return _grid(raw, how).rows


def _grid(raw: bytes, how: How) -> Grid:
    return read_workbook(raw, how.sheet) if raw.startswith(_ZIP) else read_text_table(raw, how)


@unswept()
def plan(
    reader: Reader,
    table: Table,
    columns: Columns,
    *,
    today: date,
    day_first: bool | None = None,
    anyway: bool = False,
    tell: Tell = nobody,
) -> Plan:
    """Read every row.

    Args:
        reader: the store.
        table: with its headers.
        columns: what they say.
        today: from then on visits are still to come.
        day_first: which way dates run; None finds it in them.
        anyway: whether rows that are there already enter too.
        tell: told how far it is.

    Raises:
        BadInput: the dates can be read both ways, and nobody has said which.
    """
    order, said = _day_first(table, columns, day_first)
    days = Days(today, day_first=order)
    told = (*table.told, *said, *_told(table, columns))
    if table.kind is VISITS:
        found = _plan_visits(reader, table, columns, days, today, tell)
    else:
        found = _plan_records(reader, table, columns, days, today, tell)
    twins = [twin._replace(left_out=False) for twin in found.twins] if anyway else found.twins
    rows, entries = _without(found.rows, twins), _without(found.entries, twins)
    return Plan(
        rows,
        entries,
        sorted(found.rejected),
        sorted((*twins, *found.itself), key=lambda one: (not one.left_out, one)),
        (*told, *_of_rows(rows, found.several)),
        new_names(reader, rows or entries),
        {header: columns.fields.get(at, "") for at, header in enumerate(table.headers)},
        len(table.rows),
    )


class _Found(NamedTuple):
    rows: list[Row]
    entries: list[Entry]
    rejected: list[Rejected]
    twins: list[Twin]
    several: int = 0
    itself: Sequence[Twin] = ()  # rows that went out of this store, which enter in no case


def _plan_visits(
    reader: Reader, table: Table, columns: Columns, days: Days, today: date, tell: Tell
) -> _Found:
    reading = Reading(table, columns, _countries(reader, table, columns), days, Topics(reader))
    rows: list[Row] = []
    rejected: list[Rejected] = []
    several = 0
    for number, cells in watched(tell, "reading", table.rows):
        found = reading.read(number, cells, today)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            rows += found
            several += len(found) > 1
    rows, shared = without_namesakes(reader, rows, dict(table.rows))
    twins = among_rows(rows)
    known = in_store(reader, _without(rows, twins))
    there = {(twin.number, twin.way) for twin in known if twin.left_out}
    twins = [twin for twin in twins if twin.left_out or (twin.number, twin.way) not in there] + known
    return _Found(rows, [], rejected + shared, twins, several)


def _plan_records(
    reader: Reader, table: Table, columns: Columns, days: Days, today: date, tell: Tell
) -> _Found:
    homes = _homes(reader, table, columns)
    countries = _countries(reader, table, columns)
    names = names_for_outcomes(reader) if table.kind is OUTCOMES else None
    reading = RecordReading(table, columns, countries, days, Topics(reader), homes, names)
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    refs = refs_of(reader, table.kind) if columns.columns("ref") else {}
    known: list[Twin] = []
    for number, cells in watched(tell, "reading", table.rows):
        if refs and (ref := reading.ref(cells, refs)):
            known.append(Twin(number, "", ref, "the same record", left_out=True))
            continue
        found = reading.read(number, cells, today)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            entries.append(found)
    cells_of = dict(table.rows)
    entries, shared = without_namesakes(reader, entries, cells_of)
    loose = hanging_on_nothing(reader, entries, cells_of)
    out = {one.number for one in loose}
    entries = [one for one in entries if one.number not in out]
    return _Found([], entries, rejected + shared + loose, twins_of(reader, entries), itself=known)


def _homes(reader: Reader, table: Table, columns: Columns) -> dict[str, str]:
    """The country of each official whom cells name, where only one bears the name."""
    at = columns.columns("people")
    names = {one.name for _, cells in table.rows for column in at for one in people_in(cells[column])}
    bearers = bearers_of(reader, names)
    return {
        folded: next(iter(homes.values())) for folded, homes in bearers.items() if len({*homes.values()}) == 1
    }


def _without(rows: Sequence[RowT], twins: Sequence[Twin]) -> list[RowT]:
    out = {(twin.number, twin.way) for twin in twins if twin.left_out}
    return [row for row in rows if (row.number, _way(row)) not in out]


def _way(row: Row | Entry) -> str:
    return way_of(row) if isinstance(row, Row) else ""


def order_in(table: Table, columns: Columns) -> DateOrder:
    """Which way the dates of a table run, as far as they show it."""
    at = columns.columns(*_DAYS)
    return order_of(cells[one] for _, cells in table.rows for one in at)


def _day_first(table: Table, columns: Columns, said: bool | None) -> tuple[bool, tuple[str, ...]]:
    found = order_in(table, columns)
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
    at = columns.columns(*COUNTRIES)
    cells = {cells[one] for _, cells in table.rows for one in at}
    cells |= {columns.constants.get(side, "") for side in COUNTRIES}
    if table.kind.name in ("meetings", "outcomes"):
        cells |= {part for cell in cells for part in parties_in(cell)}
        beside = columns.columns("people")
        cells |= {name for _, one in table.rows for at in beside for name in countries_named(one[at])}
    return Countries(reader, {one for one in cells if one in CODES_TOO or not says_nothing(one)})


def _told(table: Table, columns: Columns) -> list[str]:
    used = [f"“{table.headers[at][:30]}” is {field}" for at, field in sorted(columns.fields.items())]
    left = [
        f"“{one[:30]}”" for at, one in enumerate(table.headers) if at not in columns.fields and one != REASON
    ]
    found = [f"column {', '.join(used)}"] if used else []
    found += [
        f"{field} is {value} in every row that says nothing else"
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
