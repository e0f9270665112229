"""Two officials that are one person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlmodel import select

from db import Store, queries
from db.commands.merging import merge
from db.models import Official, Participant, Post
from db.rows import Key
from tests.db.making import TODAY, count, meeting
from tests.db.merging.merges import (
    book,
    key_of,
    merged,
    names_it,
    official,
    official_card,
)


def test_every_spelling_of_two_officials_finds_the_one(empty_store: Store) -> None:
    keep = official(empty_store, name="Abdellatif Hammouchi", country="MA", names=[{"name": "Hammouchi A."}])
    lose = official(empty_store, name="Abdelatif Hamouchi", country="MA", names=[{"name": "Hammouchi A."}])
    done = merged(empty_store, keep, lose)
    assert done.dropped["official_name"] == 1
    assert [(row.name, row.kind) for row in official_card(empty_store, keep).names] == [
        ("Abdellatif Hammouchi", "preferred"),
        ("Hammouchi A.", "spelling"),
        ("Abdelatif Hamouchi", "spelling"),
    ]
    assert official(empty_store, name="Abdelatif Hamouchi", country="MA") == keep
    assert names_it(empty_store, lose) == []


def test_the_name_that_was_chosen_is_preferred_and_the_other_stays_a_spelling(empty_store: Store) -> None:
    keep = official(empty_store, name="Abdelatif Hamouchi")
    lose = official(empty_store, name="Abdellatif Hammouchi")
    merged(empty_store, keep, lose, {"name": "lose"})
    found = official_card(empty_store, keep)
    assert found.name == "Abdellatif Hammouchi"
    assert [(row.name, row.kind) for row in found.names] == [
        ("Abdellatif Hammouchi", "preferred"),
        ("Abdelatif Hamouchi", "spelling"),
    ]


def test_nobody_sits_twice_in_a_meeting_after_a_merge(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        meeting(
            session,
            participants=[
                {"official": "Ana Ruiz", "country": "ES"},
                {"official": "Ana Ruiz Gil", "country": "ES", "role": "head", "post": "Director"},
            ],
        )
    keep = key_of(empty_store, "official", "name = 'Ana Ruiz'")
    lose = key_of(empty_store, "official", "name = 'Ana Ruiz Gil'")
    merged(empty_store, keep, lose)
    with empty_store.read() as reader:
        ((role, post),) = reader.all("SELECT role, post_id FROM participant")
    assert role == "head"
    assert post is not None


def test_who_learns_from_a_line_that_goes_and_goes_too_comes_back_as_they_were(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        people = [{"official": "Ana Robledo", "country": "ES"}, {"official": "Anna Robledo", "country": "ES"}]
        number = meeting(session, parties=["ES", "MA"], participants=people).number
        keep, lose = session.exec(select(Official).order_by(Official.name)).all()
        post = Post(title="Director", country="ES", organisation_id=None)
        session.add(post)
        session.flush()
        for row in session.exec(select(Participant)).all():
            session.delete(row)
        session.flush()
        for official, of, printed in ((lose, None, "Robledo"), (lose, post, ""), (keep, post, "")):
            session.add(
                Participant(
                    meeting_id=number,
                    country="ES",
                    official_id=official.number,
                    post_id=of.number if of else None,
                    as_printed=printed,
                )
            )
            session.flush()
        kept, gone = (Key("official", str(one.number)) for one in (keep, lose))
    before = book(empty_store)
    done = merged(empty_store, kept, gone)
    assert done.dropped["participant"] == 2
    assert count(empty_store, "participant", "as_printed = 'Robledo' AND post_id IS NOT NULL") == 1
    empty_store.undo()
    assert book(empty_store) == before


def test_a_tenure_of_both_is_kept_once_and_one_without_a_date_gives_way(empty_store: Store) -> None:
    post = {"post": "Director", "organisation": "Coast Guard"}
    keep = official(
        empty_store,
        name="Ana Ruiz",
        tenures=[post | {"start": "2020"}, {"post": "Chief", "organisation": "X"}],
    )
    lose = official(
        empty_store,
        name="Ana Ruiz Gil",
        tenures=[
            post | {"start": "2020"},
            {"post": "Chief", "organisation": "X", "start": "2015", "end": "2019"},
        ],
    )
    before = book(empty_store)
    done = merged(empty_store, keep, lose)
    held = [(row.post, row.held.edtf) for row in official_card(empty_store, keep).tenures]
    assert held == [("Director", "2020/.."), ("Chief", "2015/2019")]
    assert done.dropped["tenure"] == 2
    empty_store.undo()
    assert book(empty_store) == before


def test_officials_of_two_countries_are_doubted_and_not_refused(empty_store: Store) -> None:
    keep = official(empty_store, name="Ana Ruiz", country="ES")
    lose = official(empty_store, name="Ana Ruiz Gil", country="MA")
    with empty_store.read() as reader:
        assert queries.sides(reader, keep, lose).doubts == ("They are of different countries: ES and MA.",)
    merged(empty_store, keep, lose)
    assert official_card(empty_store, keep).country == "ES"


def test_a_marking_of_either_official_is_kept(empty_store: Store) -> None:
    keep, lose = official(empty_store, name="Ana Ruiz"), official(empty_store, name="Ana Ruiz Gil")
    with empty_store.write("mark") as session:
        session.get_one(Official, int(lose.id)).handling = "restricted"
    merged(empty_store, keep, lose)
    assert count(empty_store, "official", "id = :id AND handling = 'restricted'", id=int(keep.id)) == 1


def test_of_many_meetings_a_merge_and_its_undoing_ask_no_more_than_of_a_few(empty_store: Store) -> None:
    asked: list[str] = []
    with empty_store.write("look on") as session:

        @event.listens_for(session.get_bind(), "before_cursor_execute")
        def note(*told: Any) -> None:
            asked.append(told[2])

    statements = []
    for many in (3, 40):
        keep, lose = (official(empty_store, name=f"{name} {many}") for name in ("Ana Ruiz", "Ana Rouiz"))
        with empty_store.write("enter") as session:
            for day in range(many):
                there = [{"official": f"Ana Rouiz {many}"}, {"official": f"Omar {many}", "country": "MA"}]
                meeting(session, participants=there, date=f"2025-0{1 + day // 28}-{1 + day % 28:02}")
        counts = []
        for do in (lambda: merged(empty_store, keep, lose), empty_store.undo, empty_store.redo):  # noqa: B023
            asked.clear()
            do()
            counts.append(len(asked))
        statements.append(counts)
        with empty_store.read() as reader:
            assert (
                reader.value("SELECT events FROM official_summary WHERE official_id = :id", id=int(keep.id))
                == many
            )
    assert statements[0] == statements[1]


def test_an_object_that_was_read_before_a_merge_knows_where_it_belongs_after_it(empty_store: Store) -> None:
    keep, lose = (official(empty_store, name=name) for name in ("Ana Ruiz", "Ana Rouiz"))
    with empty_store.write("enter") as session:
        meeting(session, participants=[{"official": "Ana Rouiz", "country": "ES"}])
    with empty_store.write("merge") as session:
        participant = session.get_one(Participant, 1)
        merge(session, keep, lose, today=TODAY)
        assert participant.official_id == int(keep.id)
