"""The completions at the cursor as a small list over the rows under it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from db.entry import Completion
from tui.entry.told import LABEL
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import cells, plain
from tui.tones import Ground, Tones
from tui.widgets.painting import paint

MOST = 6
_WIDEST = 64


class Offers:
    """What could stand at the cursor.

    Attributes:
        found: the completions, the likeliest first.
        chosen: the number of the one that the arrows chose; None while Enter still means the line.
    """

    def __init__(self) -> None:
        self.found: Sequence[Completion] = ()
        self.chosen: int | None = None

    def show(self, found: Sequence[Completion]) -> None:
        """Offer other ones."""
        self.found = found[:MOST]
        self.chosen = None

    def move(self, step: int) -> None:
        """Choose the next one or the one before; above the first one is the line itself."""
        at = step - 1 if self.chosen is None and step > 0 else (self.chosen or 0) + step
        if self.chosen is None and step < 0:
            at = len(self.found) - 1
        self.chosen = None if at < 0 else min(at, len(self.found) - 1)

    @property
    def first(self) -> Completion | None:
        """The one that Tab takes."""
        return self.found[self.chosen or 0] if self.found else None

    def width(self, room: int) -> int:
        """Columns that the list takes."""
        widest = max((_width(one) for one in self.found), default=0)
        return min(widest + 8, _WIDEST, room)

    def over(self, behind: Strip, number: int, at: int, tones: Tones) -> Strip:
        """A row of the sheet with one of them over it; the row itself where there is none of that number.

        Args:
            behind: the row, with its frame.
            number: of the completion.
            at: the column that they want to begin at.
            tones: the colours.
        """
        if not 0 <= number < len(self.found):
            return behind
        width = behind.cell_length
        size = self.width(width - 4)
        left = min(at, width - 2 - size)
        left = left if left > LABEL else 2  # half a label beside it would be read as part of it
        offer = Strip(self.draw(number, size, tones), size)
        return Strip.join([behind.crop(0, left), offer, behind.crop(left + size, width)])

    def draw(self, number: int, width: int, tones: Tones) -> list[Segment]:
        """One of them; the chosen one has a bar, the one that Tab takes says so."""
        one = self.found[number]
        chosen = number == self.chosen
        ground: Ground = "chosen" if chosen else "kept"
        tab = number == (self.chosen or 0)
        left = [Span(f"{glyphs.bar if chosen else ' '} ", "accent"), Span(plain(one.label), "strong")]
        if one.detail:
            left.append(Span(f"  {plain(one.detail)}", "dim"))
        right = [Span(" Tab " if tab else "     ", "accent")]
        return [*paint(left, width - 5, tones, ground), *paint(right, 5, tones, ground)]


def _width(one: Completion) -> int:
    return cells(plain(one.label)) + (2 + cells(plain(one.detail)) if one.detail else 0)
