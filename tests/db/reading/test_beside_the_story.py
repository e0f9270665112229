"""What a text tells beside its story: next journeys, meetings that were put off, predictions, whose visit is off."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading, ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read


def the_event(reading: Reading) -> ReadVisit | ReadMeeting:
    return reading.visits[0] if reading.visits else reading.meetings[0]


def outcomes_in(reading: Reading) -> list[tuple[str, str]]:
    """What came of the event, each with its rung."""
    met = [one for visit in reading.visits for one in visit.meetings]
    of_visits = [one for visit in reading.visits for one in visit.actions]
    of_meetings = [one for meeting in (*reading.meetings, *met) for one in meeting.actions]
    return [(one.rung, one.quote) for one in (*of_visits, *of_meetings)]


def sides_of(reading: Reading) -> dict[str, str]:
    """Everybody named, with their country."""
    met = [one for visit in reading.visits for one in visit.meetings]
    travelled = [one for visit in reading.visits for one in visit.people]
    seated = [one for meeting in (*reading.meetings, *met) for one in meeting.people]
    return {one.name: one.country for one in (*travelled, *seated) if one.name}


NEXT_JOURNEY = (
    "VILNIUS, June 4 (Baltija) - Moldova's interior minister and her Lithuanian counterpart met in the Lithuanian"
    " capital on Tuesday and agreed to exchange lists of stolen cars.\n\n"
    "Interior Minister Elena Rusu, who arrived late on Monday, spent two hours with Interior Minister Jonas Petkus.\n\n"
    "They visited a school of the border guard.\n\n"
    "Both praised the work of the joint centre.\n\n"
    "The Moldovan minister flies to Stockholm on Thursday for a seminar."
)


def test_the_next_journey_of_a_guest_is_told_behind_the_visit_that_a_text_is_about(read: Read) -> None:
    reading = read(NEXT_JOURNEY, "2025-06-04")
    assert [(one.host, one.status, one.place) for one in reading.visits] == [
        ("LT", "held", "Vilnius"),
        ("SE", "planned", "Stockholm"),
    ]
    assert reading.visits[1].when.edtf == "2025-06-05"
    assert sides_of(reading) == {"Elena Rusu": "MD", "Jonas Petkus": "LT"}


def test_a_visit_begins_on_the_day_on_which_the_guest_came(read: Read) -> None:
    assert the_event(read(NEXT_JOURNEY, "2025-06-04")).when.edtf == "2025-06-02/2025-06-03"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            (
                "Le ministre malien de la Sécurité, Issa Keïta, a reçu jeudi à Bamako son homologue togolaise, Afi Ako."
                " Mme Ako, arrivée la veille, était accompagnée du directeur de la police, Kofi Agbo."
            ),
            "2025-10-10",
        ),
        (
            (
                "El ministro boliviano Juan Quispe recibió el jueves en La Paz a su homóloga peruana, Rosa Huamán."
                " La ministra Huamán, llegada la víspera, viajó con dos asesores."
            ),
            "2025-10-10",
        ),
    ],
)
def test_who_came_the_day_before_was_on_a_visit_since_then(read: Read, text: str, published: str) -> None:
    event = the_event(read(text, published))
    assert event.when.edtf == "2025-10-08/2025-10-09"


@pytest.mark.parametrize(
    "text",
    [
        "Police chiefs from Finland and Poland ended two days of talks here Friday.",
        "The police chiefs of Finland and Poland concluded a two-day meeting in Helsinki on Friday.",
        "Les chefs de la police de Finlande et de Pologne ont conclu deux jours d'entretiens vendredi à Helsinki.",
    ],
)
def test_talks_of_two_days_began_the_day_before_they_ended(read: Read, text: str) -> None:
    event = the_event(read(f"Police agree\n\nHELSINKI - {text}", "2026-01-24"))
    assert event.when.edtf == "2026-01-22/2026-01-23"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Uruguay's police director Ana Sosa was in Lima this week in place of the foreign minister, whose trip to"
            " Peru was postponed because of a strike."
        ),
        (
            "El director de la policía de Uruguay, Luis Sosa, viajó el lunes a Lima en lugar del canciller Juan Otero,"
            " cuya visita al Perú quedó aplazada."
        ),
    ],
)
def test_who_goes_instead_of_another_one_has_gone(read: Read, text: str) -> None:
    assert the_event(read(text, "2025-08-22")).status == "held"


def test_whom_they_did_not_meet_after_all_was_not_there(read: Read) -> None:
    reading = read(
        "Serbian minister Ana Petrovic met Bulgarian minister Ivan Dimov in Sofia on 3 March 2025. A meeting with the"
        " speaker of parliament, Petar Kolev, planned for the same day, was postponed.",
        "2025-03-04",
    )
    assert sides_of(reading) == {"Ana Petrovic": "RS", "Ivan Dimov": "BG"}


def test_what_a_writer_foresees_makes_nobody_a_party(read: Read) -> None:
    reading = read(
        "Omani general Salim Hinai met the Mauritanian minister, Ahmed Sidi, in Nouakchott on 3 March 2025. He offered"
        " eight places at his school. Spain will no doubt complain. A bolder minister should have asked for ten.",
        "2025-03-04",
    )
    assert "ES" not in (
        *(one.host for one in reading.visits),
        *(code for one in reading.meetings for code in one.parties),
    )
    assert [rung for rung, _ in outcomes_in(reading)] == ["proposed"]


def test_a_list_inside_a_sentence_has_its_items(read: Read) -> None:
    reading = read(
        "Serbian minister Ana Petrovic met Bulgarian minister Ivan Dimov in Sofia on 3 March 2025.\n\nThe two sides"
        " reached consensus on three points: (i) opening a joint post by 1 June 2025; (ii) training divers together;"
        " and (iii) sharing lists of stolen boats.",
        "2025-03-04",
    )
    assert [quote.rstrip(" ;.and") for _, quote in outcomes_in(reading)] == [
        "opening a joint post by 1 June 2025",
        "training divers together",
        "sharing lists of stolen boats",
    ]


def test_words_that_lead_to_a_list_are_no_outcome_themselves(read: Read) -> None:
    reading = read(
        "El ministro boliviano Juan Quispe recibió el jueves en La Paz a su homóloga peruana, Rosa Huamán.\n\n"
        "Ambos ministros se comprometieron a:\n\n- Instalar cámaras en el puente.\n- Realizar patrullas cada mes.",
        "2025-10-10",
    )
    assert len(outcomes_in(reading)) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "el ministro de Seguridad de la República de Panamá, Aristides Batista, y su equipo",
            "Aristides Batista",
        ),
        ("el jefe de la policía del Reino de España, Pedro Alcón, y su equipo", "Pedro Alcón"),
    ],
)
def test_a_title_may_name_a_republic_or_a_kingdom(read: Read, text: str, name: str) -> None:
    reading = read(
        f"El ministro costarricense Esteban Mora recibió en San José el 3 de marzo de 2025 a {text}."
    )
    assert name in sides_of(reading)


def test_a_small_word_behind_a_service_is_of_the_title(read: Read) -> None:
    reading = read(
        "Le ministre béninois Paul Dossou se rendra à Kigali du 22 au 24 avril 2025. Il sera accompagné du directeur"
        " général de la Police républicaine, Issa Yaya, et de deux conseillers."
    )
    assert sides_of(reading)["Issa Yaya"] == "BJ"


def test_a_counterpart_is_found_where_a_spokesman_tells_of_the_visit(read: Read) -> None:
    reading = read(
        "Le ministre béninois Paul Dossou se rendra à Kigali du 22 au 24 avril 2025 à l'invitation de son homologue"
        " rwandaise, Claudine Mukamana, a annoncé mardi un porte-parole."
    )
    assert sides_of(reading)["Claudine Mukamana"] == "RW"


def test_who_goes_on_by_the_first_of_two_surnames_is_the_same(read: Read) -> None:
    reading = read(
        "La ministra costarricense Laura Quirós Mora recibió en San José el 3 de marzo de 2025 a su homólogo panameño,"
        " Jorge Batista. La ministra Quirós agradeció la visita."
    )
    assert set(sides_of(reading)) == {"Laura Quirós Mora", "Jorge Batista"}


def test_a_region_is_part_of_a_title_and_a_town_may_be_a_surname(read: Read) -> None:
    reading = read(
        "The Zambian delegation was led by the Commissioner of Police for the Eastern Region, Mr. Gift Nkhoma, and met"
        " Malawian minister John Banda in Lilongwe on 3 March 2025."
    )
    assert set(sides_of(reading)) == {"Gift Nkhoma", "John Banda"}


@pytest.mark.parametrize(
    "verb", ["welcomed at headquarters by", "received at the ministry by", "welcomed by"]
)
def test_who_welcomes_somewhere_is_the_host(read: Read, verb: str) -> None:
    reading = read(
        "A delegation of the Mongolian police headed by General Bat Dorj began a visit to Prague on 3 March 2025. The"
        f" guests were {verb} Police President Jan Novák."
    )
    assert sides_of(reading) == {"Bat Dorj": "MN", "Jan Novák": "CZ"}


def test_a_session_held_in_a_town_that_no_list_knows_has_its_place_and_host(read: Read) -> None:
    reading = read(
        "The joint committee of Zambia and Malawi held its third session in Vubwi, Zambia. The Malawian delegation"
        " offered to host a match."
    )
    event = the_event(reading)
    assert event.place == "Vubwi"
    assert dict(reading.meetings[0].roles)["ZM"] == "host"
