"""Whom an official has met is told of the latest meetings, and where there are more, that is told too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.queries import card_of_official, opposites
from tests.db.test_cards_of_people import meeting_of, official_of

if TYPE_CHECKING:
    from db import Store


def test_of_somebody_with_very_many_meetings_the_latest_are_told_and_the_card_says_so(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2020, 2022, 2024):
        others = [{"official": name, "country": "MA"} for name in ("Omar Alami", f"Guest of {year}")]
        meeting_of(empty_store, {"official": "Ana Ruiz", "country": "ES"}, *others, date=str(year))
    assert official_of(empty_store, "Ana Ruiz").met_in == 0
    monkeypatch.setattr(opposites, "MEETINGS", 2)
    monkeypatch.setattr(card_of_official, "MEETINGS", 2)
    card = official_of(empty_store, "Ana Ruiz")
    assert card.met_in == 2
    assert [(row.label, row.times) for row in card.met] == [
        ("Omar Alami", 2),
        ("Guest of 2024", 1),
        ("Guest of 2022", 1),
    ]


def test_nobody_has_met_those_of_a_meeting_that_is_still_to_come(empty_store: Store) -> None:
    there = [{"official": "Ana Ruiz", "country": "ES"}, {"official": "Omar Alami", "country": "MA"}]
    meeting_of(empty_store, *there, date="2030", status="planned")
    assert official_of(empty_store, "Ana Ruiz").met == ()
    meeting_of(empty_store, *there, date="2025")
    ((label, times),) = [(row.label, row.times) for row in official_of(empty_store, "Ana Ruiz").met]
    assert (label, times) == ("Omar Alami", 1)
