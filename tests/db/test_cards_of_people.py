"""People as they are shown: named or not, in the office they held then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from db import queries
from db.models import Participant
from db.rows import (
    Key,
    MeetingCard,
    OfficialCard,
    OrganisationCard,
    PostCard,
)
from db.rows.cards import MetHow
from tests.db.looking import card, meeting_card
from tests.db.making import (
    MOROCCO,
    entered,
    followup,
    meeting,
    visit,
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


def official_of(store: Store, name: str) -> OfficialCard:
    with store.read() as reader:
        number = reader.value("SELECT id FROM official WHERE name = :name", name=name)
    found = card(store, "official", number, MOROCCO)
    assert isinstance(found, OfficialCard)
    return found


def test_an_official_tells_who_of_the_desks_own_sat_in_the_same_room(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        one = visit(
            session,
            date="2024-05-05",
            delegations=[
                {"country": "MA", "members": [{"official": "Omar Alami"}, {"official": "Rida Naji"}]}
            ],
        )
        there = [{"official": "Ana Ruiz", "country": "ES"}, {"official": "Omar Alami", "country": "MA"}]
        absent = {"official": "Sami Badr", "country": "MA", "attendance": "absent"}
        meeting(session, one, participants=[*there, absent])
        meeting(session, date="2020", participants=[{"official": "Rida Naji"}, {"official": "Ana Ruiz"}])
    found = official_of(empty_store, "Ana Ruiz")
    assert [person.label for person in found.last_met_by] == ["Omar Alami"]
    assert found.last_met_key == Key("meeting", "1")
    assert [met.label for met in found.met if met.country == "MA"] == ["Omar Alami"]
    assert official_of(empty_store, "Omar Alami").last_met_by == ()


def test_where_no_meeting_is_on_record_those_who_travelled_have_met_them(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        delegations = [
            {"country": "ES", "members": [{"official": "Ana Ruiz"}]},
            {"country": "MA", "members": [{"official": "Omar Alami"}]},
        ]
        visit(session, date="2024-05-05", delegations=delegations)
    assert [person.label for person in official_of(empty_store, "Ana Ruiz").last_met_by] == ["Omar Alami"]


def test_visits_led_and_visits_joined_are_counted_apart_and_plans_not_at_all(empty_store: Store) -> None:
    def travelling(role: str) -> list[dict[str, Any]]:
        return [{"country": "MA", "members": [{"official": "Omar Alami", "role": role}]}]

    with empty_store.write("enter") as session:
        visit(session, date="2021", delegations=travelling("head"))
        visit(session, date="2022", delegations=travelling("head"))
        visit(session, date="2023", delegations=travelling("expert"))
        visit(session, date="2027", status="planned", delegations=travelling("head"))
    found = official_of(empty_store, "Omar Alami")
    assert (found.headed, found.joined) == (2, 1)
    assert found.next_event is not None
    assert found.next_event.date.edtf == "2027"


def test_spellings_and_tenures_name_the_source_they_come_from(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "source": {"key": "cable", "title": "Cable 12", "kind": "cable"},
            "officials": [
                {"name": "Ana Ruiz", "names": [{"name": "Anna Ruis"}], "tenures": [{"post": "Director"}]}
            ],
        },
    )
    found = official_of(empty_store, "Ana Ruiz")
    assert {name.source for name in found.names} == {"Cable 12"}
    assert [(held.source, held.source_key) for held in found.tenures] == [("Cable 12", Key("source", "1"))]


def test_what_an_official_is_asked_and_what_hangs_on_them_is_on_the_card(empty_store: Store) -> None:
    entered(empty_store, {"officials": [{"name": "Ana Ruiz"}]})
    with empty_store.write("enter") as session:
        followup(session, on="official:Ana Ruiz", text="Ring her")
        followup(session, text="Ring somebody else")
    assert [row.text for row in official_of(empty_store, "Ana Ruiz").followups] == ["Ring her"]


def test_a_name_known_in_latin_letters_needs_no_reading_of_ours(empty_store: Store) -> None:
    officials: list[dict[str, Any]] = [
        {"name": "عبد اللطيف منصور"},
        {"name": "سامي", "names": [{"name": "Sami Badr"}]},
        {"name": "Omar Alami", "native_name": "عمر العلمي"},
    ]
    entered(empty_store, {"officials": officials})
    readings = [official_of(empty_store, one["name"]).latin for one in officials]
    assert readings == ["Abd al-Latif Mansur", "", ""]


def test_a_number_that_is_only_the_least_is_told_from_a_count(empty_store: Store) -> None:
    people = meeting_of(
        empty_store,
        {"group": "experts", "count": 4, "as_printed": "at least four experts"},
        {"group": "guards", "count": 4, "as_printed": "four guards"},
        {"group": "aides", "as_printed": "more than a few aides"},
    ).participants
    assert [person.at_least for person in people] == [True, False, False]


def test_a_post_that_has_passed_on_tells_its_holder_of_today(empty_store: Store) -> None:
    office = {"post": "Director", "organisation": "Coast Guard"}
    tenures = {"Ana Ruiz": {"start": "2015", "end": "2020"}, "Eva Gil": {"start": "2021-02"}}
    officials = [{"name": name, "tenures": [office | held]} for name, held in tenures.items()]
    entered(empty_store, {"officials": officials})
    (before,) = meeting_of(empty_store, {"official": "Ana Ruiz"} | office, date="2018").participants
    assert before.successor == "Eva Gil, from Feb 2021"
    (since,) = meeting_of(empty_store, {"official": "Eva Gil"} | office, date="2022").participants
    assert since.successor == ""


def test_two_posts_held_at_once_are_both_the_role_at_the_time(empty_store: Store) -> None:
    tenures = [
        {"post": "Director General", "organisation": "Police", "start": "2015"},
        {"post": "Director General", "organisation": "Service", "start": "2005", "end": "2020"},
    ]
    entered(empty_store, {"officials": [{"name": "Ana Ruiz", "tenures": tenures}]})
    both, one = (meeting_of(empty_store, {"official": "Ana Ruiz"}, date=day) for day in ("2018", "2022"))
    assert both.participants[0].post == "Director General, Police and Director General, Service"
    assert one.participants[0].post == "Director General, Police"


def test_a_holder_named_later_and_followed_since_is_said_so_by_whoever_met_them(empty_store: Store) -> None:
    office = {"post": "Director", "organisation": "Coast Guard"}
    tenures = {"Ana Ruiz": {"start": "2015", "end": "2020"}, "Eva Gil": {"start": "2021-02"}}
    officials = [
        {"name": name, "country": "ES", "tenures": [office | held]} for name, held in tenures.items()
    ]
    entered(empty_store, {"officials": officials})
    others = [{"official": name, "country": "MA"} for name in ("Omar Alami", "Rida Naji")]
    theirs = {"official": "Ana Ruiz", "country": "ES"}
    meeting_of(empty_store, theirs | office, *others, date="2018")
    meeting_of(empty_store, theirs, others[0], date="2019")
    with empty_store.write("mark") as session:
        session.get_one(Participant, 1).inferred = True
    ana = Key("official", "1")
    followed = "Eva Gil, from Feb 2021"
    assert official_of(empty_store, "Omar Alami").met_how == (
        MetHow(ana, inferred=False, successor=followed),
    )
    assert official_of(empty_store, "Rida Naji").met_how == (MetHow(ana, inferred=True, successor=followed),)
    own = official_of(empty_store, "Ana Ruiz")
    (rida,) = own.met_how
    assert [met.label for met in own.met if met.key == rida.key] == ["Rida Naji"]
    assert rida.inferred
    assert not own.last_inferred
    assert not own.met_inferred


def test_somebody_named_later_was_last_met_as_inferred_and_so_were_those_of_ours(empty_store: Store) -> None:
    there = [{"official": "Ana Ruiz", "country": "ES"}, {"official": "Omar Alami", "country": "MA"}]
    meeting_of(empty_store, *there, date="2018")
    with empty_store.write("mark") as session:
        for number in (1, 2):
            session.get_one(Participant, number).inferred = True
    found = official_of(empty_store, "Ana Ruiz")
    assert found.last_inferred
    assert found.met_inferred
    assert [person.inferred for person in found.last_met_by] == [True]
