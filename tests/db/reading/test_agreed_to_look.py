"""An agreement to look at something is none on the thing, in three languages."""

from __future__ import annotations

import pytest

from db.reading.outcomes.clauses import outcomes_of
from db.reading.sentences import Sentence

LOOKED_AT = [
    ("proposed", "The two ministers agreed to consider opening a second crossing at Vrata."),
    ("explored", "The two ministers agreed to study the opening of a second crossing at Vrata."),
    ("explored", "Both services decided to look into a shared database of stolen boats."),
    ("explored", "The sides agreed that they would jointly explore a shared radio channel."),
    ("explored", "Les deux ministres sont convenus d'étudier la création d'un poste commun."),
    ("explored", "Les deux ministres ont convenu d’examiner la reprise des patrouilles."),
    ("proposed", "Les deux parties ont convenu d'envisager une seconde phase."),
    ("explored", "Ambas partes acordaron estudiar la apertura de un segundo paso."),
    ("explored", "Los ministros acordaron valorar la creación de un equipo conjunto."),
    ("discussed", "Les deux directeurs ont convenu de l'importance de coordonner les gardes-côtes."),
    ("discussed", "The directors agreed on the importance of coordinating their coast guards."),
    ("agreed", "The two ministers agreed to open a second crossing at Vrata."),
    ("agreed", "They agreed to set up a working group to study a second crossing at Vrata."),
    ("agreed", "They agreed to consider and adopt the joint work plan in June."),
    ("agreed", "The two services agreed to evaluate the first results in Bergen in May."),
    ("agreed", "Elles ont convenu de créer un groupe chargé d'étudier la question."),
    ("agreed", "Acordaron crear un grupo que estudiaría la reapertura del paso."),
]


def rungs(text: str) -> list[str]:
    return [one.rung for one in outcomes_of(text, Sentence(0, len(text)))]


@pytest.mark.parametrize(("rung", "text"), LOOKED_AT)
def test_an_agreement_to_look_at_a_thing_is_not_filed_as_agreed(rung: str, text: str) -> None:
    assert rungs(text) == [rung]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["agreed", "explored"], "They agreed to open a post in Vrata and to study a fund for the victims."),
        (["explored", "agreed"], "They agreed to study a fund for the victims and to open a post in Vrata."),
        (["explored", "agreed"], "Ils ont convenu d'étudier un fonds commun et de créer une brigade mixte."),
    ],
)
def test_of_two_things_with_one_verb_each_has_its_own_rung(expected: list[str], text: str) -> None:
    assert rungs(text) == expected
