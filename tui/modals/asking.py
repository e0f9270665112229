"""One line is asked for over the screen it is about, read while it is typed, and kept until it is saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.app import ComposeResult

from db.errors import BilatError
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.line import LineModal
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from tui.app import Bilat


class Question(NamedTuple):
    """What is asked, and what becomes of the answer.

    Attributes:
        title: what the line is for.
        about: the records that it is about.
        asks: what stands under an empty line: what to write, and an example.
        place: where the text is kept while it is not saved.
        key: the key that asks again.
        hears: reads the line; raises BadInput where it is not understood.
        saves: does what was asked for and says so; raises BilatError when it cannot.
        goes_on: the letters that most likely follow, "" for none.
        enter: what Enter does with the answer.
    """

    title: str
    about: str
    asks: str
    place: str
    key: str
    hears: Callable[[str], Heard]
    saves: Callable[[str], Awaitable[str]]
    goes_on: Callable[[str], str] | None = None
    enter: str = "saves"


class AskingModal(LineModal[str]):
    """Answers with the sentence that says what was done."""

    def __init__(self, question: Question, begins: str = "") -> None:
        super().__init__(place=question.place, again=question.key)
        self._question = question
        self._begins = begins

    def compose(self) -> ComposeResult:
        """The sheet."""
        question = self._question
        self.sheet = AnswerSheet(
            Title(name=question.title, scope=question.about),
            question.asks,
            hears=question.hears,
            goes_on=question.goes_on,
            changed=self._changed if question.place else None,
            enter=question.enter,
        )
        yield self.sheet

    def on_mount(self) -> None:
        """Bring back what was not saved."""
        kept = self.kept()
        if kept is not None:
            self.sheet.set_text(kept.text)
            self.sheet.say(self.came_back(kept, "line"))
        elif self._begins:
            self.sheet.set_text(self._begins)

    def _changed(self, text: str) -> None:
        try:
            self.keep(text)
        except BilatError as error:
            self.sheet.say(str(error), wrong=True)

    def press(self, event: events.Key) -> None:
        """Ctrl+X lets go of what is typed."""
        if event.key == "ctrl+x":
            self.sheet.set_text("")
            self.sheet.say("Discarded.")
        else:
            super().press(event)

    def answer(self, text: str) -> None:
        """Save it."""
        self.busy = True
        self.sheet.say("Saving")
        self.run_worker(self._save(text))

    async def _save(self, text: str) -> None:
        try:
            sentence = await self._question.saves(text)
        except BilatError as error:
            self.busy = False
            self.sheet.refuse(str(error), "Not saved.")
            return
        self.forget()
        self.dismiss(sentence)


def ask(app: Bilat, question: Question, begins: str = "") -> None:
    """Ask for a line, and say what came of it."""

    def answered(sentence: str | None) -> None:
        if sentence is not None:
            app.say(sentence, "good")

    app.push_screen(AskingModal(question, begins), answered)
