"""The words that tell what is unusual about a store: it is thrown away at the end, or cannot be written."""

from __future__ import annotations

from textual.screen import Screen

from tui.lines import Span
from tui.modals.base import bilat


def demo_mark(screen: Screen[None], right: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """What stands at the right of a screen's title, with "demo" or "read only" behind it where that is so."""
    standing = bilat(screen).standing
    if not standing:
        return right
    gap = (Span("  "),) if right else ()
    return (*right, *gap, Span(standing, "dim"))
