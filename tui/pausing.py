"""Being stopped and going on, whoever stops it: Ctrl+Z, `kill -STOP`, a session that was detached."""

from __future__ import annotations

import os
import signal
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tui.key_reading import Ending, read_keys

if TYPE_CHECKING:
    from textual.driver import Driver

_ALL_KEYS: Final = "\x1b[=25;1u"  # what Textual asks of terminals with more keys, set again instead of added
_OURS: Final = f"\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l{_ALL_KEYS}"
"""The screen of its own, no cursor, told of focus, pastes in one piece, no wrapping."""


def driver_that_pauses(usual: type[Driver]) -> type[Driver]:
    """The driver to take in the place of Textual's usual one; another one that somebody asked for stays."""
    return PausingDriver if usual is LinuxDriver else usual


class PausingDriver(LinuxDriver):
    """Textual's driver, but what a signal asks for is done in the event loop, between two messages.

    In the signal's own handler it would strike anywhere, also while this thread holds the lock of what is written,
    and wait for that lock for ever. And a program that was stopped without being asked has all its threads still:
    to begin anew beside them loses keys, so it only takes the terminal again.
    """

    _asleep = False

    def __init__(self, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        self.exit_event: Ending = Ending()

    def run_input_thread(self) -> None:
        """Read keys; Textual calls this in a thread of its own."""
        read_keys(self.fileno, self.exit_event, self.process_message, debug=self._debug)

    def write(self, data: str) -> None:
        """Draw; while the terminal is somebody else's, what is drawn goes nowhere, and all is drawn again later."""
        if not self._asleep:
            super().write(data)

    def _sigtstp_application(self, *_: Any) -> None:
        if self._auto_restart:
            self._soon(self._fall_asleep)
        else:  # an editor has the terminal, and the loop waits for it
            _stop()

    def _sigcont_application(self, *_: Any) -> None:
        if self._auto_restart:
            self._soon(self._go_on)

    def _soon(self, deed: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the program is about to end
            self._loop.call_soon_threadsafe(deed)

    def _fall_asleep(self) -> None:
        if not self._asleep:
            self.suspend_application_mode()
            self._asleep = self._must_signal_resume = True
        _stop()

    def _go_on(self) -> None:
        if not self._asleep:
            self._take_again()
            return
        self._asleep = False
        self.resume_application_mode()
        # In the background it is refused the terminal, and is stopped again at once.
        self._asleep = self._writer_thread is None or not self._writer_thread.is_alive()
        self._draw_all()

    def _take_again(self) -> None:
        """Give the terminal its ways back, in case a shell had it meanwhile; in the background this stops again."""
        try:
            ways = termios.tcgetattr(self.fileno)
            ways[tty.LFLAG] = self._patch_lflag(ways[tty.LFLAG])
            ways[tty.IFLAG] = self._patch_iflag(ways[tty.IFLAG])
            ways[tty.CC][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, ways)
        except termios.error:
            return
        self.write(_OURS)
        self._enable_mouse_support()
        if self._in_band_window_resize:
            self._enable_in_band_window_resize()
        self._draw_all()

    def _draw_all(self) -> None:
        """Draw everything on a screen that may hold anything, in the size that it has now."""
        size = Size(*self._get_terminal_size())
        self._app.post_message(events.Resize(size, size))
        self._app.refresh(layout=True)


def _stop() -> None:
    """Stop like any program; the signal that asks for it politely is taken, this one cannot be."""
    os.kill(os.getpid(), signal.SIGSTOP)
