"""Meetings and journeys that a text tells apart from its story, with no more of a day than it gives."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_told_beside import MET, events_of

STORY = ("KE+UG", "held", "2025-06-10")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "According to the ministry, the committee will hold its first session in Kampala on Sept 9.",
            ("KE+UG", "planned", "2025-09-09"),
        ),
        (
            (
                "Separately, the Rwandan deputy minister Jean Habimana, who was to arrive in Nairobi on 16 June, has"
                " put off his trip."
            ),
            ("RW>KE", "postponed", "2025-06-16"),
        ),
        (
            "Minister Otieno also met with Rwandan deputy minister Jean Habimana.",
            ("KE+RW", "held", ""),
        ),
        (
            "Later, Minister Otieno received the Ambassador of Rwanda, Jean Habimana.",
            ("KE+RW", "held", "2025-06-10"),
        ),
    ],
)
def test_it_is_told_beside_the_story(read: Read, sentence: str, event: tuple[str, str, str]) -> None:
    assert events_of(read, MET + sentence) == {STORY, event}


@pytest.mark.parametrize(
    "sentence",
    [
        "To recall, Uganda's minister made a trip to Nairobi in April 2023, during which a plan was approved.",
        "The ministers discussed the situation in Rwanda and also met the press.",
        "Minister Otieno also met with the press.",
    ],
)
def test_nothing_is_told_beside_it(read: Read, sentence: str) -> None:
    assert events_of(read, MET + sentence) == {STORY}


def test_a_next_meeting_without_a_year_is_told_without_one(read: Read) -> None:
    reading = read(
        "Kenyan minister Asha Otieno received Ugandan minister Peter Okello today. The next round of consultations will"
        " be held in Kampala on 9 September."
    )
    assert [(one.status, one.when.edtf) for one in reading.meetings if one.status == "planned"] == [
        ("planned", "XXXX-09-09")
    ]


def test_los_dos_vuelven_a_verse(read: Read) -> None:
    text = (
        "El ministro peruano Óscar Luna se reunió ayer en Quito con su homólogo ecuatoriano Luis Vera. Ambas"
        " delegaciones volverán a verse las caras el 15 de septiembre en Lima."
    )
    assert events_of(read, text) == {
        ("EC+PE", "held", "2025-06-12"),
        ("EC+PE", "planned", "2025-09-15"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, 4 September: Kenyan minister Asha Otieno received today Ugandan minister Peter Okello.",
        "Nairobi, le 4 septembre - Le ministre kényan John Otieno a reçu aujourd'hui le ministre ougandais Peter Oke.",
    ],
)
def test_today_is_the_day_above_the_text_be_it_without_a_year(read: Read, text: str) -> None:
    assert {days for _, _, days in events_of_any_year(read, text)} == {"XXXX-09-04"}


def events_of_any_year(read: Read, text: str) -> set[tuple[str, str, str]]:
    """What a text tells whose day of publication nobody knows."""
    return events_of(lambda words, _: read(words), text)


def test_a_month_in_short_is_followed_by_its_days(read: Read) -> None:
    text = (
        "The visit to Kenya of Ugandan police chief Peter Okello, set for June 19 to 22, has been postponed."
    )
    short = text.replace("June", "Jun.")
    assert (
        events_of(read, text) == events_of(read, short) == {("UG>KE", "postponed", "2025-06-19/2025-06-22")}
    )


def test_a_visit_is_planned_where_the_next_sentence_says_when_it_is_to_be(read: Read) -> None:
    text = (
        "Le ministre kényan John Otieno a rencontré mardi à Kampala le ministre ougandais Peter Okello. On a parlé de"
        " la visite à Nairobi du directeur de la police rwandaise, Jean Habimana. Celui-ci est attendu le 24 juin."
    )
    assert ("RW>KE", "planned", "2025-06-24") in events_of(read, text)


def test_who_goes_on_from_a_visit_is_its_guest(read: Read) -> None:
    text = (
        "NAIROBI, June 13 (Agency) - Uganda and Kenya have agreed to share lists of stolen cars, said Minister Peter"
        " Okello.\n\n"
        "He told reporters so at the end of his three-day visit here today. Okello met Kenya's minister, Asha"
        " Otieno.\n\n"
        "Okello's onward trip to Kigali, which was to have started tomorrow, has been called off."
    )
    assert events_of(read, text) == {
        ("UG>KE", "held", "2025-06-13"),
        ("UG>RW", "cancelled", "2025-06-14"),
    }


def test_a_visit_that_is_put_off_is_not_cancelled(read: Read) -> None:
    text = (
        "La visite que le ministre kényan John Otieno devait effectuer à Kampala les 19 et 20 juin n'aura pas lieu"
        " comme prévu. Elle est reportée à une date ultérieure."
    )
    assert events_of(read, text) == {("KE>UG", "postponed", "2025-06-19/2025-06-20")}


def test_a_service_that_tells_of_its_own_work_met_nobody(read: Read) -> None:
    text = (
        "La Policía de Investigaciones de Chile detuvo el domingo a nueve personas. Dos de ellas eran buscadas por"
        " Interpol, explicó la jefa Ana Paz, y acordó nuevas rondas."
    )
    assert events_of(read, text) == set()


def test_the_service_that_signs_a_text_is_who_is_not_named(read: Read) -> None:
    text = (
        "Last week a delegation of the National Police of Kenya visited Kampala, where it was received by the Ugandan"
        " police chief, Peter Okello.\n\n"
        "In addition, on 24 June the National Police will hold an online meeting with the Criminal Bureau of the police"
        " of Rwanda.\n\n"
        "Communications Department of the National Police of Kenya"
    )
    assert ("KE+RW", "planned", "2025-06-24") in events_of(read, text)
