"""Rolled up, a pair's line has what its two did under former names too, once each, and stands where that puts it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store, queries
from db.listing import Selection, SqlListing
from db.listings_together import Interleaved
from db.queries.pairs import PAIR_SORTS
from db.rows import Key, PairRow
from tests.db.making import MOROCCO, NO_DESK, action, meeting, visit, visit_entered


def lines(store: Store, *, roll_up: bool = True, sort: str = "last", words: str = "") -> list[PairRow]:
    listing = queries.pairs(store, MOROCCO, sort=sort, words=words, roll_up=roll_up)
    rows = [*listing.rows(0, 100)]
    assert len(rows) == listing.count()
    for place, row in enumerate(rows):
        assert listing.find(row.key) == place
        assert [*listing.rows(place, place + 1)] == [row]
    return rows


def figures(row: PairRow) -> tuple[int, int, int, int, int]:
    return row.outward, row.inward, row.meetings, row.open, row.watch


@pytest.fixture
def store(empty_store: Store) -> Store:
    """Morocco with both Germanies and the one of today, with Czechoslovakia and Czechia, and with Spain."""
    for values in (
        {"host": "DDDE", "date": "1980", "status": "held"},
        {"sending": "DDDE", "host": "MA", "date": "1985", "status": "held"},
        {"host": "DE", "date": "2019-05-02", "status": "held"},
        {"host": "CSHH", "date": "1985", "status": "held"},
        {"host": "CZ", "date": "2021", "status": "held"},
        {"host": "ES", "date": "2020-01", "status": "held"},
        {"host": "SUHH", "date": "1988", "status": "held"},
    ):
        visit_entered(empty_store, **values)
    with empty_store.write("more") as session:
        meeting(session, parties=["DDDE", "DE", "MA"], date="1975", status="held")
        old = visit(session, host="DDDE", date="1988", status="held")
        action(session, on=old, text="Exchange lists", rung="agreed")
        action(session, on=old, text="A hotline", rung="proposed")
    return empty_store


def test_one_line_has_the_events_of_the_former_state_each_once(store: Store) -> None:
    assert [row.other for row in lines(store, roll_up=False)] == ["CZ", "ES", "DE", "SUHH", "DDDE", "CSHH"]
    rolled = {row.other: row for row in lines(store)}
    assert list(rolled) == [
        "CZ",
        "ES",
        "DE",
        "SUHH",
    ]  # nobody has met a state that came after the Soviet Union
    # the meeting of 1975 has both Germanies at the table and counts once
    assert figures(rolled["DE"]) == (3, 1, 1, 1, 1)
    assert figures(rolled["CZ"]) == (2, 0, 0, 0, 0)
    assert rolled["DE"].last.edtf == "2019-05-02"


def test_the_line_stands_for_what_its_timeline_shows(store: Store) -> None:
    for row in lines(store):
        shown = queries.timeline(store, row.key, roll_up=True).count()
        assert row.outward + row.inward + row.meetings == shown, row.key


def test_what_a_former_state_did_last_can_be_the_last_of_all_and_moves_the_line(empty_store: Store) -> None:
    visit_entered(empty_store, host="DE", date="1960", status="held")
    visit_entered(empty_store, host="ES", date="1970", status="held")
    visit_entered(empty_store, host="DDDE", date="1980", status="held")
    assert [row.other for row in lines(empty_store, roll_up=False)] == ["DDDE", "ES", "DE"]
    first, second = lines(empty_store)
    assert (first.other, first.last.edtf, second.other) == ("DE", "1980", "ES")


@pytest.mark.parametrize("sort", PAIR_SORTS)
def test_every_order_has_its_summed_lines_in_their_place(store: Store, sort: str) -> None:
    rows = lines(store, sort=sort)
    orders: dict[str, list[Any]] = {
        "last": [row.last.first.isoformat() if row.last.first else "" for row in rows],
        "name": [row.key.id for row in rows],
        "open": [row.open for row in rows],
        "watch": [row.watch for row in rows],
    }
    keys = orders[sort]
    assert keys == sorted(keys, reverse=sort != "name")


def test_a_former_name_finds_the_line_it_is_counted_in(store: Store) -> None:
    assert [row.other for row in lines(store, words="czechoslov")] == ["CZ"]
    assert [row.other for row in lines(store, words="east germ")] == ["DE"]
    assert [row.other for row in lines(store, words="spain")] == ["ES"]


def test_all_pairs_keep_the_desks_own_first(store: Store) -> None:
    visit_entered(store, sending="DDDE", host="ES", date="1989", status="held")
    visit_entered(store, sending="DE", host="ES", date="1999", status="held")
    listing = queries.pairs(store, MOROCCO, everyone=True, roll_up=True)
    assert [row.key.id for row in listing.rows(0, 9)] == [
        "CZ-MA",
        "ES-MA",
        "DE-MA",
        "MA-SUHH",
        "DE-ES",
        "DDDE-DE",
    ]
    assert queries.pairs(store, NO_DESK, roll_up=True).count() == 6


def test_where_nobody_has_met_a_former_state_nothing_is_different(demo_store: Store) -> None:
    plain = queries.pairs(demo_store, NO_DESK).rows(0, 99)
    rolled = queries.pairs(demo_store, NO_DESK, roll_up=True).rows(0, 99)
    assert {row.key for row in rolled} <= {row.key for row in plain}


def test_taking_a_merge_or_a_visit_back_is_seen(store: Store) -> None:
    before = lines(store)
    visit_entered(store, host="DDDE", date="1982", status="held")
    assert lines(store) != before
    store.undo()
    assert lines(store) == before


@pytest.fixture(scope="module")
def numbers(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that is asked about numbers only."""
    path = shutil.copyfile(empty_file, tmp_path_factory.mktemp("numbers") / "numbers.db")
    store = Store.open(path, officer="officer")
    yield store
    store.close()


@settings(max_examples=60, deadline=None)
@given(
    those=st.sets(st.integers(0, 60), max_size=25),
    few=st.sets(st.integers(0, 60), max_size=8),
    start=st.integers(0, 40),
    size=st.integers(0, 12),
    descending=st.booleans(),
)
def test_a_window_anywhere_is_what_the_whole_has_there(
    numbers: Store, those: set[int], few: set[int], start: int, size: int, *, descending: bool
) -> None:
    """A list of numbers, some of which the store does not keep in order."""
    few -= those
    values = ", ".join(f"({number})" for number in those) or "(NULL)"
    selection = Selection(
        "n.x", f"(SELECT column1 AS x FROM (VALUES {values})) n", "n.x IS NOT NULL", ("n.x",), descending, {}
    )

    def row(values: tuple[int, ...]) -> PairRow:
        return PairRow(Key("pair", str(values[0])), *[None] * (len(PairRow._fields) - 1))  # type: ignore[arg-type]

    def place(key: Key) -> tuple[str, dict[str, int]]:
        return "n.x = :at", {"at": int(key.id)}

    kept = SqlListing(numbers, selection, row, place)
    listing = Interleaved(kept, [((number,), row((number,))) for number in few], descending=descending)
    whole = sorted(those | few, reverse=descending)
    assert listing.count() == len(whole)
    assert [int(one.key.id) for one in listing.rows(start, start + size)] == whole[start : start + size]
    for at, number in enumerate(whole):
        assert listing.find(Key("pair", str(number))) == at
    assert listing.find(Key("pair", "99")) is None
