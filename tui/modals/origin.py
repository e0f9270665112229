"""Where a record comes from: the sources, and the words behind each fact."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from db import queries
from db.errors import BilatError
from db.rows import Key
from tui import cards
from tui.cards import citations
from tui.lines import Line
from tui.modals.base import Modal, bilat
from tui.widgets.frame import Title, key_spans
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane


class OriginModal(Modal[None]):
    """The citations of a record; Enter opens the source of one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,o", "close", "close", show=False),
        Binding("a", "add", "add a source", show=False),
    ]

    def __init__(self, key: Key) -> None:
        super().__init__()
        self._of = key

    def compose(self) -> ComposeResult:
        """The citations one under another."""
        self._view = LineView(title=Title(name="Origin", scope=self._called()))
        self._view.note = key_spans((("Enter", "opens it"), ("a", "adds a source"), ("Esc", "closes")), "  ")
        self._view.show_later(self._build)
        yield self._view

    def reread(self) -> None:
        """Ask again, keeping the place."""
        self._view.retitle(Title(name="Origin", scope=self._called()))
        self._view.show_later(self._build, afresh=False)

    def _called(self) -> str:
        app = bilat(self)
        try:
            return cards.title(app.read(queries.card, self._of, app.moment))
        except BilatError:
            return ""  # the view below says what is wrong

    def _build(self, width: int) -> list[Line]:
        return citations.at_length(bilat(self).read(queries.origin, self._of), width)

    def action_add(self) -> None:
        """Ask for one source more."""
        if self._of.kind == "pair":
            bilat(self).say("A country pair has no source of its own; its visits and meetings have.")
            return
        from tui.deeds import citing  # noqa: PLC0415 - not needed to look

        citing.ask_source(bilat(self), self._of, "a")

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Open the source of the citation under the cursor in place of this."""
        from tui.screens.record import RecordScreen  # noqa: PLC0415 - the record screen opens this modal

        event.stop()
        app = self.app
        self.dismiss(None)
        app.push_screen(RecordScreen(event.key))
