"""Which day and which place are those of an event, in the wordings of press services that nobody had seen before."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading, ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read

PUBLISHED = "2025-06-13"  # a Friday


def the_event(reading: Reading) -> ReadVisit | ReadMeeting:
    return reading.visits[0] if reading.visits else reading.meetings[0]


def starts_of(reading: Reading) -> list[str]:
    days = [*(one.when for one in reading.visits), *(one.when for one in reading.meetings)]
    return [day.edtf for day in days if day.edtf]


def host_of(reading: Reading) -> str:
    event = the_event(reading)
    if isinstance(event, ReadVisit):
        return event.host
    return next((code for code, role in event.roles if role == "host"), "")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's minister Asha Otieno met Irish minister Sean Daly to discuss the Good Friday Agreement.",
        "Le ministre malien Moussa Keïta a rencontré son homologue togolaise Afi Ako avant le Vendredi saint.",
        "El ministro peruano Óscar Luna se reunió con su homólogo ecuatoriano Luis Vera sobre el Viernes Santo.",
    ],
)
def test_a_feast_is_no_weekday(read: Read, text: str) -> None:
    assert starts_of(read(text, PUBLISHED)) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kenyan minister Asha Otieno met Ugandan minister Peter Okello on 12 June. She welcomed the announcement"
            " yesterday that Rwanda and Burundi will reopen their border."
        ),
        (
            "Kenyan minister Asha Otieno met Ugandan minister Peter Okello on 12 June. He praised the decision made on"
            " 4 June that Rwanda and Burundi will meet in Kigali."
        ),
    ],
)
def test_the_day_of_an_announcement_is_none_of_a_meeting(read: Read, text: str) -> None:
    assert starts_of(read(text, PUBLISHED)) == ["2025-06-12"]


def test_who_welcomes_a_thing_receives_nobody(read: Read) -> None:
    text = (
        "Kenyan minister Asha Otieno met Ugandan minister Peter Okello on 12 June. Minister Otieno welcomed the"
        " decision of Uganda to open a consulate."
    )
    assert host_of(read(text, PUBLISHED)) == ""


def test_a_delegation_for_an_anniversary_is_to_come(read: Read) -> None:
    text = (
        "Kenya's foreign ministry today named the delegation that will travel to Lima, Peru, June 20-22, 2025, for the"
        " 50th anniversary of diplomatic relations."
    )
    event = the_event(read(text, PUBLISHED))
    assert (event.when.edtf, event.status) == ("2025-06-20/2025-06-22", "planned")


@pytest.mark.parametrize(
    ("text", "host", "place"),
    [
        (
            "Kenyan minister Asha Otieno and U.S. Secretary Jane Roe held talks at the White House on 12 June.",
            "US",
            "White House",
        ),
        (
            "Le ministre malien Moussa Keïta a rencontré jeudi à l'Élysée le ministre français Jean Petit.",
            "FR",
            "Élysée",
        ),
        (
            "La ministra peruana Ana Luna se reunió el jueves en la Casa Rosada con el ministro argentino Juan Paz.",
            "AR",
            "Casa Rosada",
        ),
    ],
)
def test_the_seat_of_a_government_is_in_its_country(read: Read, text: str, host: str, place: str) -> None:
    reading = read(text, PUBLISHED)
    assert (host_of(reading), the_event(reading).place) == (host, place)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Between June 2-6, 2025, Kenyan minister Asha Otieno led a delegation to Peru and Ecuador.",
            ["2025-06-02/2025-06-06"] * 2,
        ),
        (
            "Kenyan minister Asha Otieno will travel to Lima, Peru and Quito, Ecuador June 20-22.",
            ["2025-06-20/2025-06-22"] * 2,
        ),
        (
            "Kenyan minister Asha Otieno visited Lima on 3 June and went on to Quito on 5 June.",
            ["2025-06-03", "2025-06-05"],
        ),
    ],
)
def test_visits_told_in_one_breath_are_of_the_same_days(read: Read, text: str, days: list[str]) -> None:
    assert [one.when.edtf for one in read(text, PUBLISHED).visits] == days


def test_what_was_decided_months_ago_is_not_the_meeting_of_these_days(read: Read) -> None:
    text = (
        "During the lakes summit on January 9-10, 2025 the presidents of Kenya, Uganda and Rwanda set up a joint"
        " committee. On June 11, 2025, Kenyan minister Asha Otieno convened its first meeting with her"
        " Ugandan and Rwandan counterparts."
    )
    assert the_event(read(text, PUBLISHED)).when.edtf == "2025-06-11"


def test_words_of_sorrow_are_no_meeting(read: Read) -> None:
    reading = read(
        "Statement of the President of Kenya on the Floods in Peru\n\n"
        "I am deeply moved by the loss of life in Peru. Kenya stands by the Peruvian people, and our officials are in"
        " touch with the authorities of Peru.",
        PUBLISHED,
    )
    assert not reading.visits
    assert not reading.meetings


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        (
            (
                "This week Kenyan minister Asha Otieno led a delegation to Peru. On Tuesday she was received in Lima by"
                " Peruvian minister Luis Vera."
            ),
            "held",
            "2025-06-10",
        ),
        (
            (
                "Kenyan minister's trip to Lima moved to August\n\nThe visit of Kenyan minister Asha Otieno to Peru,"
                " originally set for June 20 to 22, has been moved to the second half of August."
            ),
            "postponed",
            "2025-06-20/2025-06-22",
        ),
        (
            (
                "La visite du ministre kényan repoussée à juillet\n\nAttendu à Lima vendredi prochain, le"
                " ministre kényan Daniel Kiptoo ne sera pas encore au Pérou."
            ),
            "postponed",
            "2025-06-20",
        ),
    ],
)
def test_a_day_of_the_week_and_a_visit_put_off(read: Read, text: str, status: str, when: str) -> None:
    event = the_event(read(text, PUBLISHED))
    assert (event.status, event.when.edtf) == (status, when)


def test_a_day_without_a_year_lies_near_one_that_has_it(read: Read) -> None:
    reading = read(
        "Lima, 7 February 2025 - Peruvian minister Luis Vera spoke by telephone this morning with Kenyan minister"
        " Asha Otieno. The two agreed to share data. Ms Otieno will travel to Lima on 18 March."
    )
    assert [one.when.edtf for one in reading.visits] == ["2025-03-18"]


def test_a_guest_is_said_to_have_come_only_at_the_end(read: Read) -> None:
    told = "The two sides discussed how to fight drug trafficking. " * 9
    reading = read(
        "LIMA, June 13. Peruvian minister Luis Vera met today with Kenyan minister Asha Otieno, who is on an official"
        f" visit to Lima. {told}The Kenyan delegation arrived in Lima on Wednesday.",
        PUBLISHED,
    )
    assert the_event(reading).when.edtf == "2025-06-11/2025-06-13"
