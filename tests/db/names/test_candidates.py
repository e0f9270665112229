"""Officials who may be meant are found in the store by any spelling, by post and by organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from db import projections, queries
from db.commands.desk import Desk
from db.commands.people import enter_official
from db.drafts import OfficialDraft
from db.models import OfficialName
from db.names.candidates import Candidate, candidates
from db.names.offices import in_office
from db.names.skeleton import skeleton
from tests.db.making import TODAY, tables

if TYPE_CHECKING:
    from db import Store

HAMMOUCHI = "Abdellatif Hammouchi"


def enter(store: Store, name: str, **values: object) -> int:
    with store.write("enter") as session:
        return enter_official(Desk(session, TODAY), OfficialDraft.from_plain({"name": name, **values})).number


def found(
    store: Store, name: str, country: str = "", post: str = "", *, typing: bool = False
) -> list[Candidate]:
    with store.read() as reader:
        return candidates(reader, name, countries=[country] if country else (), post=post, typing=typing)


@pytest.mark.parametrize(
    "name",
    [
        "Abdelatif Hamouchi",
        "Abd al-Latif Hamushi",
        "عبد اللطيف حموشي",
        "Hamouchi",
        "حموشي",
        "A. Hamouchi",
        "HAMMOUCHI",
    ],
)
def test_an_official_is_found_by_a_spelling_that_nobody_wrote_down(demo_store: Store, name: str) -> None:
    assert found(demo_store, name)[0].name == HAMMOUCHI


def test_it_is_said_why_and_what_tells_the_official_apart(demo_store: Store) -> None:
    best = found(demo_store, "Abdelatif Hamouchi")[0]
    assert best.like == "Abdellatif Hammouchi (MA, DGSN/DGST): same consonants"
    assert best.likely
    assert not found(demo_store, "Hamouchi")[0].likely


def test_somebody_else_brings_nobody(demo_store: Store) -> None:
    for name in ("Juan Nadie", "Abdellatif Ouahbi", "security experts", "", "…", "%_", "x" * 5_000):
        assert found(demo_store, name) == []


def test_country_and_post_put_one_of_two_namesakes_first(demo_store: Store) -> None:
    enter(demo_store, "Omar Alami", country="MA")
    tenures = [{"post": "Director", "organisation": "Coast Guard"}]
    enter(demo_store, "Umar al-Alami", country="EG", tenures=tenures)
    assert [one.country for one in found(demo_store, "عمر العلمي", "EG")] == ["EG", "MA"]
    assert [one.country for one in found(demo_store, "عمر العلمي", "MA")] == ["MA", "EG"]
    assert found(demo_store, "عمر العلمي", post="Coast Guard")[0].country == "EG"


def test_the_last_word_may_still_be_typed(demo_store: Store) -> None:
    assert found(demo_store, "Hamou") == []
    assert found(demo_store, "Hamou", typing=True)[0].name == HAMMOUCHI
    assert found(demo_store, "Juan Hamou", typing=True) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("DGSN", [HAMMOUCHI]),
        ("dgsn dg", [HAMMOUCHI]),
        ("DG DGSN", [HAMMOUCHI]),
        ("director dgst", [HAMMOUCHI]),
        ("Hamushi DGSN", [HAMMOUCHI]),
        ("Laftit DGSN", []),
        ("minister dgsn", []),
        ("ministry of the interior of spain", ["Fernando Grande-Marlaska"]),
        ("interior min", ["Abdelouafi Laftit", "Fernando Grande-Marlaska"]),
        ("no such office", []),
        ("", []),
    ],
)
def test_an_official_is_found_by_post_and_organisation(
    demo_store: Store, words: str, names: list[str]
) -> None:
    with demo_store.read() as reader:
        assert sorted(one.name for one in in_office(reader, words)) == names


def test_every_spelling_has_its_skeleton_whoever_wrote_it(demo_store: Store) -> None:
    number = enter(demo_store, "Omar Alami", native_name="عمر العلمي", names=[{"name": "Umar Alami"}])
    with demo_store.write("by hand") as session:
        session.add(OfficialName(official_id=number, name="O. El Alami", folded="o el alami"))
    with demo_store.write("look") as session:
        names = session.exec(select(OfficialName)).all()
        assert {one.name: one.skeleton for one in names} == {one.name: skeleton(one.name) for one in names}


def test_undo_takes_the_keys_back_and_a_rebuild_makes_the_same_ones(demo_store: Store) -> None:
    before = tables(demo_store, "name_key", "official_name")
    enter(demo_store, "Omar Alami")
    after = tables(demo_store, "name_key", "official_name")
    assert found(demo_store, "Umar Alami")
    demo_store.undo()
    assert tables(demo_store, "name_key", "official_name") == before
    assert found(demo_store, "Umar Alami") == []
    demo_store.redo()
    with demo_store.write("rebuild") as session:
        projections.rebuild(session)
    assert tables(demo_store, "name_key", "official_name") == after


def test_each_look_up_is_answered_from_an_index(demo_store: Store) -> None:
    plans: list[str] = []
    with demo_store.read() as reader:
        ask = reader.all

        def note(sql: str, **values: object) -> object:
            plans.extend(row[3] for row in ask(f"EXPLAIN QUERY PLAN {sql}", **values))
            return ask(sql, **values)

        reader.all = note  # type: ignore[method-assign, assignment]
        assert candidates(reader, "Abdelatif Hamouchi", countries=["MA"], typing=True)
        assert in_office(reader, "DG DGSN")
        assert in_office(reader, "interior min")
    assert plans
    assert [step for step in plans if step.startswith("SCAN") and "subquery" not in step.lower()] == []


@pytest.mark.parametrize("words", ["hamoushi", "حموشي", "abd al latif hamushi", "hamushi dgsn"])
def test_the_palette_and_the_filter_find_an_official_by_any_spelling(demo_store: Store, words: str) -> None:
    with demo_store.read() as reader:
        (row,) = queries.find_records(reader, words)
    assert (row.key.kind, row.label) == ("official", HAMMOUCHI)
    assert row.detail.startswith("MA DGSN/DGST · ")
    listing = queries.officials(demo_store, words=words)
    assert [one.name for one in listing.rows(0, 9)] == ["Hammouchi, Abdellatif"]


def test_what_matches_literally_is_not_mixed_with_what_only_sounds_so(demo_store: Store) -> None:
    with demo_store.read() as reader:
        assert not any(" · same" in row.detail for row in queries.find_records(reader, "hammouchi"))
        assert queries.find_records(reader, "no such thing anywhere") == []
    assert queries.officials(demo_store, words="no such thing").count() == 0
