"""As much of a terminal's screen as Textual draws on: text put at places."""

from __future__ import annotations

import re

from rich.cells import cell_len

_PIECES = re.compile(
    r"\x1b\[([0-9;?<>=]*)([A-Za-z])|\x1b[\]P^_].*?(?:\x07|\x1b\\)|\x1b.|([^\x1b]+)", re.DOTALL
)


class Screen:
    """What stands in the cells, without colours."""

    def __init__(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines
        self._cells = [[" "] * columns for _ in range(lines)]
        self._x = self._y = 0

    @property
    def text(self) -> str:
        """All lines, without the blanks at their ends."""
        return "\n".join("".join(line).rstrip() for line in self._cells)

    def part(self, top: int, left: int, bottom: int, right: int) -> str:
        """What stands in a rectangle, its last line and column not with it."""
        return "\n".join("".join(line[left:right]) for line in self._cells[top:bottom])

    def feed(self, drawn: str) -> None:
        """Draw what a program has written."""
        for piece in _PIECES.finditer(drawn):
            words, command, text = piece.groups()
            if text is not None:
                self._put(text)
            elif command == "H":
                line, _, column = words.partition(";")
                self._y, self._x = int(line or 1) - 1, int(column or 1) - 1
            elif command == "J":
                self._cells = [[" "] * self.columns for _ in range(self.lines)]

    def _put(self, text: str) -> None:
        for character in text:
            if character == "\n":
                self._y, self._x = self._y + 1, 0
            elif character >= " " and 0 <= self._y < self.lines and 0 <= self._x < self.columns:
                width = 1 if character.isascii() else cell_len(character)
                self._cells[self._y][self._x] = character
                for beside in range(self._x + 1, min(self._x + width, self.columns)):
                    self._cells[self._y][beside] = ""
                self._x += width
