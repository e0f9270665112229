"""A long text is read for a while: what the keys say meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

import db.reading
from tests.tui.desk import ITEM, at_the_desk, keys
from tests.tui.entering import settle
from tests.tui.reading import screen_lines
from tui.app import Bilat
from tui.screens.main import MainScreen


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What keeps every text from being read until it is set."""
    opened, read_text = threading.Event(), db.reading.read_text

    def later(*args: Any, **named: Any) -> Any:
        opened.wait(30)
        return read_text(*args, **named)

    monkeypatch.setattr("db.reading.read_text", later)
    yield opened
    opened.set()


async def begin(pilot: Pilot[int]) -> None:
    """Paste a text that will not be read for a while."""
    await keys(pilot, "r")
    pilot.app.post_message(events.Paste(ITEM))
    await pilot.pause()
    await pilot.pause()
    assert "reading" in screen_lines(pilot.app)[0]


async def test_a_key_for_the_draft_says_that_it_is_still_to_come(
    desk_app: Bilat, gate: threading.Event
) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        for key in ("enter", "4", "A", "minus", "e", "m", "p", "t", "h", "u", "U", "ctrl+s"):
            at_the_desk(desk_app).footer.say("")
            await pilot.press(key)
            await pilot.pause()
            assert "The text is being read still; Esc goes back." in screen_lines(desk_app)[-1], key
        gate.set()
        await settle(pilot)
        await keys(pilot, "A")
        assert "taken" in screen_lines(desk_app)[-1]


async def test_esc_leaves_a_text_that_is_being_read(desk_app: Bilat, gate: threading.Event) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(desk_app.screen, MainScreen)
        gate.set()
        await settle(pilot)
        assert isinstance(desk_app.screen, MainScreen)


async def test_ctrl_x_says_that_there_was_no_draft_yet(desk_app: Bilat, gate: threading.Event) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert isinstance(desk_app.screen, MainScreen)
        assert "The text was left before it was read." in screen_lines(desk_app)[-1]
        gate.set()
        await settle(pilot)


async def test_ctrl_x_asks_before_it_throws_away_a_kept_draft_that_is_being_read(
    desk_app: Bilat, gate: threading.Event
) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        gate.set()
        await begin_and_take(pilot)
        gate.clear()
        await keys(pilot, "r")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert "Ctrl+X again throws away what was decided; Esc keeps it." in screen_lines(desk_app)[-1]
        gate.set()
        await settle(pilot)


async def test_a_draft_that_comes_back_is_not_decided_on_before_it_is_there(
    desk_app: Bilat, gate: threading.Event
) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        gate.set()
        await begin_and_take(pilot)
        gate.clear()
        await keys(pilot, "r")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        before = at_the_desk(desk_app).items
        await pilot.press("A")
        await pilot.pause()
        assert "The text is being read still" in screen_lines(desk_app)[-1]
        assert at_the_desk(desk_app).items == before
        gate.set()
        await settle(pilot)


async def begin_and_take(pilot: Pilot[int]) -> None:
    """Take one thing of a text, and leave it."""
    await keys(pilot, "r")
    pilot.app.post_message(events.Paste(ITEM))
    await settle(pilot)
    await keys(pilot, "enter", "escape")
