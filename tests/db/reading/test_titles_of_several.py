"""Who shares a title of several has it alone at the desk, each of their own country."""

from __future__ import annotations

import pytest

from db.reading.people.titles_in_turn import of_one
from tests.db.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "The interior ministers of France, Paul Martin, and Spain, Juan Soto, met in Lyon on 3 March 2026.",
            {("FR", "Paul Martin", "interior minister of France"), ("ES", "Juan Soto", "interior minister of Spain")},
        ),
        (
            "Les ministres de l'Intérieur de France, Paul Martin, et d'Espagne, Juan Soto, se sont réunis à Lyon.",
            {("FR", "Paul Martin", "ministre de l'Intérieur de France"),
             ("ES", "Juan Soto", "ministre de l'Intérieur d'Espagne")},
        ),
        (
            "Los ministros de Seguridad de Costa Rica, Iván Rojas, y de Panamá, Luis Him, se reunieron en San José.",
            {("CR", "Iván Rojas", "ministro de Seguridad de Costa Rica"),
             ("PA", "Luis Him", "ministro de Seguridad de Panamá")},
        ),
    ],
)  # fmt: skip
def test_ministers_named_in_turn_are_each_of_their_own_country(
    read: Read, text: str, people: set[tuple[str, str, str]]
) -> None:
    (meeting,) = read(text).meetings
    assert {(one.country, one.name, one.post) for one in meeting.people} == people


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("Deputy Directors", "Deputy Director"),
        ("Foreign Affairs Ministers", "Foreign Affairs Minister"),
        ("directeurs généraux de la police", "directeur général de la police"),
        ("fiscales generales", "fiscal general"),
        ("Secretaries of State", "Secretary of State"),
        ("Minister of Home Affairs", "Minister of Home Affairs"),
    ],
)
def test_a_title_of_several_is_told_as_one_bears_it(several: str, one: str) -> None:
    assert of_one(several) == one
