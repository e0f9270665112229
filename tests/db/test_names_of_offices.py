"""Services and posts are found by any name they bear, at once and in a store of any size."""

from __future__ import annotations

import pytest
from sqlmodel import select

from db import Store
from db.commands.desk import Desk
from db.commands.merging import merge
from db.commands.places import enter_post, find_organisation, find_post, organisation_named, post_named
from db.drafts import PostDraft
from db.models import Organisation, Post
from db.rows import Key
from tests.db.making import TODAY, count, entered


def desk_of(session: object) -> Desk:
    return Desk(session, TODAY)  # type: ignore[arg-type]


def test_a_service_made_in_the_same_step_is_found_before_the_step_ends(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = organisation_named(desk_of(session), "Coast Guard", "MA")
        assert made is not None
        assert organisation_named(desk_of(session), "COAST-GUARD", "MA") is made
    assert count(empty_store, "organisation") == 1


def test_a_service_renamed_in_the_same_step_is_found_by_its_new_name_alone(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        organisation_named(desk_of(session), "Coast Guard", "MA")
    with empty_store.write("rename") as session:
        here = desk_of(session)
        known = find_organisation(here, "coast guard")
        assert known is not None
        known.name = "Harbour Police"
        assert find_organisation(here, "HARBOUR police") is known
        assert find_organisation(here, "coast guard") is None


def test_a_post_is_found_by_a_title_that_was_added_in_the_same_step(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        here = desk_of(session)
        draft = {
            "title": "Director",
            "organisation": "Coast Guard",
            "country": "MA",
            "titles": [{"title": "Chef"}],
        }
        post = enter_post(here, PostDraft.from_plain(draft))
        service = find_organisation(here, "Coast Guard")
        assert find_post(here, "CHEF", service) is post
        assert find_post(here, "Chef", None) is None


def test_a_name_that_no_letter_is_left_of_still_finds_its_post(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        first = post_named(desk_of(session), "—", "Coast Guard", "MA")
    with empty_store.write("again") as session:
        again = post_named(desk_of(session), "—", "Coast Guard", "MA")
        assert (first and first.id) == (again and again.id)
    assert count(empty_store, "post") == 1


def test_a_post_that_went_into_one_of_another_service_leads_there(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        for service in ("Coast Guard", "Navy"):
            post_named(desk_of(session), "Director" if service == "Navy" else "Head", service, "MA")
    with empty_store.read() as reader:
        keep = reader.value("SELECT id FROM post WHERE title = 'Director'")
        lose = reader.value("SELECT id FROM post WHERE title = 'Head'")
    with empty_store.write("merge") as session:
        merge(session, Key("post", str(keep)), Key("post", str(lose)), today=TODAY)
    with empty_store.write("look") as session:
        here = desk_of(session)
        found = find_post(here, "HEAD", find_organisation(here, "coast guard"))
        assert found is not None
        assert found.id == keep


@pytest.mark.parametrize("name", ["dgsn", "DGSN", "Dirección General"])
def test_looking_a_service_up_does_not_read_every_service(empty_store: Store, name: str) -> None:
    entered(
        empty_store,
        {
            "visits": [
                {"sending": "MA", "host": "ES", "delegations": [{"members": [{"organisation": "DGSN"}]}]}
            ]
        },
    )
    with empty_store.write("look") as session:
        for number in range(50):
            session.add(Organisation(name=f"Service {number}", country="MA"))
        session.flush()
        session.expire_all()
        session.expunge_all()
        find_organisation(desk_of(session), name, "MA")
        assert len(session.identity_map) <= 1


def test_looking_a_post_up_does_not_read_every_post(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        here = desk_of(session)
        service = organisation_named(here, "Coast Guard", "MA")
        assert service is not None
        session.add_all(Post(title=f"Post {number}", organisation_id=service.id) for number in range(50))
    with empty_store.write("look") as session:
        service = session.exec(select(Organisation)).one()
        found = find_post(desk_of(session), "POST 7", service)
        assert found is not None
        assert found.title == "Post 7"
        assert len(session.identity_map) == 2
