"""The filter: live, in the pane's bottom line, and easy to be rid of."""

from __future__ import annotations

from threading import Event, current_thread
from typing import Any

import pytest
from textual.events import Paste

from db import queries
from db.sought import SoughtListing
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.screens import main_panes, main_questions


async def test_letters_filter_while_they_are_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"hamm")
        await pilot.pause()
        everyone = queries.officials(app.store).count()
        assert f"1 of {everyone} ─╮" in line_with(app, "2 Officials")
        assert "╰─ / hamm▏" in screen_text(app)
        assert "Hammouchi" in line_with(app, "4 Timeline")


async def test_a_long_list_is_looked_through_beside_the_keys(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_questions, "IN_ONE_FRAME", 0)
    async with app.run_test(size=(120, 40)) as pilot:
        everyone = queries.officials(app.store).count()
        await pilot.press("2", "slash", *"hamm")
        await settle(pilot)
        assert f"1 of {everyone} ─╮" in line_with(app, "2 Officials")
        assert "Hammouchi" in line_with(app, "4 Timeline")
        await pilot.press("backspace", *"ouxx")
        await settle(pilot)
        assert "Nothing matches “hamouxx”" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert f"{everyone} ─╮" in line_with(app, "2 Officials")
        assert " of " not in line_with(app, "2 Officials")


async def test_enter_keeps_the_filter_and_escape_shows_all(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"hamm", "enter")
        await pilot.pause()
        assert "╰─ / hamm ─" in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        assert "/ hamm" in screen_text(app)
        await pilot.press("2", "escape")
        await pilot.pause()
        assert "hamm" not in screen_text(app).replace("Hamm", "")
        assert " of " not in line_with(app, "2 Officials")


async def test_letters_of_a_filter_are_not_commands(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"jkq1Aso?")
        await pilot.pause()
        assert app.is_running
        assert "/ jkq1Aso?▏" in screen_text(app)
        assert app.focused
        assert app.focused.id == "pairs"


async def test_nothing_found_says_so_and_how_to_go_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash", *"xyzzy")
        await pilot.pause()
        assert "Nothing matches “xyzzy” · Esc shows all" in screen_text(app)
        assert "Nothing is selected." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Nothing matches" not in screen_text(app)


async def test_the_line_can_be_edited_and_pasted_into(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"hammx", "backspace", "home", "delete", "H")
        await pilot.pause()
        assert "/ H▏amm" in screen_text(app)
        await pilot.press("ctrl+u")
        app.focused.post_message(Paste("laftit\rsecond line\x1b[31m"))  # type: ignore[union-attr]
        await pilot.pause()
        assert "/ laftit▏" in screen_text(app)
        assert "second line" not in screen_text(app)


async def test_the_list_can_be_moved_in_while_filtering(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", "a", "down", "down")
        await pilot.pause()
        rows = queries.officials(app.store, words="a").rows(0, 3)
        assert rows[2].name.partition(", ")[2] in line_with(app, "4 Timeline")


async def test_the_selected_record_is_kept_where_the_filter_lets_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"laftit", "enter")
        await pilot.pause()
        assert "Laftit" in line_with(app, "4 Timeline")
        await pilot.press("escape")
        await pilot.pause()
        assert "Laftit" in line_with(app, "4 Timeline")
        selected = [line for line in screen_lines(app)[14:26] if line.startswith("│▌")]
        assert "Laftit" in selected[0]


async def test_a_record_has_no_filter_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "slash")
        await pilot.pause()
        assert "A record has no filter" in screen_lines(app)[-1]


async def test_a_list_filtered_to_nothing_leaves_timeline_and_record_calm(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"hamzz")
        await settle(pilot)
        assert screen_text(app).count("Nothing is selected.") == 2
        assert "everything" not in line_with(app, "4 Timeline")
        assert line_with(app, "4 Timeline").endswith(" 0 ─╮")
        await pilot.press("escape")
        await settle(pilot)
        assert "Nothing is selected." not in screen_text(app)
        assert "Timeline · " in screen_text(app)


async def test_the_footer_shows_what_works_while_a_filter_is_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        usual = screen_lines(app)[-1]
        await pilot.press("slash", "s")
        await pilot.pause()
        assert screen_lines(app)[-1] == " Enter keep   Esc all   Ctrl+S name it"
        await pilot.click("#footer", offset=(15, 0))
        await pilot.pause()
        assert screen_lines(app)[-1] == usual
        assert "/ s" not in screen_text(app)
        await pilot.press("slash", "s", "tab")
        await pilot.pause()
        assert "Enter open" in screen_lines(app)[-1]


async def test_what_the_first_letters_are_looked_for_in_is_read_when_the_filter_opens(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_questions, "IN_ONE_FRAME", 0)
    looked_at: list[str] = []
    read = SoughtListing.glance

    def glance(listing: SoughtListing[Any]) -> None:
        read(listing)
        looked_at.append(current_thread().name)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await settle(pilot)
        monkeypatch.setattr(SoughtListing, "glance", glance)
        await pilot.press("slash")
        await settle(pilot)
        assert len(looked_at) == 1
        assert looked_at[0] != current_thread().name, "the first letter waits for it"
        assert "╰─ / ▏" in screen_text(app)
        assert "Nothing matches" not in screen_text(app)


async def test_a_short_list_is_not_read_before_a_letter_is_typed(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await settle(pilot)
        monkeypatch.setattr(SoughtListing, "glance", lambda _listing: pytest.fail("it is read for nobody"))
        await pilot.press("slash")
        await settle(pilot)


async def test_a_list_that_does_not_show_yet_what_is_asked_says_so(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_questions, "IN_ONE_FRAME", 0)
    monkeypatch.setattr(main_panes, "_LONG", 0.001)
    go_on = Event()
    read = SoughtListing.glance

    def glance(listing: SoughtListing[Any]) -> None:
        go_on.wait()
        read(listing)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "slash")
        await settle(pilot)
        monkeypatch.setattr(SoughtListing, "glance", glance)
        try:
            await pilot.press("p")
            for _ in range(100):
                await pilot.pause()
                if " ... " in line_with(app, "4 Timeline"):
                    break
            assert line_with(app, "4 Timeline").endswith(" ... ─╮")
        finally:
            go_on.set()
        await settle(pilot)
        assert "..." not in line_with(app, "4 Timeline")
        assert " of " in line_with(app, "4 Timeline")


async def test_enter_in_a_list_without_a_line_says_that_nothing_opens(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "slash", *"zzzzq", "enter", "enter")
        await settle(pilot)
        assert "There is nothing to open here." in screen_lines(app)[-1]
