"""The demo store, whole and in parts: what is asked for is there, with all that it names, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db import Store
from db.exchange import Wanted, as_json
from db.rows import Key
from tests.db.exchange.carrying import out, taken_in, text_of
from tests.db.making import entered, visit_entered


def refs(plain: dict[str, Any]) -> list[str]:
    return [visit["ref"] for visit in plain["visits"]]


def names(plain: dict[str, Any], kind: str) -> set[str]:
    return {one["name"] for one in plain[kind]}


def test_the_demo_store_goes_into_an_empty_one_and_is_the_same(demo_store: Store, empty_store: Store) -> None:
    text = text_of(demo_store)
    taken = taken_in(empty_store, out(demo_store))
    assert text_of(empty_store) == text
    assert not taken.differences
    assert taken_in(empty_store, out(demo_store)).nothing_new
    assert taken_in(demo_store, out(empty_store)).nothing_new


def test_an_empty_store_says_only_what_it_is(empty_store: Store) -> None:
    assert text_of(empty_store) == '{\n "bilat": 1,\n "exported": true\n}\n'


def test_a_visit_comes_with_everybody_and_every_source_that_it_names(
    demo_store: Store, empty_store: Store
) -> None:
    visit = Key("visit", "1")
    plain = out(demo_store, Wanted(visit))
    assert refs(plain) == ["V-2025-001"]
    assert [meeting["ref"] for meeting in plain["visits"][0]["meetings"]] == [
        "M-2025-001", "M-2025-002", "M-2025-003",
    ]  # fmt: skip
    assert names(plain, "officials") == {"Abdellatif Hammouchi"}
    assert {one["acronym"] for one in plain["organisations"] if "acronym" in one} == {"DGSN", "DGST"}
    assert {"article-a", "article-b"} <= {one["key"] for one in plain["sources"]}
    taken_in(empty_store, plain)
    assert as_json(out(empty_store)) == as_json(plain)


def test_a_pair_is_every_visit_either_way(demo_store: Store) -> None:
    plain = out(demo_store, Wanted(Key("pair", "ES-MA")))
    assert all({one["sending"], one["host"]} == {"MA", "ES"} or one["meetings"] for one in plain["visits"])
    assert "V-2025-001" in refs(plain)


def test_an_official_is_where_they_were(demo_store: Store) -> None:
    plain = out(demo_store, Wanted(Key("official", "1")))
    assert "Abdellatif Hammouchi" in names(plain, "officials")
    assert {"V-2025-001", "V-2022-001"} <= set(refs(plain))


def test_somebody_who_was_nowhere_is_still_somebody(empty_store: Store) -> None:
    entered(
        empty_store, {"officials": [{"name": "Ana Ruiz", "country": "ES", "tenures": [{"post": "Attaché"}]}]}
    )
    plain = out(empty_store, Wanted(Key("official", "1")))
    assert names(plain, "officials") == {"Ana Ruiz"}
    assert plain["posts"] == [{"title": "Attaché", "country": "ES"}]


def test_a_period_is_what_may_have_been_in_it(demo_store: Store) -> None:
    found = refs(out(demo_store, Wanted(first=date(2022, 1, 1), last=date(2022, 12, 31))))
    assert found
    assert all(ref.startswith("V-2022") for ref in found)


def test_a_topic_is_all_that_is_below_it(empty_store: Store) -> None:
    visit_entered(empty_store, ref="V-2026-001", topics=["CT.EXT"])
    visit_entered(empty_store, ref="V-2026-002", topics=["CYB"])
    visit_entered(
        empty_store,
        ref="V-2026-003",
        meetings=[{"parties": ["ES", "MA"], "actions": [{"text": "Agree", "topics": ["CT"]}]}],
    )
    assert refs(out(empty_store, Wanted(topic="CT"))) == ["V-2026-001", "V-2026-003"]


def test_all_that_is_asked_holds_at_once(demo_store: Store) -> None:
    wanted = Wanted(Key("pair", "ES-MA"), first=date(2025, 1, 1), last=date(2025, 12, 31), topic="CT")
    assert refs(out(demo_store, wanted)) == ["V-2025-001"]


@pytest.mark.parametrize("key", [Key("visit", "1"), Key("pair", "ES-MA"), Key("official", "1")])
def test_a_part_brings_nothing_new_to_the_store_that_it_came_from(demo_store: Store, key: Key) -> None:
    taken = taken_in(demo_store, out(demo_store, Wanted(key)))
    assert taken.nothing_new
    assert not taken.differences
    assert not taken.renamed
