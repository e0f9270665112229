"""D begins a record like the selected one; a enters an outcome of the selected visit or meeting."""

from __future__ import annotations

import pytest

from tests.tui.entering import count, settle, sheet, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.entry.modal import EntryModal
from tui.forms.modal import FormModal
from tui.screens.main import MainScreen

THE_VISIT = ("4", "j", "j")  # V-2025-001 in the timeline


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_visit_like_another_keeps_all_but_its_date_ref_and_how_it_went(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        visits = count(app.store, "visit")
        await pilot.press(*THE_VISIT, "D")
        await pilot.pause()
        assert isinstance(app.screen, FormModal)
        assert "New visit · like V-2025-001" in screen_text(app)
        assert "Madrid" in line_with(app, "place")
        assert "planned" in line_with(app, "status")
        await type_in(pilot, "3-4 feb 2027")
        assert "date  " in line_with(app, "3-4 feb 2027")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert len(app.screen_stack) == 1, "back at the main screen"
        assert count(app.store, "visit") == visits + 1
        row = "SELECT ref || status || place || date_edtf || kind FROM visit ORDER BY id DESC LIMIT 1"
        assert value(app.store, row) == "V-2027-001plannedMadrid2027-02-03/2027-02-04working"
        topics = "SELECT COUNT(*) FROM visit_topic WHERE visit_id = {}"
        assert value(app.store, topics.format("(SELECT MAX(id) FROM visit)")) == value(
            app.store, topics.format(1)
        )
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit") == visits


async def test_esc_keeps_it_apart_from_what_n_had_begun(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*THE_VISIT, "N", "v", "tab", "tab", "tab")
        await type_in(pilot, "Cadiz")
        await pilot.press("escape", "D")
        await pilot.pause()
        assert "Madrid" in line_with(app, "place")
        await type_in(pilot, "2027")
        await pilot.press("escape", "D")
        await pilot.pause()
        assert "date  " in line_with(app, "  2027 ")
        assert "Unfinished" in screen_text(app)
        await pilot.press("escape", "N", "v")
        await pilot.pause()
        assert "Cadiz" in line_with(app, "place")


async def test_a_follow_up_like_another_is_open_and_ours_and_asks_when(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "D")
        await pilot.pause()
        assert "New follow-up · like F-" in screen_text(app)
        assert "nominees" in line_with(app, "what")
        assert "us" in line_with(app, "whose turn")
        await type_in(pilot, "fri")
        assert "due  " in line_with(app, "Fri 27 Nov")


async def test_an_official_like_another_shares_the_country_alone(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "D")
        await pilot.pause()
        assert "New official · like Fernando Grande-Marlaska" in screen_text(app)
        await type_in(pilot, "Zohra Nouri")
        await pilot.press("ctrl+s")
        await settle(pilot)
        row = "SELECT name || country || native_name || note FROM official ORDER BY id DESC LIMIT 1"
        assert value(app.store, row) == "Zohra NouriES"
        assert count(app.store, "official_name WHERE official_id = (SELECT MAX(id) FROM official)") == 1


async def test_a_pair_has_no_form_to_begin(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "D")
        await pilot.pause()
        assert "A country pair follows from its visits and meetings" in screen_lines(app)[-1]


async def test_a_adds_an_outcome_to_the_selected_visit(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*THE_VISIT, "a")
        await pilot.pause()
        assert isinstance(app.screen, EntryModal)
        assert sheet(app).editor.text == "!"
        assert "!agreed" in screen_text(app) or "agreed" in line_with(app, "Tab")
        await type_in(pilot, "agreed joint patrols")
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, "SELECT visit_id FROM action WHERE text = 'joint patrols'") == 1


async def test_an_unfinished_outcome_waits_at_its_visit_and_the_line_of_n_stays_its_own(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*THE_VISIT, "n")
        await type_in(pilot, "todo ring")
        await pilot.press("escape", "a")
        await type_in(pilot, "agreed lists")
        await pilot.press("escape", "a")
        await pilot.pause()
        assert sheet(app).editor.text == "!agreed lists"
        await pilot.press("escape", "n")
        await pilot.pause()
        assert sheet(app).editor.text == "todo ring"
        await pilot.press("escape", "j", "a")
        await pilot.pause()
        assert sheet(app).editor.text == "!"


async def test_a_elsewhere_says_where_it_works(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for pane in ("1", "2", "3"):
            await pilot.press(pane, "a")
            await pilot.pause()
            assert isinstance(app.screen, MainScreen)
            assert "a adds an outcome to a visit or meeting" in screen_lines(app)[-1]
