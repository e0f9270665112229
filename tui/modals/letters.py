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

_SIGNS = "+"
_MOVING = "jkgGq"  # these move in the menu, or leave it


class LetterMenu(Modal[str]):
    """Answers with the line's answer; its letter or Enter choose it."""

    DEFAULT_CSS = "LetterMenu > Pane { width: 58; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "close", "close", show=False)]

    def __init__(self, title: str, choices: Sequence[Choice], *, words: bool = False) -> None:
        """A menu.

        Args:
            title: what is chosen.
            choices: each with its letter for its kind.
            words: another letter or digit is the answer itself: it begins a word that is asked for then.
        """
        super().__init__()
        self._words = words
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
                return
        if self._words and event.character and _begins_a_word(event.character):
            event.stop()
            event.prevent_default()
            self.dismiss(event.character)

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Enter chooses the line under the cursor."""
        event.stop()
        self.dismiss(next(choice.answer for choice in self._choices if choice.key == event.key))


def _begins_a_word(character: str) -> bool:
    return (character.isalnum() or character in _SIGNS) and character not in _MOVING
