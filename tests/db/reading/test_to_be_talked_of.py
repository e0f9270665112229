"""What an announcement says they will talk of: kept as noted, in doubt, and never for more than that."""

from __future__ import annotations

import pytest

from db.reading.outcomes.on_the_agenda import to_talk_of
from tests.db.reading.conftest import Read

COMING = "Serbian minister Ana Petrovic will visit Bulgaria on 3 March 2025. "


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The two ministers will also review the pilot of the joint patrols.", "will"),
        ("In Sofia, they will discuss stolen vehicles and the new border posts.", "will"),
        ("The leaders will take stock of their patrols against smugglers.", "will"),
    ],
)
def test_what_they_will_talk_of_is_noted_in_doubt(read: Read, sentence: str, verb: str) -> None:
    (outcome,) = read(COMING + sentence, "2025-02-20").visits[0].actions
    assert (outcome.rung, outcome.sure, outcome.verb) == ("noted", False, verb)
    assert outcome.quote.endswith(sentence.rsplit(", ", maxsplit=1)[-1][-20:])


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("les deux ministres aborderont egalement la lutte contre la traite.", "aborderont"),
        ("ils passeront en revue les travaux du comite mixte.", "passeront"),
        ("los dos ministros analizaran el trafico de armas en la frontera.", "analizaran"),
    ],
)
def test_french_and_spanish_announce_it_in_the_future_tense(sentence: str, verb: str) -> None:
    found = to_talk_of(sentence)
    assert found is not None
    assert sentence[found[1] :].split(maxsplit=1)[0] == verb


@pytest.mark.parametrize(
    "sentence",
    [
        "She will meet the president and discuss trade.",
        "He will travel to Sofia to discuss the border posts.",
        "If it is signed, they will discuss the border posts.",
        "A spokesman said they will discuss the border posts.",
    ],
)
def test_a_programme_or_a_purpose_is_no_agenda(sentence: str) -> None:
    assert to_talk_of(sentence.lower()) is None


def test_what_they_agreed_to_discuss_stays_with_its_own_verb(read: Read) -> None:
    text = "Serbian minister Ana Petrovic met her Bulgarian counterpart in Sofia on 3 March 2025. "
    (outcome,) = (
        read(text + "They agreed that they will discuss it in May.", "2025-03-04").meetings[0].actions
    )
    assert outcome.verb.startswith("agreed")
