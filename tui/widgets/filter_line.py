"""The words of a filter while they are typed: a line editor without a widget of its own."""

from __future__ import annotations

_LONGEST = 200


class FilterLine:
    """Text and a cursor, moved by key names."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.at = len(text)

    def set(self, text: str) -> None:
        """Begin anew with some text, the cursor behind it."""
        self.text = text
        self.at = len(text)

    def insert(self, text: str) -> None:
        """Type or paste at the cursor: only the first line, and only what can be printed."""
        words = "".join(char for char in text.partition("\n")[0] if char.isprintable())
        words = words[: _LONGEST - len(self.text)]
        self.text = self.text[: self.at] + words + self.text[self.at :]
        self.at += len(words)

    def press(self, key: str) -> bool:
        """Edit by a key that is not a character; False when the key means nothing here."""
        match key:
            case "backspace":
                self._cut(max(0, self.at - 1), self.at)
            case "delete":
                self._cut(self.at, self.at + 1)
            case "ctrl+u":
                self._cut(0, self.at)
            case "ctrl+w":
                self._cut(self._word_start(), self.at)
            case "left":
                self.at = max(0, self.at - 1)
            case "right":
                self.at = min(len(self.text), self.at + 1)
            case "home" | "ctrl+a":
                self.at = 0
            case "end" | "ctrl+e":
                self.at = len(self.text)
            case _:
                return False
        return True

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.at = start

    def _word_start(self) -> int:
        return self.text[: self.at].rstrip().rfind(" ") + 1
