"""A light editor of one line or several: text, a cursor, and the keys that every terminal sends."""

from __future__ import annotations

import re
from unicodedata import category

from tui.entry.clusters import clusters

LONGEST = 60_000  # characters of all lines together; what is longer is a text, not an entry

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Editor:
    """Text and a cursor.

    Attributes:
        text: the lines, divided by line feeds.
        at: the cursor, an offset into the text.
    """

    def __init__(self, text: str = "") -> None:
        self.set(text)

    def set(self, text: str) -> None:
        """Begin anew with some text, the cursor behind it."""
        self.text = _typable(text)[:LONGEST]
        self.at = len(self.text)

    def insert(self, text: str) -> bool:
        """Type or paste at the cursor; False, and nothing happens, when it does not fit."""
        words = _typable(text)
        if len(self.text) + len(words) > LONGEST:
            return False
        self.text = self.text[: self.at] + words + self.text[self.at :]
        self.at += len(words)
        return True

    def replace(self, start: int, end: int, text: str) -> None:
        """Put other words in the place of some, and the cursor behind them."""
        self.text = self.text[:start] + text + self.text[end:]
        self.at = start + len(text)

    # --- lines ---

    @property
    def lines(self) -> list[str]:
        """The lines, one at least."""
        return self.text.split("\n")

    @property
    def line(self) -> int:
        """The number of the cursor's line, from 0."""
        return self.text.count("\n", 0, self.at)

    @property
    def line_start(self) -> int:
        """The offset at which the cursor's line begins."""
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def line_end(self) -> int:
        """The offset at which it ends."""
        end = self.text.find("\n", self.at)
        return len(self.text) if end < 0 else end

    @property
    def column(self) -> int:
        """The cursor as an offset into its line."""
        return self.at - self.line_start

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor into a line, at its end when it is shorter."""
        lines = self.lines
        line = max(0, min(line, len(lines) - 1))
        self.at = sum(len(each) + 1 for each in lines[:line]) + min(column, len(lines[line]))

    # --- keys ---

    def press(self, key: str) -> bool:
        """Edit or move by a key that is not a character; False when the key means nothing here."""
        match key:
            case "backspace":
                self._cut(self._before(), self.at)
            case "delete":
                self._cut(self.at, self._after())
            case "ctrl+u":
                self._cut(self.line_start, self.at)
            case "ctrl+k":
                self._cut(self.at, self.line_end)
            case "ctrl+w":
                self._cut(self._word_start(), self.at)
            case "ctrl+j":
                self.insert("\n")
            case _:
                return self._move(key)
        return True

    def _move(self, key: str) -> bool:
        match key:
            case "left":
                self.at = self._before()
            case "right":
                self.at = self._after()
            case "ctrl+left":
                self.at = self._word_start()
            case "ctrl+right":
                self.at = self._word_end()
            case "home" | "ctrl+a":
                self.at = self.line_start
            case "end" | "ctrl+e":
                self.at = self.line_end
            case "up":
                self.go_to(self.line - 1, self.column)
            case "down":
                self.go_to(self.line + 1, self.column)
            case _:
                return False
        return True

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.at = start

    def _before(self) -> int:
        """One letter back with the marks on it; from the start of a line to the end of the one above."""
        start = self.line_start
        if self.at == start:
            return max(0, start - 1)
        return start + clusters(self.text[start : self.at])[-1].start

    def _after(self) -> int:
        end = self.line_end
        if self.at == end:
            return min(len(self.text), end + 1)
        return self.at + clusters(self.text[self.at : end])[0].end

    def _word_start(self) -> int:
        start = self.line_start
        if self.at == start:
            return max(0, start - 1)
        return start + self.text[start : self.at].rstrip().rfind(" ") + 1

    def _word_end(self) -> int:
        end = self.line_end
        if self.at == end:
            return min(len(self.text), end + 1)
        rest = self.text[self.at : end]
        blank = len(rest) - len(rest.lstrip())
        found = rest.find(" ", blank)
        return end if found < 0 else self.at + found


def _typable(text: str) -> str:
    """Pasted text as it may be typed: one kind of line end, no other control characters."""
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text[: 2 * LONGEST]).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or category(char) not in {"Cc", "Cs"})
