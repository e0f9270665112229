"""Which column says what: as the officer says, else as the last time, else as its header is known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from db.errors import BadInput
from db.exchange.tables.fields import COUNTRY, LEFT_OUT
from db.exchange.tables.grid import AS_IT_SHOWS, Grid, How
from db.exchange.tables.kinds import VISITS, TableKind
from db.names import fold

LOOKED_AT = 25
"""Rows among which the header is sought."""
_OTHER = {"sending": "host", "host": "sending"}


class Table(NamedTuple):
    """A grid cut into its header and what stands below.

    Attributes:
        headers: told apart where the file does not: "Date (2)", "column 5".
        rows: as wide as the header, each with its number in the file.
        told: how it was read.
        kind: what its rows are.
        how: how the file was read, to be said otherwise.
        sheets: of a workbook, those that can be seen.
    """

    headers: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    told: tuple[str, ...]
    kind: TableKind = VISITS
    how: How = AS_IT_SHOWS
    sheets: tuple[str, ...] = ()


class Columns(NamedTuple):
    """What the columns say.

    Attributes:
        fields: by column, those that are left out not among them.
        constants: by field, what holds for every row.
    """

    fields: dict[int, str]
    constants: dict[str, str]

    def columns(self, *fields: str) -> list[int]:
        """The columns that fill some fields, in the order of the file."""
        return [at for at, field in sorted(self.fields.items()) if field in fields]


def cut(grid: Grid, kind: TableKind = VISITS, header: int = 0) -> Table:
    """Find the header: the first of the rows in which most columns are known, else the first with several texts.

    Args:
        grid: as it stands in the file.
        kind: what the rows are.
        header: the number of the row of headers, where that was said.

    Raises:
        BadInput: there is none, or nothing below it.
    """
    at = header - 1 if 0 < header <= len(grid.rows) else _header(grid, kind)
    if at < 0:
        raise BadInput("There is no row of headers in the table; the first row names the columns.")
    width = max(len(row) for row in grid.rows[at:])
    rows = [
        (at + n, [*row, *[""] * (width - len(row))])
        for n, row in enumerate(grid.rows[at + 1 :], 2)
        if any(row)
    ]
    if not rows:
        raise BadInput("The table has headers, and no row below them.")
    above = sum(1 for row in grid.rows[:at] if any(row))
    told = f"the headers are in row {at + 1}; what stands above is left out" if above else ""
    how = grid.how._replace(header=at + 1)
    headers = _told_apart(grid.rows[at], width)
    return Table(headers, rows, tuple(filter(None, (*grid.told, told))), kind, how, grid.sheets)


def _header(grid: Grid, kind: TableKind) -> int:
    """The place of the row of headers, -1 for none."""
    several = 1 if kind is VISITS else 0  # a list of names or of tasks may well have one column
    best, at = 0, -1
    for number, row in enumerate(grid.rows[:LOOKED_AT]):
        found = len({field for one in row if (field := known(one, kind))})
        if found > best and sum(1 for one in row if one) > several:
            best, at = found, number
    if at >= 0:
        return at
    looked_at = enumerate(grid.rows[:LOOKED_AT])
    return next((number for number, row in looked_at if sum(1 for one in row if one) > several), -1)


def _told_apart(header: Sequence[str], width: int) -> tuple[str, ...]:
    found: list[str] = []
    for at in range(width):
        name = " ".join((header[at] if at < len(header) else "").split()) or f"column {at + 1}"
        again = 2
        plain = name
        while name in found:
            name, again = f"{plain} ({again})", again + 1
        found.append(name)
    return tuple(found)


def known(header: str, kind: TableKind = VISITS) -> str:
    """The field that a header names, "" for none."""
    folded = fold(header)
    columns = kind.columns.items()
    return next((name for name, one in columns if folded in one.headers), "") if folded else ""


def fingerprint(table: Table) -> str:
    """What a table is remembered by: its headers, however they are spelled."""
    kind = () if table.kind is VISITS else (table.kind.name,)
    words = "\n".join((*kind, *(fold(one) for one in table.headers)))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def read_pairs(words: Sequence[str], option: str) -> dict[str, str]:
    """What --map and --set say: "col=field,col=field", once or often.

    Raises:
        BadInput: a part is no pair.
    """
    found: dict[str, str] = {}
    for part in _apart(words, option):
        left, sign, right = part.rpartition("=") if option == "map" else part.partition("=")
        if not sign or not left.strip() or not right.strip():
            raise BadInput(f"--{option} wants pairs such as {_EXAMPLES[option]}, and “{part[:60]}” is none.")
        found[left.strip()] = right.strip()
    return found


def _apart(words: Sequence[str], option: str) -> list[str]:
    """The pairs; what has no sign is part of the header that follows, or of the value before."""
    found: list[str] = []
    for word in words:
        begun = ""
        before = len(found)
        for part in word.split(","):
            if "=" in part:
                found.append(begun + part)
                begun = ""
            elif option == "set" and len(found) > before:
                found[-1] += f",{part}"
            else:
                begun += f"{part},"
        if begun:
            found.append(begun.rstrip(","))
    return found


_EXAMPLES = {"map": "Country=host", "set": "sending=US"}


def propose(table: Table, said: Mapping[str, str], constants: Mapping[str, str]) -> Columns:
    """Which column says what.

    Args:
        table: with its headers.
        said: field by header, or by the number of the column, as the officer says; headers tell the others.
        constants: by field, what holds for every row that does not say otherwise.

    Raises:
        BadInput: there is no such column or field, or the table does not say what its rows must.
    """
    found = assumed(table, said, constants)
    if missing := lacking(table, found):
        raise BadInput(missing)
    return found


def assumed(table: Table, said: Mapping[str, str], constants: Mapping[str, str]) -> Columns:
    """The same, where something may still be missing that is asked for next.

    Raises:
        BadInput: there is no such column or field.
    """
    known_fields = table.kind.columns
    for field in constants:
        if field not in known_fields or (field == COUNTRY and table.kind is VISITS):
            raise BadInput(f"--set: there is no field “{field[:40]}”; there are {_fields(table.kind)}.")
    fields: dict[int, str] = {}
    left_out: set[int] = set()
    for header, field in said.items():
        at = _place(table, header)
        if field in (LEFT_OUT, "none"):
            left_out.add(at)
        elif field in known_fields and not (field == COUNTRY and table.kind is VISITS):
            _take(fields, at, field, table)
        else:
            raise BadInput(f"--map: there is no field “{field[:40]}”; there are {_fields(table.kind)}.")
    headers = [known(header, table.kind) for header in table.headers]
    ranked = sorted(
        range(len(headers)), key=lambda one: (_rank(table.kind, table.headers[one], headers[one]), one)
    )
    for at in ranked:
        field = headers[at]
        if not field or at in fields or at in left_out:
            continue
        whole = field == "date" and {"start", "end"} & {*headers, *fields.values()}
        if not whole and (known_fields[field].joined or field not in fields.values()):
            fields[at] = field
    if table.kind is VISITS:
        fields = _with_sides(fields, constants)
    return Columns(fields, dict(constants))


def _rank(kind: TableKind, header: str, field: str) -> int:
    """How well a header says it: of "name" and "who" the first is the name."""
    return kind.columns[field].headers.index(fold(header)) if field else 0


def _take(fields: dict[int, str], at: int, field: str, table: Table) -> None:
    if field in fields.values() and not table.kind.columns[field].joined:
        raise BadInput(f"--map: two columns cannot both be {field}; one is “{table.headers[at][:40]}”.")
    fields[at] = field


def _with_sides(fields: dict[int, str], constants: Mapping[str, str]) -> dict[int, str]:
    """A column that only says "country" is the side that is still missing."""
    bare = [at for at, field in fields.items() if field == COUNTRY]
    sides = {*fields.values(), *constants} & {"sending", "host"}
    if len(bare) == 1 and len(sides) == 1:
        fields[bare[0]] = _OTHER[sides.pop()]
    elif len(sides) == len(_OTHER):
        fields = {at: field for at, field in fields.items() if field != COUNTRY}
    return fields


def lacking(table: Table, columns: Columns) -> str:
    """What the table does not say and its rows must, as a sentence that says how to say it; "" for nothing."""
    there = {*columns.fields.values(), *columns.constants}
    if table.kind is not VISITS:
        wanted, _ = table.kind.wants
        if wanted in there or (wanted == "name" and "family" in there):
            return ""
        return (
            f"No column says {table.kind.columns[wanted].about}: name one,"
            f' as in --map "{table.headers[0][:40]}={wanted}". {_listed(table)}'
        )
    missing = [side for side in ("sending", "host") if side not in there]
    if not missing:
        return ""
    bare = next((at for at, field in columns.fields.items() if field == COUNTRY), 0)
    which = {"sending": "travels", "host": "receives"}
    return (
        f"No column says which country {' or which '.join(which[one] for one in missing)}: name one,"
        f' as in --map "{table.headers[bare][:40]}={missing[-1]}",'
        f" or say it for all rows, as in --set {missing[0]}=US. {_listed(table)}"
    )


def _listed(table: Table) -> str:
    return f"The columns are {', '.join(f'“{one[:30]}”' for one in table.headers[:30])}."


def _place(table: Table, header: str) -> int:
    wanted = fold(header)
    found = [at for at, one in enumerate(table.headers) if one == header] or [
        at for at, one in enumerate(table.headers) if wanted and fold(one) == wanted
    ]
    if not found and header.isdecimal() and 1 <= int(header) <= len(table.headers):
        found = [int(header) - 1]
    if not found:
        names = ", ".join(f"“{one[:30]}”" for one in table.headers[:30])
        raise BadInput(f"--map: there is no column “{header[:60]}”; there are {names}.")
    return found[0]


def _fields(kind: TableKind) -> str:
    names = (name for name in kind.columns if not (name == COUNTRY and kind is VISITS))
    return ", ".join((*names, f"and {LEFT_OUT} for none"))
