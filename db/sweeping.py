"""When Python sweeps memory for rings of objects that nobody names any more: not while a key would wait for it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from time import perf_counter
from typing import Any

_AT_ONCE = 100
_TOO_MANY = 20_000  # new objects, to look at within a frame
_SELDOM = 100  # smaller sweeps, after which everything is swept though nobody rests
_LONG = 0.03  # seconds: a key that comes meanwhile waits for it
_WORTH_IT = 3  # of them, after which it is when somebody does


@contextmanager
def unswept() -> Iterator[None]:
    """Sweep nothing meanwhile: a step makes thousands of objects that all are needed to its end.

    A third of a large import would be spent on it, and each sweep holds up every other thread. So would the first one
    afterwards, if it looked at all that a large one has left: that is passed over from then on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _TOO_MANY:
                gc.freeze()
            gc.enable()


def let_go(those: list[Any]) -> None:
    """Empty a long list bit by bit; all at once, it would hold up every other thread until the last of it is gone."""
    while those:
        del those[-_AT_ONCE:]


@contextmanager
def made_for_good() -> Iterator[None]:
    """Sweep nothing meanwhile, and what was made never: modules are there to the end."""
    with unswept():
        try:
            yield
        finally:
            gc.freeze()


def import_for_good(name: str) -> None:
    """Import a module beside the keys, unless it is there already."""
    if name not in sys.modules:
        with made_for_good():
            import_module(name)


def sweep_what_comes() -> None:
    """From here on sweep as usual, past all that stands by now.

    What a start has made stays, but for a few hundred objects: to look for those would hold up its first frame, which
    another thread writes to the terminal, by more than a frame.
    """
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
    gc.enable()


def sweep_at_rest() -> None:
    """Sweep everything that has come since, while no key waits: it takes a frame or two.

    Where it took longer, what stands is passed over from then on: an import has left its modules and what it read,
    and the next sweep may come in the middle of a key.
    """
    if gc.isenabled() and gc.get_count()[2] >= _WORTH_IT:
        begun = perf_counter()
        gc.collect()
        if perf_counter() - begun > _LONG:
            gc.freeze()
