"""The view To verify: every line says what is doubtful, and Enter begins to mend it."""

from __future__ import annotations

from functools import partial

import pytest
from textual.pilot import Pilot

from db import Store
from db.queries.verify import verify
from db.rows import Key
from db.rows.doubts import Looks
from tests.db.making import entered, visit_entered
from tests.tui.entering import settle, type_in, value, work_done
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
        await work_done(app)
        await pilot.pause()
        assert "Enter mend" in screen_lines(app)[-1]


async def test_a_visit_without_a_year_opens_its_form_at_the_date_and_is_gone_once_it_has_one(
    app: Bilat,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("2", "enter")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        await pilot.press("ctrl+u")
        await type_in(pilot, "May 2022")
        assert "May 2022" in line_with(app, "date  ")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, VerifyScreen)
        lines = screen_lines(app)
        start = next(at for at, line in enumerate(lines) if "without a year" in line)
        assert "V-2022-004" not in "\n".join(lines[start : start + 4])


async def test_a_visit_of_which_little_is_known_opens_its_form_at_who_travelled(
    app: Bilat, demo_store: Store
) -> None:
    visit_entered(demo_store, date="2020-05-04")
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        screen = app.screen
        assert isinstance(screen, VerifyScreen)
        await pilot.press("G")
        while "V-2020-001" not in screen.pane.line_text:
            await pilot.press("k")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        await type_in(pilot, "delegation MA")
        assert "delegation MA" in line_with(app, "delegation  ")


async def test_one_source_asks_for_another_and_the_visit_is_gone_once_there_are_two(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await to_one_source(app, pilot, "V-2024-002")
        assert "Who says so as well?" in screen_text(app)
        await type_in(pilot, "Joint communiqué/MAP")
        assert "new source “Joint communiqué/MAP”" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "V-2024-002 has one source more · u undoes" in screen_text(app)
        assert "V-2024-002" not in below(app, "rest on one source", 5)
        await pilot.press("u")
        await settle(pilot)
        assert "V-2024-002" in below(app, "rest on one source", 5)
        assert value(app.store, "SELECT COUNT(*) FROM source WHERE title = 'Joint communiqué'") == 0


async def test_a_source_that_is_known_is_completed_and_the_same_one_twice_is_refused(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await to_one_source(app, pilot, "V-2022-004")
        await type_in(pilot, "Spain: The")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "is a source of it already; name another one." in screen_text(app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "article-a")
        assert "untitled article, known already" in screen_text(app)


async def test_an_office_that_was_not_named_in_a_delegation_is_there_as_well(
    app: Bilat, demo_store: Store
) -> None:
    office = {"post": "Chief of Harbours", "organisation": "Harbour Guard", "role": "head"}
    travelled = {"sending": "ES", "host": "MA", "date": "2026-02", "delegations": [{"members": [office]}]}
    entered(demo_store, {"visits": [travelled]})
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "not named in V-2026-" in line_with(app, "Chief of Harbours, Harbour Guard")


async def test_every_visit_shows_how_complete_it_is(app: Bilat, demo_store: Store) -> None:
    visit_entered(demo_store, date="2025-01-28/2025-01-29")
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "●●●●● ≈ ○●○○○" in line_with(app, "same pair, same days")
        assert "●○●●○" in line_with(app, "V-2022-004  purpose is garbled")


async def test_where_nothing_may_be_changed_enter_says_so(app: Bilat, demo_store: Store) -> None:
    store = Store.open(demo_store.path, read_only=True)
    looking = Bilat(store, settings=app.settings, clock=app.today)
    async with looking.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(looking.screen, VerifyScreen)
        assert "Read only: nothing can be changed." in screen_text(looking)
    store.close()


async def test_o_then_a_adds_a_source_to_any_record(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("official", "2"))
        await pilot.pause()
        await pilot.press("5", "o", "a")
        await pilot.pause()
        await type_in(pilot, "https://example.org/who-is-who")
        await pilot.press("enter")
        await settle(pilot)
        assert "untitled web" in screen_text(app)
        assert (
            value(app.store, "SELECT url FROM source ORDER BY id DESC LIMIT 1")
            == "https://example.org/who-is-who"
        )
        assert value(app.store, "SELECT record_kind FROM citation ORDER BY id DESC LIMIT 1") == "official"


async def to_one_source(app: Bilat, pilot: Pilot[int], ref: str) -> None:
    """Press Enter on a visit that rests on one source."""
    screen = app.screen
    assert isinstance(screen, VerifyScreen)
    await pilot.press("4")
    while ref not in screen.pane.line_text:
        await pilot.press("j")
    await pilot.press("enter")
    await pilot.pause()


def below(app: Bilat, words: str, count: int) -> str:
    """Some lines of the screen from the first one with some words."""
    lines = screen_lines(app)
    start = next(at for at, line in enumerate(lines) if words in line)
    return "\n".join(lines[start : start + count])


async def test_enter_on_a_name_with_foreign_letters_opens_it_and_the_line_goes_when_it_is_mended(
    app: Bilat, demo_store: Store
) -> None:
    entered(demo_store, {"officials": [{"name": "Abdellatif Наmmоuchi", "country": "MA"}]})
    async with app.run_test(size=(120, 40)) as pilot:
        await to_verify(pilot)
        assert "has Н а о in Наmmоuchi: Cyrillic" in screen_text(app)
        screen = app.screen
        assert isinstance(screen, VerifyScreen)
        while "Cyrillic" not in screen.pane.line_text:
            await pilot.press("j")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        await pilot.press("ctrl+u")
        await type_in(pilot, "Abdellatif Alami")
        await pilot.press("ctrl+s")
        await settle(pilot)
        await settle(pilot)
        assert "letters of two scripts" not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_view_of_a_large_store_says_how_far_back_it_looked(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("tui.screens.verify.verify", partial(verify, looks=Looks(visits=2, events=3)))
    async with app.run_test(size=size) as pilot:
        await to_verify(pilot)
        shown = " ".join(line.strip("│█┃ ") for line in screen_lines(app)[1:4])
        assert "Looked at the latest 2 visits for twins, " in shown
        assert "3 visits and meetings for" in shown
