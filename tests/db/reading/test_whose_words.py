"""What came of a meeting, and what is only asked from outside, hoped for, rumoured, or the author's own to do."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_outcomes_told import told
from tests.db.reading.test_who_takes_part import RENCONTRE, REUNIO


def outcomes(read: Read, text: str) -> list[tuple[str, str]]:
    """What came of the first meeting or visit of a text."""
    reading = read(text, "2025-03-04")
    event = reading.visits[0] if reading.visits else reading.meetings[0]
    return [(action.rung, action.quote) for action in event.actions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Post will follow up with the ministry.",
        "Embassy Sofia will raise the matter again in June.",
        "We will monitor developments.",
        "The deputy briefed us on 19 June.",
        "The two ministers reaffirmed the strong partnership between the two countries.",
        "Both sides underscored the deep and historic ties of friendship between their nations.",
        "Serbia and Bulgaria remain committed to their strategic partnership.",
        "Rights groups called on both governments to publish the report.",
        "Traders' associations requested compensation.",
        "The session had been requested by Serbia.",
        "“If Serbia will host the centre, parliament has to be told first,” an opposition deputy said.",
        "The minister urged companies to report attacks.",
        "Bulgaria said it would study the text.",
        "It was an idea that she would put to headquarters.",
        "The media had reported that Serbia had asked for it.",
        "It was not even discussed.",
        "A spokesman said that Minister Jane Doe would travel to Nis on Monday.",
    ],
)
def test_what_nobody_at_the_table_undertakes_is_no_outcome(read: Read, sentence: str) -> None:
    assert told(read, sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        RENCONTRE + "Les syndicats ont demandé une enquête.",
        RENCONTRE + "La visite a été demandée par le Mali.",
        RENCONTRE + "Les deux ministres ont réaffirmé l'excellence des relations bilatérales.",
        RENCONTRE + "La proposition sera étudiée par le Mali.",
        REUNIO + "La oposición pidió un debate.",
        REUNIO + "El ministro tiene previsto visitar Lima en mayo.",
        REUNIO + "Los ministros reafirmaron las excelentes relaciones bilaterales.",
        REUNIO + "La propuesta será evaluada por Chile.",
    ],
)
def test_nor_is_it_in_other_languages(read: Read, text: str) -> None:
    assert outcomes(read, text) == []


@pytest.mark.parametrize(
    ("sentence", "rung", "quote"),
    [
        ("Serbia has been invited to join.", "proposed", "Serbia has been invited to join."),
        ("Human trafficking also featured in the talks.", "discussed", "Human trafficking also featured in the talks."),
        ("The fate of men held last month was raised.", "discussed", "The fate of men held last month was raised."),
        ("She said the two forces had agreed to patrol.", "agreed", "She said the two forces had agreed to patrol."),
        ("Bulgaria will take back its nationals.", "agreed", "Bulgaria will take back its nationals."),
        ("It was concluded that it will be reopened.", "agreed", "It was concluded that it will be reopened."),
        ("They agreed to share lists, even as a visit was put off.", "agreed", "They agreed to share lists"),
        ("He left with a promise that they get paid.", "agreed", "He left with a promise that they get paid."),
        ("They are also considering a joint post.", "explored", "They are also considering a joint post."),
        ("Serbia asked that Bulgaria fund a laboratory.", "proposed", "Serbia asked that Bulgaria fund a laboratory."),
    ],
)  # fmt: skip
def test_what_was_said_at_the_table_is_an_outcome(read: Read, sentence: str, rung: str, quote: str) -> None:
    assert told(read, sentence) == [(rung, quote)]


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        (RENCONTRE + "Le Mali a pris un engagement : l'escorte des convois débutera le 1er mai.", ["agreed"]),
        (RENCONTRE + "Selon le ministre, le Mali avait accepté de fournir dix bateaux.", ["agreed"]),
        (RENCONTRE + "Le Mali souhaite, lui, obtenir un accès aux fichiers.", ["proposed"]),
        (RENCONTRE + "L'ouverture d'un poste commun a été soulignée par la directrice.", ["discussed"]),
        (REUNIO + "«Ya los vimos; la primera fase comenzará el 10 de mayo», declaró Ruiz.", ["agreed"]),
        (REUNIO + "Dijeron que Perú donará dos escáneres y que Chile aceptó un enlace.", ["agreed", "agreed"]),
        (REUNIO + "Perú ofreció lanchas, mientras que Chile insistió en más datos.", ["proposed", "discussed"]),
        (REUNIO + "Se comprometieron a abrir un puesto y resaltaron su importancia.", ["agreed", "discussed"]),
        (REUNIO + "Perú y Chile fueron invitados a unirse al operativo.", ["proposed"]),
    ],
)  # fmt: skip
def test_so_it_is_in_other_languages(read: Read, text: str, rungs: list[str]) -> None:
    assert [rung for rung, _ in outcomes(read, text)] == rungs


def test_a_list_in_letters_stands_under_its_numbered_point(read: Read) -> None:
    found = told(
        read,
        "\n\n5. The sides decided to:\n\n(a) carry out a joint operation;\n\n(b) exchange lists every month;\n\n"
        "6. The Serbian side proposed a new format.",
    )
    assert [rung for rung, _ in found] == ["agreed", "agreed", "proposed"]


def test_two_things_agreed_with_one_verb_are_two(read: Read) -> None:
    found = told(
        read, "They agreed to resume the consultations and that a first round would be held in Oslo."
    )
    assert [quote for _, quote in found] == [
        "They agreed to resume the consultations", "a first round would be held in Oslo."
    ]  # fmt: skip


def test_who_signed_what_was_just_signed_is_no_second_outcome(read: Read) -> None:
    found = told(read, "They signed a protocol on data. The protocol was signed by Jane Doe and Ann Roe.")
    assert [quote for _, quote in found] == ["They signed a protocol on data."]


@pytest.mark.parametrize("words", ["compartir en tiempo real los datos", "compartir en Lima los datos"])
def test_a_short_paragraph_on_sharing_is_part_of_the_text(read: Read, words: str) -> None:
    assert [rung for rung, _ in outcomes(read, f"{REUNIO}\n\nAcordaron {words}.")] == ["agreed"]
