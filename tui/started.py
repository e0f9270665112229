"""The dashboard as a program: what it does once the first screen is there."""

from __future__ import annotations

import gc

from tui.app import Bilat
from tui.endings import quit_when_ended, quit_with_the_terminal


class Dashboard(Bilat):
    """The dashboard as `bilat` runs it."""

    def on_load(self) -> None:
        """From here on, signals are the app's own affair."""
        quit_when_ended(self)
        quit_with_the_terminal(self)

    def on_ready(self) -> None:
        """The first screen is laid out, and painted when the refresh is done."""
        self.call_after_refresh(after_first_paint)


def after_first_paint() -> None:
    """Turn collecting on again, past what the start has made: that stays to the end, and need not be walked."""
    gc.collect()
    gc.freeze()
    gc.enable()
