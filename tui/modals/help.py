"""The keys of the focused pane and of everywhere, searchable; Enter runs one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from textual.app import ComposeResult

from tui.actions import Action
from tui.key_names import key_name
from tui.modals.base import Modal
from tui.modals.choices import Choice, Choices, answering, columns
from tui.modals.searching import matching
from tui.widgets.given import Given

PLACES = {
    "list": "in a list",
    "main": "main screen",
    "record": "in a record",
    "view": "in a view",
    "changes": "in Changes",
    "vacant": "in posts without a holder",
    "whole": "in a whole list",
    "verify": "in To verify",
    "calendar": "in the calendar",
    "agenda": "on an agenda",
    "brief": "in a brief",
    "importing": "in an import",
    "reading": "reading desk",
    "everywhere": "everywhere",
}


NOTHING_WAITS: Mapping[str, str] = MappingProxyType({})


def key_words(action: Action) -> str:
    """All keys of an action as one reads them on a keyboard."""
    return " ".join(key_name(key) for key in action.keys)


class HelpModal(Modal[str]):
    """Answers with the id of the action to run."""

    def __init__(self, actions: Iterable[Action], waiting: Mapping[str, str] = NOTHING_WAITS) -> None:
        """List actions; those that wait for other records, by id, stand there quietly with what they wait for."""
        super().__init__()
        self._rows = [_row(action, waiting.get(action.id, "")) for action in actions]

    def compose(self) -> ComposeResult:
        """The keys, those of the focused pane first."""
        self._list = Choices(
            columns(kind=14, hint=13),
            title="Keys",
            asks="type to search, Enter runs the key's action",
            typed=self._show,
            chosen=self._choose,
        )
        yield self._list

    def on_mount(self) -> None:
        """Show all of them."""
        self._show("")

    def _choose(self, row: Choice) -> None:
        self.dismiss(row.answer)

    def _show(self, words: str) -> None:
        rows = matching(words, self._rows)
        self._list.show_later(lambda: Given(rows), afresh=True)


def _row(action: Action, waits: str) -> Choice:
    found = answering(action.id, action.says, kind=key_words(action), hint=waits or PLACES[action.where])
    return found._replace(quiet=bool(waits))
