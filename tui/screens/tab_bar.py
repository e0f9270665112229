"""The tabs of a record in one line, each with its key and how much is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.lines import Span
from tui.tones import Ground, Tones
from tui.widgets.one_line import OneLine
from tui.widgets.painting import paint, width_of


class Tab(NamedTuple):
    """One tab; its key is its number.

    Attributes:
        name: what stands there.
        held: how much is behind it, "" where that is not counted.
    """

    name: str
    held: str = ""


class TabBar(OneLine):
    """One line of tabs; a click goes there."""

    class Chosen(Message):
        """A click on a tab."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._tabs: Sequence[Tab] = ()
        self._at = 0

    def show(self, tabs: Sequence[Tab], at: int) -> None:
        """Show some tabs, one of them the bright one."""
        self._tabs, self._at = tabs, at
        self.refresh()

    def draw(self, width: int, tones: Tones) -> Strip:
        """The tabs, the one in view as a chip, so that it stands out without colours too."""
        segments: list[Segment] = []
        for index, run in enumerate(self._laid_out(width)):
            ground: Ground = "chosen" if index == self._at else "rest"
            segments += paint(run, width_of(run), tones, ground)
        return Strip(segments).adjust_cell_length(width, tones.style("plain"))

    def _laid_out(self, width: int) -> list[list[Span]]:
        """The runs of spans that fit: the counts go first, then the names of the tabs not in view."""
        ways = (
            (2, 2, True, True),
            (1, 1, True, True),
            (0, 1, True, True),
            (0, 1, False, True),
            (0, 0, False, True),
        )
        for edge, pad, counts, names in ways:
            runs = self._runs(edge, pad, counts=counts, names=names)
            if sum(map(width_of, runs)) <= width:
                return runs
        return self._runs(1, 1, counts=False, names=False)

    def _runs(self, edge: int, pad: int, *, counts: bool, names: bool) -> list[list[Span]]:
        """The tabs with `pad` blanks on both sides, `edge` at the two ends of the line; never less than one between."""
        last = len(self._tabs) - 1
        runs = []
        for index in range(len(self._tabs)):
            before = Span(" " * (pad if index else edge))
            after = Span(" " * (max(pad, 1) if index < last else edge))
            runs.append([before, *self._words(index, counts=counts, names=names), after])
        return runs

    def _words(self, index: int, *, counts: bool, names: bool) -> list[Span]:
        tab, here = self._tabs[index], index == self._at
        words = [Span(str(index + 1), "accent" if here else "dim")]
        if names or here:
            words.append(Span(f" {tab.name}", "strong" if here else "dim"))
        if counts and tab.held:
            words.append(Span(f" {tab.held}", "dim" if here else "faint"))
        return words

    def on_click(self, event: events.Click) -> None:
        """Go to the tab that was clicked."""
        at = 0
        for index, run in enumerate(self._laid_out(self.size.width)):
            at += width_of(run)
            if event.x < at:
                self.post_message(self.Chosen(index))
                return
