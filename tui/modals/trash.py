"""The trash: what was deleted, when and by whom; Enter brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db import queries
from db.errors import BilatError
from db.rows import Listing
from tui.cards.words import KINDS
from tui.lines import Span, Tone
from tui.modals.base import Modal, bilat
from tui.modals.emptying import EmptyingModal
from tui.plain import plain
from tui.widgets.columns import Column
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.queries.trash import TrashRow


class TrashModal(Modal["TrashRow"]):
    """Answers with the record to bring back."""

    DEFAULT_CSS = "TrashModal > Pane { width: 96; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "close", "close", show=False),
        Binding("x", "empty_one", "for good", show=False),
        Binding("E", "empty_all", "empty", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The deleted records, the last one first."""
        self._list: RowList[TrashRow] = RowList(_columns(), title=Title(name="Trash"))
        self._list.words_for["empty"] = (
            "The trash is empty. {delete} deletes what is selected, {undo} brings it back."
        )
        self._list.asked = self._count
        self._list.show_later(self._ask)
        yield self._list

    def on_mount(self) -> None:
        """The list has the keys."""
        self._list.focus()

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._list.show_later(self._ask)

    def _ask(self) -> Listing[TrashRow]:
        return Given(bilat(self).read(queries.trash))

    def _count(self) -> None:
        self._list.title = Title(name="Trash", right=(Span(f"{self._list.total:,}", "dim"),))
        keys = (("Enter", "restores"), ("x", "for good"), ("E", "empties")) if self._list.total else ()
        self._list.note = tuple(
            span
            for key, does in (*keys, ("Esc", "closes"))
            for span in (Span(key, "accent"), Span(f" {does}" if key == "Esc" else f" {does}  ", "dim"))
        )

    def action_empty_one(self) -> None:
        """Let the record under the cursor go for good."""
        row = self._list.row
        self._empty([row] if row is not None else [])

    def action_empty_all(self) -> None:
        """Let all of them go for good."""
        try:
            self._empty(bilat(self).read(queries.trash))
        except BilatError as error:
            self._tell(str(error), "warn")

    def _empty(self, rows: Sequence[TrashRow]) -> None:
        if not rows:
            self._tell("The trash is empty already.")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._let_go(rows)

        self.app.push_screen(EmptyingModal(rows), answered)

    @work
    async def _let_go(self, rows: Sequence[TrashRow]) -> None:
        from tui.deeds.emptying import empty  # noqa: PLC0415 - what is seldom wanted

        try:
            self._tell(await empty(bilat(self), rows))
        except BilatError as error:
            self.reread()  # what stands here is not what lies in the trash
            self._tell(str(error), "warn")

    def _tell(self, sentence: str, tone: Tone = "good") -> None:
        """Say it under the list, where it stays until the next key."""
        self._list.lead = (Span(plain(sentence), tone),)
        self._list.refresh()

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Restore the record under the cursor."""
        event.stop()
        row = self._list.row
        if row is not None:
            self.dismiss(row)


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
