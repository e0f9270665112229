"""Reports of a week, receptions by those who preside, and how a paper calls its own people and its guests."""

from __future__ import annotations

import pytest

from db.reading import Reading
from db.reading.proposals import ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read, events_of, people_of


def sides(found: Reading) -> dict[str, str]:
    return {one.name: one.country for one in people_of(found)}


def quotes(found: Reading) -> list[str]:
    """The words of every outcome."""
    tables = [*found.meetings, *(table for visit in found.visits for table in visit.meetings)]
    events: list[ReadVisit | ReadMeeting] = [*found.visits, *tables]
    return [one.quote for event in events for one in event.actions]


@pytest.mark.parametrize(
    "covers", ["Periodo: 12 al 16 de mayo de 2025", "Semana del 12 al 16 de mayo de 2025"]
)
def test_the_days_of_a_report_are_of_the_year_that_it_covers(read: Read, covers: str) -> None:
    text = (
        f"INFORME SEMANAL 19\n{covers}\n\nEl martes 13 de mayo el agregado de Colombia se reunió en Panamá con "
        "el director "
        "de la Policía de Panamá, Luis Soto. El jueves 22 de mayo llegará a Panamá el director colombiano Juan Paz."
    )
    found = read(text)
    assert sorted(one.when.edtf for one in events_of(found)) == ["2025-05-13", "2025-05-22"]
    assert found.source.published.edtf == ""


def test_who_presides_with_guests_does_not_travel(read: Read) -> None:
    text = (
        "Le secrétaire général du ministère, M. Ousmane Thiaw, a présidé ce jeudi 5 septembre 2024, à Dakar, "
        "la séance de "
        "travail avec la délégation de l'Office de sécurité de Côte d'Ivoire, en visite au Sénégal depuis lundi. La "
        "délégation ivoirienne est conduite par M. Sylvain Brou, directeur général de l'Office. Elle compte "
        "également Mme "
        "Mariam Koffi, directrice des études."
    )
    found = read(text, "2024-09-06")
    assert sides(found) == {"Ousmane Thiaw": "SN", "Sylvain Brou": "CI", "Mariam Koffi": "CI"}
    assert not [quote for quote in quotes(found) if "compte" in quote]


def test_under_whose_presidency_is_no_title(read: Read) -> None:
    text = (
        "Entretien avec une délégation de l'Assemblée nationale d'Arménie\n"
        "Compte rendu de la réunion du mercredi 20 novembre 2024\n\n"
        "Sous la présidence de Mme Anne Morel (Isère), présidente du groupe d'amitié, les sénateurs ont reçu "
        "au Palais du "
        "Luxembourg une délégation de l'Assemblée nationale d'Arménie conduite par M. Tigran Sarian, député."
    )
    found = read(text)
    titles = {one.name: (one.country, one.post) for one in people_of(found)}
    assert titles == {
        "Anne Morel": ("FR", "présidente du groupe d'amitié"),
        "Tigran Sarian": ("AM", "député"),
    }
    assert found.source.title == "Entretien avec une délégation de l'Assemblée nationale d'Arménie"
    assert events_of(found)[0].when.edtf == "2024-11-20"


def test_the_next_town_of_a_guest_is_not_where_they_were_received(read: Read) -> None:
    text = (
        "Asunción, 16 de noviembre de 2023\n\nEl comandante de la Policía del Paraguay, comisario Luis Soto, "
        "recibió este "
        "miércoles a una delegación de la Policía Nacional de España encabezada por el comisario Juan Paz. La "
        "delegación "
        "española ofreció ocho becas. La comitiva visitó luego el centro 911 y este jueves se traslada a Encarnación."
    )
    (event,) = events_of(read(text))
    assert (event.when.edtf, event.place) == ("2023-11-15", "")


def test_where_they_sat_before_is_no_journey(read: Read) -> None:
    text = (
        "Los días 12 y 13 de marzo de 2024 se reunieron en Piura las delegaciones del Perú y del Ecuador. La "
        "directora Ana "
        "Ruiz dio la bienvenida a la delegación ecuatoriana y destacó los avances desde la reunión realizada "
        "en Machala."
    )
    (event,) = events_of(read(text, "2024-03-13"))
    assert (event.when.edtf, event.place) == ("2024-03-12/2024-03-13", "Piura")


def test_senor_in_small_letters_stands_before_a_name(read: Read) -> None:
    text = (
        "Las delegaciones del Perú y del Ecuador se reunieron en Piura el 12 de marzo de 2024. La delegación "
        "del Ecuador "
        "estuvo integrada por la directora Ana Ruiz y el cónsul del Ecuador en Piura, señor Luis Paz."
    )
    assert sides(read(text, "2024-03-13")) == {"Ana Ruiz": "EC", "Luis Paz": "EC"}


def test_those_on_our_side_are_of_the_paper(read: Read) -> None:
    text = (
        "Consultations with Indonesia on maritime security took place in Ottawa on 10 April 2025. The "
        "Indonesian team was "
        "led by Retno Wulan, Director at the Ministry of Foreign Affairs. On our side, Director General Colin "
        "Moore (chair) "
        "and Cmdr Peter Dunn of the Canadian Navy took part."
    )
    found = read(text, "2025-04-14")
    assert sides(found) == {"Retno Wulan": "ID", "Colin Moore": "CA", "Peter Dunn": "CA"}


def test_what_was_shown_at_the_meeting_is_not_of_the_past(read: Read) -> None:
    text = (
        "Le ministre ivoirien des Transports, M. Jean Brou, a visité Dakar le 5 septembre 2024. Au cours de "
        "la rencontre, "
        "Mme Awa Ndoye, directrice générale de l'Agence sénégalaise de la route, a présenté le plan adopté en "
        "janvier 2023."
    )
    assert sides(read(text, "2024-09-06")) == {"Jean Brou": "CI", "Awa Ndoye": "SN"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mementos were exchanged and the Commissioner signed the visitors' book.",
        "Approved: C. Moore",
    ],
)
def test_courtesies_and_stamps_are_no_outcomes(read: Read, sentence: str) -> None:
    text = (
        "The police chiefs of Oman and Kenya met in Muscat on 8 May 2024 and agreed to share names. "
        + sentence
    )
    assert len(quotes(read(text, "2024-05-09"))) == 1


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("Nos services doivent finir la carte au plus tard le 15 décembre.", "agreed"),
        ("Il est décidé de publier un guide commun.", "agreed"),
        ("Les parties passent en revue les dossiers en suspens.", "discussed"),
        ("M. Brou relève que le contingent reste peu utilisé.", "discussed"),
    ],
)
def test_french_minutes_tell_more_ways_how_far_it_went(read: Read, sentence: str, rung: str) -> None:
    text = "Les ministres du Bénin et du Togo se sont réunis à Lomé le 8 mai 2024. " + sentence
    found = read(text, "2024-05-09")
    assert [one.rung for one in events_of(found)[0].actions if one.quote == sentence] == [rung]


def test_the_service_above_its_state_is_no_title(read: Read) -> None:
    text = (
        "Ministère des Transports terrestres et aériens\nRépublique du Sénégal\nAccueil / Agenda / Actualités\n"
        "Une délégation ivoirienne en visite à Dakar\nVendredi 6 septembre 2024 - Cellule de communication\n\n"
        "Une délégation ivoirienne a visité Dakar le 5 septembre 2024 et signé un accord avec le Sénégal."
    )
    assert read(text).source.title == "Une délégation ivoirienne en visite à Dakar"
