"""The one table of actions: bindings, footer, help, palette and README all come from it."""

from __future__ import annotations

from tui.actions.action import Action, Where
from tui.actions.everywhere import CHANGING, EVERYWHERE
from tui.actions.main_screen import MAIN_SCREEN
from tui.actions.meetings import MEETINGS
from tui.actions.records_and_views import RECORDS_AND_VIEWS
from tui.actions.texts_and_files import TEXTS_AND_FILES

__all__ = ("ACTIONS", "CHANGING", "Action", "Where")

ACTIONS: tuple[Action, ...] = (
    *MAIN_SCREEN,
    *RECORDS_AND_VIEWS,
    *TEXTS_AND_FILES,
    *MEETINGS,
    *EVERYWHERE,
)
