"""Two that look alike and are not; remembered for ever."""

from __future__ import annotations

import pytest

from db import Conflict, Store, queries
from db.alike import alike
from db.models import NotSame
from db.rows import Key
from tests.db.making import TODAY, count, tables
from tests.db.merging.merges import (
    book,
    kept_apart,
    merged,
    names_it,
    official,
    visit_key,
)


def test_two_that_are_not_the_same_are_remembered_for_ever(demo_store: Store) -> None:
    january, june = (visit_key(demo_store, ref) for ref in ("V-2025-001", "V-2022-001"))
    assert kept_apart(demo_store, january, june)
    assert not kept_apart(demo_store, june, january)
    demo_store.close()
    again = Store.open(demo_store.path, officer="colleague")
    try:
        assert tables(again, "not_same")["not_same"] == [
            (1, "visit", *sorted((int(january.id), int(june.id))))
        ]
        with again.read() as reader:
            assert june.id not in {row.key.id for row in alike(reader, january, TODAY)}
            assert (
                "It was said that these two are not the same." in queries.sides(reader, january, june).doubts
            )
    finally:
        again.close()


def test_saying_that_two_are_not_the_same_is_undone_like_anything(demo_store: Store) -> None:
    before = book(demo_store)
    kept_apart(demo_store, Key("official", "2"), Key("official", "1"))
    assert count(demo_store, "not_same", "first_id = 1 AND second_id = 2") == 1
    demo_store.undo()
    assert book(demo_store) == before


def test_what_one_was_said_not_to_be_the_kept_one_is_not_either(empty_store: Store) -> None:
    a, b, c, d = (official(empty_store, name=name) for name in ("Ana A", "Ana B", "Ana C", "Ana D"))
    for one, other in ((a, c), (b, c), (b, d), (a, b)):
        kept_apart(empty_store, one, other)
    before = book(empty_store)
    merged(empty_store, a, b)
    with empty_store.read() as reader:
        pairs = reader.all("SELECT first_id, second_id FROM not_same ORDER BY id")
    assert pairs == [(int(a.id), int(c.id)), (int(a.id), int(d.id))]
    assert names_it(empty_store, b) == []
    empty_store.undo()
    assert book(empty_store) == before


def test_only_two_of_one_kind_can_be_said_not_to_be_the_same(empty_store: Store) -> None:
    with pytest.raises(Conflict, match="two different records of one kind"):
        kept_apart(empty_store, Key("visit", "1"), Key("official", "1"))
    with pytest.raises(Conflict, match="two different records of one kind"):
        kept_apart(empty_store, Key("visit", "1"), Key("visit", "1"))
    assert tables(empty_store, "not_same") == {"not_same": []}
    assert NotSame.__tablename__ == "not_same"
