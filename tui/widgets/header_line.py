"""The top line: whose desk, what is due, what comes, which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.glyphs import glyphs
from tui.lines import Span
from tui.tones import Tones
from tui.widgets.one_line import OneLine
from tui.widgets.painting import paint, width_of


class Facts(NamedTuple):
    """What the line says; when room is short the day leaves first, then the last entry is said shorter, then it leaves.

    Attributes:
        name: the product and the desk.
        entries: each a run of spans, the most urgent first.
        day: the date, at the very right.
        shorter: the last entry in fewer and fewer words.
    """

    name: tuple[Span, ...] = ()
    entries: tuple[tuple[Span, ...], ...] = ()
    day: tuple[Span, ...] = ()
    shorter: tuple[tuple[Span, ...], ...] = ()


class HeaderLine(OneLine):
    """One line that repaints when its facts change."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._facts = Facts()

    def show(self, facts: Facts) -> None:
        """Say something else."""
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def draw(self, width: int, tones: Tones) -> Strip:
        """The line, as much of it as fits."""
        right = fitting(self._facts, width)
        name = [Span(" "), *self._facts.name]
        room = max(0, width - width_of(right) - 1)
        segments = [*paint(name, room, tones), *paint(right, width - room - 1, tones)]
        segments.append(Segment(" ", tones.style("plain")))
        return Strip(segments).adjust_cell_length(width, tones.style("plain"))


def fitting(facts: Facts, width: int) -> list[Span]:
    """What stands at the right, dots between the entries, as much of it as there is room for."""
    room = width - width_of(facts.name) - 4
    entries: Sequence[tuple[Span, ...]] = facts.entries
    day: tuple[Span, ...] = facts.day
    shorter = list(facts.shorter)
    while True:
        spans: list[Span] = []
        for at, entry in enumerate(entries):
            spans += [Span(f"  {glyphs.dot}  ", "faint"), *entry] if at else entry
        spans += [Span("     " if entries else ""), *day] if day else []
        if width_of(spans) <= room or not (entries or day):
            return spans
        # The day goes first: the terminal or the wall has it too; what is overdue stays longest.
        if day:
            day = ()
        elif shorter:
            entries = (*entries[:-1], shorter.pop(0))
        else:
            entries = entries[:-1]
