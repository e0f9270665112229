"""People whom nobody named are counted as a group; what only speaks of some stays in the title."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store
from db.commands.dossiers import enter_dossier
from db.drafts import Dossier
from db.entry import Reading, complete
from db.entry.groups import group_in, group_of
from db.queries.cards import card
from db.rows import Key, VisitCard
from tests.db.making import MOROCCO

EXPERTS = {"group": "experts", "as_printed": "4+ experts", "count": 4, "role": "group"}


def members(reading: Reading) -> list[dict[str, Any]]:
    assert not reading.problems, reading.problems
    return list(reading.values["visits"][0].get("delegations", [{"members": []}])[0]["members"])


@pytest.mark.parametrize(
    "words",
    ["4+ experts", "@4+ experts", "@4+_experts", '@"4+ experts"', "4 + experts"],
)
def test_a_number_of_experts_travels_as_a_group(read: Callable[..., Reading], words: str) -> None:
    found = read(f"MA>ES 3 feb 2026 {words}")
    assert [one | {"as_printed": "4+ experts"} for one in members(found)] == [EXPERTS | {"rank": 1}]
    assert "title" not in found.values["visits"][0]
    assert "at least 4 experts (a group)" in found.summary
    assert found.creates == ()


def test_a_group_follows_its_head_and_leaves_the_title(read: Callable[..., Reading]) -> None:
    found = read("MA>ES 3 feb 2026 @Hammouchi 4+ experts security talks")
    assert [one["role"] for one in members(found)] == ["head", "group"]
    assert found.values["visits"][0]["title"] == "security talks"


@pytest.mark.parametrize(
    "words", ["security experts", "@security experts", '@"security experts"', "@experts"]
)
def test_a_group_needs_no_number(read: Callable[..., Reading], words: str) -> None:
    (one,) = members(read(f"MA>ES 3 feb 2026 {words}"))
    assert one["role"] == "group"
    assert "count" not in one


@pytest.mark.parametrize(
    "words",
    [
        "training of 12 officers",
        "12 officers trained in Rabat",
        "meeting of security experts",
        "experts",
        '"4+ experts"',
        "World Cup 2030 officials meet",
    ],
)
def test_words_that_only_speak_of_people_stay_the_title(read: Callable[..., Reading], words: str) -> None:
    found = read(f"MA>ES 3 feb 2026 {words}")
    assert members(found) == []
    assert found.values["visits"][0]["title"] == words.strip('"')


def test_whom_they_met_may_be_counted_too(read: Callable[..., Reading]) -> None:
    found = read("MA>ES 3 feb 2026 @Hammouchi with:4+ security experts talks")
    met = found.values["visits"][0]["meetings"][0]["participants"][-1]
    assert met == {
        "country": "ES",
        "group": "security experts",
        "as_printed": "4+ security experts",
        "count": 4,
    }


def test_a_number_alone_asks_of_whom(read: Callable[..., Reading]) -> None:
    (token,) = read("MA>ES 3 feb 2026 @4+").problems
    assert token.problem.startswith("How many of whom?")


def test_the_card_says_at_least_how_many_there_were(read: Callable[..., Reading], demo_store: Store) -> None:
    found = read("MA>ES 3 feb 2026 @Hammouchi 4+ experts ref:V-2026-901")
    with demo_store.write("enter") as session:
        enter_dossier(session, Dossier.model_validate({"bilat": 1, **found.values}), today=date(2026, 11, 21))
    with demo_store.read() as reader:
        number = reader.value("SELECT id FROM visit WHERE ref = 'V-2026-901'")
        shown = card(reader, Key("visit", str(number)), MOROCCO)
    assert isinstance(shown, VisitCard)
    (group,) = (one for part in shown.delegations for one in part.members if one.role == "group")
    assert (group.number, group.at_least, group.label) == (4, True, "experts")


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=8))
def test_any_words_are_read_without_harm(words: list[str]) -> None:
    found = group_in(words)
    group_of(" ".join(words))
    if found is not None:
        assert 0 <= found.first <= found.last < len(words)


@pytest.mark.parametrize("words", ["@last", "@4+", "@4+_experts"])
def test_nobody_new_is_offered_by_the_name_of_a_group_or_of_a_delegation(
    demo_store: Store, words: str
) -> None:
    line = f"MA>ES 3 feb 2026 {words}"
    with demo_store.read() as reader:
        found = complete(line, len(line), reader=reader, moment=MOROCCO)
    assert not [one for one in found if one.new]
