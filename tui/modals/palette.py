"""The palette: one input that finds any record by name and runs any command."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual import work
from textual.app import ComposeResult

from db import queries
from db.errors import BilatError
from db.rows import FoundRow, Key
from tui.cards.words import KINDS
from tui.keys import Action
from tui.lines import Span
from tui.modals.base import Modal, bilat
from tui.modals.choices import Choice, Choices, Given, answering, columns
from tui.modals.help import key_words
from tui.modals.searching import matching

MOST = 50


class PaletteModal(Modal[Key | str]):
    """Answers with the record to open, or the id of the action to run."""

    DEFAULT_CSS = "PaletteModal > Pane { width: 108; }"

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__()
        # Moving in a list is no command that one would look up by name.
        worth = [action for action in actions if action.where != "list"]
        worth.sort(key=lambda action: action.where != "everywhere")
        self._commands = [_command(action) for action in worth]
        self._asked = 0
        self._answered = 0
        self._take_first = False

    def compose(self) -> ComposeResult:
        """The input and what it finds."""
        self._list = Choices(
            columns(kind=12, hint=12, hint_from=64),
            title="Find",
            asks="a name, a reference, a country or a command",
            typed=self._search,
            chosen=self._choose,
        )
        self._list.note = (Span("Enter opens", "dim"), Span("  Esc closes", "dim"))
        yield self._list

    def on_mount(self) -> None:
        """Begin with the commands, which are also the hints."""
        self._show(self._commands)

    def _show(self, rows: Iterable[Choice]) -> None:
        shown = list(rows)
        self._list.show_later(lambda: Given(shown), afresh=True)

    def _search(self, words: str) -> None:
        """Look in a thread: the letter is on the screen before the first record is read."""
        self._asked += 1
        self._take_first = False
        if not words.strip():
            self._answered = self._asked
            self._show(self._commands)
            return
        self._find(words, self._asked)

    @work(group="find", exclusive=True)
    async def _find(self, words: str, asked: int) -> None:
        found: list[FoundRow] = []
        failure: BilatError | None = None
        try:
            found = await bilat(self).fetch(
                queries.find_records, words, limit=MOST, desk=bilat(self).moment.desk
            )
        except BilatError as error:
            failure = error
        if asked != self._asked:
            return  # more was typed in the meantime
        self._answered = asked
        if failure is not None:
            self._list.show_later(partial(_fail, failure), afresh=True)
            return
        self._show([*map(_record, found), *matching(words, self._commands)])
        if self._take_first:
            self._list.action_open()

    def _choose(self, row: Choice) -> None:
        if self._answered != self._asked:
            self._take_first = True  # Enter was quicker than the search: it means what is being searched
            return
        self.dismiss(row.answer or row.key)


def _fail(error: BilatError) -> Given:
    raise error


def _command(action: Action) -> Choice:
    return answering(action.id, action.label, kind="command", detail=action.says, hint=key_words(action))


def _record(row: FoundRow) -> Choice:
    return Choice(row.key, row.label, KINDS[row.key.kind].lower(), row.detail)
