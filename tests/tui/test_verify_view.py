"""The view To verify: every line says what is doubtful, and Enter begins to mend it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db import Store
from tests.db.making import entered, visit_entered
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.forms.modal import FormModal
from tui.modals.merge import MergeModal
from tui.offices.modal import TakingModal
from tui.screens.verify import VerifyScreen

SIZES = [(120, 40), (80, 24), (60, 20)]


async def to_verify(pilot: Pilot[int]) -> None:
    await pilot.press("v", "v")
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_v_v_shows_what_is_doubtful(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await to_verify(pilot)
        assert isinstance(app.screen, VerifyScreen)
        lines = screen_lines(app)
        assert "To verify" in lines[0]
        assert all(len(line) <= size[0] for line in lines)
        assert "Garbled in a source" in screen_text(app)


async def test_enter_on_twins_compares_them_and_they_are_gone_once_settled(
    app: Bilat, demo_store: Store
) -> None:
    visit_entered(demo_store, date="2025-01-28/2025-01-29")
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "same pair" in line_with(app, "V-2025-001")
        assert "Enter compares the two" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MergeModal)
        await pilot.press("N")
        await settle(pilot)
        assert "To verify" in screen_lines(app)[0]
        assert "Visits that may be the same" not in screen_text(app)


async def test_enter_on_a_visit_without_a_year_opens_its_form(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("2", "enter")
        await pilot.pause()
        assert isinstance(app.screen, FormModal)
        assert "V-2022-004" in screen_text(app)


async def test_enter_on_an_office_that_was_not_named_asks_for_the_name(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TakingModal)


async def test_enter_on_anything_else_opens_the_record_and_esc_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("4", "enter")
        await pilot.pause()
        assert "6 History" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, VerifyScreen)


@pytest.mark.parametrize("letter", ["m", "s"])
async def test_garbled_words_are_gone_once_somebody_says_what_they_mean(app: Bilat, letter: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "title “Director Normal” is garbled" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "title: “Director Normal”" in screen_text(app)
        await pilot.press(letter)
        await settle(pilot)
        assert "Director Normal" not in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "Director Normal" in screen_text(app)


async def test_garbled_words_open_the_form_at_their_field_and_are_gone_once_it_is_mended(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("enter", "e")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        assert "title: “Director Normal”" in screen_text(app)
        await pilot.press("s", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, VerifyScreen)
        assert "Director Normal" not in screen_text(app)


async def test_two_holders_of_one_seat_open_the_form_of_one_of_them(app: Bilat, demo_store: Store) -> None:
    office = {"post": "Chief of Harbours", "organisation": "Harbour Guard"}
    for name in ("Ana Ruiz Vega", "Luis Prado Gil"):
        entered(demo_store, {"officials": [{"name": name, "country": "ES", "tenures": [office]}]})
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "two holders, dates unknown" in line_with(app, "Chief of Harbours")
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "Whose dates?" in screen_text(app)
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        assert "Chief of Harbours" in line_with(app, "posts held")


async def test_a_store_without_doubts_says_so(empty_store: Store, app: Bilat) -> None:
    bare = Bilat(empty_store, settings=app.settings, clock=app.today)
    async with bare.run_test(size=(80, 24)) as pilot:
        await to_verify(pilot)
        assert "Nothing looks doubtful" in screen_text(bare)


async def test_the_footer_says_that_enter_mends(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "v")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Enter mend" in screen_lines(app)[-1]
