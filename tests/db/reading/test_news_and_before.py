"""What a text tells as new is its event; what it recalls beside it, and who flees, is none."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

MET = "Zambian minister Bwalya Phiri met his Tanzanian counterpart, Hamisi Mwaka, in Lusaka on Thursday.\n\n"


def test_years_that_something_took_are_no_day_of_the_meeting(read: Read) -> None:
    found = read(
        "Tanzanian minister Hamisi Mwaka visited Lusaka for talks with his Zambian counterpart.\n\n"
        "Insurance premiums for lorries have risen by a third in two years.\n",
        "2025-07-25",
    )
    assert [*(one.when.edtf for one in found.visits), *(one.when.edtf for one in found.meetings)] == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed the implementation of the agreements reached during",
        "They took stock of the follow-up to what was agreed during",
    ],
)
def test_the_visit_at_which_was_agreed_what_is_carried_out_now_is_no_event(read: Read, sentence: str) -> None:
    found = read(
        "Today, Prime Minister Aram Sahak of Armenia spoke by phone with the President of Kazakhstan, Yerlan Dos.\n\n"
        f"{sentence} the state visit of the President of Kazakhstan to Armenia in October 2025.\n",
        "2026-02-04",
    )
    assert not found.visits
    assert [one.when.edtf for one in found.meetings] == ["2026-02-04"]


def test_a_video_call_has_its_day_and_no_place(read: Read) -> None:
    (call,) = read(
        "El ministro de Seguridad de Costa Rica, Iván Rojas, y su homólogo de Panamá, Luis Him, sostuvieron el lunes"
        " una videollamada para coordinar la vigilancia en Ciudad de Panamá.\n",
        "2025-09-03",
    ).meetings
    assert (call.mode, call.when.edtf, call.place) == ("video", "2025-09-01", "")


def test_people_who_cross_the_sea_make_no_visit(read: Read) -> None:
    found = read(
        "El director de la Guardia Civil, Álvaro Ruiz, se ha reunido este jueves en Nuakchot con el ministro del"
        " Interior de Mauritania, Sidi Ould Brahim.\n\nEste año han llegado a España más de 18.000 personas en"
        " cayucos, la mayoría desde las costas mauritanas.\n",
        "2024-06-20",
    )
    assert not found.visits
    assert [one.when.edtf for one in found.meetings] == ["2024-06-20"]


@pytest.mark.parametrize("published", ["2024-06-21", ""])
def test_a_journey_of_months_ago_is_told_behind_the_news(read: Read, published: str) -> None:
    found = read(
        f"{MET}They spoke of stolen lorries.\n\nDrivers wait for days at the border.\n\n"
        "Zambia's president travelled to Tanzania in February for talks on the railway.\n",
        published,
    )
    assert not found.visits
    assert [one.when.text for one in found.meetings] == ["Thursday"]


def test_a_visit_of_later_this_week_that_they_welcome_is_not_this_one(read: Read) -> None:
    found = read(
        "National Security Advisor John Doe of the United States hosted Israeli National Security Advisor Dan Levi at"
        " the White House on March 6.\n\nThey welcomed the visit to Israel later this week by Secretary Jim Roe.\n",
        "2023-03-06",
    )
    assert not found.visits
    assert [(set(one.parties), one.when.edtf) for one in found.meetings] == [({"IL", "US"}, "2023-03-06")]


def test_the_year_of_an_earlier_dialogue_is_not_the_year_of_this_one(read: Read) -> None:
    (meeting,) = read(
        "The United States and Mexico held their High-Level Security Dialogue in Mexico City.\n\n"
        "The framework, launched by our governments at the 2021 High-Level Security Dialogue, guides our work.\n"
    ).meetings
    assert meeting.when.edtf == ""


def test_the_week_of_a_day_without_its_year_is_about_that_day(read: Read) -> None:
    (visit,) = read("French minister Paul Martin visited Qatar during the week of October 10.\n").visits
    assert visit.when.edtf == "XXXX-10-10~"


def test_who_heads_something_bears_no_title_of_that(read: Read) -> None:
    (visit,) = read(
        "Nigerian minister Ibrahim Wakili visited Benin on 28 January 2025.\n\n"
        "“It costs us money,” said Kayode Bankole, who heads the Seme chapter of the forwarders' association.\n"
    ).visits
    assert [one.name for one in visit.people] == ["Ibrahim Wakili"]
