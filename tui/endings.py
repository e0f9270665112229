"""Being ended from outside: in order, so that the terminal is restored and nothing passing is left behind."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from textual.app import App

ENDINGS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """While it lasts, a signal to end leaves through every `with` and `finally` on the way."""
    before = {number: signal.signal(number, _leave) for number in ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(_code(number))


def quit_when_ended(app: App[Any]) -> None:
    """Let an app in its event loop quit by itself instead; call it when the app loads.

    An exception out of the blue would end its tasks half-way and print where they were.
    """
    loop = asyncio.get_running_loop()
    for number in ENDINGS:
        loop.add_signal_handler(number, app.exit, None, _code(number))


def _code(number: int) -> int:
    return 128 + number  # as shells report a program ended by a signal
