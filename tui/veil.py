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
        self._words: frozenset[str] = frozenset()

    def lower(self, keys: frozenset[Key], words: frozenset[str] = frozenset()) -> None:
        """Hide some records, and no others, and what tells of them by some words, in small letters."""
        self.down = True
        self._keys, self._words = keys, words

    def lift(self) -> None:
        """Show everything again."""
        self.down = False
        self._keys, self._words = frozenset(), frozenset()

    def hides(self, key: Key | None) -> bool:
        """Whether a record is hidden."""
        return key in self._keys

    def tells(self, text: str) -> bool:
        """Whether a text names somebody or something hidden."""
        if not self._words:
            return False
        small = text.casefold()
        return any(words in small for words in self._words)

    def but(self, text: str) -> str:
        """A text that may be seen, or what stands in its place."""
        return HIDDEN.text if self.tells(text) else text

    def instead_of(self, key: Key | None) -> list[Line]:
        """What stands on a page in the place of a hidden record; nothing where it may be seen."""
        return [Line((HIDDEN,))] if self.hides(key) else []


veil: Final = Veil()
"""The one of this program: what is drawn asks it, wherever it is drawn."""
