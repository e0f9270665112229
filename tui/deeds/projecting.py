"""The key for the moment in which others begin to look on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import BilatError
from db.queries.sensitive import sensitive_records, sensitive_words
from tui.keys import pressed_on
from tui.veil import veil
from tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from tui.bridge import Bridge


def turn(app: Bridge) -> None:
    """Hide every record with a handling mark and what hangs on it, or show them again."""
    if veil.down:
        veil.lift()
        _draw_anew(app)
        app.say("Marked records are shown again.")
        return
    try:
        keys = app.read(sensitive_records)
        words = app.read(sensitive_words, keys)
    except BilatError as error:
        app.say(f"Nothing is hidden: {error}", "warn")
        return
    veil.lower(keys, words)
    _draw_anew(app)
    key = pressed_on(app.screen, "projector")
    records = f"{len(keys):,} record{'s' if len(keys) != 1 else ''}"
    app.say(f"Hidden: {records}, with a handling mark or telling of one. {key} shows them again.", "good")


def _draw_anew(app: Bridge) -> None:
    """Read and draw everything again, also what stands on the screens beneath and is not of the store."""
    app.reread()
    for screen in app.screen_stack:
        for drawn in screen.query(Drawn):
            drawn.forget()
            drawn.refresh()
