"""The header, the footer and their like: a single line that repaints without a layout."""

from __future__ import annotations

from textual.strip import Strip

from tui.tones import Tones
from tui.widgets.drawn import Drawn


class OneLine(Drawn):
    """One line."""

    DEFAULT_CSS = "OneLine { height: 1; background: transparent; }"

    def draw(self, width: int, tones: Tones) -> Strip:
        """The line, exactly as wide as told."""
        raise NotImplementedError

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:  # noqa: ARG002 - there is only one
        """The line, whichever is asked for."""
        return self.draw(width, tones)
