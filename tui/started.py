"""The dashboard as a program: what it does once the first screen is there."""

from __future__ import annotations

import gc

from tui.app import Bilat
from tui.endings import quit_when_ended, quit_with_the_terminal
from tui.keeping import keep_todays_backup


class Dashboard(Bilat):
    """The dashboard as `bilat` runs it."""

    def on_load(self) -> None:
        """From here on, signals are the app's own affair."""
        quit_when_ended(self)
        quit_with_the_terminal(self)

    def on_ready(self) -> None:
        """The first screen is laid out, and painted when the refresh is done."""
        self.call_after_refresh(after_first_paint)
        self.call_after_refresh(keep_todays_backup, self)

    def look_at_the_clock(self) -> None:
        """A new day has a backup of its own, however long the dashboard stays open."""
        before = self.today()
        super().look_at_the_clock()
        if self.today() != before:
            keep_todays_backup(self)


def after_first_paint() -> None:
    """Turn collecting on again, past what the start has made: that stays to the end, and need not be walked."""
    gc.collect()
    gc.freeze()
    gc.enable()
