"""Pastes out of what a terminal sends: taken in one piece, where Textual's parser goes letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual._xterm_parser import XTermParser
    from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class Pastes:
    """Stands before a parser: pastes go past it, everything else through it.

    A mark of the beginning that comes in two pieces is left to the parser, which knows it too: an Esc cannot be held
    back until it is clear what it begins.
    """

    def __init__(self, parser: XTermParser) -> None:
        self._parser = parser
        self._pieces: list[str] | None = None  # of the paste that has begun
        self._end = ""  # the last letters of them, with which the mark of the end may begin

    def feed(self, text: str) -> Iterator[Message]:
        """The keys, clicks and pastes in some letters, none of which ends what came before."""
        while text:
            if self._pieces is None:
                keys, begins, text = text.partition(_BEGIN)
                if keys:
                    yield from self._parser.feed(keys)
                if begins:
                    self._pieces, self._end = [], ""
                continue
            before, ends, after = (self._end + text).partition(_END)
            if not ends:
                cut = _held_back(before)
                self._pieces.append(before[:cut])
                self._end = before[cut:]
                return
            pasted = "".join((*self._pieces, before)).replace("\x00", "")
            self._pieces, text = None, after
            yield events.Paste(pasted)


def _held_back(text: str) -> int:
    """Where letters begin that may be the first ones of the mark of the end."""
    for many in range(min(len(_END) - 1, len(text)), 0, -1):
        if text.endswith(_END[:many]):
            return len(text) - many
    return len(text)
