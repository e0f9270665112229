"""The trash: what was deleted, when and by whom; Enter brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db import queries
from db.rows import Key, Listing
from tui.cards.words import KINDS
from tui.lines import Span
from tui.modals.base import Modal, bilat
from tui.plain import plain
from tui.widgets.columns import Column
from tui.widgets.frame import Title
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.trash import TrashRow


class _Trashed:
    """Deleted records as a listing; they are few, and read whole."""

    def __init__(self, rows: Sequence[TrashRow]) -> None:
        self._rows = rows

    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    def rows(self, start: int, stop: int) -> Sequence[TrashRow]:
        """Those of a window."""
        return self._rows[start:stop]

    def find(self, key: Key) -> int | None:
        """The position of one."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)


class TrashModal(Modal[tuple[int, str]]):
    """Answers with the step to take back and the name of what it deleted."""

    DEFAULT_CSS = "TrashModal > Pane { width: 96; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "close", "close", show=False)]

    def compose(self) -> ComposeResult:
        """The deleted records, the last one first."""
        self._list: RowList[TrashRow] = RowList(_columns(), title=Title(name="Trash"))
        self._list.words_for["empty"] = "The trash is empty. d deletes what is selected, u brings it back."
        self._list.note = (
            Span("Enter", "accent"),
            Span(" restores   ", "dim"),
            Span("Esc", "accent"),
            Span(" closes", "dim"),
        )
        self._list.asked = self._count
        self._list.show_later(self._ask)
        yield self._list

    def on_mount(self) -> None:
        """The list has the keys."""
        self._list.focus()

    def _ask(self) -> Listing[TrashRow]:
        return _Trashed(bilat(self).read(queries.trash))

    def _count(self) -> None:
        self._list.title = Title(name="Trash", right=(Span(f"{self._list.total:,}", "dim"),))

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Restore the record under the cursor."""
        event.stop()
        row = self._list.row
        if row is not None:
            self.dismiss((row.step, plain(row.name)))


def _columns() -> tuple[Column[TrashRow], ...]:
    return (
        Column("", 12, lambda row: (Span(KINDS[row.key.kind].lower(), "dim"),), from_width=60),
        Column("what", 14, _what, takes_rest=True),
        Column("parts", 5, lambda row: (Span(f"{row.parts}" if row.parts else "", "dim"),), flush_right=True),
        Column("deleted", 13, _when),
        Column("by", 12, lambda row: (Span(row.by, "dim"),), from_width=60),
    )


def _what(row: TrashRow) -> tuple[Span, ...]:
    return (Span(row.name, "strong"), Span(f"  {row.says}" if row.says else "", "plain"))


def _when(row: TrashRow) -> tuple[Span, ...]:
    local = row.at.astimezone()
    return (Span(f"{local.day} {local:%b %H:%M}", "dim"),)
