"""F counts former states with those that came after them, at once and the next time too."""

from __future__ import annotations

from tests.db.making import visit_entered
from tests.tui.reading import line_with, screen_text
from tui.app import Bilat
from tui.config import load_settings
from tui.paths import settings_file

SIZE = (120, 40)


async def test_the_line_the_timeline_and_the_title_roll_up_and_it_is_remembered(app: Bilat) -> None:
    for host, date in (("CSHH", "1985"), ("CZ", "2021")):
        visit_entered(app.store, host=host, date=date, status="held")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"czech", "enter")
        assert "1 Country pairs" in line_with(app, "Country pairs")
        assert "rolled up" not in screen_text(app)
        assert "Czechoslovakia" in screen_text(app)
        await pilot.press("F")
        assert "rolled up" in line_with(app, "Country pairs")
        assert "counted with those that came after them" in screen_text(app)
        assert "2021" in line_with(app, "CZ – MA")
        assert "MA→CSHH" in line_with(app, "1985")
        assert load_settings(settings_file()).roll_up
        await pilot.press("F")
        assert "rolled up" not in screen_text(app)
        assert not load_settings(settings_file()).roll_up


async def test_the_palette_finds_it(app: Bilat) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("colon", *"former states")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        assert "rolled up" in line_with(app, "Country pairs")


async def test_settings_that_cannot_be_written_hold_until_one_leaves(app: Bilat) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text("this is no setting\n")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("F")
        assert "rolled up" in line_with(app, "Country pairs")
        assert "until you leave" in screen_text(app)
