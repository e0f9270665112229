"""A small menu in which each line has a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.lines import Span
from tui.modals.base import Modal
from tui.modals.choices import Choice, columns
from tui.widgets.frame import Title
from tui.widgets.given import Given
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList


class LetterMenu(Modal[str]):
    """Answers with the line's answer; its letter or Enter choose it."""

    DEFAULT_CSS = "LetterMenu > Pane { width: 58; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "close", "close", show=False)]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The lines."""
        menu = RowList(columns(kind=2), title=Title(name=self._title), heads=False)
        menu.styles.height = len(self._choices) + 2
        menu.note = (Span("Esc closes", "dim"),)
        menu.show(Given(self._choices))
        yield menu

    def on_key(self, event: events.Key) -> None:
        """A letter chooses its line."""
        for choice in self._choices:
            if event.character == choice.kind:
                event.stop()
                event.prevent_default()
                self.dismiss(choice.answer)

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Enter chooses the line under the cursor."""
        event.stop()
        self.dismiss(next(choice.answer for choice in self._choices if choice.key == event.key))
