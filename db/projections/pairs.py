"""The figures of country pairs: moved by what an event adds or takes, never counted again."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, text

from db.names import fold
from db.projections import search
from db.projections.tables import pair_summary
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES


class Figures(NamedTuple):
    """What events add to a pair."""

    forth: int
    back: int
    meetings: int
    open: int
    watch: int
    events: int

    def plus(self, other: Figures) -> Figures:
        """The sum of two."""
        return Figures(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def minus(self, other: Figures) -> Figures:
        """The difference of two."""
        return Figures(*(mine - theirs for mine, theirs in zip(self, other, strict=True)))


NOTHING = Figures(0, 0, 0, 0, 0, 0)


def move(connection: Connection, pair: str, before: Figures, after: Figures) -> None:
    """Move a pair's figures by what has changed; a pair without events is no pair."""
    a, b = pair.split("-")
    difference = after.minus(before)
    here = pair_summary.c.a == a, pair_summary.c.b == b
    if connection.execute(pair_summary.select().where(*here)).first() is None:
        connection.execute(pair_summary.insert().values(a=a, b=b, folded=_words(connection, a, b)))
    connection.execute(
        pair_summary.update()
        .where(*here)
        .values({name: pair_summary.c[name] + number for name, number in difference._asdict().items()})
    )
    connection.execute(
        pair_summary.update()
        .where(*here)
        .values(
            {
                **_nearest(connection, pair, "last", HELD_STATUSES, "DESC"),
                **_nearest(connection, pair, "next", PLANNED_STATUSES, "ASC"),
            }
        )
    )
    connection.execute(pair_summary.delete().where(*here, pair_summary.c.events <= 0))


def _nearest(
    connection: Connection, pair: str, prefix: str, statuses: tuple[str, ...], direction: str
) -> dict[str, str]:
    """The date of the last or next event in one of the statuses, by one look into the index for each.

    A dated event is nearer than an undated one; among undated ones the words at least are shown.
    """
    best: tuple[str, ...] | None = None
    for status in statuses:
        for known in ("s.sort_day <> ''", "s.sort_day = ''"):
            row = connection.execute(
                text(
                    "SELECT s.sort_day, e.date_edtf, e.date_text, e.date_basis"
                    " FROM event_scope s JOIN event e ON e.id = s.event_id"
                    " WHERE s.scope_kind = 'pair' AND s.scope_id = :pair AND s.status = :status"
                    f" AND {known} ORDER BY s.sort_day {direction}, s.event_id {direction} LIMIT 1"
                ),
                {"pair": pair, "status": status},
            ).first()
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


def _nearer(day: str, other: str, direction: str) -> bool:
    if not day or not other:
        return bool(day)
    return day > other if direction == "DESC" else day < other


def _words(connection: Connection, a: str, b: str) -> str:
    return fold(f"{a} {b}") + " " + " ".join(search.country_words(connection, code) for code in (a, b))
