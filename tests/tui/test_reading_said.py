"""What the reading desk says of a draft: true of an empty one, whole in a small window, and with no word cut in two."""

from __future__ import annotations

from tests.tui.desk import ITEM, keys, read
from tests.tui.entering import value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.reading_desk.screen import DeskScreen

NOTHING = "The harvest was good. Farmers said that olives would be plentiful.\n"


async def test_where_nothing_was_found_no_key_is_said_to_take_or_save_it(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, NOTHING)
        for key in ("A", "ctrl+s"):
            await keys(pilot, key)
            told = "No visit or meeting was found; m at a sentence begins one."
            assert told in screen_lines(desk_app)[-1]


async def test_before_a_visit_is_left_behind_undecided_the_warning_names_it(desk_app: Bilat) -> None:
    other = "The Interior Minister of Morocco, Rachid Alami, visited Madrid, Spain, on 8 May 2025.\n"
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, f"{ITEM}\n{other}")
        await keys(pilot, "enter", "ctrl+s")
        assert isinstance(desk_app.screen, DeskScreen)
        assert "with 1 visit; Ctrl+S again saves what is taken." in screen_lines(desk_app)[-1]


async def test_a_long_title_does_not_break_off_inside_a_word_of_the_history(desk_app: Bilat) -> None:
    title = "The head of the Harbour Police of Morocco goes to Portugal for meetings on safety"
    async with desk_app.run_test(size=(160, 40)) as pilot:
        await read(pilot, f"{title}\n\n{ITEM}")
        await keys(pilot, "A", "ctrl+s", "ctrl+s", "u")
        assert (
            "Undid: read The head of the Harbour Police of Morocco goes to Portugal …"
            in screen_lines(desk_app)[-1]
        )


async def test_many_new_visits_are_counted_so_that_the_outcomes_are_told_too(desk_app: Bilat) -> None:
    visits = "".join(
        f"The Interior Minister of Morocco, Rachid Alami, visited {place} on {day} May 2025. "
        "They agreed to meet again.\n\n"
        for day, place in (
            (3, "Lisbon, Portugal"),
            (8, "Madrid, Spain"),
            (12, "Paris, France"),
            (20, "Rome, Italy"),
        )
    )
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await read(pilot, visits)
        await keys(pilot, "A", "ctrl+s", "ctrl+s")
        assert value(desk_app.store, "SELECT COUNT(*) FROM visit") == 4
        assert "Saved 4 visits and " in screen_lines(desk_app)[-1]
        assert "u undoes" in screen_lines(desk_app)[-1]


async def test_the_address_of_a_page_is_called_url(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, f"https://news.example.org/harbour\nTalks in the harbour\n\n{ITEM}")
        await keys(pilot, "tab", "g")
        while "url" not in (name := getattr(pilot.app.screen.draft.item, "name", "")):  # type: ignore[attr-defined]
            await keys(pilot, "j")
            assert name != "reliability", "the source has no address"
        await keys(pilot, "e")
        assert "─ URL ·" in screen_text(desk_app)
