"""An outcome ends and has follow-ups: they are named, end with it by one key, and come back with it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.rows import Key
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat

AGREED = Key("action", "3")
STEP = "SELECT status || ' ' || close_reason FROM followup WHERE action_id = 3"


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_an_outcome_and_its_follow_up_end_by_one_key_and_one_key_brings_both_back(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        app.open_record(AGREED)
        await settle(pilot)
        await press(pilot, "x")
        assert "done, and its follow-up too" in screen_text(app)
        await press(pilot, "f")
        assert value(app.store, "SELECT status FROM action WHERE id = 3") == "done"
        assert value(app.store, STEP) == "done with A-2025-003"
        assert screen_lines(app)[-1].endswith("u undoes")
        await press(pilot, "u")
        assert value(app.store, "SELECT status FROM action WHERE id = 3") == "open"
        assert value(app.store, STEP) == "open "


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_an_outcome_that_is_scored_takes_its_follow_up_along(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        app.open_record(AGREED)
        await settle(pilot)
        await press(pilot, "x")
        assert "done with its follow-up, and score" in screen_text(app)
        await press(pilot, "S", "enter")
        assert value(app.store, "SELECT status FROM action WHERE id = 3") == "done"
        assert value(app.store, STEP) == "done with A-2025-003"
        assert value(app.store, "SELECT COUNT(*) FROM action_party WHERE action_id = 3 AND score = 1") == 2
        await press(pilot, "u")
        assert value(app.store, STEP) == "open "


async def test_what_is_left_open_is_said(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(AGREED)
        await settle(pilot)
        await press(pilot, "x", "d")
        assert screen_lines(app)[-1].endswith(" is done · F-2026-002 is still open · u undoes")
        assert value(app.store, STEP) == "open "


async def test_a_dropped_outcome_drops_its_follow_up_with_the_reason_asked_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(AGREED)
        await settle(pilot)
        await press(pilot, "x", "p")
        await type_in(pilot, "overtaken by events")
        await press(pilot, "enter")
        assert value(app.store, "SELECT close_reason FROM action WHERE id = 3") == "overtaken by events"
        assert value(app.store, STEP) == "dropped with A-2025-003"
