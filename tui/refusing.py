"""Why a key does nothing now: the store can only be read, or the record is hidden from those who look on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import CHANGING
from tui.keys import find_action, pressed_on
from tui.veil import veil

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from tui.bridge import Bridge

_CHANGING = frozenset(find_action(one).method for one in CHANGING)
_ABOUT_NOTHING = frozenset({"enter", "form", "undo", "redo", "read", "import"})
"""They change something, and show no record that is there."""
_SOON_CHANGING = _CHANGING | {find_action(one).method for one in ("mark", "mark.range")}
_SHOWING = frozenset({"origin", "record_origin", "view_origin", "brief"})


def leads_to_a_change(action: str | ActionParseResult) -> bool:
    """Whether an action is followed by one that changes the store, or by what is typed for it."""
    return _method(action) in _SOON_CHANGING


def why_not(app: Bridge, action: str | ActionParseResult) -> str:
    """Why an action must not be done, "" where it may."""
    method = _method(action)
    if app.store.read_only and method in _CHANGING:
        return f"Read only: nothing can be changed. {app.store.read_only}"
    if veil.down and method in (_CHANGING - _ABOUT_NOTHING) | _SHOWING:
        screen = app.screen
        if any(
            veil.hides(key) for key in (getattr(screen, "selected", None), *getattr(screen, "marked", ()))
        ):
            return f"This record is hidden; {pressed_on(screen, 'projector')} shows it again."
    return ""


def _method(action: str | ActionParseResult) -> str:
    """As Textual calls it, without whose it is and what it is given."""
    name = action if isinstance(action, str) else action[1]
    return name.rpartition(".")[2].partition("(")[0]
