"""Who is nobody, who bears two forms of one name, whose guest somebody is, and what was agreed in a few more words."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_outcomes_told import told
from tests.db.reading.test_who_where_when import heads_of, people_of

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "


@pytest.mark.parametrize(
    "office",
    [
        "the Director of Peace Support Operations, Colonel Ruth Wanja",
        "the Head of the Office against Trafficking in Human Beings, Colonel Ruth Wanja",
        "the Director of the Training and Partnerships Division, Colonel Ruth Wanja",
        "the head of the Police Region Tambo, Colonel Ruth Wanja",
    ],
)
def test_what_an_office_deals_with_is_nobody(read: Read, office: str) -> None:
    found = people_of(read(MET + f"The Kenyan delegation included {office}.", "2025-03-04"))
    assert set(found) == {"Asha Otieno", "Peter Okello", "Ruth Wanja"}


def test_a_parliament_that_calls_a_minister_is_nobody(read: Read) -> None:
    text = (
        "La ministra peruana Ana Ruiz se reunió en Quito el 3 de marzo de 2025 con su par ecuatoriano, Luis Paz. "
        "La oposición exige la comparecencia del ministro en el Congreso."
    )
    assert set(people_of(read(text, "2025-03-04"))) == {"Ana Ruiz", "Luis Paz"}


def test_a_name_without_the_fathers_is_the_same_person(read: Read) -> None:
    text = (
        "The Omani minister, Salim Nasser bin Khalfan Al-Busaidi, met his Kenyan counterpart, Asha Otieno, in Nairobi"
        " on 3 March 2025. The minister Salim Nasser thanked her."
    )
    assert set(people_of(read(text, "2025-03-04"))) == {"Salim Nasser bin Khalfan Al-Busaidi", "Asha Otieno"}


def test_who_speaks_for_a_service_beside_the_story_takes_no_part(read: Read) -> None:
    met = "Le ministre malien Issa Coulibaly a rencontré son homologue sénégalais, Aly Sow, à Dakar le 3 mars 2025. "
    speaks = "Le porte-parole de la police, le commissaire Jean Sarr, dément toute brouille."
    comes = "Il était accompagné du porte-parole de la police malienne, le commissaire Jean Sarr. Il a dit sa joie."
    assert "Jean Sarr" not in people_of(read(met + speaks, "2025-03-04"))
    assert people_of(read(met + comes, "2025-03-04"))["Jean Sarr"] == "ML"


def test_who_meets_somebody_who_is_on_a_visit_is_the_host(read: Read) -> None:
    text = (
        "The Chief of the Inspectorate, Jane Roe, had a meeting in Nairobi on 3 March 2025 with the Chief of the Omani "
        "Police, Salim Nasser, who is paying a working visit to Kenya."
    )
    assert heads_of(read(text, "2025-03-04")) >= {("OM", "Salim Nasser")}
    assert people_of(read(text, "2025-03-04"))["Jane Roe"] == "KE"


def test_whom_an_ambassador_of_the_guests_accompanies_is_a_guest(read: Read) -> None:
    text = (
        "Uganda's minister Peter Okello received in Kampala on 3 March 2025 a delegation from Kenya. The Home "
        "Minister, Asha Otieno, was accompanied by Kenyan Ambassador to Uganda Ruth Wanja."
    )
    assert people_of(read(text, "2025-03-04"))["Asha Otieno"] == "KE"


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("Les entretiens ont été couronnés par la signature d'un protocole.", "signed"),
        ("Chaque partie désignera un correspondant permanent.", "agreed"),
        ("Le ministre serbe souhaite l'ouverture d'un bureau commun à Nis.", "proposed"),
        ("Lo que sí acordaron ambos es abrir una oficina común.", "agreed"),
        ("Lo que quedó claro es que ambas policías renovarán el convenio de formación.", "agreed"),
    ],
)
def test_what_was_agreed_may_be_told_as_a_sequel(read: Read, sentence: str, rung: str) -> None:
    begins = {
        "L": "Le ministre serbe a rencontré son homologue bulgare à Sofia le 3 mars 2025. ",
        "S": "El ministro serbio se reunió con su homólogo búlgaro en Sofía el 3 de marzo de 2025. ",
    }["S" if sentence.startswith("Lo ") else "L"]
    meeting = read(begins + sentence, "2025-03-04").meetings[0]
    assert [action.rung for action in meeting.actions] == [rung]


@pytest.mark.parametrize(
    "sentence",
    [
        "An official, who requested anonymity, said otherwise.",
        "The guests will get acquainted with the work of the border station.",
    ],
)
def test_a_source_and_a_programme_are_no_outcome(read: Read, sentence: str) -> None:
    assert told(read, sentence) == []


@pytest.mark.parametrize(
    "aside",
    [
        ", as the two sides sought to calm their quarrel",
        ", a proposal which the ministry will analyse",
    ],
)
def test_what_is_added_of_an_outcome_is_no_other(read: Read, aside: str) -> None:
    found = told(read, f"Bulgaria proposed a common hotline at the border{aside}.")
    assert [rung for rung, _ in found] == ["proposed"]
