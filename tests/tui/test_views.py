"""Today and Watch: sections with counts, each line opens its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from db import Store, queries
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.screens.record import RecordScreen
from tui.screens.today import TodayScreen
from tui.screens.watch import WatchScreen


@pytest.mark.parametrize(
    ("letter", "screen", "title"), [("t", TodayScreen, "Today"), ("w", WatchScreen, "Watch")]
)
async def test_v_and_a_letter_open_a_view_and_esc_closes_it(
    app: Bilat, letter: str, screen: type, title: str
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("v", letter)
        await pilot.pause()
        assert isinstance(app.screen, screen)
        assert f"{title} · Sat 21 Nov 2026" in screen_lines(app)[0]
        await pilot.press("escape")
        assert not isinstance(app.screen, screen)


async def test_sections_show_their_true_counts_and_empty_ones_are_left_out(app: Bilat) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        sections = app.read(queries.today, app.moment)
        number = 0
        for section in sections:
            if section.rows:
                number += 1
                assert f"{number} {section.title}  {section.total}" in screen_text(app)
            else:
                assert section.title not in screen_text(app)


async def test_a_line_of_a_view_opens_its_record_and_esc_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        view = app.screen
        await pilot.press("j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen_stack[-1] is view


async def test_a_digit_jumps_to_its_section(app: Bilat) -> None:
    async with app.run_test(size=(100, 14)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        sections = [section for section in app.read(queries.today, app.moment) if section.rows]
        await pilot.press("3")
        await pilot.pause()
        assert f"3 {sections[2].title}" in screen_lines(app)[1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == sections[2].rows[0].key


async def test_what_is_overdue_is_marked_in_the_view(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        assert "! 12 Nov 2026 ◀" in line_with(app, "ask for names")
        assert style_of(app, "! 12 Nov 2026").color != style_of(app, "ask for names").color


async def test_a_view_with_nothing_in_it_says_so(empty_store: Store, clock: Callable[[], date]) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        assert "Nothing is due, nothing waits, and no visit is near." in screen_text(app)
        await pilot.press("1", "9", "o", "y", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


async def test_a_view_fits_a_small_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.push_screen(WatchScreen())
        await pilot.pause()
        assert all(len(line) <= 60 for line in screen_lines(app))
        assert "1 " in screen_lines(app)[1]


async def test_a_demo_says_so_on_records_and_views_too(app: Bilat) -> None:
    app.demo = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert screen_lines(app)[1].endswith("demo ─╮")
        await pilot.press("escape", "v", "t")
        await pilot.pause()
        assert screen_lines(app)[0].endswith("demo ─╮")


@pytest.mark.parametrize("screen", [TodayScreen, WatchScreen])
async def test_a_view_without_sections_offers_no_jump_to_them(
    empty_store: Store, screen: type[TodayScreen | WatchScreen]
) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA"), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(screen())
        await pilot.pause()
        await pilot.pause()
        assert screen.nothing in screen_text(app)
        assert "jump to a section" not in screen_text(app)
