"""Visits and meetings beside the one that a text is about: told where their day is, and no other days are theirs."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

PUBLISHED = "2025-06-13"  # a Friday
MET = "Kenyan minister Asha Otieno received Ugandan minister Peter Okello in Nairobi on 10 June. "


def events_of(read: Read, text: str) -> set[tuple[str, str, str]]:
    """The parties, the status and the days of everything told in a text of that Friday."""
    reading = read(text, PUBLISHED)
    visits = [(f"{one.sending}>{one.host}", one.status, one.when.edtf) for one in reading.visits]
    tables = [
        ("+".join(sorted(one.parties)), one.status, one.when.edtf)
        for one in reading.meetings
        if not one.to_come
    ]
    return {*visits, *tables}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "The next meeting of the commission will be held in Kampala on 9 September 2025.",
            ("KE+UG", "planned", "2025-09-09"),
        ),
        (
            "They prepared the high-level dialogue, which will be held in Kampala on September 9.",
            ("KE+UG", "planned", "2025-09-09"),
        ),
        (
            "They agreed that the fourth session would take place in Kampala from 9 to 11 September.",
            ("KE+UG", "planned", "2025-09-09/2025-09-11"),
        ),
        (
            "In a separate statement, the ministry said that Minister Otieno would travel to Kigali on June 24.",
            ("KE>RW", "planned", "2025-06-24"),
        ),
        (
            "On Tuesday, Uganda's minister Peter Okello will travel to Dar es Salaam for talks.",
            ("UG>TZ", "planned", "2025-06-17"),
        ),
    ],
)
def test_what_is_to_come_on_a_stated_day_is_planned(
    read: Read, sentence: str, event: tuple[str, str, str]
) -> None:
    events = events_of(read, MET + sentence)
    assert events == {("KE+UG", "held", "2025-06-10"), event}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            (
                "Le ministre malien Moussa Keïta se rendra au Niger du 20 au 22 juin. Il avait reçu à Bamako"
                " son homologue"
                " nigérien Ali Souley le 2 juin."
            ),
            {("ML>NE", "planned", "2025-06-20/2025-06-22"), ("ML+NE", "held", "2025-06-02")},
        ),
        (
            (
                "Le ministre malien Moussa Keïta a reçu jeudi à Bamako l'ambassadeur du Niger, Ali Souley. La prochaine"
                " réunion du comité se tiendra à Niamey le 4 juillet prochain."
            ),
            {("ML+NE", "held", "2025-06-12"), ("ML+NE", "planned", "2025-07-04")},
        ),
        (
            (
                "El ministro peruano Óscar Luna se reunió ayer en Quito con su homólogo ecuatoriano Luis Vera."
                " La próxima"
                " reunión tendrá lugar en Lima el 15 de septiembre."
            ),
            {("EC+PE", "held", "2025-06-12"), ("EC+PE", "planned", "2025-09-15")},
        ),
        (
            (
                "Tanzanian minister John Mushi arrived in Kigali from Kampala, where he met Ugandan minister"
                " Peter Okello"
                " on Sunday. He held talks with Rwandan minister Jean Uwera on Thursday."
            ),
            {("TZ>RW", "held", "2025-06-12"), ("TZ+UG", "held", "2025-06-08")},
        ),
        (
            (
                "The visit to Kampala of Kenyan minister Asha Otieno, scheduled for Monday, has been postponed. Otieno"
                " spoke by telephone with Ugandan minister Peter Okello on Wednesday."
            ),
            {("KE>UG", "postponed", "2025-06-16"), ("KE+UG", "held", "2025-06-11")},
        ),
    ],
)
def test_the_visit_or_call_before_or_after_has_its_own_day(
    read: Read, text: str, events: set[tuple[str, str, str]]
) -> None:
    assert events_of(read, text) == events


def test_a_text_that_begins_with_talks_is_about_them_though_a_visit_is_off(read: Read) -> None:
    text = (
        "Border commanders of Zambia and Botswana met in Kazungula on Wednesday and agreed to run joint patrols, even"
        " as a planned visit to Lusaka by Botswana's justice minister was postponed. Minister Nelson Seretse had been"
        " expected in Lusaka on June 16."
    )
    assert events_of(read, text) == {("BW+ZM", "held", "2025-06-11"), ("BW>ZM", "postponed", "2025-06-16")}


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed the attack of 3 June on a bus.",
        "The agreement enters into force on 1 July.",
        "They agreed to open a joint post at Busia on 4 August.",
        "Two Kenyan officers will start a course in Kampala on 1 July.",
        "The elections in Uganda will be held on 12 July.",
        "The two last met in Entebbe on 5 June 2023.",
        "On Wednesday the guests toured a training centre.",
        "They will report by 30 September.",
        "The police of both had arrested twelve people on 6 June in a joint operation.",
        "A trial of two suspects begins on Monday in Nairobi.",
    ],
)
def test_the_days_of_other_things_are_no_events(read: Read, sentence: str) -> None:
    assert events_of(read, MET + sentence) == {("KE+UG", "held", "2025-06-10")}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            (
                "Kenyan minister Asha Otieno, who arrived in Kampala late Monday, met her Ugandan counterpart"
                " Peter Okello"
                " on Tuesday and flew home on Wednesday evening."
            ),
            "2025-06-09/2025-06-11",
        ),
        (
            (
                "Le ministre malien Moussa Keïta est arrivé dimanche soir à Niamey, où il s'est entretenu lundi"
                " avec son"
                " homologue nigérien Ali Souley, avant de regagner Bamako mardi."
            ),
            "2025-06-08/2025-06-10",
        ),
        (
            (
                "El ministro peruano Óscar Luna llegó a Quito el lunes y permanecerá hasta este sábado. Se reunió el"
                " martes con su homólogo ecuatoriano Luis Vera."
            ),
            "2025-06-09/2025-06-14",
        ),
        ("Kenyan police chief Asha Otieno is in Kampala for a visit that began on Tuesday.", "2025-06-10"),
        (
            (
                "Ugandan minister Peter Okello received today Kenyan minister Asha Otieno, who is paying a"
                " visit to Uganda"
                " from 12 to 14 June."
            ),
            "2025-06-12/2025-06-14",
        ),
        ("Kenyan and Ugandan officials held talks in Kampala last week.", "2025-06-02~/2025-06-08~"),
        (
            "Kenyan and Ugandan officials held talks in Kampala in the week of 4 June.",
            "2025-06-02~/2025-06-08~",
        ),
        (
            "Kenyan and Ugandan officials held talks in Kampala from Monday to Wednesday.",
            "2025-06-09/2025-06-11",
        ),
        ("Kenyan and Ugandan officials held talks in Kampala on Tuesday last week.", "2025-06-03"),
        ("Kenyan and Ugandan officials held talks in Kampala on Thursday (June 12).", "2025-06-12"),
        (
            "La delegación peruana sostuvo ayer y hoy reuniones en Quito con la policía ecuatoriana.",
            "2025-06-12/2025-06-13",
        ),
        ("Il y a deux jours, le ministre malien Moussa Keïta s'est rendu au Niger.", "2025-06-11"),
        ("Hace tres días una delegación de la policía peruana visitó Ecuador.", "2025-06-10"),
        (
            (
                "Speaking on Thursday, Kenyan minister Asha Otieno said talks had gone well. She met Ugandan"
                " minister Peter"
                " Okello in Kampala on 6 June."
            ),
            "2025-06-06",
        ),
        (
            (
                "Kenyan police chief Asha Otieno on Thursday denied a report, a day after hosting Ugandan police chief"
                " Peter Okello in Nairobi. Wednesday's meeting in Nairobi was about cattle."
            ),
            "2025-06-11",
        ),
        (
            "Kenyan and Ugandan police will share data under an accord signed in Kampala on Tuesday, both said.",
            "2025-06-10",
        ),
    ],
)
def test_the_days_of_what_took_place_are_its_own(read: Read, text: str, when: str) -> None:
    reading = read(text, PUBLISHED)
    event = reading.visits[0] if reading.visits else reading.meetings[0]
    assert (event.status, event.when.edtf) == ("held", when)


def test_a_government_that_does_not_name_itself_is_the_one_that_travels(read: Read) -> None:
    text = (
        "Ministry of the Interior, Finland\n8.11.2023 9.15\nPress release\n\nHeikkari to visit Tallinn\n\nPermanent"
        " Secretary Outi Heikkari will travel to Estonia on Monday 13 November.\n\nEarlier this week Minister Kari"
        " Rantasalo hosted Latvia's Minister Rihards Ozols in Helsinki. In the meeting, held on Tuesday, the ministers"
        " agreed on joint procurement of boats."
    )
    reading = read(text)
    assert [(one.sending, one.host, one.when.edtf) for one in reading.visits] == [("FI", "EE", "2023-11-13")]
    assert [(set(one.parties), one.when.edtf) for one in reading.meetings] == [({"FI", "LV"}, "2023-11-07")]


@pytest.mark.parametrize(
    ("title", "events"),
    [
        ("What Kigali and Accra are up to", {("GH+RW", "held", "")}),
        (
            "Spanish minister will visit Morocco, and met her Portuguese counterpart",
            {("ES>MA", "planned", "")},
        ),
    ],
)
def test_a_title_without_a_text_is_read_too(
    read: Read, title: str, events: set[tuple[str, str, str]]
) -> None:
    assert events_of(read, f"{title}\n12 July 2024 · by Security Notes\n") == events
