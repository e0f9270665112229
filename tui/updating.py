"""One line on the plain terminal while an older store is brought up to date."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self, TextIO

_OFTEN = 0.2  # seconds between two looks of the line


class Updating:
    """Tells how far the update is, and takes the line away again when the block ends; nothing in a pipe."""

    def __init__(
        self,
        out: TextIO | None = None,
        now: Callable[[], float] = time.monotonic,
        doing: str = "The store is being brought up to date",
    ) -> None:
        self._doing = doing
        self._out = sys.stderr if out is None else out
        self._now = now
        self._told = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told >= 0:
            self._write("")

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell it anew; not more often than anybody could read."""
        now = self._now()
        if self._out.isatty() and (done == of or now - self._told >= _OFTEN):
            self._told = now
            far = f": {what} {done:,} of {of:,}" if of else f": {what}"
            self._write(f"{self._doing}{far}")

    def _write(self, line: str) -> None:
        with suppress(OSError):  # a terminal that has gone must not stop the update
            self._out.write(f"\r\x1b[K{line}")
            self._out.flush()
