"""The figures of country pairs: moved by what an event adds or takes, never counted again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, TextClause, text

from db.names import fold
from db.projections.countries import Countries
from db.projections.lines import ScopeLine
from db.projections.tables import pair_summary
from db.scopes import in_status
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

_SUMS = """
    SELECT scope_id, SUM(forth), SUM(back), SUM(meetings), SUM(open), SUM(watch), COUNT(*)
    FROM event_scope WHERE scope_kind = 'pair' GROUP BY scope_id
"""


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
        return Figures(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def minus(self, other: Figures) -> Figures:
        """The difference of two."""
        return Figures(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


def figures_of(line: ScopeLine | None) -> Figures:
    """What one event adds; one that is not there adds nothing."""
    if line is None:
        return Figures()
    return Figures(line.forth, line.back, line.meetings, line.open, line.watch, 1)


def move(connection: Connection, countries: Countries, by: Mapping[str, Figures]) -> None:
    """Move the figures of pairs by what has changed; a pair without events is no pair."""
    for pair, difference in sorted(by.items()):
        a, b = pair.split("-")
        here = pair_summary.c.a == a, pair_summary.c.b == b
        nearest = _nearest_both(connection, pair)
        moved = {name: pair_summary.c[name] + number for name, number in difference._asdict().items()}
        if connection.execute(pair_summary.update().where(*here).values(moved | nearest)).rowcount == 0:
            _insert(connection, countries, pair, difference, nearest)
        connection.execute(pair_summary.delete().where(*here, pair_summary.c.events <= 0))


def count(connection: Connection, countries: Countries) -> None:
    """Sum up all pairs, none of which has figures yet."""
    for pair, *sums in connection.execute(text(_SUMS)).all():
        _insert(connection, countries, pair, Figures(*sums), _nearest_both(connection, pair))


def _insert(
    connection: Connection, countries: Countries, pair: str, figures: Figures, nearest: Mapping[str, str]
) -> None:
    a, b = pair.split("-")
    words = f"{fold(pair)} {countries.words(a)} {countries.words(b)}"
    connection.execute(pair_summary.insert().values(a=a, b=b, folded=words, **figures._asdict(), **nearest))


def _nearest_both(connection: Connection, pair: str) -> dict[str, str]:
    return {
        **_nearest(connection, pair, "last", HELD_STATUSES, "DESC"),
        **_nearest(connection, pair, "next", PLANNED_STATUSES, "ASC"),
    }


def _nearest(
    connection: Connection, pair: str, prefix: str, statuses: tuple[str, ...], direction: str
) -> dict[str, str]:
    """The date of the last or next event in one of the statuses, by one look into the index for each.

    A dated event is nearer than an undated one; among undated ones the words at least are shown.
    """
    best: tuple[str, ...] | None = None
    for status in statuses:
        for known in ("s.sort_day > ''", "s.sort_day = ''"):
            row = connection.execute(_question(status, known, direction), {"pair": pair}).first()
            if row is not None:
                found = tuple(row)
                if best is None or _nearer(found[0], best[0], direction):
                    best = found
                break
    day, edtf, words, basis = best or ("", "", "", "stated")
    return {
        f"{prefix}_day": day,
        f"{prefix}_edtf": edtf,
        f"{prefix}_text": words,
        f"{prefix}_basis": basis,
    }


@cache
def _question(status: str, known: str, direction: str) -> TextClause:
    return text(
        "SELECT s.sort_day, e.date_edtf, e.date_text, e.date_basis"
        " FROM event_scope s JOIN event e ON e.id = s.event_id"
        f" WHERE s.scope_kind = 'pair' AND s.scope_id = :pair AND {in_status('s', status)}"
        f" AND {known} ORDER BY s.sort_day {direction}, s.event_id {direction} LIMIT 1"
    )


def _nearer(day: str, other: str, direction: str) -> bool:
    if not day or not other:
        return bool(day)
    return day > other if direction == "DESC" else day < other
