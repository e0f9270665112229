"""The palette: one input that finds any record by name and runs any command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.app import ComposeResult

from db import queries
from db.rows import FoundRow, Key
from tui.cards.words import KINDS, dots
from tui.keys import Action
from tui.lines import Span
from tui.modals.base import bilat
from tui.modals.choices import Choice, Choices, answering, columns
from tui.modals.finding import FindingModal
from tui.modals.help import NOTHING_WAITS, key_words
from tui.modals.searching import matching

MOST = 50


class PaletteModal(FindingModal[Key | str]):
    """Answers with the record to open, or the id of the action to run."""

    DEFAULT_CSS = "PaletteModal > Pane { width: 108; }"

    def __init__(self, actions: Iterable[Action], waiting: Mapping[str, str] = NOTHING_WAITS) -> None:
        """Offer actions; those that wait for other records, by id, stand last and say for which."""
        super().__init__()
        # Moving in a list is no command that one would look up by name.
        worth = [action for action in actions if action.where != "list"]
        worth.sort(
            key=lambda action: (action.id in waiting, action.where != "everywhere", not action.footer)
        )  # the usual ones first
        self._commands = [_command(action, waiting.get(action.id, "")) for action in worth]
        self._went: dict[Key, str] = {}  # what is said when a record opens that another one went into

    def compose(self) -> ComposeResult:
        """The input and what it finds."""
        self.choices = Choices(
            columns(kind=12, hint=12, hint_from=64),
            title="Find",
            asks="a name, a reference, a country or a command",
            typed=self.search,
            chosen=self.choose,
        )
        self.choices.note = (Span("Enter opens", "dim"), Span("  Esc closes", "dim"))
        yield self.choices

    async def find(self, words: str) -> Sequence[Choice]:
        """The records, and the commands, which are also the hints where nothing is typed yet."""
        if not words.strip():
            return self._commands
        app = bilat(self)
        found: list[FoundRow] = await app.fetch(queries.find_records, words, limit=MOST, desk=app.moment.desk)
        self._went = {row.key: row.went for row in found if row.went}
        return [*map(_record, found), *matching(words, self._commands)]

    def take(self, row: Choice) -> None:
        """Open the record or run the command."""
        went = self._went.get(row.key, "")
        app = bilat(self)
        self.dismiss(row.answer or row.key)
        if went:
            app.call_later(app.say, f"{went}.")  # once the record that stands is open


def _command(action: Action, waits: str) -> Choice:
    says = f"{waits}: {action.says}" if waits else action.says
    found = answering(action.id, action.label, kind="command", detail=says, hint=key_words(action))
    return found._replace(quiet=bool(waits))


def _record(row: FoundRow) -> Choice:
    detail = f"{row.detail}; {row.went}" if row.went else row.detail
    return Choice(row.key, row.label, KINDS[row.key.kind].lower(), detail, dots(row.dots))
