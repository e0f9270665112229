"""Where a country pair comes from: it has no source of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.entering import settle
from tests.tui.reading import screen_text

if TYPE_CHECKING:
    from tui.app import Bilat


async def test_a_pair_is_given_no_source(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("1", "o")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "Who says so as well?" not in screen_text(app)
        assert app.is_running
