"""Pairs that have met hundreds of times: their figures stand there whole."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines
from tui.app import Bilat
from tui.widgets.row_list import RowList


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_figures_of_three_digits_and_more_are_not_cut(app: Bilat, size: tuple[int, int]) -> None:
    with closing(sqlite3.connect(app.store.path)) as file, file:
        file.execute(
            "UPDATE pair_summary SET forth = 590, back = 612, watch = 393 WHERE a = 'ES' AND b = 'MA'"
        )
        file.execute(
            "UPDATE pair_summary SET forth = 7899, back = 8233, watch = 5485 WHERE a = 'DE' AND b = 'MA'"
        )
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "393" in line_with(app, "590⇄612")
        assert "5k" in line_with(app, "7k⇄8k")
        assert "ES–MA" in line_with(app, "590⇄612")
        assert "in⇄out" in screen_lines(app)[2]


async def test_a_copied_line_says_the_figures_as_they_are(app: Bilat) -> None:
    with closing(sqlite3.connect(app.store.path)) as file, file:
        file.execute("UPDATE pair_summary SET forth = 7899, back = 8233 WHERE a = 'DE' AND b = 'MA'")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        rows = app.screen.query_one("#pairs", RowList)
        await pilot.press("1")
        for _ in range(30):
            if "DE" in rows.line_text:
                break
            await pilot.press("j")
        assert "7899⇄8233" in rows.line_text


async def test_a_tab_that_does_not_show_everything_says_so(app: Bilat) -> None:
    with closing(sqlite3.connect(app.store.path)) as file, file:
        file.execute("UPDATE pair_summary SET watch = 5485 WHERE a = 'ES' AND b = 'MA'")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        rows = app.screen.query_one("#pairs", RowList)
        await pilot.press("1")
        for _ in range(30):
            if "ES–MA" in rows.line_text:
                break
            await pilot.press("j")
        await pilot.press("enter")
        await settle(pilot)
        assert re.search(r"4 Actions \d+\+", screen_lines(app)[0])
        assert re.search(r"3 People \d+ ", screen_lines(app)[0])
