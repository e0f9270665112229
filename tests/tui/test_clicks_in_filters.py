"""In every view that can be filtered, a click on the keys of the open filter does what the keys do."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.entering import settle
from tests.tui.reading import screen_lines
from tui.app import Bilat

SLASH = "slash"
WAYS = {
    "posts without a holder": (("v", "p"), SLASH),
    "calendar": (("v", "m"), "f3"),
    "changes": (("v", "c"), SLASH),
    "to verify": (("v", "v"), SLASH),
    "a section of Today": (("v", "t", "2", "2"), SLASH),  # its number again opens it whole
}


async def click_on(pilot: Pilot[int], app: Bilat, words: str) -> None:
    """Click where some words stand in the last line."""
    await pilot.click(offset=(screen_lines(app)[-1].index(words) + 1, app.size.height - 1))
    await settle(pilot)


@pytest.mark.parametrize("view", WAYS)
async def test_a_click_keeps_the_filter_or_takes_it_away(app: Bilat, view: str) -> None:
    way, opens = WAYS[view]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*way)
        await settle(pilot)
        screen, usual = app.screen, screen_lines(app)[-1]
        for words, left in (("Enter keep", "zz"), ("Esc all", "")):
            await pilot.press(opens, *("zz" if left else ""))
            await settle(pilot)
            await click_on(pilot, app, words)
            assert app.screen is screen
            pane = screen.query_one("Pane:focus")
            assert getattr(pane, "filter").text == left  # noqa: B009 - whichever pane the view has
            assert not getattr(pane, "filtering")  # noqa: B009 - likewise
        assert screen_lines(app)[-1] == usual
