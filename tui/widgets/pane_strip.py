"""On a small screen: the names of all panes in one line, the one in view bright."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.lines import Span
from tui.plain import cells
from tui.tones import Tones
from tui.widgets.one_line import OneLine
from tui.widgets.painting import paint

_GAP = 2


class PaneStrip(OneLine):
    """One line of names; a click goes there."""

    class Chosen(Message):
        """A click on a name."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._names = tuple(names)
        self._at = 0

    def show(self, index: int) -> None:
        """Make another name the bright one."""
        if index != self._at:
            self._at = index
            self.refresh()

    def draw(self, width: int, tones: Tones) -> Strip:
        """The line; names behind the numbers give way where there is no room for them."""
        spans = [Span(" ")]
        for at, label in enumerate(self._labels(width)):
            here = at == self._at
            spans.append(Span(label[:1], "accent" if here else "dim"))
            spans.append(Span(label[1:], "strong" if here else "dim"))
            spans.append(Span(" " * _GAP))
        return Strip(paint(spans[:-1], width, tones), width)

    def _labels(self, width: int) -> list[str]:
        full = [f"{at} {name}" for at, name in enumerate(self._names, 1)]
        if sum(cells(label) + _GAP for label in full) + 1 <= width + _GAP:
            return full
        return [label if at == self._at else label[:1] for at, label in enumerate(full)]

    def on_click(self, event: events.Click) -> None:
        """Go to the pane that was clicked."""
        at = 1
        for index, label in enumerate(self._labels(self.size.width)):
            if at <= event.x < at + cells(label):
                self.post_message(self.Chosen(index))
                return
            at += cells(label) + _GAP
