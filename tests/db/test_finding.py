"""Any record by any of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import queries
from db.commands.desk import Desk
from db.commands.places import enter_post
from db.drafts import PostDraft
from db.rows import Kind
from tests.db.making import TODAY

if TYPE_CHECKING:
    from db import Store


@pytest.mark.parametrize(
    ("words", "kind", "label"),
    [
        ("hammouchi", "official", "Abdellatif Hammouchi"),
        ("grande marlasca", "official", "Fernando Grande-Marlaska"),
        ("morocco spain", "pair", "Spain – Morocco"),
        ("المغرب إسبانيا", "pair", "Spain – Morocco"),
        ("A-2025-009", "action", ""),
        ("dgst", "organisation", "General Directorate for Territorial Surveillance"),
    ],
)
def test_any_record_is_found_by_what_it_is_called(
    demo_store: Store, words: str, kind: Kind, label: str
) -> None:
    with demo_store.read() as reader:
        found = [row for row in queries.find_records(reader, words) if row.key.kind == kind]
        assert found
        assert label in {row.label for row in found} or not label
        assert queries.find_records(reader, "no such thing anywhere") == []
        assert queries.find_records(reader, " %_ ") == []
        assert len(queries.find_records(reader, "a", limit=3)) == 3


def test_a_ref_finds_its_own_record_before_those_that_speak_of_it(demo_store: Store) -> None:
    """The words of A-2025-003 also begin words of the meeting M-2025-003, which is an older kind in the list."""
    with demo_store.read() as reader:
        for table, kind in (
            ("visit", "visit"),
            ("meeting", "meeting"),
            ("action", "action"),
            ("followup", "followup"),
        ):
            refs = [ref for (ref,) in reader.all(f"SELECT ref FROM {table} ORDER BY ref LIMIT 20")]
            for ref in refs:
                first, *rest = queries.find_records(reader, f" {ref.lower()} ")
                assert first.key.kind == kind
                number = reader.value(f"SELECT id FROM {table} WHERE ref = :ref", ref=ref)
                assert first.key.id == str(number)
                assert first.key not in [row.key for row in rest]
        assert queries.find_records(reader, "A-2025-003", limit=1)[0].key.kind == "action"


def test_countries_to_choose_from_are_those_of_today(empty_store: Store) -> None:
    with empty_store.read() as reader:
        offered = dict(queries.countries(reader))
    assert {"MA", "ES", "XK"} <= offered.keys()
    assert not {"SUHH", "YUCS", "EU", "INTERPOL"} & offered.keys()
    assert list(offered.values()) == sorted(offered.values())


def test_letters_inside_a_word_find_nothing(demo_store: Store) -> None:
    """The letters us are the United States, not every country with them in one of its names."""
    with demo_store.read() as reader:
        pairs = [row.key.id for row in queries.find_records(reader, "us") if row.key.kind == "pair"]
    assert pairs == ["MA-US"]


def test_a_post_is_found_by_each_of_its_titles(demo_store: Store) -> None:
    titles = ("Chief", "Chefin", "Zeta")
    with demo_store.write("titles") as session:
        draft = PostDraft.from_plain(
            {
                "title": "Director",
                "organisation": "Border Service of Nowhere",
                "titles": [{"title": title} for title in titles],
            }
        )
        enter_post(Desk(session, TODAY), draft)
    with demo_store.read() as reader:
        for title in titles:
            found = queries.find_records(reader, f"{title} nowhere")
            assert [row.key.kind for row in found] == ["post"], title


def test_visits_of_one_pair_are_told_apart_by_their_days(demo_store: Store) -> None:
    with demo_store.read() as reader:
        rows = [row for row in queries.find_records(reader, "V-2025-001") if row.key.kind == "visit"]
    assert [row.detail for row in rows] == ["V-2025-001 28–29 Jan 2025"]


def test_every_word_that_is_looked_for_is_in_what_is_found(demo_store: Store) -> None:
    with demo_store.read() as reader:
        found = queries.find_records(reader, "hammouchi madrid")
    assert found
    assert not [row.label for row in found if "US" in row.label]
