"""The help and the palette: what is typed is searched, Enter runs or opens."""

from __future__ import annotations

import threading
from typing import Any, NoReturn

import pytest
from textual import events

from db import queries
from db.errors import Busy
from db.rows import Found
from tests.tui.entering import work_done
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.modals.help import HelpModal
from tui.modals.palette import PaletteModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen


async def settled(pilot: Any) -> None:
    """Wait for what runs in threads, then for the screen."""
    await work_done(pilot.app)
    await pilot.pause()


async def test_the_help_shows_the_keys_of_the_pane_and_of_everywhere(app: Bilat) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpModal)
        assert "main screen" in line_with(app, "keep the lines that hold some words")


async def test_words_filter_the_help_and_enter_runs_the_key(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.press(*"colours")
        await pilot.pause()
        assert "choose the colours" in screen_text(app)
        assert "go to the timeline" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Colours" in screen_text(app)


async def test_a_letter_that_is_also_a_command_is_a_letter_in_the_help(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark", "q", "u", "i", "t", "question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpModal)
        assert "quit?" in screen_text(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpModal)


async def test_the_palette_finds_a_record_and_opens_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"hammou")
        await settled(pilot)
        assert "Hammouchi" in line_with(app, "official ")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "Abdellatif Hammouchi" in screen_lines(app)[1]


async def test_enter_typed_before_the_search_has_answered_opens_what_was_meant(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"hammou", "enter")
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, RecordScreen)


async def test_what_is_typed_while_the_palette_opens_is_typed_into_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for letter in ":quit":
            app.post_message(events.Key("colon" if letter == ":" else letter, letter))
        app.post_message(events.Key("enter", "\r"))
        await settled(pilot)
        await settled(pilot)
        assert not app.is_running


async def test_a_letter_shows_at_once_also_while_the_search_is_slow(app: Bilat, monkeypatch: Any) -> None:
    gate = threading.Event()

    def slow(_reader: object, _words: str, **_: int) -> Found:
        gate.wait(10)
        return Found()

    monkeypatch.setattr(queries, "find_everywhere", slow)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", "h")
        assert "h▏" in screen_text(app)
        gate.set()
        await settled(pilot)
        assert "h▏" in screen_text(app)


async def test_the_empty_palette_shows_commands_that_run(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert "views" in line_with(app, "what to do today")
        await pilot.press(*"theme")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "Colours" in screen_text(app)


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("posts without", "Posts without a holder"),
        ("to verify", "To verify"),
        ("calendar", "Calendar"),
        ("trash", "Trash"),
        ("today", "Today"),
        ("watch", "Watch"),
        ("changes", "Changes"),
    ],
)
async def test_the_palette_knows_every_view_by_its_name(app: Bilat, words: str, leads_to: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *words)
        await settled(pilot)
        assert leads_to in line_with(app, "│▌ view  ")
        before = app.screen
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is not before
        assert not isinstance(app.screen, MainScreen)


async def test_the_palette_goes_to_a_list_of_the_main_screen_from_anywhere(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "colon", *"open follow-ups")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, MainScreen)
        assert app.focused is not None
        assert app.focused.id == "followups"


async def test_words_that_name_nothing_say_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"zzzzqq")
        await settled(pilot)
        assert "Nothing is called “zzzzqq”." in screen_text(app)
        await pilot.press("enter", "escape")
        assert not isinstance(app.screen, PaletteModal)


async def test_a_search_that_fails_says_so_and_the_next_letter_tries_again(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object, **_named: object) -> NoReturn:
        raise Busy("Somebody else is writing; try again in a moment.")

    async with app.run_test(size=(120, 40)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(queries, "find_everywhere", busy)
            await pilot.press("colon", "h")
            await settled(pilot)
            assert "Somebody else is writing" in screen_text(app)
            assert "Another letter tries again." in screen_text(app)
        await pilot.press("a", "m")
        await settled(pilot)
        assert "Hammouchi" in screen_text(app)


async def test_the_keys_in_the_help_recede_behind_the_line_chosen(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert style_of(app, "main screen").color != style_of(app, "▌").color


async def test_the_palette_fits_a_small_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("colon", *"ham")
        await settled(pilot)
        assert "Hammouchi" in screen_text(app)
        assert all(len(line) <= 60 for line in screen_lines(app))


async def test_a_long_label_gives_way_to_the_reference(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"demo prep")
        await settled(pilot)
        assert "… " in line_with(app, "M-2026-002")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "DE·ES·MA Demo: preparatory call of the desks  M-2026-002" in screen_text(app)
