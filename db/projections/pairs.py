"""The figures of country pairs: moved by what an event adds or takes, never counted again."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from operator import add, sub
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.bulk import put
from db.names import fold
from db.projections.countries import Countries
from db.projections.lines import ScopeLine
from db.projections.many import about
from db.projections.tables import pair_summary
from db.scopes import in_status
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

_SUMS = """
    SELECT scope_id, SUM(forth), SUM(back), SUM(meetings), SUM(open), SUM(watch), COUNT(*)
    FROM event_scope WHERE scope_kind = 'pair' GROUP BY scope_id
"""
_KNOWN = text(
    "SELECT j.value FROM json_each(:pairs) j JOIN pair_summary p ON p.a = substr(j.value, 1, instr(j.value, '-') - 1)"
    " AND p.b = substr(j.value, instr(j.value, '-') + 1)"
)
_DATES = "SELECT id, sort_day, date_edtf, date_text, date_basis FROM event WHERE id IN :ids"
_EMPTY = text("DELETE FROM pair_summary WHERE a = :a AND b = :b AND events <= 0")


def _nearest(status: str, direction: str) -> str:
    """SQL for the last or next event of a pair in a status: one look into the index, and another for the undated."""
    looks = (
        "SELECT s.event_id FROM event_scope s"
        f" WHERE s.scope_kind = 'pair' AND s.scope_id = j.value AND {in_status('s', status)}"
        f" AND {known} ORDER BY s.sort_day {direction}, s.event_id {direction} LIMIT 1"
        for known in ("s.sort_day > ''", "s.sort_day = ''")
    )
    return f"COALESCE({', '.join(f'({look})' for look in looks)})"


_LAST = [_nearest(status, "DESC") for status in HELD_STATUSES]
_NEXT = [_nearest(status, "ASC") for status in PLANNED_STATUSES]
_NEAREST = text(f"SELECT j.value, {', '.join((*_LAST, *_NEXT))} FROM json_each(:pairs) j")


class Figures(NamedTuple):
    """What events add to a pair."""

    forth: int = 0
    back: int = 0
    meetings: int = 0
    open: int = 0
    watch: int = 0
    events: int = 0

    def plus(self, other: Figures) -> Figures:
        """The sum of two."""
        return Figures._make(map(add, self, other))

    def minus(self, other: Figures) -> Figures:
        """The difference of two."""
        return Figures._make(map(sub, self, other))


def figures_of(line: ScopeLine | None) -> Figures:
    """What one event adds; one that is not there adds nothing."""
    if line is None:
        return Figures()
    return Figures(line.forth, line.back, line.meetings, line.open, line.watch, 1)


class _Date(NamedTuple):
    """Of an event, as a list shows it."""

    day: str = ""
    edtf: str = ""
    text: str = ""
    basis: str = "stated"


class _Near(NamedTuple):
    """When a pair last met, and when it will next."""

    last: _Date = _Date()
    next: _Date = _Date()

    def columns(self) -> dict[str, str]:
        """The columns of both."""
        return {
            f"{side}_{part}": value
            for side, date in self._asdict().items()
            for part, value in date._asdict().items()
        }


_SET = ", ".join(f"{name} = {name} + :{name}" for name in Figures._fields)
_DATED = ", ".join(f"{name} = :{name}" for name in _Near().columns())
_MOVE = text(f"UPDATE pair_summary SET {_SET}, {_DATED} WHERE a = :a AND b = :b")


def move(connection: Connection, countries: Countries, by: Mapping[str, Figures]) -> None:
    """Move the figures of pairs by what has changed; a pair without events is no pair."""
    if not by:
        return
    known = set(connection.execute(_KNOWN, {"pairs": json.dumps([*by])}).scalars())
    _insert(connection, countries, {pair: by[pair] for pair in sorted(by.keys() - known)})
    nearest = _nearest_to(connection, known)
    moved = [{**_codes(pair), **by[pair]._asdict(), **nearest[pair].columns()} for pair in sorted(known)]
    if moved:
        connection.execute(_MOVE, moved)
        connection.execute(_EMPTY, [_codes(pair) for pair in sorted(known)])


def count(connection: Connection, countries: Countries) -> None:
    """Sum up all pairs, none of which has figures yet."""
    _insert(
        connection,
        countries,
        {pair: Figures(*sums) for pair, *sums in connection.execute(text(_SUMS))},
    )


def _insert(connection: Connection, countries: Countries, pairs: Mapping[str, Figures]) -> None:
    """Put in those of which nothing stands yet."""
    standing = {pair: figures for pair, figures in pairs.items() if figures.events > 0}
    nearest = _nearest_to(connection, standing)
    rows = []
    for pair, figures in standing.items():
        codes = _codes(pair)
        words = f"{fold(pair)} {' '.join(map(countries.words, codes.values()))}"
        rows.append({**codes, **figures._asdict(), **nearest[pair].columns(), "folded": words})
    if rows:
        put(connection, pair_summary, [tuple(row.values()) for row in rows], tuple(rows[0]))


def _codes(pair: str) -> dict[str, str]:
    a, b = pair.split("-")
    return {"a": a, "b": b}


def _nearest_to(connection: Connection, pairs: Collection[str]) -> dict[str, _Near]:
    """The dates of the last and the next event of each pair.

    A dated event is nearer than an undated one; among undated ones the words at least are shown.
    """
    found = (
        [tuple(row) for row in connection.execute(_NEAREST, {"pairs": json.dumps([*pairs])})] if pairs else []
    )
    events = {event for _, *nearest in found for event in nearest} - {None}
    dates = {number: _Date(*date) for number, *date in about(connection, _DATES, events)}

    def dated(numbers: Sequence[int | None]) -> list[_Date]:
        return [dates[number] for number in numbers if number is not None]

    return {
        pair: _Near(
            max(dated(nearest[: len(_LAST)]), key=lambda one: one.day, default=_Date()),
            min(dated(nearest[len(_LAST) :]), key=lambda one: (not one.day, one.day), default=_Date()),
        )
        for pair, *nearest in found
    }
