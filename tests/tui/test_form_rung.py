"""The rung of a new outcome follows its words in the form, until the officer chooses one."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_text
from tui.app import Bilat


async def new_outcome(pilot: Pilot[int], words: str) -> None:
    """Open the form of an outcome of the visit of 2025 and type what it is."""
    await pilot.press("4", "j", "j", "N", "a")
    await settle(pilot)
    await type_in(pilot, words)


async def test_the_rung_is_proposed_from_the_words_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await new_outcome(pilot, "They agreed to exchange officers")
        assert "agreed" in line_with(app, "rung").split("“", maxsplit=1)[0]
        assert "“agreed to” says so" in line_with(app, "rung")
        assert "open" in line_with(app, "status")
        await pilot.press("ctrl+s")
        await settle(pilot)
        row = "SELECT rung || status || verb FROM action WHERE text = 'They agreed to exchange officers'"
        assert value(app.store, row) == "4openagreed to"


async def test_the_rung_goes_back_when_the_words_say_less(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await new_outcome(pilot, "They agreed to meet")
        await pilot.press("ctrl+u")
        await type_in(pilot, "They agreed on the importance of training")
        assert "discussed" in line_with(app, "rung")
        assert "open" not in line_with(app, "status")
        await pilot.press("ctrl+u")
        assert "noted" in line_with(app, "rung")
        assert "says so" not in screen_text(app)
        assert "agreed" not in line_with(app, "verb")


async def test_a_rung_that_was_chosen_stays(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await new_outcome(pilot, "They agreed to")
        await pilot.press("tab", "e", "up")
        await type_in(pilot, " exchange officers")
        assert "explored" in line_with(app, "rung")
        assert "“agreed to” supports agreed" in line_with(app, "rung")


async def test_a_verb_that_was_typed_stays_and_decides(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await new_outcome(pilot, "A joint committee")
        await pilot.press("tab", "tab", "tab")
        await type_in(pilot, "mulled")
        assert "proposed" in line_with(app, "rung")
        await pilot.press("up", "up", "up")
        await type_in(pilot, " on the World Cup")
        assert "mulled" in line_with(app, "verb")
        assert "proposed" in line_with(app, "rung")


async def test_an_unfinished_outcome_comes_back_with_the_rung_that_was_chosen(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await new_outcome(pilot, "They agreed to exchange")
        await pilot.press("tab", "e", "escape")
        await settle(pilot)
        await pilot.press("N", "a")
        await settle(pilot)
        await type_in(pilot, " officers")
        assert "explored" in line_with(app, "rung")
