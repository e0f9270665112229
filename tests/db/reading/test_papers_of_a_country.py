"""A paper calls the ministers of its own country "the minister"; its address tells which country that is."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, countries_of, events_of, people_of

_TEXT = (
    "The foreign minister in Beijing\n2 June 2025\n\n"
    "Foreign Minister Aslam Qadri reached China on Monday for a two-day visit at the invitation of his Chinese"
    " counterpart, Li Wen. The two sides agreed to train police officers together."
)


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("https://www.times.com.pk/42/", "PK"),
        ("https://news.example.co.uk/42", "GB"),
        ("http://diario.es/a", "ES"),
    ],
)
def test_who_travels_is_of_the_country_in_which_the_paper_appears(
    read: Read, address: str, sender: str
) -> None:
    (visit,) = read(f"{address}\n{_TEXT}").visits
    assert (visit.sending, visit.host, visit.when.edtf) == (sender, "CN", "2025-06-02")
    assert not visit.sure


@pytest.mark.parametrize(
    "address", ["https://times.com/42", "https://times.tv/42", "https://times.su/42", "https://news.zz/1"]
)
def test_an_address_that_is_of_no_country_tells_of_none(read: Read, address: str) -> None:
    assert not read(f"{address}\n{_TEXT}").visits


def test_a_paper_that_tells_of_two_others_is_no_third(read: Read) -> None:
    text = _TEXT.replace("Foreign Minister Aslam", "Omani Foreign Minister Aslam")
    (visit,) = read(f"https://times.com.pk/42/\n{text}").visits
    assert (visit.sending, visit.host) == ("OM", "CN")


def test_who_leaves_the_town_where_the_text_was_written_is_of_that_country(read: Read) -> None:
    found = read(
        "El canciller en Guatemala\n5 de junio de 2025\n\nSANTO DOMINGO. El canciller Miguel Pardo partió este"
        " miércoles hacia Guatemala, donde participará en una reunión de ministros."
    )
    (visit,) = found.visits
    assert (visit.sending, visit.host, visit.when.edtf, visit.sure) == ("DO", "GT", "2025-06-04", False)
    assert [one.name for one in visit.people] == ["Miguel Pardo"]


def test_the_day_on_which_a_tour_begins_is_that_of_its_first_country(read: Read) -> None:
    found = read(
        "Ciudad de México, 8 de septiembre de 2025.- El canciller de México, José Medina, inicia hoy en La Habana una"
        " gira de trabajo que le llevará a Cuba, Panamá y Nicaragua. Concluirá su recorrido el 10 de septiembre en"
        " Nicaragua, donde será recibido por el presidente Daniel Ortiz."
    )
    days = {one.host: one.when.edtf for one in found.visits}
    assert days == {"CU": "2025-09-08", "PA": "", "NI": "2025-09-10"}


_TOUR = (
    "https://servicio.es/noticias/1\nEl ministro, de gira por América\n2 de junio de 2025\n\n"
    "El ministro del Interior, Jaime Pardo, inicia hoy una visita oficial a Guatemala, Honduras y Costa Rica, con cuyos"
    " presidentes se entrevistará. Hoy, Pardo visita Honduras, donde se reunirá con el ministro de Seguridad Pública,"
    " Bernardo Galán. El miércoles viajará a Costa Rica para reunirse con su ministro de Seguridad, Juan Lozano."
)


def test_each_stop_of_a_tour_has_its_own_day_and_whoever_is_met_there(read: Read) -> None:
    visits = {one.host: one for one in read(_TOUR).visits}
    assert {one.sending for one in visits.values()} == {"ES"}
    assert {host: one.when.edtf for host, one in visits.items() if host != "GT"} == {
        "HN": "2025-06-02",
        "CR": "2025-06-04",
    }
    met = {
        host: {who.name for table in one.meetings for who in table.people if who.country == host}
        for host, one in visits.items()
    }
    assert met == {"GT": set(), "HN": {"Bernardo Galán"}, "CR": {"Juan Lozano"}}


def test_who_only_stands_for_a_ministry_is_not_head_before_a_minister(read: Read) -> None:
    found = read(
        "Argentina y Bolivia\n6 de mayo de 2025\n\nEl ministro de Relaciones Exteriores de Argentina, Jorge Ferro, y el"
        " ministro de Relaciones Exteriores de Bolivia, Fernando Mamani, se reunieron en Buenos Aires el 5 de mayo."
        " El Ministerio de Seguridad estuvo representado por el director nacional de Cooperación, Gastón Schumer."
    )
    assert {one.name for one in people_of(found) if one.head} == {"Jorge Ferro", "Fernando Mamani"}


def test_several_of_one_rank_in_capitals_are_nobodys_name(read: Read) -> None:
    found = read(
        "Nepal and Peru\n5 May 2025\n\nThe Inspector General of Police of Nepal, Bimal Rana, visited Lima, Peru, on 4"
        " May. The Additional Inspector General of Police, DIGs and other officers met Peruvian Minister Juan Paz."
    )
    assert {one.name for one in people_of(found)} == {"Bimal Rana", "Juan Paz"}
    assert all(countries_of(one) == {"NP", "PE"} for one in events_of(found))


def test_somebody_named_with_one_surname_and_with_both_is_one(read: Read) -> None:
    found = read(
        "Perú y Colombia\n6 de mayo de 2025\n\nLa canciller María Ángela Salgado se reunió el 5 de mayo en Lima con el"
        " ministro de Relaciones Exteriores del Perú, Gonzalo Rey. La ministra de Relaciones Exteriores de Colombia,"
        " María Ángela Salgado Cueto, acordó abrir un puesto fronterizo."
    )
    assert {one.name: one.country for one in people_of(found)} == {
        "María Ángela Salgado Cueto": "CO",
        "Gonzalo Rey": "PE",
    }


def test_what_was_agreed_weeks_before_is_not_the_day_of_a_meeting(read: Read) -> None:
    found = read(
        "Colombia y Perú\n15 de febrero de 2025\n\nLos viceministros de Colombia y de Perú, Ana Ruiz y Luis Paz, se"
        " reunieron en Lima. Los Gobiernos de Colombia y Perú acordaron el pasado jueves 23 de enero volver a nombrar"
        " embajadores."
    )
    (event,) = events_of(found)
    assert event.when.edtf == ""


def test_the_stops_of_a_tour_that_are_told_one_by_one_are_visits_of_their_own(read: Read) -> None:
    found = read(
        "El ministro de Defensa español viaja a Brasil, Perú y Chile\n7 de marzo de 2025\n\nEl ministro de"
        " Defensa español,"
        " Pedro Morales, hará una escala en Cabo Verde el lunes, donde se entrevistará con el ministro de"
        " Defensa, Jorge Tolen."
        " El martes llegará a Brasil, donde mantendrá una reunión con su homólogo, Celso Amor. El miércoles"
        " aterrizará en Perú"
        " y también tiene previsto entrevistarse con el ministro de Defensa, Pedro Cater. Morales cerrará su"
        " gira el jueves en"
        " Chile con una reunión de trabajo con el ministro de Defensa, Rodrigo Hinz."
    )
    assert {one.host: one.when.edtf for one in found.visits} == {
        "CV": "2025-03-10",
        "BR": "2025-03-11",
        "PE": "2025-03-12",
        "CL": "2025-03-13",
    }
    assert {one.status for one in found.visits} == {"planned"}


def test_a_session_is_no_island(read: Read) -> None:
    found = read(
        "Chile y Colombia\n7 de mayo de 2025\n\nEl martes se reunieron en Lima los ministros de Chile y"
        " Colombia, en preparación"
        " de la Reunión de Diálogo 2+2 entre ambos países. Acordaron mantener el diálogo."
    )
    assert all(countries_of(one) == {"CL", "CO"} for one in events_of(found))
