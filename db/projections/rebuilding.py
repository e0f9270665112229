"""Working everything out from the facts, in pieces that fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.projections import events, officials, pairs, search
from db.projections.countries import Countries

SEARCHED = ("action", "followup", "post", "organisation", "source")
_PIECE = 2_000  # records of a piece

_Add = Callable[[Connection, Countries, list[int]], None]


class Job(NamedTuple):
    """A piece of the work; the pieces come in an order, into projections that are empty.

    Attributes:
        what: the kind of the records, as "visits".
        done: of them, once this piece is.
        of: so many there are.
        run: does it, within a transaction of the caller's.
    """

    what: str
    done: int
    of: int
    run: Callable[[Connection], None]


def jobs(connection: Connection) -> list[Job]:
    """All the work that there is, as the facts stand now."""
    countries = Countries(connection)
    return [
        *_pieces(countries, "visits", "visit", _add_visits),
        *_pieces(countries, "meetings", "meeting", _add_meetings),
        Job("country pairs", 1, 1, lambda here: pairs.count(here, countries.seen_by(here))),
        *_pieces(countries, "officials", "official", officials.add),
        *(job for kind in SEARCHED for job in _pieces(countries, f"{kind}s", kind, _adding(kind))),
    ]


def _pieces(countries: Countries, what: str, table: str, add: _Add) -> Iterator[Job]:
    """The records of a table by their numbers; those that are missing cost nothing."""
    last = countries.connection.execute(text(f"SELECT COALESCE(MAX(id), 0) FROM {table}")).scalar_one()
    ids = text(f"SELECT id FROM {table} WHERE id > :low AND id <= :high")

    def piece(low: int, high: int) -> Callable[[Connection], None]:
        def run(here: Connection) -> None:
            found = [number for (number,) in here.execute(ids, {"low": low, "high": high})]
            add(here, countries.seen_by(here), found)

        return run

    for low in range(0, last, _PIECE):
        high = min(low + _PIECE, last)
        yield Job(what, high, last, piece(low, high))


def _add_visits(connection: Connection, countries: Countries, visits: list[int]) -> None:
    events.add(connection, countries, visits, ())


def _add_meetings(connection: Connection, countries: Countries, meetings: list[int]) -> None:
    """Of meetings those that stand alone; the others came with their visits."""
    events.add(connection, countries, (), meetings)


def _adding(kind: str) -> _Add:
    return lambda connection, _countries, records: search.add_records(connection, kind, records)
