"""How far long work is, in one line of the terminal that goes away again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from db.telling import pace

if TYPE_CHECKING:
    from db.telling import Tell

_EVERY_SECONDS = 0.1


@contextmanager
def progress_shown() -> Iterator[Tell]:
    """Tells how far it is on a terminal, over and over in one line; elsewhere it says nothing."""
    shown, last, doing, began = 0, 0.0, "", monotonic()

    def tell(what: str, done: int, of: int) -> None:
        nonlocal shown, last, doing, began
        now = monotonic()
        soon = now - last < _EVERY_SECONDS and (done < of or (what == doing and not of))
        if what != doing:  # another kind of work has another pace
            doing, began = what, now
        if not sys.stderr.isatty() or soon:
            return
        last = now
        rate, seconds = pace(done, of, now - began)
        left = f" · {rate:,.0f} a second · {seconds:,.0f} s left" if 0 < done < of else ""
        counted = f" {done:,} of {of:,}" if of > 1 else " …"
        line = f"{what}{counted}{left}"
        sys.stderr.write(f"\r{line.ljust(shown)}")
        sys.stderr.flush()
        shown = len(line)

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * shown}\r")
