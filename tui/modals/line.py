"""A modal of one line, at the bottom of the screen that it is about: what is typed is read with every letter."""

from __future__ import annotations

from textual import events

from db.errors import BilatError
from tui.modals.answer_sheet import AnswerSheet
from tui.modals.base import AnswerT
from tui.modals.typed import TypedModal


class LineModal(TypedModal[AnswerT]):
    """Asks for a line; Enter answers with what it means.

    Attributes:
        sheet: the line, set where it is composed.
    """

    DEFAULT_CSS = "LineModal { align: left bottom; background: $background 40%; }"
    sheet: AnswerSheet

    def on_mount(self) -> None:
        """The line has the keys."""
        self.sheet.focus()

    def press(self, event: events.Key) -> None:
        """Characters are words; Enter answers, Esc leaves."""
        if event.is_printable and event.character:
            self.sheet.type_in(event.character)
        elif event.key == "enter":
            self._enter()
        elif event.key == "escape":
            self.leave()
        else:
            self.sheet.press(event.key)

    def _enter(self) -> None:
        sheet = self.sheet
        if sheet.wrong is None:
            try:
                self.answer(sheet.editor.text)
            except BilatError as error:
                sheet.refuse(str(error))
            return
        sheet.loud = True
        if not sheet.editor.text.strip():
            sheet.say("Nothing is typed yet; Esc goes back.")
        else:
            sheet.say("Not saved." if self.place else "Not understood.", wrong=True)

    def answer(self, text: str) -> None:
        """Do what a line asks for that is understood.

        Raises:
            BilatError: why it cannot be done now.
        """
        raise NotImplementedError
