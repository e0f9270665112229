"""While others look on, as at a projector: lines of sensitive records are drawn without their words."""

from __future__ import annotations

from typing import Final

from db.rows import Key
from tui.lines import Line, Span

HIDDEN: Final = Span("hidden: not for everybody", "faint")


class Veil:
    """What is hidden; nothing until somebody lowers it.

    Attributes:
        down: whether sensitive records are hidden.
    """

    def __init__(self) -> None:
        self.down = False
        self._keys: frozenset[Key] = frozenset()

    def lower(self, keys: frozenset[Key]) -> None:
        """Hide some records, and no others."""
        self.down = True
        self._keys = keys

    def lift(self) -> None:
        """Show everything again."""
        self.down = False
        self._keys = frozenset()

    def hides(self, key: Key | None) -> bool:
        """Whether a record is hidden."""
        return key in self._keys

    def instead_of(self, key: Key | None) -> list[Line]:
        """What stands on a page in the place of a hidden record; nothing where it may be seen."""
        return [Line((HIDDEN,))] if self.hides(key) else []


veil: Final = Veil()
"""The one of this program: what is drawn asks it, wherever it is drawn."""
