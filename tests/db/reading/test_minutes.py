"""Minutes and notes of working level: who sat on which side, where and when, in the present tense, and what is next."""

from __future__ import annotations

import pytest

from db.reading import Reading
from db.reading.proposals import ReadMeeting
from tests.db.reading.conftest import Read, countries_of, events_of, people_of

COMPTE_RENDU = """MINISTÈRE DE L'INTÉRIEUR
Direction de la coopération policière
Libreville, le 14 mars 2025

Compte rendu de la rencontre Gabon – Congo sur les postes de douane
Oyem, mardi 11 mars 2025, 10 h – 12 h 30

Présents :
Pour le Gabon : M. Jean Obame, préfet du Haut-Como (chef de délégation) ; Mme Léa Ndong, directrice départementale.
Pour le Congo : M. Paul Ibara, sous-préfet de Ouesso (chef de délégation).

1. Échanges
Le préfet Obame regrette la fermeture du bac. Les deux parties échangent sur le trafic de bois.

2. Décisions
2.1. Les deux parties décident d'ouvrir une ligne directe entre les deux postes.
2.2. La partie congolaise met à la disposition du poste deux véhicules.
La partie gabonaise propose une visite commune du chantier.

3. Prochaine réunion
Elle aura lieu à Dolisie le lundi 2 juin 2025.
"""

AYUDA_MEMORIA = """AYUDA MEMORIA – Reunión de trabajo Perú-Chile sobre puestos de frontera
Dirección Nacional de Cooperación
Fecha del documento: 9 de mayo de 2025

Lugar y fecha: Tacna, sede de Aduanas, jueves 8 de mayo de 2025.

Participantes
Por el Perú: Lic. Ana Quispe (directora de Fronteras, jefa de la delegación).
Por Chile: Dr. Luis Rojas (jefe de la delegación de la Aduana en Arica).

Temas tratados
1. Contrabando. Quispe informó sobre los decomisos del año.

Compromisos
- Se conformará una mesa técnica de enlace.
"""


def test_minutes_name_the_sides_by_country(read: Read) -> None:
    found = read(COMPTE_RENDU)
    meeting = events_of(found)[0]
    assert countries_of(meeting) == {"GA", "CG"}
    sides = {one.name: one.country for one in people_of(found)}
    assert sides == {"Jean Obame": "GA", "Léa Ndong": "GA", "Paul Ibara": "CG"}


def test_the_line_below_the_title_of_minutes_tells_where_and_when(read: Read) -> None:
    found = read(COMPTE_RENDU)
    meeting = events_of(found)[0]
    assert (meeting.when.edtf, meeting.place) == ("2025-03-11", "Oyem")
    assert found.source.title.startswith("Compte rendu")
    assert found.source.published.edtf == "2025-03-14"


def test_minutes_tell_in_the_present_tense_how_far_it_went(read: Read) -> None:
    told = {quote.split(".")[0]: rung for rung, quote in _outcomes(read(COMPTE_RENDU))}
    assert told["Le préfet Obame regrette la fermeture du bac"] == "discussed"
    assert told["Les deux parties échangent sur le trafic de bois"] == "discussed"
    assert told["Les deux parties décident d'ouvrir une ligne directe entre les deux postes"] == "agreed"
    assert told["La partie congolaise met à la disposition du poste deux véhicules"] == "agreed"
    assert told["La partie gabonaise propose une visite commune du chantier"] == "proposed"


def test_the_next_meeting_is_told_below_its_heading(read: Read) -> None:
    planned = [one.when.edtf for one in events_of(read(COMPTE_RENDU)) if one.status == "planned"]
    assert planned == ["2025-06-02"]


def test_a_spanish_note_tells_where_they_met_and_who_sat_there(read: Read) -> None:
    found = read(AYUDA_MEMORIA)
    event = events_of(found)[0]
    assert isinstance(event, ReadMeeting)
    assert (event.when.edtf, event.place, dict(event.roles)["PE"]) == ("2025-05-08", "Tacna", "host")
    assert {one.name: one.country for one in people_of(found)} == {"Ana Quispe": "PE", "Luis Rojas": "CL"}


def test_a_heading_of_a_note_is_no_outcome(read: Read) -> None:
    told = _outcomes(read(AYUDA_MEMORIA))
    assert ("agreed", "Se conformará una mesa técnica de enlace.") in told
    assert not [quote for _, quote in told if quote.startswith("Temas")]


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("Les ministres du Gabon et du Congo se sont réunis à Dolisie le 3 mars 2025.", "CG"),
        ("Les ministres du Gabon et du Congo se sont réunis à Goma le 3 mars 2025.", "CD"),
    ],
)
def test_the_towns_of_a_text_tell_which_congo_is_meant(read: Read, published: str, code: str) -> None:
    assert countries_of(events_of(read(published))[0]) == {"GA", code}


def test_the_basin_of_a_river_is_no_party(read: Read) -> None:
    text = "Les ministres du Gabon et du Cameroun ont discuté à Libreville du bassin du Congo, après Brazzaville."
    assert countries_of(events_of(read(text, "2025-03-04"))[0]) == {"GA", "CM"}


def _outcomes(found: Reading) -> list[tuple[str, str]]:
    return [(one.rung, " ".join(one.quote.split())) for one in events_of(found)[0].actions]


def test_days_with_a_place_right_below_the_title_of_minutes_are_those_on_which_they_met(read: Read) -> None:
    found = read(
        "Minutes of the fourth meeting of the Peruvian-Omani Police Working Group on Ports\n"
        "Lima, 4-5 March 2025\nCirculated to members: 14 March 2025\n\n"
        "1. Opening\n\nMs Paz thanked them for the searches in Cusco."
        " The minutes of the third meeting (Muscat, 10-11 September 2024) were approved.\n\n"
        "2. Ports\n\nBoth sides agreed to share the numbers of stolen engines once a week.\n\n"
        "The meeting closed at 12.40 on 5 March."
    )
    assert [(one.when.edtf, one.place) for one in events_of(found)] == [("2025-03-04/2025-03-05", "Lima")]
    assert found.source.published.edtf == "2025-03-14"


def test_a_mission_report_names_its_days_and_below_them_the_day_of_its_writing(read: Read) -> None:
    found = read(
        "Compte rendu de mission – Officiers de liaison de la Police fédérale belge\n"
        "Dakar (Sénégal), du 6 au 9 octobre 2025\nBruxelles, le 17 octobre 2025\n\n"
        "La commissaire Jeanne Dulac, officier de liaison, s'est rendue à Dakar du lundi 6 au jeudi 9 octobre. La"
        " délégation a été reçue à la Direction générale de la Police nationale par le commissaire Mamadou Sarr,"
        " directeur de la Police judiciaire. Les deux parties ont convenu d'échanger une liste de conteneurs. Une"
        " visioconférence de suivi est fixée au 4 décembre 2025."
    )
    assert found.source.published.edtf == "2025-10-17"
    assert [one.when.edtf for one in events_of(found)] == ["2025-10-06/2025-10-09", "2025-12-04"]
    assert {one.name: one.country for one in people_of(found)} == {"Jeanne Dulac": "BE", "Mamadou Sarr": "SN"}


def test_whoever_receives_guests_at_a_seat_with_a_long_name_is_of_the_host(read: Read) -> None:
    found = read(
        "Visita a Montevideo\n21 de agosto de 2024\n\nEl viceministro de Seguridad del Paraguay, Óscar Villalba,"
        " realizó el martes una visita a Montevideo. Lo acompañaron el director de Prevención, comisario Hugo Cabañas,"
        " y la directora de Asuntos Internacionales, Liz Duarte. El viceministro fue recibido en la sede del"
        " Ministerio del Interior por el subsecretario, Dr. Gonzalo Sosa. Participó el director de la Policía Nacional"
        " del Uruguay, Walter Icas. Acordaron crear un equipo de enlace."
    )
    assert {one.name for one in people_of(found) if one.country == "UY"} == {"Gonzalo Sosa", "Walter Icas"}
