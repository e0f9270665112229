"""Being ended from outside: in order, so that the terminal is restored and nothing passing is left behind."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from textual.app import App

AnswerT = TypeVar("AnswerT")

ENDINGS = (signal.SIGTERM, signal.SIGHUP)

_PATIENCE = 5.0  # seconds that an app may take to quit once nobody can see it

_asked: list[int] = []
"""The codes of endings asked for so far: what a handler raises is lost when it strikes in the middle of an import's
lock or a weak reference's callback, so the next place that could go on for long looks here."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """While it lasts, a signal to end leaves through every `with` and `finally` on the way."""
    before = {number: signal.signal(number, _leave) for number in ENDINGS}
    try:
        leave_if_asked()
        yield
    except SystemExit:
        _asked.clear()  # it is on its way
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_in_order(app: App[AnswerT]) -> AnswerT | None:
    """Run an app; when its loop closes, asyncio gives signals back to the system, and this takes them again.

    Raises:
        SystemExit: the app was ended from outside or broke, with the code that says so.
    """
    with ending_in_order():
        answer = app.run()
    leave_if_asked()
    if app.return_code:
        sys.exit(app.return_code)
    return answer


def leave_if_asked() -> None:
    """Leave when a signal asked for it and its exception was lost.

    Raises:
        SystemExit: it did.
    """
    if _asked:
        sys.exit(_asked.pop())


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    _asked[:] = [_code(number)]
    sys.exit(_asked[0])


def quit_when_ended(app: App[Any]) -> None:
    """Let an app in its event loop quit by itself instead; call it when the app loads.

    An exception out of the blue would end its tasks half-way and print where they were.
    """
    loop = asyncio.get_running_loop()
    for number in ENDINGS:
        loop.add_signal_handler(number, app.exit, None, _code(number))
    if _asked:
        app.exit(None, _asked.pop())


def quit_with_the_terminal(app: App[Any]) -> None:
    """Let an app in its event loop quit when its terminal is gone, whether or not a signal says so.

    Reading from it then fails at once, for ever, and writing may wait for ever: a program that nobody sees would
    keep a processor busy.
    """
    loop = asyncio.get_running_loop()
    Thread(target=_wait_for_its_end, args=(app, loop), daemon=True, name="terminal").start()


def _wait_for_its_end(app: App[Any], loop: asyncio.AbstractEventLoop) -> None:
    watch = select.poll()
    watch.register(0, 0)  # nothing is asked for; a hang-up is told all the same
    watch.poll()
    code = _code(signal.SIGHUP)
    _asked[:] = [code]
    _see_nobody()
    with suppress(RuntimeError):  # the loop has ended by itself meanwhile
        loop.call_soon_threadsafe(app.exit, None, code)
    time.sleep(_PATIENCE)
    os._exit(code)  # everything was saved with the key that changed it


def _see_nobody() -> None:
    """Let what is still written on the way out go nowhere, instead of failing half-way."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)
    os.close(nowhere)


def _code(number: int) -> int:
    return 128 + number  # as shells report a program ended by a signal
