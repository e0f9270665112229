"""Which record of the store an arrival is: by its ref, or by its names and what it says."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from db.commands.desk import standing_row
from db.exchange.arrivals import Arrival
from db.exchange.same_events import by_ref
from db.models import OfficialName, OrganisationName
from db.models.base import Numbered
from db.names import fold
from db.refs import LETTERS
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session

Values = Mapping[str, Any]
Keys = list[list[Hashable]]
"""Under what a record is found, one list a rule, the strictest first."""


def recognise(
    session: Session,
    kind: str,
    table: type[Numbered],
    arriving: Sequence[Arrival],
    taken: set[int],
    tell: Tell = nobody,
) -> list[str]:
    """Give each arrival that is in the store its row; no row stands for two, unless one of them went into it.

    Args:
        session: open.
        kind: of all the arrivals.
        table: theirs.
        arriving: those that stand, or those that went into others, with their columns.
        taken: the rows that other arrivals stand for; gets those of these.
        tell: is told how far it is.

    Returns:
        sentences on those that may be one of several.
    """
    if kind in LETTERS:
        by_ref(session, table, arriving, taken, tell)
        return []
    return _by_name(session, kind, table, arriving, taken)


def _by_name(
    session: Session, kind: str, table: type[Numbered], arriving: Sequence[Arrival], taken: set[int]
) -> list[str]:
    if not arriving:
        return []
    spellings: Mapping[int, list[str]] = _SPELLINGS[kind](session) if kind in _SPELLINGS else {}
    index = _index(session, kind, table, tuple(arriving[0].columns), spellings)
    wanted = [(one, _keys(kind, one.columns, _own_spellings(one))) for one in arriving]
    doubts: dict[str, int] = {}
    for same_state, rule in product((True, False), range(len(index))):
        for one, keys in wanted:
            rows = [row for key in keys[rule] for row in index[rule].get(key, ())]
            if one.row is None and rows:
                rows = _likeliest(one, _fitting(one, rows, taken, same_state=same_state), spellings)
                if len(rows) == 1 or (rows and all(_equal(one.columns, row) for row in rows)):
                    _take(session, one, rows[0], taken)
                elif rows:
                    doubts[one.name] = len(rows)
    return [
        f"{doubts[one.name]} records here could be {one.title}; it was entered as another one."
        for one in arriving
        if one.row is None and one.name in doubts
    ]


def _index(
    session: Session,
    kind: str,
    table: type[Numbered],
    columns: Sequence[str],
    spellings: Mapping[int, list[str]],
) -> list[dict[Hashable, list[Any]]]:
    """The rows of a table by that under which they are found, one index a rule."""
    found: list[dict[Hashable, list[Any]]] = []
    for row in session.exec(select(table).order_by(col(table.id))):
        values = {name: getattr(row, name) for name in columns}
        for rule, keys in enumerate(_keys(kind, values, spellings.get(row.number, ()))):
            if rule == len(found):
                found.append(defaultdict(list))
            for key in keys:
                found[rule][key].append(row)
    return found


def _fitting(one: Arrival, rows: Iterable[Any], taken: set[int], *, same_state: bool) -> list[Any]:
    """Those of the rows that the arrival may be: of its country, and merged away as it is, or just not."""
    gone = bool(one.draft.merged_into) if "merged_into" in type(one.draft).model_fields else False
    fitting = {
        row.id: row
        for row in rows
        if (row.id not in taken or not (gone or same_state))
        and (getattr(row, "merged_into", None) is not None) == (gone == same_state)
        and _agree(one.columns, row)
    }
    return list(fitting.values())


def _likeliest(one: Arrival, rows: list[Any], spellings: Mapping[int, list[str]]) -> list[Any]:
    """Of several rows the one that shares most names and values; all those that share as many."""
    mine = set(_own_spellings(one))

    def shared(row: Any) -> tuple[int, int]:
        values = sum(bool(value) and getattr(row, name) == value for name, value in one.columns.items())
        return len(mine.intersection(spellings.get(row.id, ()))), values

    best = max(map(shared, rows), default=(0, 0))
    return [row for row in rows if shared(row) == best]


def _take(session: Session, one: Arrival, row: Any, taken: set[int]) -> None:
    standing = standing_row(session, row)
    one.shared = standing is not row and not getattr(one.draft, "merged_into", "")
    one.row = standing if one.shared else row
    taken.add(row.id)


def _equal(columns: Values, row: Any) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())


def _agree(columns: Values, row: Any) -> bool:
    """Countries that are known on both sides are one; so are texts."""
    for name in ("country", "body"):
        mine, theirs = columns.get(name), getattr(row, name, None)
        if mine and theirs and mine != theirs:
            return False
    return True


def _keys(kind: str, values: Values, spellings: Iterable[str]) -> Keys:
    match kind:
        case "source":
            body = values["body"]
            return [[values["key"]], [hashlib.sha256(body.encode()).hexdigest()] if body else []]
        case "series":
            return [[values["name"]]]
        case "organisation":
            acronym, country = fold(values["acronym"]), values["country"]
            return [
                [_whole(values)],
                [_folded(values["name"])],
                [(acronym, country)] if acronym and country else [],
                [_folded(values["name"]), *spellings],
            ]
        case "post":
            return [[_whole(values)], [(values["organisation_id"], _folded(values["title"]))]]
        case _:
            return [[_whole(values)], [_folded(values["name"])], list(spellings)]


def _whole(values: Values) -> Hashable:
    return tuple(values.values())


def _folded(name: str) -> str:
    """A name as it is compared; one of which nothing would be left, as it is."""
    return fold(name) or name


def _spellings(session: Session) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    names = select(OfficialName.official_id, OfficialName.name, OfficialName.folded)
    for number, name, folded in session.exec(names.where(OfficialName.kind != "weak")):
        found[number].append(folded or name)
    return found


def _names_of_before(session: Session) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for number, name in session.exec(select(OrganisationName.organisation_id, OrganisationName.name)):
        found[number].append(_folded(name))
    return found


_SPELLINGS = {"official": _spellings, "organisation": _names_of_before}


def _own_spellings(one: Arrival) -> list[str]:
    if one.kind not in _SPELLINGS:
        return []
    names = getattr(one.draft, "names", ())
    return [_folded(name.name) for name in names if getattr(name, "kind", "") != "weak"]
