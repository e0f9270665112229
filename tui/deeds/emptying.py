"""Emptying the trash: what goes is gone from the file, and the sentence says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db.errors import BilatError
from tui.cards.fields import many

if TYPE_CHECKING:
    from db.commands.emptying import Emptied
    from db.queries.trash import TrashRow
    from db.rows import Key
    from tui.app import Bilat


async def empty(app: Bilat, rows: Sequence[TrashRow]) -> str:
    """Let deleted records go for good, and write the file anew without them.

    Raises:
        Conflict: none of them is in the trash any more.
    """
    wanted = [(row.step, row.key) for row in rows]

    def emptied() -> tuple[Emptied, bool]:
        with app.store.write(f"empty the trash of {many(len(rows), 'record')}") as session:
            done = _empty(session, wanted)
        try:
            return done, app.store.compact()
        except BilatError:  # a full disk, a colleague at work: they are gone from the book all the same
            return done, False

    done, whole = await app.in_turn(emptied)
    said = f"{many(done.records, 'record')} {'is' if done.records == 1 else 'are'} gone for good."
    if done.left:
        said += f" {many(done.left, 'record')} had come back and stayed."
    if not whole:
        said += " The file keeps remains until it is emptied again while nobody else uses it."
    return said


def _empty(session: Any, wanted: Sequence[tuple[int, Key]]) -> Emptied:
    from db.commands.emptying import empty as empty_trash  # noqa: PLC0415 - SQLModel, which only writing needs

    return empty_trash(session, wanted)
