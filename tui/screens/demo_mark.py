"""The word that tells a store that is thrown away from the officer's own."""

from __future__ import annotations

from textual.screen import Screen

from tui.lines import Span
from tui.modals.base import bilat


def demo_mark(screen: Screen[None], right: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """What stands at the right of a screen's title, with "demo" behind it where all is only a demo."""
    if not bilat(screen).demo:
        return right
    gap = (Span("  "),) if right else ()
    return (*right, *gap, Span("demo", "dim"))
