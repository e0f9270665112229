"""Lists of a large store, read beside the keys: the first lines come before the count, and the end counts them all."""

from __future__ import annotations

import pytest

from db import queries
from tests.tui.entering import settle, work_done
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.screens import looking, seeking, whole
from tui.screens.whole import WholeScreen


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo goes the ways of a large store."""
    monkeypatch.setattr(looking, "IN_ONE_FRAME", 0)
    monkeypatch.setattr(seeking, "EFFORT", 60.0)
    monkeypatch.setattr(whole, "EFFORT", 60.0)


@pytest.mark.parametrize("section", ["proposed", "explored", "steps", "overdue"])
async def test_a_long_list_is_shown_whole_and_in_its_order(app: Bilat, section: str) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        title, expected = queries.whole_section(app.store, app.moment, section)
        screen = WholeScreen(section)
        app.push_screen(screen)
        await pilot.pause()
        await work_done(app)
        await settle(pilot)
        assert title in screen_lines(app)[0]
        assert f" {expected.count():,} " in screen_lines(app)[0]
        if expected.count():
            assert screen.selected == expected.rows(0, 1)[0].key
            await pilot.press("end")
            assert screen.selected == expected.rows(expected.count() - 1, expected.count())[0].key


async def test_a_filter_of_a_long_list_says_how_many_of_how_many(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        _, everything = queries.whole_section(app.store, app.moment, "proposed")
        _, found = queries.whole_section(app.store, app.moment, "proposed", words="zzzz")
        app.push_screen(WholeScreen("proposed"))
        await pilot.pause()
        await pilot.press("slash", *"zzzz")
        await work_done(app)
        await settle(pilot)
        assert f"{found.count()} of {everything.count()}" in screen_lines(app)[0]
        assert "Nothing matches" in screen_text(app)
