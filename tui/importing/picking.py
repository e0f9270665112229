"""One of some lines is chosen, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from tui.lines import Span
from tui.modals.choices import Choice, Choices, columns
from tui.modals.finding import FindingModal
from tui.modals.searching import matching


class PickModal(FindingModal[str]):
    """Answers with the answer of a line."""

    def __init__(self, title: str, lines: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._all = tuple(lines)

    def compose(self) -> ComposeResult:
        """The input and the lines that match it."""
        kinds = max((len(line.kind) for line in self._all), default=0)
        self.choices = Choices(
            columns(kind=kinds + 1 if kinds else 0),
            title=self._title,
            asks="a few letters",
            typed=self.search,
            chosen=self.choose,
        )
        self.choices.note = (Span("Enter chooses", "dim"), Span("  Esc closes", "dim"))
        yield self.choices

    async def find(self, words: str) -> Sequence[Choice]:
        """The lines with the words in them."""
        return matching(words, self._all) if words.strip() else self._all

    def take(self, row: Choice) -> None:
        """Answer with the line."""
        self.dismiss(row.answer)
