"""On what the brief is that an officer wants: by what is selected, or by words in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.briefs.handling import highest
from db.briefs.subject import find_subject, subject_of
from db.errors import Conflict, NotFound
from db.rows import Key, Moment
from tests.db.briefs.pages import PAIR, key_of
from tests.db.making import MOROCCO, NO_DESK

if TYPE_CHECKING:
    from db import Store


def found(store: Store, words: str, moment: Moment = MOROCCO) -> Key:
    with store.read() as reader:
        return find_subject(reader, words, moment)


def of(store: Store, key: Key, moment: Moment = MOROCCO) -> Key | None:
    with store.read() as reader:
        return subject_of(reader, key, moment)


@pytest.mark.parametrize(
    "words",
    ["MA-ES", "ES-MA", "es-ma", "Morocco – Spain", "maroc - espagne", "ES", "Spain", "España", "A-2025-003"],
)
def test_a_pair_is_found_by_codes_names_and_what_hangs_on_it(demo_store: Store, words: str) -> None:
    assert found(demo_store, words) == PAIR


def test_visits_meetings_and_officials_are_found(demo_store: Store) -> None:
    assert found(demo_store, "v-2026-001") == key_of(demo_store, "visit", "V-2026-001")
    assert found(demo_store, "M-2026-002") == key_of(demo_store, "meeting", "M-2026-002")
    romann = key_of(demo_store, "official", "Dieter Romann")
    assert found(demo_store, "romann") == found(demo_store, "Dieter Romann") == romann


def test_what_is_not_there_is_said_with_what_would_be_found(demo_store: Store) -> None:
    for words in ("V-2099-001", "Nobody Atall", "FR-MA", "ZZ-QQ", "", "-"):
        with pytest.raises(NotFound):
            found(demo_store, words)


def test_one_country_alone_is_answered_with_its_pairs(demo_store: Store) -> None:
    for words, desk in (("ES", NO_DESK), ("MA", NO_DESK), ("MA", MOROCCO), ("Morocco", MOROCCO)):
        with pytest.raises(Conflict, match=r"its pairs are .*ES-MA"):
            found(demo_store, words, desk)


def test_a_name_that_several_have_names_them(demo_store: Store) -> None:
    with pytest.raises(Conflict, match=r"Abdellatif Hammouchi .*Abdelouafi Laftit") as refused:
        found(demo_store, "abd")
    assert refused.value.exit_code == 5


def test_a_follow_up_on_what_is_over_leads_to_the_pair(demo_store: Store) -> None:
    assert of(demo_store, key_of(demo_store, "followup", "F-2026-001")) == PAIR
    assert of(demo_store, key_of(demo_store, "action", "A-2025-003")) == PAIR


def test_a_follow_up_on_what_is_still_to_come_leads_there(demo_store: Store) -> None:
    visit = key_of(demo_store, "visit", "V-2026-001")
    assert of(demo_store, key_of(demo_store, "followup", "F-2026-004")) == visit


def test_an_outcome_of_three_countries_leads_to_their_meeting(demo_store: Store) -> None:
    meeting = key_of(demo_store, "meeting", "M-2025-003")
    assert of(demo_store, key_of(demo_store, "action", "A-2025-010")) == meeting


def test_a_post_leads_to_its_holder_else_to_the_pair_with_its_country(demo_store: Store) -> None:
    with demo_store.read() as reader:
        vacant = reader.value("SELECT id FROM post WHERE title = 'Commissioner General for Intelligence'")
        held = reader.value(
            "SELECT t.post_id FROM tenure t JOIN official o ON o.id = t.official_id WHERE o.name = 'Dieter Romann'"
        )
    assert of(demo_store, Key("post", str(held))) == key_of(demo_store, "official", "Dieter Romann")
    assert of(demo_store, Key("post", str(vacant))) == PAIR
    assert of(demo_store, Key("post", str(vacant)), NO_DESK) is None
    assert of(demo_store, Key("source", "1")) is None


def test_of_handling_marks_the_highest_counts_and_unknown_ones_stay() -> None:
    assert highest(["Restricted", "SECRET", "restricted"]) == "SECRET"
    assert highest(["TLP:AMBER", "TLP:GREEN"]) == "TLP:AMBER"
    assert highest(["TLP:AMBER+STRICT", "TLP:AMBER"]) == "TLP:AMBER+STRICT"
    assert highest(["Eyes only", "Confidentiel"]) == "Confidentiel; Eyes only"
    assert highest([]) == ""
