"""A new record by its form."""

from __future__ import annotations

import pytest

from db.forms.fields import FIELDS
from tests.tui.entering import count, settle, type_in, value
from tests.tui.reading import line_with, screen_text
from tui.app import Bilat
from tui.forms.modal import FormModal
from tui.screens.main import MainScreen


async def test_a_visit_is_made_field_by_field_from_the_pair_in_scope(app: Bilat) -> None:
    visits = count(app.store, "visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "N")
        await pilot.pause()
        assert "people of two parties or more meet" in screen_text(app)
        await pilot.press("v")
        await pilot.pause()
        assert "New visit" in screen_text(app)
        assert "Morocco" in line_with(app, "from*")
        assert "Spain" in line_with(app, "to*")
        await pilot.press("tab", "tab")
        await type_in(pilot, "3-4 feb 2026")
        await pilot.press("tab")
        await type_in(pilot, "Cadiz")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert "Saved visit V-2026-" in screen_text(app)
        assert count(app.store, "visit") == visits + 1
        assert (
            value(app.store, "SELECT date_edtf FROM visit WHERE place = 'Cadiz'") == "2026-02-03/2026-02-04"
        )
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit") == visits


async def test_what_is_missing_is_said_at_its_fields(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("N", "a")
        await pilot.pause()
        assert "may not be empty" not in screen_text(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "This may not be empty." in screen_text(app)
        assert "Not saved" in screen_text(app)


async def test_an_outcome_made_on_a_visit_hangs_on_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "N", "a")
        await pilot.pause()
        assert "V-2025-001" in line_with(app, "came of")
        await type_in(pilot, "Meet again")
        await pilot.press("tab", "a", "ctrl+s")
        await settle(pilot)
        row = "SELECT rung || status || visit_id FROM action WHERE text = 'Meet again'"
        assert value(app.store, row) == "4open1"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=str)
async def test_every_kind_has_a_form(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for letter in "vmafopgs":
            await pilot.press("N", letter)
            await pilot.pause()
            assert isinstance(app.screen, FormModal)
            assert "Ctrl+S saves" in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
        assert len(FIELDS) == 8


async def test_a_half_filled_new_form_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "N", "o")
        await type_in(pilot, "Amina T")
        await pilot.press("escape", "N", "o")
        await pilot.pause()
        assert "Amina T" in line_with(app, "name*")
        assert "Unfinished changes" in screen_text(app)


async def test_a_new_visit_that_is_still_to_come_is_planned(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("N", "v")
        await pilot.pause()
        await type_in(pilot, "MA")
        await pilot.press("tab")
        await type_in(pilot, "ES")
        await pilot.press("tab")
        await type_in(pilot, "3 feb 2027")
        assert "planned" in line_with(app, "status")
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert value(app.store, "SELECT status FROM visit ORDER BY id DESC LIMIT 1") == "planned"


async def test_what_is_still_to_come_cannot_have_been_held(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("N", "v")
        await pilot.pause()
        await type_in(pilot, "MA")
        await pilot.press("tab")
        await type_in(pilot, "ES")
        await pilot.press("tab")
        await type_in(pilot, "3 feb 2027")
        await pilot.press("tab", "tab", "h")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "It is still to come, so it cannot be held" in screen_text(app)
