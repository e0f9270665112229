"""What the scorer counts where there is little to count."""

from __future__ import annotations

from typing import Any

from tests.db.reading.scoring import Score

NOTHING: dict[str, Any] = {"events": []}


def test_whatever_is_found_in_a_text_without_an_event_is_too_much() -> None:
    score = Score()
    score.text("storm", {"meetings": [{"parties": ["KE", "PE"], "date": "2025-06-10"}]}, NOTHING)
    assert score["invented dates"].found == 1
    assert (score["start dates"].right, score["start dates"].found) == (0, 1)
    assert score["countries"].precision == 0
    assert score["status"].expected == score["host"].expected == 0


def test_a_text_without_an_event_in_which_none_is_found_is_whole() -> None:
    score = Score()
    score.text("storm", {}, NOTHING)
    assert score.wrong == []


def test_what_a_reader_called_as_good_is_right() -> None:
    visit = {"sending": "KE", "host": "PE", "date": "2025-06-10", "status": "held"}
    told = {
        "countries": ["KE", "PE"], "start": "2025-06-11", "start_also": ["2025-06-10"], "end": None,
        "status": "under way", "status_also": "held", "delegations": [], "actions": [],
    }  # fmt: skip
    score = Score()
    score.text("stay", {"visits": [visit]}, {"events": [told]})
    assert score["start dates"].f1 == score["status"].f1 == 1
    assert score["invented dates"].found == 0
