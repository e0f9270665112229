"""A dossier that somebody wrote on one source: it may be imported as often as one likes."""

from __future__ import annotations

from typing import Any

import pytest

from db import Store
from seeds import dossiers
from tests.db.exchange.carrying import taken_in
from tests.db.making import count
from tests.db.merging.merges import book

SPOKEN: dict[str, Any] = {
    "bilat": 1,
    "source": {"title": "They met", "publisher": "Daily"},
    "officials": [{"name": "Ana Ruiz", "country": "ES"}],
    "visits": [
        {
            "sending": "MA",
            "host": "ES",
            "date": "2025-01-28/2025-01-29",
            "delegations": [{"members": [{"official": "Omar Alami", "role": "head"}, {"group": "experts"}]}],
            "meetings": [
                {
                    "parties": ["ES", "MA"],
                    "participants": [{"country": "ES", "official": "Ana Ruiz"}],
                    "actions": [
                        {"text": "Meet again", "rung": "agreed", "followups": [{"text": "Ask when"}]}
                    ],
                },
                {"parties": ["ES", "MA"]},
            ],
            "actions": [{"text": "Exchange lists"}],
            "followups": [{"text": "Thank them"}],
        },
        {"sending": "MA", "host": "ES"},
    ],
    "meetings": [{"parties": ["DE", "MA"], "title": "Call", "mode": "phone"}],
    "actions": [{"text": "Stands alone"}],
    "followups": [{"text": "Hangs on nobody"}, {"text": "Write", "on": "official:Ana Ruiz"}],
}


@pytest.mark.parametrize("source", [True, False])
def test_it_adds_nothing_the_second_time(empty_store: Store, source: bool) -> None:
    plain = {name: value for name, value in SPOKEN.items() if source or name != "source"}
    assert not taken_in(empty_store, plain).nothing_new
    before = book(empty_store)
    again = taken_in(empty_store, plain)
    assert again.nothing_new
    assert not again.remarks
    assert book(empty_store) == before
    assert (count(empty_store, "visit"), count(empty_store, "meeting")) == (2, 3)
    assert (count(empty_store, "action"), count(empty_store, "followup")) == (3, 4)


def test_another_visit_of_the_same_days_is_another_one(empty_store: Store) -> None:
    way = {"sending": "MA", "host": "ES", "date": "2025-01-28"}
    taken_in(empty_store, {"bilat": 1, "visits": [way, way]})
    assert count(empty_store, "visit") == 2
    taken_in(empty_store, {"bilat": 1, "visits": [{**way, "title": "Experts"}]})
    assert count(empty_store, "visit") == 3


def test_the_articles_add_nothing_to_the_demo(demo_store: Store) -> None:
    before = book(demo_store)
    for plain in (*dossiers.articles(), *dossiers.corroborations()):
        assert taken_in(demo_store, plain).nothing_new
    assert book(demo_store) == before
