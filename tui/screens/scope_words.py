"""What the timeline is about, in a few words for its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.rows import ActionRow, FollowUpRow, PairRow
from tui.glyphs import glyphs
from tui.veil import veil

if TYPE_CHECKING:
    from tui.bridge import Bridge


def scope_words(app: Bridge, row: Any) -> str:
    """The pair, the official or the follow-up of a line; "" where the store cannot tell."""
    if veil.hides(row.key):
        return "hidden"
    if isinstance(row, PairRow):
        return f"{row.home_name} {glyphs.dash} {row.other_name}"
    if isinstance(row, FollowUpRow | ActionRow):
        return f"{row.ref} {row.text}".strip()
    try:
        return app.known(queries.scope_of, row.key).label
    except BilatError:
        return ""
