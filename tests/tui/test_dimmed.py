"""What recedes behind a modal looks as Textual would have painted it, and is found by no click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip

from tests.tui.entering import settle
from tui.modals.views import ViewsModal
from tui.widgets.dimmed import dimmed

if TYPE_CHECKING:
    from tui.app import Bilat

STYLES = ("", "bold", "red on #202020", "#a0b0c0", "on blue", "italic #ffffff on #000000 link https://x.org")
SHADES = ("#10182000", "#1018208c", "#10182066", "#000000")


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_dimmed_as_textual_dims_it(style: str, shade: str) -> None:
    color = Color.parse(shade)
    segment = Segment("Rabat", Style.parse(style) + Style(meta={"@click": "open"}))
    (theirs,) = BackgroundScreen.process_segments([segment], color)
    ours = dimmed(segment.style or Style(), color)
    assert ours == theirs.style
    assert not ours.meta


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_what_stands_behind_a_modal_is_the_screen_as_it_was(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = app.screen._compositor.render_strips()[0]
        await pilot.press("v")
        await settle(pilot)
        assert isinstance(app.screen, ViewsModal)
        shade = app.screen.styles.background
        lines = app.screen._compositor.render_strips()
        assert [line.cell_length for line in lines] == [size[0]] * size[1]
        receding = [Segment(text, dimmed(style or Style(), shade)) for text, style, _ in before]
        assert [*lines[0].simplify()] == [*Strip(receding).simplify()]
