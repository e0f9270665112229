"""What a key acts on: the marked lines, else the selected record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import Key, Kind
from tui.keys import pressed
from tui.screens.main import MainScreen

if TYPE_CHECKING:
    from tui.app import Bilat

_STEPS: tuple[Kind, ...] = ("followup", "action")


def chosen(app: Bilat, *kinds: Kind, at_cursor: bool = True) -> tuple[Key, ...]:
    """The records that a key acts on, those of other kinds left out; all kinds where none is given.

    Args:
        app: with the screen in front.
        *kinds: that the key can act on.
        at_cursor: on an open record, the follow-up or outcome under the cursor goes before the record itself.
    """
    found = marked(app)
    if not found:
        line: Key | None = getattr(app.screen, "under_cursor", None)
        on_step = at_cursor and line is not None and line.kind in _STEPS and line.kind in kinds
        selected: Key | None = line if on_step else getattr(app.screen, "selected", None)
        found = (selected,) if selected else ()
    return tuple(key for key in found if not kinds or key.kind in kinds)


def marked(app: Bilat) -> tuple[Key, ...]:
    """The marked lines, of whatever kind."""
    found: tuple[Key, ...] = getattr(app.screen, "marked", ())
    return found


def marked_or_chosen(app: Bilat, *kinds: Kind, at_cursor: bool = True) -> tuple[Key, ...]:
    """All marked lines where one of them fits, so that what is left alone can be named; else what is selected."""
    fitting = chosen(app, *kinds, at_cursor=at_cursor)
    return (marked(app) or fitting) if fitting else ()


def say_none(app: Bilat, sentence: str, where: str) -> None:
    """Say that nothing is selected on which a key can act; on the main screen also where there is something."""
    if instead := getattr(app.screen, "without_records", ""):
        app.say(instead)
        return
    if getattr(app.screen, "wants_step", False):
        app.say(f"This outcome has no follow-up yet; {pressed('enter')} enters its next step.")
        return
    app.say(f"{sentence} {where}" if isinstance(app.screen, MainScreen) else sentence)
