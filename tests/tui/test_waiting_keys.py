"""A key that can do nothing on what is selected says so in the lists of keys, before one presses it."""

from __future__ import annotations

from tests.tui.entering import settle
from tests.tui.reading import line_with, style_of
from tui.actions import ACTIONS
from tui.app import Bilat
from tui.waiting import WORKS_ON

HELP = "one rung up; agreed needs"


def test_every_action_that_waits_is_in_the_table() -> None:
    assert WORKS_ON.keys() <= {action.id for action in ACTIONS}
    assert all(len(words) <= 13 for _, words in WORKS_ON.values())  # the column of the help


async def test_the_help_greys_what_waits_for_another_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("question_mark", *"outcome one rung up")
        await settle(pilot)
        assert line_with(app, HELP).rstrip(" │").endswith("on outcomes")
        quiet = style_of(app, HELP)
        await pilot.press("escape", "3", "question_mark", *"log what")
        await settle(pilot)
        assert "everywhere" in line_with(app, "log what happened")
        assert style_of(app, "log what happened") != quiet


async def test_the_palette_puts_it_last_and_says_for_what(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"rung")
        await settle(pilot)
        assert "on outcomes: an outcome one rung up" in line_with(app, "one rung up")
