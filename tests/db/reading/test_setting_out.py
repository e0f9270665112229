"""Who sets out for where, told with the day between the verb and the place; tours, plans, and what went before."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, events_of


@pytest.mark.parametrize(
    ("sentence", "way", "day"),
    [
        ("Peru's interior minister, Ana Paz, leaves on Friday for Chile.", ("PE", "CL"), "2024-05-10"),
        ("El ministro peruano, Juan Paz Rojas, arribará el viernes a Chile.", ("PE", "CL"), "2024-05-10"),
        ("El ministro peruano, Juan Paz Rojas, partirá el viernes hacia Chile.", ("PE", "CL"), "2024-05-10"),
        ("Le ministre béninois Jean Akpo s'envolera vendredi pour le Togo.", ("BJ", "TG"), "2024-05-10"),
        (
            "Le ministre béninois Jean Akpo quittera Cotonou vendredi pour le Togo.",
            ("BJ", "TG"),
            "2024-05-10",
        ),
        ("Le directeur de la police béninoise s'est envolé mardi pour le Togo.", ("BJ", "TG"), "2024-05-07"),
        ("Le ministre béninois était au Togo cette semaine.", ("BJ", "TG"), "2024-05-06~/2024-05-12~"),
    ],
)
def test_somebody_sets_out_on_a_day(read: Read, sentence: str, way: tuple[str, str], day: str) -> None:
    (visit,) = read(sentence, "2024-05-08").visits
    assert ((visit.sending, visit.host), visit.when.edtf) == (way, day)


def test_where_a_guest_goes_next_is_not_told_as_a_visit(read: Read) -> None:
    text = "Omani minister Ali Salim met his Kenyan counterpart in Nairobi on 7 May 2024, and tomorrow leaves for Peru."
    assert all("PE" not in (visit.sending, visit.host) for visit in read(text, "2024-05-07").visits)


def test_the_days_of_what_a_visit_comes_after_are_not_its_own(read: Read) -> None:
    text = (
        "Le directeur de la police béninoise a reçu, mercredi 8 mai 2024 à Cotonou, le directeur de la police "
        "togolaise. La visite du directeur togolais au Bénin intervient après le déplacement de son hôte au Togo, "
        "les 16 et 17 avril."
    )
    assert [event.when.edtf for event in events_of(read(text, "2024-05-09"))] == ["2024-05-08"]


def test_the_day_on_which_a_tour_began_is_that_of_its_first_country_alone(read: Read) -> None:
    text = (
        "Oman's foreign minister Ali Salim is back from a tour of Kenya, Uganda and Rwanda. "
        "He began the trip in Nairobi on 5 May 2024."
    )
    days = {visit.host: visit.when.edtf for visit in read(text, "2024-05-09").visits}
    assert days == {"KE": "2024-05-05", "UG": "", "RW": ""}


def test_a_plan_without_day_or_name_is_no_visit_beside_a_meeting(read: Read) -> None:
    text = (
        "La ministra de Perú, Ana Paz Rojas, recibió el 8 de mayo de 2024 en Lima al ministro de Chile, Luis Soto. "
        "Los primeros veinte agentes viajarán a la academia de policía, en Chile, una vez firmado el convenio."
    )
    assert [event.status for event in events_of(read(text, "2024-05-09"))] == ["held"]


def test_people_who_are_stranded_on_their_way_are_sent_by_nobody(read: Read) -> None:
    text = (
        "Los directores de migración de Honduras y de Perú se reunieron el 8 de mayo de 2024 en Lima. Trataron la "
        "situación de los peruanos varados en Choluteca tras emprender viaje hacia Estados Unidos."
    )
    assert all("US" not in (visit.sending, visit.host) for visit in read(text, "2024-05-09").visits)


def test_talks_that_began_are_under_way_though_they_will_go_on(read: Read) -> None:
    text = (
        "Kenya and Oman began their border talks in Nairobi on Monday where the two countries will discuss "
        "smuggling. The Omani delegation is led by General Ali Salim."
    )
    (event,) = events_of(read(text, "2024-05-08"))
    assert (event.status, event.when.edtf) == ("held", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "The ministers of Kenya and Oman met in Nairobi on 8 May 2024. They said that yearly talks, suspended"
                " since 2019, will resume in Muscat on 14 March 2025."
            ),
            "2025-03-14",
        ),
        (
            (
                "Los ministros de Perú y Chile se reunieron en Lima el 8 de mayo de 2024. Convinieron en convocar a la"
                " Comisión Mixta, que sesionará en Santiago el 23 de octubre de 2024."
            ),
            "2024-10-23",
        ),
        (
            (
                "Les ministres du Bénin et du Togo se sont réunis à Cotonou le 8 mai 2024. Ils ont convoqué la"
                " commission mixte, qui siégera à Lomé le 4 novembre 2024."
            ),
            "2024-11-04",
        ),
    ],
)
def test_the_next_session_has_its_day_whatever_its_verb(read: Read, text: str, day: str) -> None:
    assert (day, "planned") in {
        (event.when.edtf, event.status) for event in events_of(read(text, "2024-05-09"))
    }


def test_the_day_at_the_first_stop_is_none_of_the_countries_that_follow(read: Read) -> None:
    text = (
        "Le ministre français Jean Roux a commencé vendredi, par Lomé, un voyage qui le mènera ensuite au Bénin et au "
        "Niger."
    )
    days = {visit.host: visit.when.edtf for visit in read(text, "2024-05-12").visits}
    assert days == {"BJ": "", "NE": ""}


def test_a_weekday_of_a_stay_that_is_over_is_one_of_its_days(read: Read) -> None:
    text = (
        "Une délégation du parlement français s'est rendue au Bénin du 8 au 11 avril 2025. Mercredi, elle s'est "
        "entretenue avec le ministre béninois de l'Intérieur, M. Jean Akpo."
    )
    assert {event.when.edtf for event in events_of(read(text, "2025-04-17"))} <= {
        "2025-04-08/2025-04-11",
        "2025-04-09",
    }


def test_the_day_of_a_page_may_have_spaces_behind_its_points(read: Read) -> None:
    text = "The police chiefs of Oman and Kenya met in Muscat on 20 October."
    found = read(f"Police chiefs meet in Muscat\n22. 10. 2024\n\n{text}")
    assert found.source.published.edtf == "2024-10-22"
    assert events_of(found)[0].when.edtf == "2024-10-20"
