"""What has been read is not read a second time for the same screen."""

from __future__ import annotations

from typing import Any

from db import Store, queries
from db.former_states import COUNTRIES
from db.reader import Reader
from db.rows import Key
from tests.db.looking import asked
from tests.db.making import MOROCCO, visit

PAIR = Key("pair", "ES-MA")


def five_visits(store: Store) -> Store:
    with store.write("enter") as session:
        for day in range(1, 6):
            visit(session, date=f"2026-03-0{day}")
    return store


def test_the_window_of_a_timeline_that_was_read_last_is_at_hand(empty_store: Store) -> None:
    store = five_visits(empty_store)
    listing = queries.timeline_with_climbs(store, PAIR)
    assert listing.count() == 5
    assert asked(store, listing, 0, 4) == 2
    fresh = queries.timeline_with_climbs(store, PAIR)
    assert asked(store, listing, 0, 2) == asked(store, listing, 1, 4) == 0
    assert [*listing.rows(1, 4)] == [*fresh.rows(1, 4)]
    assert asked(store, listing, 3, 5) > 0
    assert [*listing.rows(3, 5)] == [*fresh.rows(3, 5)]


def test_the_countries_are_read_once_for_a_pair(empty_store: Store) -> None:
    statements: list[str] = []

    def noting(reader: Reader) -> Reader:
        def execute(sql: str, values: Any) -> Any:
            statements.append(sql)
            return reader.all(sql, **values)

        return Reader(execute)

    with five_visits(empty_store).read() as reader:
        assert queries.glance(noting(reader), PAIR, MOROCCO)
    assert statements.count(COUNTRIES) == 1


def test_a_pane_looks_up_who_has_followed_only_for_those_it_shows(demo_store: Store) -> None:
    everybody = queries.officials(demo_store)
    with demo_store.read() as reader:
        for row in everybody.rows(0, everybody.count()):
            glanced, whole = (ask(reader, row.key, MOROCCO) for ask in (queries.glance, queries.card))
            assert {one.key for one in glanced.met_how} <= {one.key for one in whole.met[:8]}  # type: ignore[union-attr]
