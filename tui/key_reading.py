"""Reading the keyboard in a thread: no byte ends it, and the end of the program is not waited for."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY

from tui.pastes import Pastes

if TYPE_CHECKING:
    from textual.message import Message

_AT_ONCE = 4096  # bytes


class Ending(Event):
    """An event that also wakes who waits for keys: Textual's own is looked at ten times a second."""

    def __init__(self) -> None:
        super().__init__()
        self.told, self._tell = os.pipe()

    def set(self) -> None:
        """Nobody reads keys any more."""
        if not self.is_set():
            os.write(self._tell, b".")
        super().set()

    def clear(self) -> None:
        """Keys may be read again."""
        if self.is_set():
            os.read(self.told, 1)
        super().clear()


def read_keys(
    terminal: int, ending: Ending, give: Callable[[Message], object], *, debug: bool = False
) -> None:
    """Hand over what is typed until the end is told, or the terminal is gone.

    A terminal that does not speak UTF-8, or a line that garbles, sends bytes that are no text: they are shown as such,
    where Textual's own reading would end the program.

    Args:
        terminal: its file descriptor.
        ending: tells when to stop.
        give: is given each key, paste and click.
        debug: Textual's parser writes down what it reads.
    """
    parser = XTermParser(debug)
    pastes = Pastes(parser)
    decode = getincrementaldecoder("utf-8")("replace").decode
    with suppress(OSError):  # a terminal that is gone; another thread sees to the end then
        while not ending.is_set():
            ready, _, _ = select.select([terminal, ending.told], [], [], ESCAPE_DELAY)
            if terminal in ready:
                data = os.read(terminal, _AT_ONCE)
                if not data:
                    return
                for message in pastes.feed(text) if (text := decode(data)) else ():  # else half a letter
                    give(message)
            for message in parser.tick():  # Esc alone, once nothing has come after it
                give(message)
