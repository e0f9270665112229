"""What counts as an outcome, and what does not: lists inside lists, what is dated inside a sentence, and speech."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

BEGINS = "Serbian minister Ana Petrovic met her Bulgarian counterpart in Sofia on 3 March 2025. "


def told(read: Read, text: str) -> list[tuple[str, str]]:
    meeting = read(BEGINS + text, "2025-03-04").meetings[0]
    return [(action.rung, action.quote) for action in meeting.actions]


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("Both sides vowed to hand over the files of suspects caught last year.", "agreed"),
        ("Following an exchange of letters, they agreed to open a joint office.", "agreed"),
        ("She said a team of ten trainers would be sent to Nis in April.", "agreed"),
        ("The ministers gave the green light to a joint unit.", "agreed"),
        ("The ministers plan to invite their neighbours to join later.", "proposed"),
        ("Bulgaria expressed its readiness to open its registry of stolen papers.", "proposed"),
        ("Both sides underlined their country's readiness to share what they know.", "proposed"),
        ("The two forces are looking at ways of sharing data on passengers.", "explored"),
        ("Ils se sont accordés sur l'ouverture d'un bureau commun.", "agreed"),
        ("Le ministre a plaidé pour la création d'un fichier commun.", "proposed"),
    ],
)
def test_an_outcome_is_told_in_many_ways(read: Read, sentence: str, rung: str) -> None:
    text = BEGINS + sentence
    language = "Le ministre serbe a rencontré son homologue bulgare à Sofia le 3 mars 2025. "
    found = (
        read(language + sentence if sentence[0:3] in ("Ils", "Le ") else text, "2025-03-04")
        .meetings[0]
        .actions
    )
    assert [action.rung for action in found] == [rung]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We are not starting from zero,” the minister stressed.",
        "The minister accepted the invitation.",
        "She is due to call on the president before flying home.",
        "They signed a first protocol last year.",
    ],
)
def test_speech_and_courtesies_and_what_is_long_past_are_no_outcomes(read: Read, sentence: str) -> None:
    assert told(read, sentence) == []


def test_a_numbered_point_may_have_a_list_of_its_own(read: Read) -> None:
    text = (
        "\n\n1. The sides exchanged views on the five crossings.\n\n2. The following was agreed:\n- a joint "
        "analysis of risks every quarter;\n- a hotline between the posts.\n\n3. The Bulgarian side took note of it."
    )
    assert told(read, text) == [
        ("discussed", "The sides exchanged views on the five crossings."),
        ("agreed", "a joint analysis of risks every quarter;"),
        ("agreed", "a hotline between the posts."),
    ]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The next meeting will be held in Belgrade in June 2025.", ["2025-06"]),
        ("The next meeting will be held in Belgrade.", []),
    ],
)
def test_a_next_meeting_is_planned_when_the_text_says_when_and_an_outcome_at_any_rate(
    read: Read, sentence: str, when: list[str]
) -> None:
    reading = read(BEGINS + "They agreed to open a joint office. " + sentence, "2025-03-04")
    assert [one.when.edtf for one in reading.meetings if one.to_come] == when
    assert sentence in [action.quote for one in reading.meetings for action in one.actions]


@pytest.mark.parametrize(
    ("sentence", "past"),
    [
        ("A draft agreement on secrets, on which they have worked since 2023, may be signed in May.", False),
        (
            "Petrovic thanked her host for the arrest of two men last month, and they took stock of joint patrols.",
            False,
        ),
        ("Last year the two countries signed a protocol on training.", True),
    ],
)
def test_what_is_past_in_an_aside_does_not_take_an_outcome_away(
    read: Read, sentence: str, past: bool
) -> None:
    assert (told(read, sentence) == []) is past


def test_two_things_that_one_verb_undertakes_are_two_outcomes(read: Read) -> None:
    text = "They agreed to open a joint office in Vidin and to extend the patrols to the river by September."
    assert told(read, text) == [
        ("agreed", "They agreed to open a joint office in Vidin"),
        ("agreed", "to extend the patrols to the river by September."),
    ]
