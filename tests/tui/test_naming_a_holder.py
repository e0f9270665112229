"""H names the holder of a post at last, for the meetings of before as well."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.rows import Key
from tests.tui.entering import paste, settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.modals.letters import LetterMenu
from tui.offices.modal import TakingModal
from tui.screens.record import RecordScreen

SIZES = [(120, 40), (80, 24), (60, 20)]
COMMISSIONER, PRESIDENT = Key("post", "4"), Key("post", "7")
NAMED = "SELECT COUNT(*) FROM participant WHERE inferred"


async def on_post(app: Bilat, pilot: Pilot[int], key: Key = COMMISSIONER) -> None:
    app.open_record(key)
    await pilot.pause()
    await pilot.press("H")
    await pilot.pause()
    assert isinstance(app.screen, TakingModal)


async def test_enter_on_an_unnamed_line_opens_the_post(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("meeting", "1"))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, RecordScreen)
        for _ in range(40):
            if screen.under_cursor == COMMISSIONER:
                break
            await pilot.press("j")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == COMMISSIONER


async def test_h_on_an_unnamed_line_names_its_holder_and_the_line_says_that_it_was_inferred(
    app: Bilat,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("meeting", "1"))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, RecordScreen)
        while screen.under_cursor != COMMISSIONER:
            await pilot.press("j")
            await pilot.pause()
        await pilot.press("H")
        await pilot.pause()
        assert "Holder · Commissioner General for Intelligence" in screen_text(app)
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "2018")
        assert "[x] M-2025-001" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "named in 1 past event (inferred)" in screen_text(app)
        said = line_with(app, "Luis Gil, Commissioner")
        assert "inferred" in " ".join(screen_lines(app)[screen_lines(app).index(said) :][:3])
        await pilot.press("u")
        await settle(pilot)
        assert value(app.store, NAMED) == 0


async def test_space_takes_an_event_out_and_j_goes_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, PRESIDENT)
        text = screen_text(app)
        assert "Dieter Romann" in line_with(app, "who")  # who is known already stands there
        assert "[x] M-2025-003" in text
        assert "[ ] V-2025-002" in text  # nobody said when that was
        await pilot.press("shift+tab", "space")
        await pilot.pause()
        assert "[ ] M-2025-003" in screen_text(app)
        await pilot.press("j", "space", "k", "space")
        await pilot.pause()
        ticked = screen_text(app).count("[x]")
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, NAMED) == ticked
        assert value(app.store, "SELECT COUNT(*) FROM tenure WHERE post_id = 7") == 1


async def test_one_click_ticks_a_line_and_one_goes_to_a_field(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, PRESIDENT)
        line = next(at for at, text in enumerate(screen_lines(app)) if "[x] M-2025-003" in text)
        await pilot.click(offset=(40, line))
        assert "[ ] M-2025-003" in screen_text(app)
        await pilot.click(offset=(40, line))
        assert "[x] M-2025-003" in screen_text(app)
        field = next(at for at, text in enumerate(screen_lines(app)) if " from " in text)
        await pilot.click(offset=(30, field))
        await type_in(pilot, "2019")
        assert "2019" in screen_lines(app)[field]


async def test_what_is_pasted_while_it_is_being_saved_changes_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, PRESIDENT)
        await pilot.press("ctrl+u")
        await type_in(pilot, "Late Successor")
        async with app.writing:
            await pilot.press("ctrl+s", "ctrl+s")
            assert "Saving" in screen_text(app)
            await paste(pilot, " Junior")
            assert "Junior" not in screen_text(app)
        await settle(pilot)
        assert value(app.store, "SELECT COUNT(*) FROM official WHERE name = 'Late Successor'") == 1


async def test_an_event_outside_the_tenure_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot)
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "Mar 2026")
        said = line_with(app, "M-2025-001")
        assert "[ ]" in said
        assert "outside this tenure" in said


@pytest.mark.parametrize("size", SIZES)
async def test_the_sheet_is_whole_on_any_window(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await on_post(app, pilot, PRESIDENT)
        await pilot.press("shift+tab", "j", "j", "j")
        await pilot.pause()
        text = screen_text(app)
        assert all(len(line) <= size[0] for line in screen_lines(app))
        for words in ("Holder", "who", "from", "acting", "[x] ", "Space ticks"):
            assert words in text, words


async def test_h_on_an_event_asks_which_of_its_unnamed_posts(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("meeting", "1"))
        await pilot.pause()
        await pilot.press("2", "H")  # the timeline: no person is under the cursor
        await pilot.pause()
        assert isinstance(app.screen, LetterMenu)
        assert "Commissioner General for Judicial Police" in screen_text(app)


async def test_a_second_holder_at_once_is_warned_of(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, Key("post", "9"))
        await type_in(pilot, "Luis Gil")
        await pilot.press("tab")
        await type_in(pilot, "2024")
        assert "! Abdelouafi Laftit holds this post at the same time" in screen_text(app)
        assert "S passes a post on" in screen_text(app)


async def test_a_name_that_is_typed_takes_the_place_of_the_holder_who_is_proposed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await on_post(app, pilot, PRESIDENT)
        assert isinstance(app.screen, TakingModal)
        who = app.screen._taking.boxes[0]
        assert who.text == "Dieter Romann"
        await type_in(pilot, "Anke")
        assert who.text == "Anke"
        await pilot.press("ctrl+x", "left")
        assert who.text == "Dieter Romann"
        await type_in(pilot, "a")
        assert who.text == "Dieter Romanan"


async def test_who_held_a_post_on_a_date_is_asked_with_a_slash(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_record(COMMISSIONER)
        await pilot.pause()
        await pilot.press("slash")
        await pilot.pause()
        await type_in(pilot, "2020")
        assert "2020: nobody has been named for this post." in screen_text(app)
        await pilot.press("escape")
        app.open_record(Key("post", "1"))
        await pilot.pause()
        await pilot.press("slash")
        await pilot.pause()
        await type_in(pilot, "1 jan 2024")
        assert "Mon 1 Jan 2024: Abdellatif Hammouchi." in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == Key("official", "1")


async def test_only_a_post_is_asked_who_held_it(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_record(Key("visit", "1"))
        await pilot.pause()
        await pilot.press("slash")
        await pilot.pause()
        assert "Only a post can be asked who held it on a date." in screen_text(app)
