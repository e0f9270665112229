"""Keys typed before there is a screen: not echoed over what the program says, but kept for the screen."""

from __future__ import annotations

import os
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_INPUT = 0  # the descriptor of the keyboard, as the screen reads it too
_INPUT_FLAGS, _LOCAL_FLAGS = 0, 3  # places in what termios hands out


@contextmanager
def keys_unseen() -> Iterator[None]:
    """While it lasts, the terminal shows no keys and hands them on one by one; Ctrl+C still interrupts."""
    if not os.isatty(_INPUT):
        yield
        return
    before = termios.tcgetattr(_INPUT)
    quiet = termios.tcgetattr(_INPUT)
    quiet[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON)
    quiet[_INPUT_FLAGS] &= ~termios.ICRNL  # Enter stays Enter
    termios.tcsetattr(_INPUT, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        with suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(_INPUT, termios.TCSANOW, before)
