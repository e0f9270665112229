"""Interviews, cables and pages of those who were there: in the first person, with envoys, brackets and bureaus."""

from __future__ import annotations

import pytest

from db.reading import Reading
from tests.db.reading.conftest import Read, countries_of, events_of, people_of


def told(found: Reading) -> list[tuple[str, str]]:
    """Every outcome of the first event, with its rung."""
    tables = [events_of(found)[0], *(table for visit in found.visits for table in visit.meetings)]
    return [(one.rung, " ".join(one.quote.split())) for event in tables for one in event.actions]


VISIT = {
    "fr": "Le ministre togolais de la Sécurité, Komi Adjo, s'est rendu à Cotonou le 3 mars 2025. ",
    "es": "La ministra peruana del Interior, Ana Quispe, visitó Santiago de Chile el 3 de marzo de 2025. ",
    "en": "Togo's security minister, Komi Adjo, visited Cotonou on 3 March 2025. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "rung"),
    [
        ("fr", "Nous avons décidé de créer un poste commun à Hilla.", "agreed"),
        ("fr", "Nous avons aussi convenu de rouvrir la ligne directe.", "agreed"),
        ("fr", "Nous sommes convenus de partager les listes de véhicules.", "agreed"),
        ("fr", "Nous avons évoqué la situation des déplacés.", "discussed"),
        ("fr", "Nous proposons un recensement commun.", "proposed"),
        ("es", "Hemos acordado abrir una oficina conjunta.", "agreed"),
        ("es", "Acordamos abrir una oficina conjunta.", "agreed"),
        ("es", "Abordamos la situación de los pasos de frontera.", "discussed"),
        ("es", "Propusimos un horario común para los pasos.", "proposed"),
        ("en", "We call on the Union to fund the port.", "proposed"),
    ],
)
def test_what_somebody_tells_of_their_own_talks_is_filed(
    read: Read, language: str, sentence: str, rung: str
) -> None:
    assert (rung, sentence) in told(read(VISIT[language] + sentence, "2025-03-05"))


def test_on_nous_promet_is_told_by_somebody_else(read: Read) -> None:
    text = VISIT["fr"] + "Depuis cinq ans on nous promet une route."
    assert not [quote for _, quote in told(read(text, "2025-03-05")) if "promet" in quote]


def test_what_is_agreed_at_a_session_is_agreed(read: Read) -> None:
    text = (
        "Omani police officers spent last week in Nairobi. The week ended with a session at which both "
        "forces agreed to share names."
    )
    found = read(text, "2025-03-05")
    assert [rung for rung, quote in told(found) if "share names" in quote] == ["agreed"]


def test_days_named_whole_from_one_to_another_are_one_stay(read: Read) -> None:
    text = (
        "Officers of the Omani police spent last week in Nairobi. The team was in the country from "
        "Monday, March 3 to "
        "Friday, March 7."
    )
    (visit,) = events_of(read(text, "2025-03-12"))
    assert (visit.when.edtf, countries_of(visit)) == ("2025-03-03/2025-03-07", {"OM", "KE"})


def test_those_who_have_what_others_wish_for_are_no_party(read: Read) -> None:
    text = (
        "EMBASSY OF NORWAY, ACCRA\nDate: 16 June 2025\n\nAmbassador Ane Moen called on Commissioner of "
        "Police Kofi Addo in "
        "Accra on 12 June. With him was Superintendent Yaw Tetteh of the Interpol bureau. Addo suggested "
        "that the two "
        "police services conclude a memorandum, along the lines of the one Ghana has with the Netherlands."
    )
    found = read(text)
    assert countries_of(events_of(found)[0]) == {"NO", "GH"}
    sides = {one.name: one.country for one in people_of(found)}
    assert sides == {"Ane Moen": "NO", "Kofi Addo": "GH", "Yaw Tetteh": "GH"}


def test_a_partys_name_in_brackets_is_nobody(read: Read) -> None:
    text = (
        "Une délégation du groupe d'amitié France-Slovaquie, conduite par sa présidente, Mme Anne Morel "
        "(UC – Aube), s'est "
        "rendue à Bratislava du 8 au 11 avril 2025. Elle était composée de M. Luc Petit (Les Verts – "
        "Lot), vice-président."
    )
    found = read(text, "2025-04-17")
    assert {one.name: one.country for one in people_of(found)} == {"Anne Morel": "FR", "Luc Petit": "FR"}
    assert {one.post for one in people_of(found)} == {"présidente", "vice-président"}


def test_who_leads_a_delegation_behind_a_long_title_is_of_it(read: Read) -> None:
    text = (
        "The police of Ethiopia and Djibouti met in Dire Dawa on 4 March 2026. The Ethiopian delegation "
        "was headed by "
        "Commissioner Abel Girma, while Colonel Omar Darar, Deputy Director General of the National Police, led the "
        "delegation of Djibouti."
    )
    sides = {one.name: one.country for one in people_of(read(text, "2026-03-10"))}
    assert sides == {"Abel Girma": "ET", "Omar Darar": "DJ"}


def test_a_programme_is_nobody(read: Read) -> None:
    text = (
        "Kenyan and Ugandan police met in Busia on 4 March 2026. Ms Halima Warsame, Director of the Security Sector "
        "Programme, opened the meeting."
    )
    assert "Programme" not in {one.name for one in people_of(read(text, "2026-03-10"))}


def test_half_of_the_name_of_a_province_is_nobody(read: Read) -> None:
    text = (
        "Le colonel Aurélien Ella, commandant de la légion Sud-Est de la gendarmerie du Gabon, a reçu à "
        "Franceville le 3 mars "
        "2025 le préfet camerounais Jean Mbo."
    )
    assert {one.name for one in people_of(read(text, "2025-03-04"))} == {"Aurélien Ella", "Jean Mbo"}


def test_the_writer_of_an_item_took_no_part(read: Read) -> None:
    text = (
        "Oman team in Nairobi\n\nBy Constable Jane Otieno, Corporate Communications Unit\n\nOfficers of "
        "the Omani police "
        "visited Nairobi on 3 March 2025 and met Inspector General Ali Kamau."
    )
    found = read(text, "2025-03-05")
    assert "Jane Otieno" not in {one.name for one in people_of(found)}
    assert found.source.author == "Constable Jane Otieno"


@pytest.mark.parametrize(
    "sentence",
    [
        "We will next meet in Tallinn on 27 June.",
        "The next meeting will be held in Tallinn on 27 June.",
    ],
)
def test_where_and_when_they_meet_next_is_planned(read: Read, sentence: str) -> None:
    text = (
        "The Ministers of the Interior of Latvia and Finland met in Riga on 17 January 2025 and agreed "
        "to share data. " + sentence
    )
    planned = [one.when.edtf for one in events_of(read(text, "2025-01-17")) if one.status == "planned"]
    assert planned == ["2025-06-27"]


def test_our_experts_are_to_meet(read: Read) -> None:
    text = VISIT["fr"] + "Nos experts se retrouvent à Hilla le 3 juin."
    planned = [one.when.edtf for one in events_of(read(text, "2025-03-05")) if one.status == "planned"]
    assert planned == ["2025-06-03"]


def test_an_agenda_tells_each_thing_of_which_they_will_talk(read: Read) -> None:
    text = (
        "El subsecretario del Interior de Chile, Luis Rojas, recibirá el martes 10 de junio en Santiago "
        "al viceministro de "
        "Seguridad de Bolivia, Juan Mamani. Por Chile participarán además la subsecretaria Ana Soto y "
        "otros. Las autoridades "
        "revisarán el cumplimiento del acuerdo sobre migrantes y analizarán el robo de vehículos en la frontera."
    )
    quotes = [quote for _, quote in told(read(text, "2025-06-06"))]
    assert quotes == [
        "Las autoridades revisarán el cumplimiento del acuerdo sobre migrantes",
        "analizarán el robo de vehículos en la frontera.",
    ]
