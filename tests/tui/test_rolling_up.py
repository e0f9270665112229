"""F counts former states with those that came after them, at once and the next time too."""

from __future__ import annotations

from tests.db.making import visit_entered
from tests.tui.entering import settle, work_done
from tests.tui.reading import line_with, screen_text
from tui.app import Bilat
from tui.config import load_settings
from tui.paths import settings_file

SIZE = (120, 40)
PAIRS_THERE = 7  # of Morocco, in the demo and with Czechoslovakia and Czechia


async def test_the_line_the_timeline_and_the_title_roll_up_and_it_is_remembered(app: Bilat) -> None:
    for host, date in (("CSHH", "1985"), ("CZ", "2021")):
        visit_entered(app.store, host=host, date=date, status="held")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"czech", "enter")
        await settle(pilot)
        assert "1 Country pairs" in line_with(app, "Country pairs")
        assert "rolled up" not in screen_text(app)
        assert "Czechoslovakia" in screen_text(app)
        await pilot.press("F")
        await settle(pilot)
        assert "rolled up" in line_with(app, "Country pairs")
        assert "counted with those that came after them" in screen_text(app)
        assert "2021" in line_with(app, "CZ – MA")
        assert "MA→CSHH" in line_with(app, "1985")
        assert load_settings(settings_file()).roll_up
        await pilot.press("F")
        await settle(pilot)
        assert "rolled up" not in screen_text(app)
        assert not load_settings(settings_file()).roll_up


async def test_the_record_of_a_pair_says_what_it_has_alone_and_what_the_list_counts(app: Bilat) -> None:
    for host, date in (("CSHH", "1985"), ("CSHH", "1986"), ("CZ", "2021")):
        visit_entered(app.store, host=host, date=date, status="held")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("F", "slash", *"czech", "enter")
        await settle(pilot)
        assert "0⇄3" in line_with(app, "CZ – MA")
        await settle(pilot)
        assert "visits MA→CZ 1, CZ→MA 0" in screen_text(app)
        assert "2 events" in line_with(app, "Czechoslovakia – Morocco")
        assert "visits MA→CZ 3, CZ→MA 0 · no meeting" in line_with(app, "in all  ")
        await pilot.press("escape", "g")
        await settle(pilot)
        assert "in all  " not in screen_text(app)


async def test_the_palette_finds_it(app: Bilat) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"former states")
        await work_done(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "rolled up" in line_with(app, "Country pairs")


async def test_settings_that_cannot_be_written_hold_until_one_leaves(app: Bilat) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text("this is no setting\n")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("F")
        await settle(pilot)
        assert "rolled up" in line_with(app, "Country pairs")
        assert "until you leave" in screen_text(app)


async def test_a_former_state_that_keeps_its_line_says_why(app: Bilat) -> None:
    visit_entered(app.store, host="CSHH", date="1985", status="held")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("F")
        await settle(pilot)
        assert "Czechoslovakia keeps its line, as nobody after it has met" in screen_text(app)
        await pilot.press("slash", *"czechos", "enter")
        await settle(pilot)
        assert "1 of 6" in line_with(app, "rolled up")
        assert "neither Czechia – Morocco nor Morocco – Slovakia has met" in line_with(app, "since  ")
        await pilot.press("escape")
        await settle(pilot)
        visit_entered(app.store, host="CZ", date="2021", status="held")
        await pilot.press("F", "F")
        await settle(pilot)
        assert "came after them." in screen_text(app)


async def test_a_filtered_list_rolls_up_whole_with_the_number_that_it_is_of(app: Bilat) -> None:
    for host, date in (("CSHH", "1985"), ("CZ", "2021")):
        visit_entered(app.store, host=host, date=date, status="held")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"czech", "enter")
        await settle(pilot)
        before = line_with(app, "1 Country pairs")
        await pilot.press("F")
        await settle(pilot)
        after = line_with(app, "1 Country pairs")
        assert f"2 of {PAIRS_THERE}" in before
        assert f"1 of {PAIRS_THERE - 1}" in after


async def test_what_roll_up_leaves_on_the_screen_is_what_a_new_reading_shows(app: Bilat) -> None:
    for host, date in (("CSHH", "1985"), ("CZ", "2021"), ("DDDE", "1980"), ("SUHH", "1988")):
        visit_entered(app.store, host=host, date=date, status="held")
    async with app.run_test(size=SIZE) as pilot:
        for keys in (("G",), ("4", "j"), ("2",), ("1", "slash", "e", "enter"), ("A",)):
            await pilot.press(*keys, "F")
            await settle(pilot)
            left = screen_text(app)
            app.reread()
            await settle(pilot)
            assert screen_text(app) == left
