"""An agenda while it is put together: what is ticked, and in which order."""

from __future__ import annotations

from typing import NamedTuple

from db.commitments import AGREED, RUNGS
from db.rows import Key
from db.rows.agenda import Agenda, AgendaRow


class AgendaLine(NamedTuple):
    """A line of the sheet.

    Attributes:
        row: the outcome.
        number: its place on the agenda as it is shown, 0 where it is not on it.
        group: "agreed", "proposed", "explored"; "" where the line above says so already.
    """

    row: AgendaRow
    number: int
    group: str

    @property
    def key(self) -> Key:
        """The outcome."""
        return self.row.key


class Plan:
    """The ticks and the order; what the store says anew changes neither, unless somebody else has changed it."""

    def __init__(self, *, ticks_all: bool) -> None:
        """Begin.

        Args:
            ticks_all: whether everything is ticked for a meeting that has no agenda yet.
        """
        self._ticks_all = ticks_all
        self._rows: dict[Key, AgendaRow] | None = None
        self._order: list[Key] = []
        self._ticked: set[Key] = set()
        self._first: list[Key] = []
        self.seen: tuple[Key, ...] = ()

    def take(self, agenda: Agenda) -> None:
        """Take in what the store says now."""
        rows = {row.key: row for row in agenda.rows}
        kept = tuple(row.key for row in agenda.kept)
        if self._rows is None:
            self._order = [*rows]
            self._ticked = set(kept) or (set(rows) if self._ticks_all else set())
            self._first = self.chosen_of(self._order)
        else:
            self._order = [key for key in self._order if key in rows]
            self._order += [key for key in rows if key not in self._order]
            self._ticked |= set(kept) - set(self.seen)
            self._ticked -= set(self.seen) - set(kept)
            self._ticked &= set(rows)
        self._rows, self.seen = rows, kept

    def chosen_of(self, order: list[Key]) -> list[Key]:
        """Those of some outcomes that are ticked."""
        return [key for key in order if key in self._ticked]

    @property
    def chosen(self) -> tuple[Key, ...]:
        """What is ticked, in its order."""
        return tuple(self.chosen_of(self._order))

    @property
    def touched(self) -> bool:
        """Whether the officer has changed anything on the sheet."""
        return self.chosen_of(self._order) != [key for key in self._first if key in self._order]

    @property
    def total(self) -> int:
        """How many outcomes there are to tick."""
        return len(self._order)

    def lines(self) -> tuple[AgendaLine, ...]:
        """All outcomes; the ticked ones are numbered."""
        found = self._rows or {}
        lines: list[AgendaLine] = []
        number, above = 0, ""
        for key in self._order:
            ticked = key in self._ticked
            number += ticked
            group = group_of(found[key])
            lines.append(AgendaLine(found[key], number if ticked else 0, "" if group == above else group))
            above = group
        return tuple(lines)

    def turn(self, key: Key) -> None:
        """Tick an outcome, or take its tick away."""
        self._ticked ^= {key}

    def turn_all(self) -> None:
        """Tick everything; nothing where everything is ticked."""
        everything = set(self._order)
        self._ticked = set() if self._ticked == everything else everything

    def move(self, key: Key, by: int) -> bool:
        """Move an outcome up or down by a line; False at the edge."""
        at = self._order.index(key)
        to = at + by
        if not 0 <= to < len(self._order):
            return False
        self._order.insert(to, self._order.pop(at))
        return True


def group_of(row: AgendaRow) -> str:
    """The rung under which an outcome stands: what was signed stands with what was agreed."""
    return RUNGS[min(row.action.rung, AGREED)]
