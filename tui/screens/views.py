"""The views by name."""

from __future__ import annotations

from tui.screens.sections import SectionsScreen
from tui.screens.today import TodayScreen
from tui.screens.watch import WatchScreen

VIEWS: dict[str, type[TodayScreen | WatchScreen]] = {"today": TodayScreen, "watch": WatchScreen}


def view_screen(name: str) -> SectionsScreen:
    """A new screen of the view of that name; KeyError where there is none."""
    return VIEWS[name]()
