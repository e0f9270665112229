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
