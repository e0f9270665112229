"""The words of a filter while they are typed: a line editor without a widget of its own."""

from __future__ import annotations

from collections.abc import Sequence

from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, plain

_LONGEST = 200
_LOOKED_AT = 10 * _LONGEST  # characters of a pasted text; the rest is not even looked at


Stretch = tuple[int, int]
"""The offset of the first character, and that after the last one."""


class FilterLine:
    """Text and a cursor, moved by key names."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.at = len(text)

    def set(self, text: str) -> None:
        """Begin anew with some text, the cursor behind it."""
        self.text = text
        self.at = len(text)

    def set_piece(self, start: int, end: int, text: str) -> None:
        """Put something in the place of a stretch, the cursor behind it."""
        self.text = (self.text[:start] + text + self.text[end:])[:_LONGEST]
        self.at = min(start + len(text), len(self.text))

    def insert(self, text: str) -> None:
        """Type or paste at the cursor: only the first line, and only what can be printed."""
        # Terminals send the line ends of a pasted text as carriage returns.
        first, *_ = text[:_LOOKED_AT].splitlines() or [""]
        words = "".join(char for char in first if char.isprintable())[: max(0, _LONGEST - len(self.text))]
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

    def shown(self, width: int, wrong: Sequence[Stretch] = ()) -> tuple[Span, ...]:
        """The text with its cursor; one types at the end of a long text, so its start gives way.

        Args:
            width: columns up to the cursor.
            wrong: stretches that are not understood, in order; each has a mark in front.
        """
        start = 0
        while cells(plain(self.text[start : self.at])) > width and start < self.at:
            start += 1
        before = marked(self.text, start, self.at, wrong, "strong")
        after = marked(self.text, self.at, len(self.text), wrong, "strong")
        return (*before, Span(glyphs.cursor, "accent"), *after)

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.at = start

    def _word_start(self) -> int:
        return self.text[: self.at].rstrip().rfind(" ") + 1


def marked(text: str, start: int, end: int, wrong: Sequence[Stretch], tone: Tone) -> tuple[Span, ...]:
    """A part of a text, with a mark where a stretch begins that is not understood."""
    spans: list[Span] = []
    for first, last in wrong:
        if last <= start or first >= end:
            continue
        spans.append(Span(text[start : max(start, first)], tone))
        if first >= start:
            spans.append(Span("!", "error"))
        spans.append(Span(text[max(start, first) : min(end, last)], "error"))
        start = min(end, last)
    return (*spans, Span(text[start:end], tone))
