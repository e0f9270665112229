"""The list of an agenda: Space ticks a line, and before and after the meeting its columns differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.rows import Key
from tui.actions import Action
from tui.agenda.plan import AgendaLine
from tui.keys import find_action
from tui.widgets.columns import Column
from tui.widgets.row_list import RowList

_BEFORE = ("open", "mark", "agenda.turn", "agenda.down", "agenda.up", "agenda.all", "view.back")
_AFTER = (
    "agenda.raised",
    "agenda.discussed",
    "agenda.advanced",
    "agenda.closed",
    "agenda.deferred",
    "agenda.note",
    "agenda.next",
    "agenda.turn",
    "view.back",
)
_EVERYWHERE = ("undo", "help")


class AgendaList(RowList[AgendaLine]):
    """The lines.

    Attributes:
        ticks: called with the outcome of a line.
    """

    ticks: Callable[[Key], None]

    def say(self, columns: Sequence[Column[AgendaLine]]) -> None:
        """Say something else of each line."""
        self.columns = tuple(columns)
        self._placed = (-1, [])

    def action_mark(self) -> None:
        """Tick the line under the cursor, or take its tick away, and go on to the next one."""
        key = self.key
        if key is not None:
            self.ticks(key)

    def action_mark_range(self) -> None:
        """Lines are ticked one by one, or all at once."""


def offered(*, past: bool) -> list[Action]:
    """The keys of before the meeting, or of after it."""
    turn = "what to take up" if past else "what came of it"
    words = {"open": "save", "mark": "tick", "agenda.turn": turn}
    ids = (*(_AFTER if past else _BEFORE), *_EVERYWHERE)
    return [action._replace(label=words.get(action.id, action.label)) for action in map(find_action, ids)]
