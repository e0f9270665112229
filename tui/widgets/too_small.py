"""The one sentence that is left when the terminal is too small to show anything truly."""

from __future__ import annotations

from textual.strip import Strip

from tui.lines import Span
from tui.plain import plain_lines
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.painting import paint

LEAST_WIDTH = 40
LEAST_HEIGHT = 12
SENTENCE = f"Please make the window larger: bilat needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines."


def too_small(width: int, height: int) -> bool:
    """Whether a window cannot show anything truly."""
    return width < LEAST_WIDTH or height < LEAST_HEIGHT


class TooSmall(Drawn):
    """The sentence, in the middle of the whole screen, as much of it as there is room for."""

    DEFAULT_CSS = "TooSmall { dock: top; width: 100%; height: 100%; }"

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the sentence, or nothing."""
        height = self.size.height
        words = plain_lines(SENTENCE, max(1, width - 2))[:height]
        at = y - (height - len(words)) // 2
        text = words[at].center(width).rstrip() if 0 <= at < len(words) else ""
        return Strip(paint([Span(text)], width, tones), width)
