"""A day to look again comes up in Today: of a follow-up by itself, of an outcome by a follow-up that asks for it."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot

from db.rows import Key
from tests.tui.entering import count, settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat

OUTCOME = "SELECT id FROM action WHERE ref = 'A-2025-003'"


async def logged(pilot: Pilot[int], words: str) -> None:
    """Note what happened on what is selected."""
    await pilot.press("f")
    await type_in(pilot, words)
    await pilot.press("enter")
    await settle(pilot)


async def today_view(pilot: Pilot[int]) -> str:
    """What Today says."""
    await pilot.press("v", "t")
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, Bilat)
    return screen_text(app)


async def test_look_again_today_brings_a_step_that_is_not_due_into_today(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "G")
        assert "Time to look again" not in await today_view(pilot)
        await pilot.press("escape")
        await logged(pilot, "chased, look again today")
        assert "next check" in screen_lines(app)[-1]
        assert "Time to look again  1" in await today_view(pilot)


async def test_an_outcome_to_look_at_again_comes_up_then(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        steps = count(app.store, "followup")
        app.open_record(Key("action", str(value(app.store, OUTCOME))))
        await settle(pilot)
        await logged(pilot, "no answer yet, look again 3 dec")
        assert "F-2026-009 comes up Thu 3 Dec 2026 · u undoes" in screen_lines(app)[-1]
        assert count(app.store, "followup") == steps + 1
        await logged(pilot, "chased, reply by 5 dec")
        assert count(app.store, "followup") == steps + 1
        assert value(app.store, "SELECT max(remind_on) FROM followup") == "2026-12-05"
        await pilot.press("u", "u")
        await settle(pilot)
        assert count(app.store, "followup") == steps


async def test_an_outcome_to_look_at_today_is_in_today_at_once(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("action", str(value(app.store, OUTCOME))))
        await settle(pilot)
        await logged(pilot, "look again today")
        text = await today_view(pilot)
        assert "Time to look again  1" in text
        assert "Look again: Work together" in text


async def test_what_is_logged_as_of_today_asks_for_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "G")
        await logged(pilot, "met them today")
        assert "next check" not in screen_lines(app)[-1]
        assert app.today() == date(2026, 11, 21)
