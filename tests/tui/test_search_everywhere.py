"""A star in front of a filter looks in every record, and what is found is shown where it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.db.making import visit
from tests.tui.entering import work_done
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.modals.palette import PaletteModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen
from tui.screens.whole import WholeScreen

if TYPE_CHECKING:
    from tui.app import Bilat


async def settled(pilot: Any) -> None:
    await work_done(pilot.app)
    await pilot.pause()
    await work_done(pilot.app)
    await pilot.pause()


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
async def test_a_star_in_the_filter_of_any_pane_searches_everything(app: Bilat, pane: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press(pane, "slash", "asterisk", *"controlled deliveries")
        await settled(pilot)
        assert isinstance(app.screen, PaletteModal)
        assert "Find everywhere" in screen_text(app)
        assert "controlled deliveries▏" in screen_text(app)
        assert "A-2025-007" in line_with(app, "outcome ")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, RecordScreen)


async def test_after_the_search_the_list_is_as_it_was(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = screen_lines(app)
        await pilot.press("slash", "asterisk", *"hammouchi")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, MainScreen)
        assert screen_lines(app) == before


async def test_letters_typed_before_the_search_is_there_are_its_words(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("slash")
        for letter in "*hammou":  # faster than anything can open
            app.simulate_key(letter)
        await settled(pilot)
        assert isinstance(app.screen, PaletteModal)
        assert "hammou▏" in screen_text(app)


async def test_what_is_found_in_a_note_shows_the_words_around_it(app: Bilat) -> None:
    with app.store.write("enter") as session:
        visit(session, title="Courtesy call", note="They asked twice for a liaison officer in Rabat.")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("colon", *"liaison officer")
        await settled(pilot)
        line = line_with(app, "liaison officer in")
        assert "Courtesy call" in line
        assert style_of(app, "twice for a").color != style_of(app, "officer in").color


async def test_more_than_can_be_shown_is_counted(app: Bilat) -> None:
    with app.store.write("enter") as session:
        for _ in range(60):
            visit(session, title="Inspection")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("colon", *"inspection")
        await settled(pilot)
        assert "60 found" in screen_text(app)


async def test_a_topic_is_found_in_any_language_and_leads_to_all_that_is_about_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("colon", *"antiterrorisme")
        await settled(pilot)
        assert "Counter-terrorism" in line_with(app, "topic ")
        await pilot.press("backspace", *"e", "enter")
        await settled(pilot)
        assert isinstance(app.screen, WholeScreen)
        assert "Counter-terrorism" in screen_lines(app)[0]
        assert "28–29 Jan 2025" in line_with(app, "MA→ES")
        await pilot.press("slash", *"to:2022", "enter")
        await settled(pilot)
        assert " of " in screen_lines(app)[0]
        assert "2025" not in "\n".join(screen_lines(app)[1:-2])
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert "1 Country pairs" in screen_text(app)
