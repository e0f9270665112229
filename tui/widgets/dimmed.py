"""The screen behind a modal, receding: painted with every modal that opens, so each of its styles is dimmed once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style as VisualStyle
    from textual.visual import RenderOptions

_STYLES = 1_000  # a screen has some dozens, each under a few shades


class Dimmed(BackgroundScreen, Visual):
    """What Textual paints behind a modal, without a way through Rich for every segment."""

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: VisualStyle,  # noqa: ARG002 - every cell has the style of the screen behind
        options: RenderOptions,  # noqa: ARG002 - nothing behind can be selected
    ) -> list[Strip]:
        """The lines of the screen behind."""
        color = self.color
        return [
            Strip(
                [Segment(text, dimmed(was or _PLAIN, color)) for text, was, _ in strip], strip.cell_length
            ).crop(0, width)
            for strip in self.screen._compositor.render_strips()[:height]  # noqa: SLF001 - as Textual's own does
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - it is the window's
        """As wide as the window."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - it is the window's
        """As high as the window."""
        return self.screen.size.height


_PLAIN = Style()


@lru_cache(_STYLES)
def dimmed(style: Style, shade: Color) -> Style:
    """A style under a shade, without what a click would do there."""
    bare = style.clear_meta_and_links()
    if not shade.a:
        return bare
    fore, back = (
        None if color is None else (Color.from_rich_color(color) + shade).rich_color
        for color in (bare.color, bare.bgcolor)
    )
    return bare + Style.from_color(fore, back)
