"""What the keys u, U and d do to the store, each answered by one sentence."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from db import queries
from db.rows import Card, Key
from tui.cards.fields import many
from tui.entry.around import called
from tui.glyphs import glyphs

if TYPE_CHECKING:
    from tui.app import Bilat

_LONGEST_NAME = 80


async def undo(app: Bilat) -> str:
    """Take back this officer's last step.

    Raises:
        NotFound, Conflict: nothing was taken back, and why.
    """
    async with app.writing:
        sentence = await asyncio.to_thread(app.store.undo)
    return f"{sentence} {glyphs.dot} U does it again"


async def redo(app: Bilat) -> str:
    """Do again what was taken back last; raises what undo does."""
    async with app.writing:
        return await asyncio.to_thread(app.store.redo)


async def to_trash(app: Bilat, key: Key) -> str:
    """Delete a record with its parts.

    Raises:
        Conflict: others name it, so it stays.
        NotFound: it is gone already.
    """
    card = app.read(queries.card, key, app.moment)
    gone = await app.write(f"delete {called(card)[:_LONGEST_NAME]}", _remove, key)
    parts = f" with {many(gone - 1, 'part')}" if gone > 1 else ""
    return f"{_short(card)} went to the trash{parts} {glyphs.dot} u brings it back"


async def from_trash(app: Bilat, step: int, name: str) -> str:
    """Bring back what a step deleted.

    Raises:
        Conflict: something else has taken its place, or what it hangs on is gone.
    """
    back = await app.write(f"restore {name[:_LONGEST_NAME]}", _restore, step)
    parts = f" with {many(back - 1, 'part')}" if back > 1 else ""
    return f"{name} is back{parts} {glyphs.dot} u takes it out again"


def _short(card: Card) -> str:
    ref = getattr(card, "ref", "") or getattr(getattr(card, "row", None), "ref", "")
    return ref or called(card)[:_LONGEST_NAME]


def _remove(session: Any, key: Key) -> int:
    from db.commands.removal import remove  # noqa: PLC0415 - SQLModel, which only writing needs

    return remove(session, key)


def _restore(session: Any, step: int) -> int:
    from db.commands.trash import restore  # noqa: PLC0415 - SQLModel, which only writing needs

    return restore(session, step)
