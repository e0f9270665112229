"""The box in which a step stands, over whatever screen is in front."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip

from tui.cards.fields import wrap
from tui.keys import pressed
from tui.lines import Span
from tui.tones import Tones
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line
from tui.widgets.painting import paint

_WIDTH, _NARROW = 54, 40
_EDGES = 4  # of the frame and the blanks within


class StepBox(Drawn):
    """A few lines in a frame.

    Attributes:
        title: which step it is.
        words: what stands in it, keys between backquotes.
        placed_for: the size of the screen in whose corner it stands.
    """

    DEFAULT_CSS = """
    StepBox { dock: top; layer: tutorial; background: $background; }
    """

    def __init__(self, title: str, words: tuple[str, ...]) -> None:
        super().__init__()
        self.title = title
        self.words = words
        self._lines: list[tuple[Span, ...]] = []
        self.placed_for = Size(0, 0)

    def place(self, size: Size, *, modal: bool) -> None:
        """Stand in a corner of the screen: at the right, above its last line, or at its top."""
        self.placed_for = size
        width = min(_WIDTH if size.width >= 100 else _NARROW, size.width - 2)  # noqa: PLR2004 - a wide screen
        self._lines = [line for text in self.words for line in wrap(_spans(text), width - _EDGES)]
        height = len(self._lines) + 2
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (size.width - width - 1, 0 if modal else max(0, size.height - height - 2))
        self.refresh()

    def look(self) -> object:
        """All of it changes with the step."""
        return (self.title, self.words, len(self._lines))

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame or of what is in it."""
        if y == 0:
            return Strip(top_line(Title(name=self.title), width, tones, focused=True), width)
        if y > len(self._lines):
            keys = key_spans(((pressed("tutorial"), "leaves"),))
            return Strip(bottom_line((), keys, width, tones, focused=True), width)
        return framed(paint(self._lines[y - 1], width - _EDGES, tones), width, tones)


def _spans(text: str) -> tuple[Span, ...]:
    """The words, with what is between backquotes as keys are shown."""
    parts = text.split("`")
    return tuple(Span(part, "accent" if at % 2 else "plain") for at, part in enumerate(parts) if part)
