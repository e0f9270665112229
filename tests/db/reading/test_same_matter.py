"""Outcomes that two texts tell in their own words: the same, likely the same, and near ones that are not."""

from __future__ import annotations

import pytest

from db import Store
from db.reading.draft.deciding import add_meeting
from db.reading.draft.items import by_id, part_of
from db.reading.draft.same_matter import likeness, matter_of, nearly_equal
from db.reading.proposals import Span
from tests.db.making import entered
from tests.db.reading.test_deciding import draft

IN_OTHER_WORDS = [
    ("agreed to open a joint liaison office in Vrata", "Opening of a shared liaison office at Vrata"),
    ("discussed the extradition of two suspects held in Bergen", "Extradition of the two Bergen suspects"),
    ("mulled a committee to prepare for the 2034 games", "A committee of both on the games of 2034"),
    ("agreed to link their registers of vehicles", "Linking the vehicle registers of the two countries"),
    ("agreed to work together more closely on coastal radar", "Stronger cooperation in coastal radar"),
    (
        "ont convenu de créer une brigade mixte contre le trafic d'ivoire",
        "Brigade commune sur le trafic d'ivoire",
    ),
    ("acordaron abrir una oficina de enlace en Vrata", "Apertura de la oficina de enlace de Vrata"),
]
NEAR = [
    ("agreed to open a joint liaison office in Vrata", "agreed to open a joint liaison office in Bergen"),
    ("agreed to open the joint liaison office in Vrata", "agreed to close the joint liaison office in Vrata"),
    ("agreed to train forty divers of the coast guard", "agreed to train twelve divers of the coast guard"),
    ("offered six patrol boats to the coast guard", "offered two patrol boats to the coast guard"),
    ("the joint patrols at the land border", "agreed to suspend the joint patrols at the land border"),
    ("a committee to prepare for the games of 2034", "a committee to prepare for the games of 2030"),
    ("discussed the trafficking of arms by sea", "discussed the trafficking of ivory by sea"),
    ("acordaron abrir una oficina de enlace en Vrata", "acordaron cerrar la oficina de enlace en Vrata"),
]


@pytest.mark.parametrize(("one", "other"), IN_OTHER_WORDS)
def test_the_same_in_other_words_is_likely_the_same(one: str, other: str) -> None:
    assert likeness(matter_of(one), matter_of(other)) > 0


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_what_is_only_near_is_never_the_same_for_sure(one: str, other: str) -> None:
    assert not nearly_equal(matter_of(one), matter_of(other))
    assert not nearly_equal(matter_of(other), matter_of(one))


def test_the_same_words_are_the_same() -> None:
    words = "They agreed to link their registers of stolen vehicles by June."
    assert nearly_equal(matter_of(words), matter_of(words))


def test_other_years_and_other_towns_are_not_even_likely_the_same() -> None:
    assert not likeness(matter_of("the commission meets in 2034"), matter_of("the commission meets in 2030"))
    for one, other in (NEAR[0], NEAR[5]):
        assert not likeness(matter_of(one), matter_of(other))


def test_an_offer_moves_with_its_outcome_into_a_meeting_begun_later(empty_store: Store) -> None:
    boats = {
        "ref": "A-2025-001",
        "text": "Sharing what each of them learns of small boats",
        "rung": "explored",
    }
    visit = {"ref": "V-2025-001", "sending": "PT", "host": "MA", "date": "2025-03-04", "actions": [boats]}
    entered(empty_store, {"visits": [visit]})
    text = (
        "Portuguese Interior Minister Rita Calado visited Morocco on 4 March 2025. "
        "The experts explored ways to exchange data on small boats."
    )
    items = draft(empty_store, text)
    (offer,) = [one for one in items if one.values.get("ref") == "A-2025-001"]
    moved, meeting = add_meeting(items, Span(text.index("The experts"), len(text)), ["PT", "MA"])
    outcome = by_id(moved, offer.under)
    assert outcome.under == meeting
    assert [one.id for one in part_of(moved, meeting)] == [outcome.id, offer.id]
