"""The lists of a dossier's records enter: names, delegations, participants, logs and the like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import SQLModel, col, select

from db import models
from db.commands.matching import matched
from db.exchange.arrivals import Arrival
from db.exchange.arriving import Arriving
from db.exchange.fields import Columns
from db.exchange.placing import REFUSED, at
from db.exchange.rows import AT_A_TIME
from db.exchange.shapes import PARTS, Part
from db.models.base import Numbered
from db.names import fold
from db.waiting import made

if TYPE_CHECKING:
    from sqlmodel import Session

ROWS: dict[str, type[Numbered]] = {
    str(table.__tablename__): table
    for table in (getattr(models, name) for name in models.__all__)
    if issubclass(table, Numbered)
}
SEVERAL = ("delegation", "participant", "rung_change", "log_entry")
"""Tables in which two rows may say the same; in all others one is enough."""


class Owner(NamedTuple):
    """What a list hangs on."""

    row: Numbered
    new: bool
    title: str
    draft: Any
    path: str


class Line(NamedTuple):
    """One line of a list."""

    owner: Owner
    draft: Any
    columns: Columns
    path: str


def take_lists(arriving: Arriving, records: Sequence[Arrival]) -> None:
    """Take in every list of the records; a line that is there is not made again."""
    owners: dict[str, list[Owner]] = defaultdict(list)
    for one in records:
        if one.row is not None:
            owners[one.kind].append(Owner(one.row, one.new, arriving.title(one), one.draft, one.path))
    for done, part in enumerate(sorted(PARTS, key=lambda part: part.of == "delegation")):
        arriving.telling("lists of records", done, len(PARTS))
        taken = _take(arriving, part, owners[part.of])
        if part.table == "delegation":
            owners["delegation"] = taken


def _take(arriving: Arriving, part: Part, owners: Sequence[Owner]) -> list[Owner]:
    """One list of all records; what its own lists hang on."""
    table = ROWS[part.table]
    saying = owners if part.name in _OF_SEVERAL else [one for one in owners if getattr(one.draft, part.name)]
    lines = [line for owner in saying for line in _lines(arriving, part, owner)]
    known = {line.owner.row.number for line in lines if not line.owner.new}
    present: dict[int, list[Any]] = defaultdict(list)
    for row in rows_with(arriving.session, table, part.owner, sorted(known)):
        present[getattr(row, part.owner)].append(row)
    by_owner: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_owner[line.owner.row.number].append(line)
    new: list[Line] = []
    rows: list[Any] = []  # of all lines that are taken, None for those that are new
    taken: list[Line] = []
    same = rules(part)
    for number, of_one in by_owner.items():
        here = present.get(number, ())
        found = matched(here, of_one, *same)[0] if here else [None] * len(of_one)
        said: set[Any] = set()
        for line, row in zip(of_one, found, strict=True):
            key = tuple(line.columns[name] for name in part.same)
            if (
                row is None
                and part.table not in SEVERAL
                and (key in said or any(_same(part, one, line) for one in here))
            ):
                continue
            said.add(key)
            if row is None:
                new.append(line)
            else:
                quiet = ("kind",) if part.table == "official_name" else ()
                arriving.fill(row, _title(part, line), part.fields, line.columns, quiet)
            rows.append(row)
            taken.append(line)
    if part.table == "delegation":  # the only lines that have lists of their own
        return _delegations(arriving, rows, taken)
    for line in new:
        line.columns.update(_worked_out(part, line.columns))
    arriving.add_values(table, [line.columns for line in new])
    return []


def _delegations(arriving: Arriving, rows: Sequence[Any], lines: Sequence[Line]) -> list[Owner]:
    """Delegations as what their members hang on, those that are not there made."""
    those = [row or made(models.Delegation, line.columns) for row, line in zip(rows, lines, strict=True)]
    arriving.add([one for one, row in zip(those, rows, strict=True) if row is None])
    return [
        Owner(one, row is None, line.owner.title, line.draft, line.path)
        for one, row, line in zip(those, rows, lines, strict=True)
    ]


def rows_with(session: Session, table: type[SQLModel], column: str, among: Sequence[int]) -> Iterator[Any]:
    """The rows that have one of these numbers in a column, in the order of their ids."""
    for start in range(0, len(among), AT_A_TIME):
        some = among[start : start + AT_A_TIME]
        statement = select(table).where(col(getattr(table, column)).in_(some))
        yield from session.exec(statement.order_by(table.id))  # type: ignore[attr-defined]


def _lines(arriving: Arriving, part: Part, owner: Owner) -> Iterator[Line]:
    for number, draft in enumerate(_drafts(part, owner.draft)):
        path = f"{owner.path}.{part.name}[{number}]"
        try:
            columns = arriving.columns_of(part.fields, draft)
        except REFUSED as error:
            raise at(path, error) from None
        columns[part.owner] = owner.row.number
        if (
            part.table == "official_name"
            and columns["kind"] == "preferred"
            and isinstance(owner.row, models.Official)
        ):
            columns["kind"] = "preferred" if columns["name"] == owner.row.name else "spelling"
        if part.table == "post_counterpart" and columns["counterpart_id"] == owner.row.number:
            continue
        yield Line(owner, draft, columns, path)


_OF_SEVERAL = ("parties", "scores")
"""Lists that a dossier says in several fields."""


def _drafts(part: Part, draft: Any) -> Sequence[Any]:
    """The lines of a list as drafts, also where the dossier has but words for them."""
    if part.name == "parties":
        return [SimpleNamespace(country=code, role=draft.roles.get(code, "guest")) for code in draft.parties]
    if part.name == "scores":
        scores = {score.country: score for score in draft.scores}
        codes = dict.fromkeys((*draft.parties, *scores))
        blank = {"role": "", "score": None, "evidence": ""}
        return [scores.get(code) or SimpleNamespace(country=code, **blank) for code in codes]
    lines: Sequence[Any] = getattr(draft, part.name)
    if part.alone:
        return [SimpleNamespace(**{part.fields[0].name: word}) for word in dict.fromkeys(lines)]
    return lines


def rules(part: Part) -> list[Callable[[Any, Line], bool]]:
    """When a row is a line: it is the same in all, or it only says more or less."""
    found: list[Callable[[Any, Line], bool]] = [
        lambda row, line: all(getattr(row, name) == value for name, value in line.columns.items())
    ]
    if part.same:
        found.append(lambda row, line: _same(part, row, line))
    if part.table == "tenure":
        found.append(lambda row, line: row.post_id == line.columns["post_id"] and _vague(row, line))
    return found


def _same(part: Part, row: Any, line: Line) -> bool:
    if part.table == "participant":
        return _same_person(row, line.columns)
    if part.table == "delegation":
        return row.country == line.columns["country"] and (
            row.organisation_id == line.columns["organisation_id"]
            or None in (row.organisation_id, line.columns["organisation_id"])
        )
    return all(getattr(row, name) == line.columns[name] for name in part.same)


def _same_person(row: Any, columns: Columns) -> bool:
    if row.country != columns["country"]:
        return False
    for column in ("official_id", "post_id"):
        if getattr(row, column) and columns[column]:
            return bool(getattr(row, column) == columns[column])
    if row.group_name or columns["group_name"]:
        return bool(row.group_name == columns["group_name"])
    return bool(row.organisation_id and row.organisation_id == columns["organisation_id"]) and not (
        row.official_id or row.post_id or columns["official_id"] or columns["post_id"]
    )


def _vague(row: Any, line: Line) -> bool:
    """Whether one of the two only says that the post was held at some time."""
    return not (row.date_edtf or row.date_text) or not (
        line.columns["date_edtf"] or line.columns["date_text"]
    )


def _worked_out(part: Part, columns: Columns) -> Columns:
    """Columns that follow from others."""
    match part.table:
        case "official_name":
            return {"folded": fold(columns["name"])}
        case "post_title":
            return {"folded": fold(columns["title"])}
        case _:
            return {}


def _title(part: Part, line: Line) -> str:
    who = next((str(found) for name in _TELLING if (found := getattr(line.draft, name, ""))), part.name)
    return f"{line.owner.title}, {who}"


_TELLING = ("official", "as_printed", "group", "post", "name", "title", "action", "country", "topic")
