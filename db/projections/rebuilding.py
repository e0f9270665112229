"""Working everything out from the facts, in pieces that fit into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.dialects import word_index
from db.projections import events, officials, pairs, search
from db.projections.countries import Countries
from db.projections.tables import event, event_scope

SEARCHED = ("action", "followup", "post", "organisation", "source")
_INDEXES = sorted(event.indexes | event_scope.indexes, key=lambda index: str(index.name))
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
    lines = [
        *_pieces(countries, "visits", "visit", _add_visits),
        *_pieces(countries, "meetings", "meeting", _add_meetings),
    ]
    others = [
        Job("country pairs", 1, 1, lambda here: pairs.count(here, countries.seen_by(here))),
        *_pieces(countries, "officials", "official", _add_officials),
        *(job for kind in SEARCHED for job in _pieces(countries, f"{kind}s", kind, _adding(kind))),
    ]
    return [
        Job("nothing yet", 1, 1, _without_indexes),
        *lines,
        Job("indexes", 1, 1, _index),
        *others,
        *_words(len(lines) + len(others)),
        Job("words of the search", 1, 1, word_index.keep_up),
    ]


def _without_indexes(connection: Connection) -> None:
    """What is put in in any order is indexed many times as fast, and more densely, once all of it is there."""
    word_index.empty(connection)
    for index in _INDEXES:
        index.drop(connection)


def _index(connection: Connection) -> None:
    for index in _INDEXES:
        index.create(connection)


def _words(pieces: int) -> Iterator[Job]:
    """The words of the search, once every entry is there."""
    reached = -1

    def take_in(here: Connection) -> None:
        nonlocal reached
        reached = word_index.take_in(here, reached)

    def take_in_the_rest(here: Connection) -> None:
        nonlocal reached
        while (then := word_index.take_in(here, reached)) != reached:
            reached = then

    for number in range(1, pieces + 1):
        yield Job("words", number, pieces, take_in if number < pieces else take_in_the_rest)


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


def _add_officials(connection: Connection, _countries: Countries, numbers: list[int]) -> None:
    officials.add(connection, numbers)


def _adding(kind: str) -> _Add:
    return lambda connection, _countries, records: search.add_records(connection, kind, records)
