"""Days, people and outcomes as press services tell them: two days side by side, what is told twice, what was then."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading
from tests.db.reading.conftest import Read
from tests.db.reading.test_which_day_where import PUBLISHED, host_of, starts_of, the_event
from tests.db.reading.test_whose_words import outcomes
from tests.db.reading.test_words_of_undertaking import MET, RENCONTRE, REUNIO


def people_of(reading: Reading) -> dict[str, str]:
    """Names and countries of everybody at the first event and its tables."""
    event = the_event(reading)
    told = [*event.people, *(one for table in getattr(event, "meetings", ()) for one in table.people)]
    return {one.name: one.country for one in told if one.name}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kenyan police chief Asha Otieno paid a working visit to Kampala on Tuesday and Wednesday."
            " On Wednesday she was also received by the interior minister, Peter Okello."
        ),
        (
            "Le directeur de la police malienne, Issa Keïta, a effectué mardi et mercredi une visite à Lomé."
            " Mercredi, il a été reçu par le ministre togolais Afi Ako."
        ),
        (
            "El jefe de la policía peruana, Óscar Luna, realizó martes y miércoles una visita a Quito."
            " El miércoles fue recibido por el ministro ecuatoriano Luis Vera."
        ),
    ],
)
def test_a_visit_of_two_named_days_keeps_both(read: Read, text: str) -> None:
    assert the_event(read(text, PUBLISHED)).when.edtf == "2025-06-10/2025-06-11"


@pytest.mark.parametrize(
    "text",
    [
        RENCONTRE + "La commission mixte de sécurité se réunira à Dakar le 9 octobre 2025.",
        REUNIO + "El comité bilateral de fronteras se reunirá en Lima el 9 de octubre de 2025.",
        MET + "The joint border committee will meet in Nairobi on 9 October 2025.",
    ],
)
def test_a_committee_that_will_sit_on_a_day_is_a_planned_meeting(read: Read, text: str) -> None:
    assert "2025-10-09" in starts_of(read(text, "2025-03-04"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Le ministre sénégalais Aly Sow a reçu mardi à Dakar son homologue malien, Issa Coulibaly. M. Coulibaly"
            " était arrivé lundi soir au Sénégal d'Abidjan, où il avait rencontré des commerçants maliens."
        ),
        (
            "La ministra peruana Ana Ruiz recibió el martes en Lima a su homólogo chileno, Luis Paz. El ministro"
            " chileno había llegado el lunes al Perú procedente de Quito, donde se reunió con empresarios chilenos."
        ),
    ],
)
def test_the_day_on_which_a_guest_came_is_no_second_visit(read: Read, text: str) -> None:
    assert starts_of(read(text, PUBLISHED)) == ["2025-06-10"]


@pytest.mark.parametrize(
    "goes",
    [
        "El jefe de la policía chilena viajará el viernes a Lyon (Francia) para reunirse con responsables de Interpol.",
        "The Chilean police chief will travel on Friday to Lyon, France, to meet officials of Interpol.",
        "Le chef de la police chilienne se rendra vendredi à Lyon (France) pour rencontrer des cadres d'Interpol.",
    ],
)
def test_a_journey_to_the_seat_of_a_body_is_no_visit_to_its_country(read: Read, goes: str) -> None:
    met = {
        "E": REUNIO,
        "T": "Peruvian minister Ana Ruiz met her Chilean counterpart, Luis Paz, in Santiago on 3 March 2025. ",
        "L": "La ministre péruvienne Ana Ruiz a rencontré son homologue chilien, Luis Paz, à Santiago le 3 mars 2025. ",
    }[goes[0]]
    reading = read(met + goes, "2025-03-04")
    assert [*(one.host for one in reading.visits if one.host == "FR")] == []
    assert the_event(reading).when.edtf == "2025-03-03"


def test_a_title_alone_at_the_beginning_is_no_sentence(read: Read) -> None:
    text = RENCONTRE + "\n\nM. Sow a proposé la création d'une patrouille sur le fleuve."
    assert [quote[:6] for _, quote in outcomes(read, text)] == ["M. Sow"]


def test_the_name_of_a_ministry_s_square_is_no_part_of_a_guest_s_name(read: Read) -> None:
    text = "Le ministre français Paul Arnoux a reçu le 10 juin place Beauvau Samir Ben Youssef, ministre tunisien."
    reading = read(text, PUBLISHED)
    assert "Samir Ben Youssef" in people_of(reading)
    assert host_of(reading) == "FR"


def test_a_region_in_a_title_is_nobody_s_name(read: Read) -> None:
    text = (
        "Austrian police chief Jan Huber travelled to Skopje on 10 June. He was accompanied by Eva Gruber, head of"
        " office, and Otto Lang, liaison officer for the Western Balkans."
    )
    named = people_of(read(text, PUBLISHED))
    assert {"Eva Gruber", "Otto Lang"} <= set(named)
    assert "Balkans" not in named


def test_an_office_for_a_matter_is_a_title(read: Read) -> None:
    text = RENCONTRE + "La commissaire nationale aux armes, Awa Diop, a participé à la réunion."
    assert "Awa Diop" in people_of(read(text, "2025-03-04"))


@pytest.mark.parametrize(
    "text",
    [
        MET + "The talks came three months after the visit to Nairobi by police director Grace Auma.",
        RENCONTRE
        + "L'entretien intervient trois mois après le déplacement à Dakar de la directrice Awa Diop.",
        REUNIO + "La cita llega tres meses después del viaje a Lima de la directora Eva Soto.",
    ],
)
def test_who_came_months_before_was_not_there(read: Read, text: str) -> None:
    assert not {"Grace Auma", "Awa Diop", "Eva Soto"} & set(people_of(read(text, "2025-03-04")))


def test_whom_a_delegation_talks_with_at_headquarters_is_of_the_host(read: Read) -> None:
    text = (
        "A delegation of the Omani police led by Major Salim Al Harthy visited Italy on 10 June. The delegation held"
        " talks at the headquarters of the Carabinieri with General Carlo Bruni, commander of the force."
    )
    assert people_of(read(text, PUBLISHED))["Carlo Bruni"] == "IT"


@pytest.mark.parametrize(
    "text",
    [
        MET + "They signed a memorandum on ferries. It was signed on the Kenyan side by director Grace Auma.",
        RENCONTRE
        + "Ils ont signé un accord sur les bacs. L'accord a été signé, côté malien, par M. Coulibaly.",
        REUNIO + "Firmaron un convenio sobre puertos. El convenio fue firmado por la directora Eva Soto.",
    ],
)
def test_by_whom_a_paper_was_signed_is_no_second_outcome(read: Read, text: str) -> None:
    assert [rung for rung, _ in outcomes(read, text)] == ["signed"]


def test_a_line_above_the_story_is_not_told_twice(read: Read) -> None:
    text = (
        "Perú y Chile refuerzan su frontera\n03/03/2025\n\n- La ministra peruana se ha reunido con su homólogo\n"
        "- Perú entregará dos lanchas rápidas a la guardia de Chile\n\n"
        + REUNIO
        + "Los dos ministros repasaron la lucha contra el contrabando en la frontera.\n\n"
        + "Perú entregará, además, dos lanchas rápidas a la guardia chilena antes del 30 de junio."
    )
    given = [quote for _, quote in outcomes(read, text) if "lanchas" in quote]
    assert [quote.split()[-1] for quote in given] == ["junio."]


@pytest.mark.parametrize(
    "then",
    [
        MET
        + "In April 2023, the presidents of both countries called for more patrols when they met in Nairobi.",
        MET + "A convention on fishing was signed in Nairobi in 1987 and amended ten years later.",
        RENCONTRE + "En avril 2023, les présidents des deux pays ont demandé davantage de patrouilles.",
        REUNIO
        + "El ministro chileno viajó a Lima en mayo de 2023, ocasión en la que ambos propusieron una feria.",
    ],
)
def test_what_was_asked_for_or_signed_years_ago_came_of_no_meeting_of_today(read: Read, then: str) -> None:
    assert outcomes(read, then) == []


@pytest.mark.parametrize(
    "sentence",
    [
        MET + "The guest later made a tour of the harbour, where officers explained the radar to her.",
        MET + "Ms Otieno affirmed Kenya's commitment to its partnerships with friendly countries.",
        RENCONTRE + "M. Coulibaly a par ailleurs visité le port, où on lui a expliqué le radar.",
        REUNIO + "La reunión se ha celebrado en la sede de la Cancillería, en el centro de la ciudad.",
        REUNIO
        + "«Cada barco cuenta», ha dicho la ministra, que ha insistido en que las mafias pierden terreno.",
    ],
)
def test_a_tour_a_sitting_and_words_of_a_speech_are_no_outcome(read: Read, sentence: str) -> None:
    assert outcomes(read, sentence) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            MET
            + "They agreed to revive the panel, which last met in May, and to ask both heads of fisheries to"
            " propose its agenda.",
            ["They", "to"],
        ),
        (
            RENCONTRE + "Ils ont décidé d'ouvrir un bureau et de nommer, avant mai, un officier.",
            ["Ils", "de"],
        ),
        (
            REUNIO + "Han acordado ampliar las patrullas y celebrar reuniones cada trimestre.",
            ["Han", "celebrar"],
        ),
    ],
)
def test_two_things_agreed_with_one_verb_are_two(read: Read, text: str, begins: list[str]) -> None:
    assert [quote.split()[0] for _, quote in outcomes(read, text)] == begins


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            RENCONTRE + "M. Sow a salué l'aide des services maliens, rappelant qu'un bateau avait été sauvé.",
            "maliens",
        ),
        (
            REUNIO + "Ruiz ha elogiado la ayuda chilena y ha recordado que en 2023 se salvó un barco.",
            "chilena",
        ),
        (MET + "Ms Otieno praised the work of the ferry line, recalling that it began in May.", "line"),
    ],
)
def test_what_is_recalled_behind_it_is_no_part_of_an_outcome(read: Read, text: str, ends: str) -> None:
    assert [quote.split()[-1] for _, quote in outcomes(read, text)] == [ends]


@pytest.mark.parametrize(
    "text",
    [
        REUNIO + "La ministra expresó el interés de su país por el modelo chileno de aduanas.",
        REUNIO + "La ministra ha expresado su interés por la experiencia chilena en puertos.",
    ],
)
def test_interest_in_what_others_have_is_a_view(read: Read, text: str) -> None:
    assert [rung for rung, _ in outcomes(read, text)] == ["discussed"]


@pytest.mark.parametrize(
    "text",
    [
        MET + "Mr Okello announced the secondment of two divers to Mombasa.",
        RENCONTRE + "M. Coulibaly a annoncé la mise à disposition de deux vedettes.",
        REUNIO + "El ministro chileno anunció la cesión de dos lanchas.",
    ],
)
def test_what_somebody_announces_to_give_is_agreed(read: Read, text: str) -> None:
    assert [rung for rung, _ in outcomes(read, text)] == ["agreed"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Kenyan minister Asha Otieno received her Omani counterpart, Salim Al Harthy, in Nairobi on Tuesday."
            " It was attended by the ambassador of Oman, Badr Al Said, and by the director of police, Eva Kimani."
        ),
        (
            "Le ministre sénégalais Aly Sow a reçu mardi à Dakar son homologue omanais, Salim Al Harthy."
            " La directrice de la police, Eva Kimani, a participé à la réunion."
        ),
        (
            "La ministra peruana Ana Ruiz recibió el martes en Lima a su homólogo omaní, Salim Al Harthy."
            " En la reunión participó también la directora de la Policía, Eva Kimani."
        ),
    ],
)
def test_who_takes_part_without_a_country_is_of_the_host(read: Read, text: str) -> None:
    reading = read(text, PUBLISHED)
    assert people_of(reading)["Eva Kimani"] == host_of(reading)


def test_a_guest_who_came_before_the_talks_was_there_until_then(read: Read) -> None:
    text = (
        "Kenyan minister Asha Otieno received her Ugandan counterpart, Peter Okello, in Nairobi on Tuesday."
        " Mr Okello had arrived in Kenya on Monday evening with officials of the Ugandan police."
    )
    assert the_event(read(text, PUBLISHED)).when.edtf == "2025-06-09/2025-06-10"


def test_a_first_name_that_is_also_a_country_is_a_name_behind_any_office(read: Read) -> None:
    text = REUNIO + "Por el Perú participó el director general de Centros Penales, Mauricio Salas Rey."
    assert people_of(read(text, "2025-03-04"))["Mauricio Salas Rey"] == "PE"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (MET + "Kenya will hand over two boats to the Ugandan police.", "KE"),
        (RENCONTRE + "Le Sénégal remettra deux vedettes à la police malienne.", "SN"),
        (REUNIO + "El Perú entregará dos lanchas a la policía chilena.", "PE"),
    ],
)
def test_whoever_will_do_it_owes_it_in_every_language(read: Read, text: str, owner: str) -> None:
    assert [action.owner for action in the_event(read(text, "2025-03-04")).actions] == [owner]
