"""The palette: one input that finds any record by name and runs any command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult

from db import queries
from db.names import fold
from db.queries.search import COUNTED
from db.rows import Found, FoundRow, Key
from tui.actions import Action
from tui.cards.words import KINDS, dots
from tui.keys import pressed
from tui.lines import Span
from tui.modals.base import bilat
from tui.modals.choices import Choice, Choices, answering, columns
from tui.modals.finding import FindingModal
from tui.modals.help import NOTHING_WAITS, key_words
from tui.modals.searching import matching
from tui.modals.views import lists, views

MOST = 50


class Place(NamedTuple):
    """A view, or a list of the main screen, by its name."""

    name: str


class PaletteModal(FindingModal[Key | Place | str]):
    """Answers with the record to open, the view to show, or the id of the action to run."""

    DEFAULT_CSS = "PaletteModal > Pane { width: 108; }"

    def __init__(
        self,
        actions: Iterable[Action],
        waiting: Mapping[str, str] = NOTHING_WAITS,
        *,
        only_records: bool = False,
    ) -> None:
        """Offer actions; those that wait for other records, by id, stand last and say for which."""
        super().__init__()
        self._only_records = only_records
        self._places = _places()
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
            title="Find everywhere" if self._only_records else "Find",
            asks="words of a name, a title, a note, a quote or a source"
            if self._only_records
            else "a name, a reference, a country or a command",
            typed=self.search,
            chosen=self.choose,
        )
        self._tell(0)
        yield self.choices

    def begin_with(self, words: str) -> None:
        """Put words in front of what has been typed."""
        self.choices.type_in_front(words)

    def _tell(self, count: int) -> None:
        """What the keys do, and how many there are where not all are shown."""
        many = f"{COUNTED:,}+ found" if count > COUNTED else f"{count:,} found"
        self.choices.note = (
            Span(f"{many}   " if count > MOST else "", "plain"),
            Span("Enter opens", "dim"),
            Span("  Esc closes", "dim"),
        )

    async def find(self, words: str) -> Sequence[Choice]:
        """The records, and the commands, which are also the hints where nothing is typed yet."""
        if not words.strip():
            self._tell(0)
            return self._commands
        app = bilat(self)
        everywhere: Found = await app.fetch(queries.find_everywhere, words, limit=MOST, desk=app.moment.desk)
        found = everywhere.rows
        self._tell(everywhere.total)
        self._went = {row.key: row.went for row in found if row.went}
        if self._only_records:
            return [*map(_record, found)]
        commands = [*matching(words, self._places), *matching(words, self._commands)]
        meant = [row for row in commands if _is_meant(words, row)]
        others = [row for row in commands if row not in meant]
        return [*meant, *map(_record, found), *others]

    def take(self, row: Choice) -> None:
        """Open the record or run the command."""
        went = self._went.get(row.key, "")
        app = bilat(self)
        self.dismiss(Place(row.answer) if row in self._places else row.answer or row.key)
        if went:
            app.call_later(app.say, f"{went}.")  # once the record that stands is open


def _place(row: Choice, kind: str, keys: str) -> Choice:
    return row._replace(kind=kind, hint=keys)


def _places() -> tuple[Choice, ...]:
    """Where one can go by name; nothing typed shows the commands alone."""
    return (
        *(_place(row, "view", f"{pressed('views')} {row.kind}") for row in views()),
        *(_place(row, "list", pressed(f"pane.{row.kind}")) for row in lists()),
    )


def _is_meant(words: str, row: Choice) -> bool:
    """Whether what is typed is the name of a view, a list or a command and hardly that of a record."""
    typed, label = fold(words), fold(row.label)
    return label == typed or (" " in typed.strip() and label.startswith(typed))


def _command(action: Action, waits: str) -> Choice:
    says = f"{waits}: {action.says}" if waits else action.says
    found = answering(action.id, action.label, kind="command", detail=says, hint=key_words(action))
    return found._replace(quiet=bool(waits))


def _record(row: FoundRow) -> Choice:
    detail = f"{row.detail}; {row.went}" if row.went else row.detail
    return Choice(
        row.key,
        row.label,
        KINDS[row.key.kind].lower(),
        detail,
        dots(row.dots),
        context=row.context,
        marks=row.marks,
    )
