"""Which column says what: as the officer says, else as the last time, else as its header is known."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from db.errors import BadInput
from db.exchange.tables.fields import COUNTRY, LEFT_OUT, REASON
from db.exchange.tables.header import Table, first_cells, known
from db.exchange.tables.kinds import VISITS, TableKind
from db.names import fold

_OTHER = {"sending": "host", "host": "sending"}
_FROM_TO = {"sending": "start", "host": "end"}


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


def fingerprint(table: Table) -> str:
    """What a table is remembered by: its headers, however they are spelled; rows kept back are of the same table."""
    kind = () if table.kind is VISITS else (table.kind.name,)
    words = "\n".join((*kind, *(fold(one) for one in table.headers if one != REASON)))
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


def propose(
    table: Table,
    said: Mapping[str, str],
    constants: Mapping[str, str],
    of_countries: Collection[int] = (),
) -> Columns:
    """Which column says what.

    Args:
        table: with its headers.
        said: field by header, or by the number of the column, as the officer says; headers tell the others.
        constants: by field, what holds for every row that does not say otherwise.
        of_countries: the columns in which nothing but countries stands, as `values.columns_of_countries` finds.

    Raises:
        BadInput: there is no such column or field, or the table does not say what its rows must.
    """
    found = assumed(table, said, constants, of_countries)
    if missing := lacking(table, found):
        raise BadInput(missing)
    return found


def assumed(
    table: Table,
    said: Mapping[str, str],
    constants: Mapping[str, str],
    of_countries: Collection[int] = (),
) -> Columns:
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
    headers = [_meant(table, at) for at in range(len(table.headers))]
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
        unsaid = {*of_countries} - left_out - {_place(table, header) for header in said}
        fields = _with_sides(_with_countries(fields, constants, unsaid), constants)
    return Columns(fields, dict(constants))


def _meant(table: Table, at: int) -> str:
    """The field that a column's header names: "from" and "to" above days are a first and a last day."""
    field = known(table.headers[at], table.kind)
    if table.kind is VISITS and field in _FROM_TO:
        cells = first_cells(table, at)
        if cells and all(any(sign.isdecimal() for sign in cell) for cell in cells):
            return _FROM_TO[field]
    return field


def _with_countries(
    fields: Mapping[int, str], constants: Mapping[str, str], of_countries: Collection[int]
) -> dict[int, str]:
    """Where a side is missing, columns of countries that their headers take for nothing, or for visitors."""
    there = {*fields.values(), *constants}
    found = dict(fields)
    if COUNTRY not in there and not {*_OTHER} <= there:
        found |= dict.fromkeys((at for at in of_countries if fields.get(at, "head") == "head"), COUNTRY)
    return found


def _rank(kind: TableKind, header: str, field: str) -> int:
    """How well a header says it: of "name" and "who" the first is the name."""
    headers = kind.columns[field].headers if field else ()
    folded = fold(header)
    return headers.index(folded) if folded in headers else 0


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
    return _lacking_sides(table, columns, missing) if missing else ""


def _lacking_sides(table: Table, columns: Columns, missing: Sequence[str]) -> str:
    which = {"sending": "travels", "host": "receives"}
    bare = [f"“{table.headers[at][:40]}”" for at in columns.columns(COUNTRY)]
    names = [one[1:-1] for one in bare]
    if len(bare) > 1:
        return (
            f"{' and '.join(bare)} do not say which of the countries travels: name both,"
            f' as in --map "{names[0]}=sending,{names[1]}=host". {_listed(table)}'
        )
    if bare and len(missing) > 1:
        return (
            f"{bare[0]} does not say whether its countries travel or receive: say it, and the other side for"
            f' all rows, as in --map "{names[0]}=host" --set sending=US. {_listed(table)}'
        )
    free = (one for at, one in enumerate(table.headers) if at not in columns.fields and one != REASON)
    heads = (table.headers[at] for at in columns.columns("head"))
    name = next(iter((*names, *free, *heads, table.headers[0])))
    return (
        f"No column says which country {' or which '.join(which[one] for one in missing)}: name one,"
        f' as in --map "{name[:40]}={missing[0]}",'
        f" or say it for all rows, as in --set {missing[0]}=US. {_listed(table)}"
    )


def _listed(table: Table) -> str:
    headers = (f"“{one[:30]}”" for one in table.headers[:30] if one != REASON)
    return f"The columns are {', '.join(headers)}."


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
