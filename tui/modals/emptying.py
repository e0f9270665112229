"""Whether deleted records shall go for good: the one thing that cannot be undone, so it takes a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db.queries.trash import TrashRow
from tui.cards.fields import Entry, entry_lines, many
from tui.lines import Line, Span
from tui.modals.base import Modal
from tui.plain import clip, plain
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView

NAMED = 5
LONGEST_NAME = 40


class EmptyingModal(Modal[bool]):
    """Answers True for y, and nothing for everything else."""

    DEFAULT_CSS = "EmptyingModal > Pane { width: 66; height: 11; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "let_go", "let them go", show=False),
        Binding("n,q", "close", "keep them", show=False),
    ]

    def __init__(self, rows: Sequence[TrashRow]) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """What goes, and that nothing brings it back."""
        self._view = LineView(title=Title(name="Empty the trash"))
        self._view.note = (
            Span("y", "accent"),
            Span(" empties   ", "dim"),
            Span("Esc", "accent"),
            Span(" keeps", "dim"),
        )
        self._view.show_later(self._build)
        yield self._view

    def _build(self, width: int) -> list[Line]:
        rows = self._rows
        names = [clip(plain(row.name), LONGEST_NAME) for row in rows[:NAMED]]
        more = len(rows) - len(names)
        if more:
            names.append(many(more, "other"))
        *first, last = names
        named = f"{', '.join(first)} and {last}" if first else last
        count, pronoun = many(len(rows), "record"), "it" if len(rows) == 1 else "them"
        said = f"{count} {'goes' if len(rows) == 1 else 'go'} for good, with all parts and all history: "
        return [
            *entry_lines(Entry((Span(said), Span(named, "strong"), Span("."))), width),
            Line(),
            *entry_lines(Entry((Span(f"Nothing brings {pronoun} back, u neither. ", "warn"),)), width),
            *entry_lines(
                Entry((Span("Copies of the store that were made before still hold them.", "dim"),)), width
            ),
        ]

    def action_let_go(self) -> None:
        """Let them go."""
        self.dismiss(True)
