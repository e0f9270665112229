"""What the keys u, U and d do to the store, each answered by one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.queries.changes import Asked, steps
from db.rows import Key
from tui.cards.fields import many
from tui.deeds.chosen import chosen
from tui.deeds.naming import in_few_words
from tui.plain import plain
from tui.pointing import point_at
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.several import Did
    from db.queries.trash import TrashRow
    from tui.app import Bilat

_LONGEST_NAME = 80


async def undo(app: Bilat) -> str:
    """Take back this officer's last step.

    Raises:
        NotFound, Conflict: nothing was taken back, and why.
    """
    sentence = await app.in_turn(lambda: app.store.undo(app.tell))
    _point_at_what_is_back(app)
    return undoable(sentence, undo="does it again", by="redo")


async def redo(app: Bilat) -> str:
    """Do again what was taken back last; raises what undo does."""
    sentence = await app.in_turn(lambda: app.store.redo(app.tell))
    _point_at_what_is_back(app)
    return sentence


def _point_at_what_is_back(app: Bilat) -> None:
    """Put the cursor on what the step just taken has touched, where the screen shows it."""
    try:
        newest = app.read(steps, Asked(), limit=1)
    except BilatError:  # it is done all the same; the next glance says what is wrong
        return
    if not newest or newest[0].by != app.store.officer:
        return
    keys = [record.key for record in newest[0].records if record.key is not None and record.there]
    point_at(app, [key for key in keys if key.kind == keys[0].kind])  # not what merely came along


def delete(app: Bilat) -> None:
    """Move what is selected to the trash."""
    found = chosen(app)
    keys = tuple(key for key in found if key.kind != "pair")
    if not found:
        app.say("Nothing is selected, so there is nothing to delete.")
    elif not keys:
        app.say("A country pair follows from its visits and meetings, so it cannot be deleted itself.")
    elif len(keys) > 1:
        app.step(lambda: several_to_trash(app, keys))
    else:
        app.step(lambda: to_trash(app, keys[0]), gone=keys[0])


async def to_trash(app: Bilat, key: Key) -> str:
    """Delete a record with its parts.

    Raises:
        Conflict: others name it, so it stays.
        NotFound: it is gone already.
    """
    name = in_few_words(app.read(queries.card, key, app.moment))
    gone = await app.write(f"delete {name}", _remove, key)
    parts = f" with {many(gone - 1, 'part')}" if gone > 1 else ""
    return undoable(f"{name} went to the trash{parts}", undo="brings it back")


async def several_to_trash(app: Bilat, keys: tuple[Key, ...]) -> str:
    """Delete records with their parts as one step; what others name stays, and is said.

    Raises:
        Conflict: none of them can go.
    """
    did = await app.write("delete", _remove_several, keys)
    said = "are in the trash" if did.names[1:] else "is in the trash"
    back = "brings them back" if did.names[1:] else "brings it back"
    return undoable("; ".join((f"{did.called} {said}", *did.left_shortened)), undo=back)


async def from_trash(app: Bilat, row: TrashRow) -> str:
    """Bring back a record that was deleted.

    Raises:
        Conflict: something else has taken its place, or what it hangs on is gone.
    """
    name = plain(row.name)
    back = await app.write(f"restore {name[:_LONGEST_NAME]}", _restore, row.step, row.key)
    parts = f" with {many(back - 1, 'part')}" if back > 1 else ""
    return undoable(f"{name} is back{parts}", undo="takes it out again")


def _remove(session: Any, key: Key) -> int:
    from db.commands.removal import remove  # noqa: PLC0415 - SQLModel, which only writing needs

    return remove(session, key)


def _remove_several(session: Any, keys: tuple[Key, ...]) -> Did:
    from db.commands.removal import remove_several  # noqa: PLC0415 - SQLModel, which only writing needs

    return remove_several(session, keys)


def _restore(session: Any, step: int, key: Key) -> int:
    from db.commands.trash import restore  # noqa: PLC0415 - SQLModel, which only writing needs

    return restore(session, step, key)
