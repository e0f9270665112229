"""Who is on which side, in which office and on which day, and what only stands beside the point, in three languages."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading, ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read
from tests.db.reading.test_who_where_when import heads_of, people_of

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "
REUNIDOS = (
    "La ministra peruana Ana Ruiz se reunió en Quito el 3 de marzo de 2025 con su par ecuatoriano, Luis Paz. "
)
RENCONTRE = "Le ministre malien Issa Coulibaly a rencontré son homologue sénégalais, Aly Sow, à Dakar le 3 mars 2025. "
HOSTED = (
    "The minister, Asha Otieno, today hosted her Ugandan counterpart, Hon. Peter Okello, for the third session of"
    " the Uganda-Kenya Commission in Nairobi. They spoke of a trade area whose office is hosted by Uganda."
)
SAID_AFTERWARDS = (
    "Kenya and Uganda have agreed on a border plan, Interior Minister Asha Otieno said on Tuesday after receiving"
    " Ugandan Interior Minister Peter Okello at her office in Nairobi."
)
CHAIRED = (
    "The talks between Kenya and Uganda, co-chaired by the minister, Asha Otieno, and by the Minister of Mines of"
    " Uganda, Peter Okello, were held in Nairobi today."
)
PRESIDIDO = (
    "El encuentro entre Perú y Ecuador, presidido por el viceministro Juan Sosa y por la viceministra de Defensa"
    " del Ecuador, Eva Mora, tuvo lugar en Lima el 3 de marzo de 2025."
)
PRESIDEE = (
    "La réunion entre le Pérou et l'Équateur, coprésidée par le ministre Juan Sosa et par la ministre de la"
    " Défense de l'Équateur, Eva Mora, s'est tenue à Lima le 3 mars 2025."
)
SIGNED = "Three papers were signed at the close:\n• an accord on ferries;\n• a plan of drills; and\n• a list."


def events_of(reading: Reading) -> list[ReadVisit | ReadMeeting]:
    """All visits and meetings."""
    return [*reading.visits, *reading.meetings]


def days_of(reading: Reading) -> set[str]:
    """The days of all visits and meetings."""
    return {one.when.edtf for one in events_of(reading) if one.when.edtf}


def told(reading: Reading) -> list[tuple[str, str]]:
    """The rungs and the words of all outcomes."""
    return [(one.rung, one.quote) for event in events_of(reading) for one in event.actions]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            MET + "The Ugandan Minister of Trade, Crafts and Forestry, Ruth Wanja, was there.",
            "Ruth Wanja",
            "UG",
        ),
        (
            MET + "Ruth Wanja, Minister of Trade, Crafts, Dams and Forestry of Uganda, was there.",
            "Ruth Wanja",
            "UG",
        ),
        (
            RENCONTRE + "Le ministre des Mines et de l'Artisanat du Mali, Jean Diarra, y était.",
            "Jean Diarra",
            "ML",
        ),
        (
            REUNIDOS + "Asistió la ministra de Cultura, Deportes y Turismo del Perú, Eva Mora.",
            "Eva Mora",
            "PE",
        ),
    ],
)
def test_an_office_of_several_matters_is_read_whole(read: Read, text: str, name: str, code: str) -> None:
    found = people_of(read(text, "2025-03-04"))
    assert found[name] == code
    assert len(found) == 3


@pytest.mark.parametrize(
    "text",
    [
        MET + "The Ambassador of Kenya to Rwanda and Burundi, resident in Kigali, Ruth Wanja, took part.",
        RENCONTRE + "L'ambassadeur du Mali au Togo, avec résidence à Accra, Ruth Wanja, y a pris part.",
        REUNIDOS + "Asistió el embajador de Perú en Ecuador, Santiago Mora Prieto.",
        REUNIDOS
        + "Fue recibido en audiencia el ministro del Interior de la República Oriental del Uruguay, Juan Sosa.",
        MET + "The Chair of the Group Ruth Wanja and MP Grace Auma were also there.",
    ],
)
def test_nobody_is_made_of_a_town_or_of_the_full_name_of_a_country(read: Read, text: str) -> None:
    found = set(people_of(read(text, "2025-03-04"))) - {"Asha Otieno", "Peter Okello", "Ana Ruiz", "Luis Paz"}
    found -= {"Issa Coulibaly", "Aly Sow"}
    assert found in (
        {"Ruth Wanja"},
        {"Santiago Mora Prieto"},
        {"Juan Sosa"},
        {"Ruth Wanja", "Grace Auma"},
    )


@pytest.mark.parametrize(
    "text",
    [
        HOSTED,
        SAID_AFTERWARDS,
        CHAIRED,
    ],
)
def test_both_sides_told_in_one_breath_are_told_apart(read: Read, text: str) -> None:
    reading = read(text, "2025-03-05")
    assert heads_of(reading) == {("KE", "Asha Otieno"), ("UG", "Peter Okello")}


@pytest.mark.parametrize(
    "text",
    [
        "After receiving Bolivian minister Juan Mamani in Lima on 3 March, the minister Eva Mora spoke for Peru.",
        "Tras recibir en Lima el 3 de marzo al ministro de Bolivia, Juan Mamani, la ministra Eva Mora habló del Perú.",
        "Après avoir reçu à Lima le 3 mars le ministre de Bolivie, Juan Mamani, la ministre Eva Mora a parlé du Pérou.",
    ],
)
def test_who_speaks_after_having_received_a_guest_is_at_home(read: Read, text: str) -> None:
    assert heads_of(read(text, "2025-03-04")) == {("PE", "Eva Mora"), ("BO", "Juan Mamani")}


@pytest.mark.parametrize(
    "text",
    [
        PRESIDIDO,
        PRESIDEE,
    ],
)
def test_who_chairs_with_a_guest_is_of_the_other_side(read: Read, text: str) -> None:
    assert heads_of(read(text, "2025-03-04")) == {("PE", "Juan Sosa"), ("EC", "Eva Mora")}


def test_whom_a_guest_meets_after_having_been_received_is_of_the_host(read: Read) -> None:
    text = (
        "Kenyan minister Asha Otieno visited Uganda on 3 March 2025. She was received by Vice President Grace Auma"
        " and met with the Chairman of the Borders Committee Peter Okello."
    )
    assert people_of(read(text, "2025-03-04"))["Peter Okello"] == "UG"


def test_today_is_the_day_of_the_dateline_on_a_page_of_later(read: Read) -> None:
    text = (
        "Two ministers meet\n5 March 2025 | Press office\n\nKAMPALA, 3 March 2025 – Ugandan minister Peter Okello today"
        " met his Kenyan counterpart, Asha Otieno. They agreed to open a post."
    )
    assert days_of(read(text)) == {"2025-03-03"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("They concurred on holding the fourth Border Commission in Nairobi on 7 October.", "2025-10-07"),
        ("The Border Council will convene in Nairobi on 7 October.", "2025-10-07"),
        ("The treaty is to be signed in Nairobi on Oct. 7 by the two ministers.", "2025-10-07"),
    ],
)
def test_a_next_sitting_and_a_signing_to_come_are_planned(read: Read, sentence: str, day: str) -> None:
    reading = read(MET + sentence, "2025-03-04")
    planned = [one for one in reading.meetings if one.status == "planned"]
    assert [(one.when.edtf, one.place) for one in planned] == [(day, "Nairobi")]


@pytest.mark.parametrize(
    "text",
    [
        RENCONTRE + "L'accord sera signé à Bamako le 7 octobre par les deux ministres.",
        REUNIDOS + "El tratado será firmado en Lima el 7 de octubre por los dos ministros.",
        REUNIDOS
        + "Acordaron celebrar una sesión de la comisión de fronteras en la ciudad de Lima el 7 de octubre.",
    ],
)
def test_it_is_planned_in_french_and_spanish_too(read: Read, text: str) -> None:
    assert days_of(read(text, "2025-03-04")) == {"2025-03-03", "2025-10-07"}


@pytest.mark.parametrize(
    "text",
    [
        MET + "The guests will tour the port before leaving for Kigali on Friday.",
        RENCONTRE + "Il visitera le port avant de partir pour Kigali vendredi.",
    ],
)
def test_where_guests_go_next_is_no_visit_of_the_story(read: Read, text: str) -> None:
    assert days_of(read(text, "2025-03-04")) == {"2025-03-03"}


def test_a_sort_of_paper_is_no_place(read: Read) -> None:
    reading = read("Ministers meet in Uganda\nPress release, 4 March 2025\n\n" + MET)
    assert [one.place for one in events_of(reading)] == ["Kampala"]
    assert reading.source.published.edtf == "2025-03-04"


@pytest.mark.parametrize(
    "sentence",
    [
        "Shippers have for years insisted on a second lane.",
        "The pardon stays open, a point on which Kampala has insisted from the start.",
        "The Kisumu-based Institute for Roads called on both capitals to publish the text.",
        "They noted with satisfaction that bilateral trade had reached two billion dollars.",
        "They reiterated the call for an immediate ceasefire.",
        "The session was preceded by a meeting of experts, which examined four fields.",
        "The report of the experts was adopted without a change.",
        "Kampala proposed a post, which Nairobi offered to study.",
    ],
)
def test_what_stands_beside_the_point_is_no_outcome(read: Read, sentence: str) -> None:
    verbs = {rung for rung, _ in told(read(MET + sentence, "2025-03-04"))}
    assert verbs <= ({"proposed"} if "proposed" in sentence else set())


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        (MET + "Views were also exchanged on river traffic.", "discussed"),
        (MET + "They had an exchange with the port network on forged seals.", "discussed"),
        (MET + "They confirmed the target of doubling the number of patrols.", "agreed"),
        (MET + "They encouraged the two airlines to conclude a deal.", "proposed"),
        (MET + "He expressed hope that a post would be opened in Busia.", "proposed"),
        (REUNIDOS + "Se intercambió información sobre la carretera del sur.", "discussed"),
        (REUNIDOS + "Anunció que la agencia otorgará quince becas a funcionarios.", "agreed"),
        (REUNIDOS + "Alentaron a las dos aerolíneas a firmar un convenio.", "proposed"),
        (RENCONTRE + "Ils ont encouragé les deux compagnies à conclure un contrat.", "proposed"),
        (RENCONTRE + "Ils ont confirmé l'objectif de doubler le nombre de patrouilles.", "agreed"),
        (RENCONTRE + "Il a dit que « rien ne presse » et a plaidé pour une patrouille commune.", "proposed"),
    ],
)
def test_more_words_of_talking_and_undertaking_are_heard(read: Read, text: str, rung: str) -> None:
    assert [found for found, _ in told(read(text, "2025-03-04"))] == [rung]


@pytest.mark.parametrize(
    "words",
    [
        "The following agreements were signed:\n- an accord on ferries;\n- a plan of drills.",
        "Les accords ci-après ont été signés :\n– un accord sur les bacs ;\n– un plan d'exercices.",
        SIGNED,
    ],
)
def test_a_list_of_what_was_signed_counts_and_not_the_words_above_it(read: Read, words: str) -> None:
    first = RENCONTRE if words.startswith("Les") else MET
    found = told(read(first + "\n\n" + words, "2025-03-04"))
    assert {rung for rung, _ in found} == {"signed"}
    assert len(found) == words.count("\n")


def test_the_end_of_the_month_of_june_is_in_june(read: Read) -> None:
    reading = read(MET + "They agreed to open a post by the end of the month of June.", "2025-03-04")
    assert [one.due.edtf for event in events_of(reading) for one in event.actions] == ["2025-06"]


def test_what_is_said_of_the_thing_agreed_on_belongs_to_it(read: Read) -> None:
    text = (
        MET
        + "They agreed to set up a team on river ports, which is expected to start its work in January 2026."
    )
    reading = read(text, "2025-03-04")
    assert [one.due.edtf for event in events_of(reading) for one in event.actions] == ["2026-01"]


def test_korea_alone_is_the_one_that_the_text_names(read: Read) -> None:
    text = (
        "La ministra peruana Ana Ruiz visitó Seúl el 3 de marzo de 2025. La delegación peruana fue atendida por la"
        " directora para América Latina, Park Soo-min. También asistió el director de Ciencia y TIC de Corea, Kim"
        " Do-yun."
    )
    found = people_of(read(text, "2025-03-04"))
    assert (found["Kim Do-yun"], found["Park Soo-min"]) == ("KR", "KR")
