"""When Python sweeps memory for rings of objects that nobody names any more: not while a key would wait for it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module


@contextmanager
def unswept() -> Iterator[None]:
    """Sweep nothing meanwhile: a step makes thousands of objects that all are needed to its end.

    A third of a large import would be spent on it, and each sweep holds up every other thread.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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
    """From here on sweep as usual, past all that stands by now."""
    gc.collect()
    gc.freeze()
    gc.enable()
