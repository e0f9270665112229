"""Former states under the names of those that came after them, or apart: it shows at once and is remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import BilatError
from db.queries.rolled_pairs import keeping_their_line
from tui.settings_file import save_settings

if TYPE_CHECKING:
    from tui.app import Bilat


_NAMED = 2


def roll_up(app: Bilat) -> None:
    """Turn it on or off; where the settings cannot be written it holds for this run, and that is said."""
    rolled = not app.settings.roll_up
    app.settings = replace(app.settings, roll_up=rolled)
    app.reread()
    said = _rolled(app) if rolled else "Former states stand apart, under their own names"
    try:
        save_settings(roll_up=rolled)
    except BilatError as error:
        app.say(f"{said}, until you leave: {error}", "warn")
    else:
        app.say(f"{said}.", "good")


def _rolled(app: Bilat) -> str:
    """That they are counted together, and why one keeps its line."""
    said = "Former states are counted with those that came after them"
    try:
        kept = app.read(keeping_their_line, app.moment.desk)
    except BilatError:  # the list says what is wrong
        return said
    if not kept:
        return said
    names = " and ".join(kept) if len(kept) <= _NAMED else f"{len(kept)} of them"
    verb, whom = ("keeps its line", "it") if len(kept) == 1 else ("keep their lines", "them")
    return f"{said}; {names} {verb}, as nobody after {whom} has met"
