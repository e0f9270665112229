"""Lines that are looked for in the store while one types: each letter is on the screen before its answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import work

from db.errors import BilatError
from tui.modals.base import AnswerT, Modal
from tui.modals.choices import Choice, Choices
from tui.widgets.given import Given


class FindingModal(Modal[AnswerT]):
    """Shows what `find` finds; Enter that is quicker than the search means what is being searched.

    Attributes:
        choices: what was found, set where it is composed.
        busy: whether Enter waits for what is being searched; what is typed meanwhile is not for the words.
    """

    choices: Choices

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0
        self._answered = 0
        self.busy = False

    async def find(self, words: str) -> Sequence[Choice]:
        """What the words find.

        Raises:
            BilatError: the store cannot be read.
        """
        raise NotImplementedError

    def take(self, row: Choice) -> None:
        """Answer with a line."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin with what is there before anything is typed."""
        self.search("")

    def search(self, words: str) -> None:
        """Look for other words."""
        self._asked += 1
        self.busy = False
        self._find(words, self._asked)

    @work(group="find", exclusive=True)
    async def _find(self, words: str, asked: int) -> None:
        found: Sequence[Choice] = ()
        failure: BilatError | None = None
        try:
            found = await self.find(words)
        except BilatError as error:
            failure = error
        if asked != self._asked:
            return  # more was typed in the meantime
        self._answered = asked
        take_first, self.busy = self.busy, False
        if failure is not None:
            self.choices.show_later(partial(_fail, failure), afresh=True)
            return
        self.choices.show_later(lambda: Given(found), afresh=True)
        if take_first:
            self.choices.action_open()

    def choose(self, row: Choice) -> None:
        """Enter on a line."""
        if self._answered == self._asked:
            self.take(row)
        else:
            self.busy = True


def _fail(error: BilatError) -> Given[Choice]:
    raise error
