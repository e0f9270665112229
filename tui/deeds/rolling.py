"""Former states under the names of those that came after them, or apart: it shows at once and is remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import BilatError
from tui.config import save_settings

if TYPE_CHECKING:
    from tui.app import Bilat


def roll_up(app: Bilat) -> None:
    """Turn it on or off; where the settings cannot be written it holds for this run, and that is said."""
    rolled = not app.settings.roll_up
    app.settings = replace(app.settings, roll_up=rolled)
    app.reread()
    said = (
        "Former states are counted with those that came after them"
        if rolled
        else "Former states stand apart, under their own names"
    )
    try:
        save_settings(roll_up=rolled)
    except BilatError as error:
        app.say(f"{said}, until you leave: {error}", "warn")
    else:
        app.say(f"{said}.", "good")
