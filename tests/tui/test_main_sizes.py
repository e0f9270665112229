"""One screen for every window, and nothing lost when it changes."""

from __future__ import annotations

import pytest

from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat

SIZES = [(200, 60), (120, 40), (100, 30), (80, 24), (72, 18), (60, 20), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_is_as_wide_as_the_window(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for key in "12345":
            await pilot.press(key)
            await pilot.pause()
            lines = [strip.cell_length for strip in app.screen._compositor.render_strips()]
            assert lines == [size[0]] * size[1]


async def test_a_standard_terminal_folds_two_lists_to_their_titles(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].startswith("── 1 Country pairs ──")
        assert lines[2].startswith("╭─ 2 Officials ──")
        assert lines[22].startswith("── 3 Open follow-ups ──")
        assert "4 Timeline" in screen_text(app)
        await pilot.press("3")
        await pilot.pause()
        assert screen_lines(app)[2].startswith("── 2 Officials ──")
        assert "overdue" in screen_lines(app)[0]


async def test_a_click_on_a_folded_title_opens_it(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#followups")
        await pilot.pause()
        assert app.focused
        assert app.focused.id == "followups"
        assert app.focused.size.height > 10


async def test_a_small_window_shows_one_pane_and_the_names_of_all(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert screen_lines(app)[1] == " 1 Pairs  2 Officials  3 Follow-ups  4 Timeline  5 Record"
        assert "ES – MA" in screen_text(app)
        await pilot.press("4")
        await pilot.pause()
        assert "╭─ 4 Timeline" in screen_lines(app)[2]
        assert "ES – MA" not in screen_text(app)
        await pilot.click("#strip", offset=(26, 0))
        await pilot.pause()
        assert "╭─ 3 Open follow-ups" in screen_lines(app)[2]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_keys_fit_and_help_is_always_among_them(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for key in "12345":
            await pilot.press(key)
            await pilot.pause()
            assert screen_lines(app)[-1].endswith("? keys")
            assert len(screen_lines(app)[-1]) <= size[0]


async def test_a_window_too_small_asks_for_more_room_and_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j", "slash", "a")
        await pilot.pause()
        before = screen_text(app)
        for size in ((39, 40), (120, 11), (10, 3), (1, 1)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Officials" not in screen_text(app)
            assert len(screen_lines(app)) == size[1]
        await pilot.resize_terminal(39, 11)
        await pilot.pause()
        assert "40 columns and 12 lines" in " ".join(screen_text(app).split())
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen_text(app) == before


async def test_selection_scope_filter_and_focus_survive_every_size(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash", *"hamm", "enter", "4", "j", "j")
        await pilot.pause()
        before = screen_text(app)
        record = line_with(app, "╭─ 5 ").partition("╭─ 5 ")[2][:20]
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Abdellatif" in line_with(app, "4 Timeline ·")
            assert app.focused
            assert app.focused.id == "timeline"
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen_text(app) == before
        assert line_with(app, "╭─ 5 ").partition("╭─ 5 ")[2][:20] == record


@pytest.mark.parametrize(
    "keys", ["enter", "n", "e", "question_mark", "v", "ctrl+p", "f2", "y", "o", "v t", "enter enter"]
)
async def test_every_screen_asks_for_more_room_and_comes_back_with_everything(app: Bilat, keys: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4", *keys.split())
        await pilot.press("down")
        await pilot.pause()
        before = screen_text(app)
        for size in ((39, 11), (30, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            lines = [line for line in screen_lines(app) if line]
            assert " ".join(" ".join(lines).split()) == (
                "Please make the window larger: bilat needs 40 columns and 12 lines."
            )
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert screen_text(app) == before


async def test_a_wide_window_cuts_no_name_and_hardly_a_post(app: Bilat) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "Grande-Marlaska, Fernando" in screen_text(app)
        assert "Director General, Spanish National Police" in line_with(app, "Pardo Piqueras, Francisco")


async def test_a_middling_window_says_what_comes_next_and_a_small_one_what_is_on_watch(app: Bilat) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        heads = screen_lines(app)[2]
        assert " next " in heads
        assert " wt " in heads
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        heads = screen_lines(app)[2].partition("││")[0]
        assert " next " not in heads
        assert heads.rstrip().endswith("open wt")
