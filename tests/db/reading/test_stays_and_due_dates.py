"""When it was and by when something is to be done: stays counted back, lists of days, weeks, months and deadlines."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading, ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read

HELD = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "


def the_event(reading: Reading) -> ReadVisit | ReadMeeting:
    return reading.visits[0] if reading.visits else reading.meetings[0]


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        (
            "Kenyan minister Asha Otieno left Kampala on Monday after a three-day visit that began on Saturday.",
            "2024-10-14",
            "2024-10-12/2024-10-14",
        ),
        (
            "Kenyan minister Asha Otieno returned from Tanzania on Wednesday at the end of a three-day visit.",
            "2025-05-15",
            "2025-05-12/2025-05-14",
        ),
        (
            (
                "Wrapping up a two-day visit to Nairobi on Thursday, Ethiopian minister Abel Tesfaye praised"
                " the police."
            ),
            "2025-03-28",
            "2025-03-26/2025-03-27",
        ),
        (
            (
                "Le ministre sénégalais Ousmane Ndiaye a quitté Rabat jeudi au terme d'une visite de trois"
                " jours au Maroc."
            ),
            "2025-06-20",
            "2025-06-17/2025-06-19",
        ),
        (
            (
                "El ministro peruano Óscar Luna partió de Quito el miércoles tras una visita que había"
                " comenzado el domingo."
            ),
            "2025-05-15",
            "2025-05-11/2025-05-14",
        ),
        (
            (
                "South Korea's vice minister Han Ji-woo today received Lithuania's State Secretary Vytautas"
                " Grigas, who is on an"
                " official visit to the Republic of Korea from 14 to 17 May."
            ),
            "2024-05-16",
            "2024-05-14/2024-05-17",
        ),
        (
            (
                "Swiss minister Beat Jaun begins on Wednesday a three-day visit to Lebanon, her office said"
                " on Monday."
            ),
            "2024-06-03",
            "2024-06-05",
        ),
        (
            "Kenyan minister Asha Otieno visited Kampala on 2 September and will receive her host in December.",
            "2025-09-04",
            "2025-09-02",
        ),
        (
            "Kenyan police held talks with Ugandan police in Kampala on 9, 10 and 11 June 2025.",
            "",
            "2025-06-09/2025-06-11",
        ),
        (
            "Earlier this week, Canadian minister Paul Roy visited Bogotá.",
            "2025-07-23",
            "2025-07-21~/2025-07-27~",
        ),
        (
            "Canadian minister Paul Roy visited Bogotá over the weekend.",
            "2025-07-22",
            "2025-07-19/2025-07-20",
        ),
    ],
)
def test_a_stay_is_dated_by_its_own_days(read: Read, text: str, published: str, when: str) -> None:
    assert the_event(read(text, published)).when.edtf == when


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("The minister undertook to answer before the end of September.", "2025-09"),
        ("They decided that officials should meet again in the first week of August.", "2025-08"),
        ("They decided to nominate officers within a month.", "2025-04-04"),
        ("Uganda undertook to adopt the law by year's end.", "2025-12-31"),
        ("They agreed to open a joint post in the first half of 2026.", "2026-40"),
        ("They agreed to exchange officers from January.", "2026-01"),
        ("They agreed to exchange officers by the end of April 2026.", "2026-04-30"),
    ],
)
def test_what_is_to_be_done_is_due_after_the_text(read: Read, sentence: str, due: str) -> None:
    (action,) = the_event(read(HELD + sentence, "2025-03-04")).actions
    assert (action.rung, action.due.edtf) == ("agreed", due)


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Ils ont convenu de créer une équipe commune avant la fin de décembre.", "2024-12"),
        ("Ils ont convenu de créer une équipe commune dans un délai de deux mois.", "2025-01-08"),
        ("Ils ont convenu de créer une équipe commune d'ici la fin de l'année.", "2024-12-31"),
    ],
)
def test_what_is_due_is_read_in_french_too(read: Read, sentence: str, due: str) -> None:
    begins = "Le ministre malien Moussa Keïta a rencontré son homologue nigérien à Niamey mercredi. "
    (action,) = the_event(read(begins + sentence, "2024-11-08")).actions
    assert action.due.edtf == due


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Acordaron crear una mesa técnica antes de fin de noviembre.", "2025-11"),
        ("Acordaron crear una mesa técnica en un plazo de treinta días.", "2025-11-09"),
        ("Acordaron crear una mesa técnica a más tardar en junio.", "2026-06"),
    ],
)
def test_what_is_due_is_read_in_spanish_too(read: Read, sentence: str, due: str) -> None:
    begins = "El ministro uruguayo Gonzalo Etcheverry recibió ayer a su homólogo español en Montevideo. "
    (action,) = the_event(read(begins + sentence, "2025-10-10")).actions
    assert action.due.edtf == due
