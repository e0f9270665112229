"""How far long work is, in words for a screen, and stopping it where it next says so."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

from db.errors import BilatError
from db.telling import pace
from tui.glyphs import glyphs

_OFTEN = 0.1  # seconds between two words on how far it is


class Stopped(BilatError):  # noqa: N818 - it is no mistake
    """The officer stopped it; nothing was changed."""


class Watch:
    """How far something is, told by the thread that does it and read by the screen.

    Attributes:
        words: as in "writing 500 of 4,271, 1,500 a second, 3 s left".
    """

    def __init__(
        self, stopped: str = "Stopped. Nothing was changed.", clock: Callable[[], float] = monotonic
    ) -> None:
        self.words = ""
        self._stopped = stopped
        self._clock = clock
        self._began = clock()
        self._what = ""
        self._last = 0.0
        self._stop = Event()

    def stop(self) -> None:
        """Stop it where it next says how far it is."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether the officer wants it no more."""
        return self._stop.is_set()

    def progress(self, what: str, done: int, of: int) -> None:
        """Say how far it is.

        Raises:
            Stopped: the officer wants it no more.
        """
        if self.stopped:
            raise Stopped(self._stopped)
        now = self._clock()
        if what != self._what:
            self._what, self._began, self._last = what, now, 0.0
        if now - self._last < _OFTEN and done < of:
            return
        self._last = now
        if not 0 < done < of:
            self.words = f"{what} {glyphs.ellipsis}"
            return
        rate, left = pace(done, of, now - self._began)
        self.words = f"{what} {done:,} of {of:,}, {rate:,.0f} a second, {left:,.0f} s left"
