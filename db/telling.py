"""Telling how far long work is."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[str, int, int], None]
"""Is told what is going on, as "visits", how much of it is done, and of how much."""


def nobody(_what: str, _done: int, _of: int) -> None:
    """Nobody wants to know."""
