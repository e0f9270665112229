"""The entry line as a newcomer works it: who may be meant, what was just entered, the likely year, and F1."""

from __future__ import annotations

import pytest

from tests.tui.entering import count, settle, sheet, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.entry.modal import EntryModal
from tui.screens.main import MainScreen


async def test_enter_asks_once_who_may_be_meant_and_again_makes_a_new_official(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        officials = count(app.store, "official")
        await pilot.press("n")
        await type_in(pilot, "MA>QA 3 may 2026 @Hamouchi ")
        await pilot.press("enter")
        await settle(pilot)
        asked = (
            "“Hamouchi” may be Abdellatif Hammouchi (MA, DGSN/DGST): F3 takes them, Enter again makes a new"
        )
        assert asked in line_with(app, "! who")
        assert count(app.store, "official") == officials
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert count(app.store, "official") == officials + 1


async def test_a_post_whose_service_is_not_known_yet_is_made_with_it_and_nobody_holds_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, 'DE>MA 4 may 2026 @"Head/Harbour Police" with:@"Chief/Coast Agency"')
        await pilot.press("enter")
        await settle(pilot)
        made = (
            "SELECT p.title || ' ' || p.country FROM organisation o JOIN post p ON p.organisation_id = o.id"
        )
        police = made + " WHERE o.name = 'Harbour Police'"
        coast = made + " WHERE o.name = 'Coast Agency'"
        assert (value(app.store, police), value(app.store, coast)) == ("Head DE", "Chief MA")
        held = (
            "SELECT COUNT(*) FROM tenure t JOIN post p ON p.id = t.post_id WHERE p.title IN ('Head', 'Chief')"
        )
        assert value(app.store, held + " AND p.country = 'DE'") == 0
        await pilot.press("u")
        await settle(pilot)
        assert not value(app.store, police)


async def test_f3_takes_the_known_official_into_the_line(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        officials = count(app.store, "official")
        await pilot.press("n")
        await type_in(pilot, "MA>QA 3 may 2026 @Hamouchi #ct")
        await pilot.press("enter", "f3")
        await settle(pilot)
        assert sheet(app).editor.text == 'MA>QA 3 may 2026 @"Abdellatif Hammouchi" #ct'
        assert "! who" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "official") == officials


async def test_each_line_of_a_batch_is_asked_about_and_no_name_twice(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        visits = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, "MA>QA 3 may 2026 @Hamouchi")
        await pilot.press("ctrl+j")
        await type_in(pilot, 'MA>QA 9 may 2026 @"Abdelatif Hamouchi"')
        await pilot.press("ctrl+j")
        await type_in(pilot, "MA>NL 9 jun 2026 @Hamouchi ")
        await pilot.press("enter")
        await settle(pilot)
        assert sheet(app).editor.line == 0
        await pilot.press("enter")
        await settle(pilot)
        assert sheet(app).editor.line == 1
        assert count(app.store, "visit") == visits
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "visit") == visits + 3


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_an_outcome_goes_on_the_visit_just_entered(app: Bilat, pane: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(pane, "n")
        await type_in(pilot, "MA>QA 3 may 2026 talks")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(pane, "n")
        await type_in(pilot, "!agreed joint patrols")
        assert "on V-2026-" in line_with(app, "assumed")
        assert "just entered" in line_with(app, "assumed")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(pane, "a")
        await type_in(pilot, "agreed a hotline")
        await pilot.press("enter")
        await settle(pilot)
        on = "SELECT COUNT(*) FROM action a JOIN visit v ON v.id = a.visit_id WHERE v.title = 'talks'"
        assert value(app.store, on) == 2


async def test_tab_gives_the_likely_year_also_when_the_title_follows(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA+ES 20 nov video call")
        assert "20 nov 2026: Fri 20 Nov 2026, yesterday" in line_with(app, "  Tab")
        await pilot.press("tab")
        await type_in(pilot, "s")
        assert sheet(app).editor.text == "MA+ES 20 nov 2026 video calls"


async def test_what_enter_saves_is_told_in_all_the_room_there_is(app: Bilat) -> None:
    text = "They will send a list of all nominees for the joint committee to Rabat in writing"
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, f"!agreed {text} on:V-2025-001")
        assert f"saves agreed “{text}”" in line_with(app, "  Enter")


async def test_a_new_official_is_told_once_in_a_batch(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>QA 3 may 2026")
        await pilot.press("ctrl+j")
        await type_in(pilot, "official Anna Muster, DE")
        rows = [row for row in screen_lines(app) if "new official “Anna Muster”" in row]
        assert [row.count("new official “Anna Muster”") for row in rows if "Germany" in row] == [1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_f1_shows_what_a_line_can_say_and_goes_back(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "f1")
        await settle(pilot)
        shown = screen_text(app)
        for words in ("official Name", "!signed", "#topic", "in:", "owner:", "note:"):
            assert words in shown
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, EntryModal)
        assert "#topic" not in screen_text(app)


async def test_a_small_screen_shows_all_of_a_look_alike_and_its_keys(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan ? in:Cadiz #mig")
        await pilot.press("f3")
        await settle(pilot)
        assert "another visit" in screen_text(app)
        assert "Enter saves" in screen_text(app)
        assert "The same as V-2025-001." in screen_text(app)
