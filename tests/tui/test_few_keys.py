"""Small things that an officer does ten times a day: few keys, dates as they are shown, nothing in the way."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.rows import Key
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.forms.modal import FormModal
from tui.modals.letters import LetterMenu


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("words", ["fri", "+2w", "5 dec"])
async def test_a_follow_up_is_hidden_by_one_key_the_day_and_enter(app: Bilat, words: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "z")
        await type_in(pilot, words)
        await press(pilot, "enter")
        assert not isinstance(app.screen, LetterMenu)
        assert value(app.store, "SELECT COUNT(*) FROM followup WHERE hidden_until <> ''") == 1


async def test_a_changed_day_is_told_as_days_are_shown(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("visit", "1"))
        await settle(pilot)
        await press(pilot, "e")
        assert isinstance(app.screen, FormModal)
        before = value(app.store, "SELECT COUNT(*) FROM step")
        await press(pilot, "tab", "tab", "ctrl+u")
        await type_in(pilot, "18 dec 2024")
        await press(pilot, "ctrl+s")
        assert value(app.store, "SELECT COUNT(*) FROM step") != before
        assert "→ 18 Dec 2024" in screen_lines(app)[-1]
        assert "18 dec 2024" not in screen_text(app)


async def test_nothing_said_before_stands_in_front_of_a_sheet(app: Bilat) -> None:
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        app.notify("It is Sunday 22 November", markup=False)
        await settle(pilot)
        assert "It is Sunday" in screen_text(app)
        await press(pilot, "n")
        assert "It is Sunday" not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_next_visit_is_in_the_top_line(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "next DE→MA 3 Dec" in screen_lines(app)[0]
