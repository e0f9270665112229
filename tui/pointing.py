"""Where the cursors go once something was made or brought back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.screens.main import MainScreen

if TYPE_CHECKING:
    from db.rows import Key
    from tui.bridge import Bridge


def point_at(app: Bridge, keys: Sequence[Key]) -> str:
    """Put the cursors of the screen on some records, the first one before all.

    Returns:
        what would show the first one where the screen does not, "" where it does or has no lists.
    """
    point = getattr(app.screen, "point_at", None)
    if not keys or point is None:
        return ""
    point(keys)
    return app.screen.shown_by(keys[0]) if isinstance(app.screen, MainScreen) else ""
