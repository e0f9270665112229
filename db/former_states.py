"""States that are no more, and those that came after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

COUNTRIES = "SELECT code, name, valid_from, valid_to, successor FROM country ORDER BY code"


class _State(NamedTuple):
    name: str
    valid_from: str  # EDTF, a year or a day: it sorts as text
    valid_to: str
    successors: tuple[str, ...]


class FormerStates:
    """Who came after whom, from the rows of `COUNTRIES`."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._states = {
            code: _State(name, begun, gone, tuple(successor.split()))
            for code, name, begun, gone, successor in rows
        }

    def name(self, code: str) -> str:
        """What a country is called now, or was called last."""
        return self._states[code].name if code in self._states else code

    def gone(self) -> list[str]:
        """The states that are no more and that others came after."""
        return [code for code, state in self._states.items() if state.successors]

    def after(self, code: str) -> list[str]:
        """The states of today that came after one, in alphabetical order of their names; none for one of today."""
        return sorted(set(self._after(code)), key=self.name)

    def _after(self, code: str) -> Iterator[str]:
        for successor in self._successors(code):
            if self._successors(successor):
                yield from self._after(successor)
            else:
                yield successor

    def before(self, code: str) -> list[str]:
        """The states that are no more and of which one came, also those before those."""
        direct = [former for former, state in self._states.items() if code in state.successors]
        return list(dict.fromkeys([*direct, *(older for former in direct for older in self.before(former))]))

    def part_of(self, code: str, day: str) -> str:
        """The state that one belonged to on a day before it came to be, "" where none is known."""
        for former in self.before(code):
            state = self._states[former]
            if state.valid_from <= day < state.valid_to:
                return former
        return ""

    def _successors(self, code: str) -> tuple[str, ...]:
        return self._states[code].successors if code in self._states else ()
