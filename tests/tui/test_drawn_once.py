"""A frame is drawn line by line, and asks only once for what all lines share."""

from __future__ import annotations

import pytest
from textual.geometry import Size
from textual.widget import Widget

from tests.tui.entering import settle
from tui.app import Bilat
from tui.widgets.row_list import RowList


async def test_a_pane_asks_the_screen_for_its_size_a_few_times_a_frame(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    region = Widget.content_region

    def counted(widget: Widget) -> Size:
        asked.append(widget)
        size: Size = region.__get__(widget).size
        return size

    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one("#timeline", RowList)
        everything = pane.size.region
        monkeypatch.setattr(Widget, "size", property(counted))
        pane.refresh()
        lines = pane.render_lines(everything)
        assert len(lines) == everything.height
        assert asked.count(pane) < everything.height / 2


async def test_a_pane_that_has_grown_is_drawn_to_its_new_edge(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(160, 50)
        await settle(pilot)
        pane = app.screen.query_one("#timeline", RowList)
        lines = pane.render_lines(pane.size.region)
        assert [len(lines), lines[0].cell_length] == [pane.size.height, pane.size.width]
