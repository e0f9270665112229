"""People as they are shown: named or not, in the office they held then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from db import queries
from db.models import Participant
from db.rows import (
    MeetingCard,
    OfficialCard,
    OrganisationCard,
    PostCard,
)
from tests.db.looking import card, meeting_card
from tests.db.making import (
    entered,
    meeting,
)

if TYPE_CHECKING:
    from db import Store


def meeting_of(store: Store, *participants: dict[str, Any], **values: Any) -> MeetingCard:
    with store.write("enter") as session:
        number = meeting(session, participants=list(participants), **values).number
    return meeting_card(store, number)


def test_a_post_that_nobody_named_is_shown_as_not_named(empty_store: Store) -> None:
    (person,) = meeting_of(
        empty_store, {"country": "ES", "post": "Director General", "organisation": "National Police"}
    ).participants
    assert person.label == "Director General, National Police (not named)"
    assert (person.post, person.named, person.official_key) == ("", False, None)
    assert person.post_key is not None


def test_a_named_official_is_shown_with_the_office(empty_store: Store) -> None:
    (person,) = meeting_of(
        empty_store, {"official": "Ana Ruiz", "post": "Director", "organisation": "Coast Guard"}
    ).participants
    assert (person.label, person.post, person.named) == ("Ana Ruiz", "Director, Coast Guard", True)


def test_a_group_is_shown_as_it_was_called(empty_store: Store) -> None:
    experts, service = meeting_of(
        empty_store,
        {"country": "ES", "group": "security experts", "count": 4, "as_printed": "four experts"},
        {"country": "MA", "organisation": "DGSN"},
    ).participants
    assert (experts.label, experts.number, experts.as_printed) == ("security experts", 4, "four experts")
    assert (service.label, service.named) == ("DGSN", False)


def test_people_stand_in_the_order_in_which_they_were_notified(empty_store: Store) -> None:
    people = meeting_of(
        empty_store,
        {"group": "last", "role": "group"},
        {"official": "Second", "rank": 2},
        {"official": "First", "rank": 1},
    ).participants
    assert [person.label for person in people] == ["First", "Second", "last"]


@pytest.mark.parametrize(
    ("day", "post"),
    [
        ("2016-03-01", "Deputy, Coast Guard"),
        ("2021-03-01", "Director, Coast Guard"),
        ("2010-01-01", ""),
    ],
)
def test_the_post_shown_is_the_one_held_then(empty_store: Store, day: str, post: str) -> None:
    tenures = [
        {"post": "Deputy", "organisation": "Coast Guard", "start": "2015", "end": "2018"},
        {"post": "Director", "organisation": "Coast Guard", "start": "2019"},
    ]
    entered(empty_store, {"officials": [{"name": "Ana Ruiz", "tenures": tenures}]})
    (person,) = meeting_of(empty_store, {"official": "Ana Ruiz"}, date=day).participants
    assert (person.label, person.post) == ("Ana Ruiz", post)
    (line,) = queries.officials(empty_store).rows(0, 5)
    assert line.post == "Director, Coast Guard"


def test_an_office_that_was_stated_is_not_replaced_by_the_one_held_now(empty_store: Store) -> None:
    (person,) = meeting_of(
        empty_store, {"official": "Ana Ruiz", "post": "Deputy", "organisation": "Coast Guard"}
    ).participants
    tenures = [{"post": "Director", "organisation": "Coast Guard", "start": "2019"}]
    entered(empty_store, {"officials": [{"name": "Ana Ruiz", "tenures": tenures}]})
    assert person.post == "Deputy, Coast Guard"
    assert meeting_card(empty_store, 1).participants[0].post == "Deputy, Coast Guard"


def test_an_officials_card_tells_posts_names_and_whom_they_met(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "officials": [
                {
                    "name": "Ana Ruiz",
                    "country": "ES",
                    "names": [{"name": "Ruiz", "kind": "weak"}, {"name": "Anna Ruis"}],
                    "tenures": [
                        {"post": "Deputy", "organisation": "Coast Guard", "start": "2015", "end": "2018"},
                        {"post": "Director", "organisation": "Coast Guard", "start": "2019"},
                    ],
                }
            ],
            "meetings": [
                {
                    "parties": ["ES", "MA"],
                    "date": day,
                    "participants": [
                        {"official": "Ana Ruiz", "country": "ES"},
                        {"official": "Omar Alami", "country": "MA"},
                        {"official": "Eva Gil", "country": "ES"},
                    ],
                }
                for day in ("2024-05-05", "2025-05-05")
            ],
        },
    )
    found = card(empty_store, "official", 1)
    assert isinstance(found, OfficialCard)
    assert (found.name, found.country, found.country_name) == ("Ana Ruiz", "ES", "Spain")
    assert [name.name for name in found.names] == ["Ana Ruiz", "Anna Ruis", "Ruiz"]
    assert [(tenure.post, tenure.now) for tenure in found.tenures] == [("Director", True), ("Deputy", False)]
    assert [(met.label, met.times, met.last.edtf) for met in found.met] == [("Omar Alami", 2, "2025-05-05")]
    assert (found.last_met.edtf, found.events, found.headed) == ("2025-05-05", 2, 0)


def test_a_posts_card_tells_its_holders(demo_store: Store) -> None:
    with demo_store.read() as reader:
        number = reader.value("SELECT post_id FROM tenure WHERE official_id = 1 ORDER BY id LIMIT 1")
    found = card(demo_store, "post", number)
    assert isinstance(found, PostCard)
    assert found.organisation == "General Directorate for National Security"
    assert [tenure.official for tenure in found.tenures] == ["Abdellatif Hammouchi"]
    service = card(demo_store, "organisation", 1)
    assert isinstance(service, OrganisationCard)
    assert [(post.title, post.holder) for post in service.posts] == [
        ("Director General", "Abdellatif Hammouchi")
    ]


def test_a_participant_filled_in_later_is_marked_as_such(empty_store: Store) -> None:
    meeting_of(empty_store, {"official": "Ana Ruiz"})
    with empty_store.write("mark") as session:
        session.get_one(Participant, 1).inferred = True
    assert meeting_card(empty_store, 1).participants[0].inferred
