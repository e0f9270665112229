"""Whether a merge shall be taken apart: what comes back is shown first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db.queries.unmerging import ComingBack
from tui.cards.fields import Entry, entry_lines, labelled
from tui.cards.words import KINDS
from tui.lines import Line, Span
from tui.modals.base import Modal
from tui.modals.merge_sheet import moved_words
from tui.plain import clip, plain
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView

_LONGEST_NAME = 60


class UnmergeModal(Modal[bool]):
    """Answers True for Enter, and nothing for everything else."""

    DEFAULT_CSS = "UnmergeModal > Pane { width: 76; height: 12; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "apart", "take apart", show=False, priority=True),
        Binding("n,q", "close", "leave", show=False),
    ]

    def __init__(self, back: ComingBack) -> None:
        super().__init__()
        self._back = back

    def compose(self) -> ComposeResult:
        """What goes back where."""
        self._view = LineView(
            title=Title(name=f"Take a merged {KINDS[self._back.key.kind].lower()} out again")
        )
        self._view.note = (
            Span("Enter", "accent"),
            Span(" takes it out   ", "dim"),
            Span("Esc", "accent"),
            Span(" leaves", "dim"),
        )
        self._view.show_later(self._build)
        yield self._view

    def _build(self, width: int) -> list[Line]:
        back = self._back
        name, into = (clip(plain(one), _LONGEST_NAME) for one in (back.name, back.into))
        said = (
            Span(name, "strong"),
            Span(" comes out of "),
            Span(into, "strong"),
            Span(" and stands again."),
        )
        rows = moved_words(back.rows) or "nothing; only the record itself"
        fields = ", ".join(back.fields)
        return [
            *entry_lines(Entry(said), width),
            Line(),
            *labelled("go back", [Entry((Span(rows),))], width),
            *(labelled("as before", [Entry((Span(plain(f"{fields} of {into}")),))], width) if fields else []),
            Line(),
            *entry_lines(
                Entry(
                    (
                        Span(
                            "What was done since stays; where it stands in the way, nothing is undone.", "dim"
                        ),
                    )
                ),
                width,
            ),
        ]

    def action_apart(self) -> None:
        """Take them apart."""
        self.dismiss(True)
