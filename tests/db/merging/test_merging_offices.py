"""Two posts, or two services, that are one."""

from __future__ import annotations

import pytest

from db import Conflict, Store, queries
from db.models import Organisation
from db.rows import Key, OrganisationCard, PostCard
from tests.db.making import count, entered
from tests.db.merging.merges import (
    book,
    card,
    key_of,
    merged,
    names_it,
    unmerged,
)


def posts(store: Store, *called: tuple[str, str]) -> list[Key]:
    entered(store, {"posts": [{"title": title, "organisation": service} for title, service in called]})
    return [
        key_of(
            store,
            "post",
            "title = :title AND organisation_id = (SELECT id FROM organisation WHERE name = :service)",
            title=title,
            service=service,
        )
        for title, service in called
    ]


def test_a_merged_post_is_found_by_both_titles(empty_store: Store) -> None:
    keep, lose = posts(empty_store, ("Director General", "Police"), ("President", "Police"))
    done = merged(empty_store, keep, lose, {"title": "lose"})
    found = card(empty_store, keep)
    assert isinstance(found, PostCard)
    assert (done.title, found.title, found.titles) == ("President", "President", ("Director General",))
    entered(empty_store, {"posts": [{"title": "Director General", "organisation": "Police", "grade": "A"}]})
    assert count(empty_store, "post") == 2
    assert count(empty_store, "post", "id = :id AND grade = 'A'", id=int(keep.id)) == 1
    assert names_it(empty_store, lose) == []


def test_posts_of_different_organisations_are_doubted_and_still_found_under_both(empty_store: Store) -> None:
    keep, lose = posts(empty_store, ("Director", "Police"), ("Head", "Gendarmerie"))
    with empty_store.read() as reader:
        assert queries.sides(reader, keep, lose).doubts == ("They are posts of different organisations.",)
    merged(empty_store, keep, lose)
    entered(empty_store, {"posts": [{"title": "Head", "organisation": "Gendarmerie", "grade": "A"}]})
    assert count(empty_store, "post", "id = :id AND grade = 'A'", id=int(keep.id)) == 1


def test_services_are_merged_with_the_posts_that_both_have(empty_store: Store) -> None:
    first, only_here, second, same = posts(
        empty_store,
        ("Director", "Coast Guard"),
        ("Deputy", "Coast Guard"),
        ("Chief", "Coastguard Service"),
        ("director", "Coastguard Service"),
    )
    keep, lose = (
        key_of(empty_store, "organisation", "name = :name", name=name)
        for name in ("Coast Guard", "Coastguard Service")
    )
    before = book(empty_store)
    merged(empty_store, keep, lose)
    found = card(empty_store, keep)
    assert isinstance(found, OrganisationCard)
    assert {row.key for row in found.posts} == {first, only_here, second}
    assert card(empty_store, same) == card(empty_store, first)
    assert names_it(empty_store, lose) == []
    with empty_store.read() as reader:
        assert queries.find_records(reader, "coastguard service")[0].key in (keep, second)
        assert keep in {row.key for row in queries.find_records(reader, "coastguard service")}
    entered(empty_store, {"organisations": [{"name": "Coastguard Service", "acronym": "CG"}]})
    assert count(empty_store, "organisation", "id = :id AND acronym = 'CG'", id=int(keep.id)) == 1
    empty_store.undo()
    with pytest.raises(Conflict, match=r"merged along with its organisation"):
        unmerged(empty_store, same)
    unmerged(empty_store, lose)
    assert book(empty_store) == before


def test_a_merged_service_brings_its_names_of_before_and_takes_them_back(empty_store: Store) -> None:
    guard = {"name": "Frontier Troops", "valid_to": "1999-01-01"}
    meeting = {
        "parties": ["DE", "MA"],
        "date": "1998",
        "participants": [{"post": "Chief", "organisation": "Border Guard", "country": "DE"}],
    }
    entered(
        empty_store,
        {
            "organisations": [
                {"name": "Border Police", "names": [guard]},
                {
                    "name": "Border Guard",
                    "names": [guard, {"name": "Customs Troops", "valid_to": "1990-01-01"}],
                },
            ],
            "meetings": [meeting],
        },
    )
    keep, lose = (Key("organisation", str(number)) for number in (1, 2))
    before = book(empty_store)
    merged(empty_store, keep, lose)
    found = card(empty_store, keep)
    assert isinstance(found, OrganisationCard)
    assert [one.name for one in found.names] == ["Frontier Troops", "Customs Troops"]
    (row,) = queries.timeline(empty_store, None).rows(0, 5)
    assert row.people == "Chief, Frontier Troops"
    assert names_it(empty_store, lose) == []
    entered(empty_store, {"organisations": [{"name": "Ministry"}]})
    unmerged(empty_store, lose)
    with empty_store.write("forget") as session:
        session.delete(session.get_one(Organisation, 3))
    assert book(empty_store) == before


def test_a_service_does_not_become_part_of_itself(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "organisations": [
                {"name": "Ministry"},
                {"name": "Police", "parent": "Ministry"},
                {"name": "Border Police", "parent": "Police"},
            ]
        },
    )
    ministry, police, border = (Key("organisation", str(number)) for number in (1, 2, 3))
    before = book(empty_store)
    with pytest.raises(Conflict, match="Border Police would become part of itself"):
        merged(empty_store, border, ministry)
    assert book(empty_store) == before
    merged(empty_store, police, border)
    merged(empty_store, ministry, police)
    with empty_store.read() as reader:
        assert reader.value("SELECT parent_id FROM organisation WHERE id = 1") is None
