"""m: make one record of two that are the same, or take one out again that went into another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.merged import MERGED_KINDS
from db.queries.called import called
from db.queries.fuller import fuller_first
from db.queries.unmerging import coming_back
from db.rows import Key
from tui.cards.words import KINDS
from tui.deeds.chosen import chosen
from tui.glyphs import glyphs
from tui.keys import find_action
from tui.modals.merge import Became, MergeModal
from tui.modals.merge_with import MergeWithModal, Picked
from tui.modals.unmerge import UnmergeModal
from tui.plain import plain
from tui.pointing import point_at
from tui.undoing import undoable
from tui.veil import veil
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from db.telling import Tell
    from tui.app import Bilat

_BOTH = 2
_LONGEST_NAME = 60


def merge(app: Bilat) -> None:
    """Compare the two marked records, or ask which one is the same as the selected one."""
    keys = chosen(app)
    reason = _why_not(keys)
    if reason:
        app.say(reason)
    elif len(keys) == _BOTH:
        compare(app, *keys)
    else:
        _ask(app, keys[0])


def _why_not(keys: tuple[Key, ...]) -> str:
    kinds = list(dict.fromkeys(key.kind for key in keys))
    if not keys:
        return "Nothing is selected, so there is nothing to merge."
    if len(keys) > _BOTH:
        return f"m makes one record of two; {len(keys):,} are marked."
    if len(kinds) > 1:
        first, second = (KINDS[kind] for kind in kinds)
        return f"{first} and {second.lower()} cannot be one; mark two of one kind."
    if kinds[0] not in MERGED_KINDS:
        return "m merges visits, officials, posts, organisations and sources; edit the others with e."
    return ""


def _ask(app: Bilat, key: Key) -> None:
    def picked(answer: Picked | None) -> None:
        if answer is None:
            return
        if answer.unmerge:
            _ask_apart(app, answer.key)
        else:
            compare(app, key, answer.key)

    app.push_screen(MergeWithModal(key), picked)


def compare(app: Bilat, one: Key, other: Key) -> None:
    """Lay two records side by side, the fuller one to stay, to merge them or to say that they are not the same."""
    if veil.hides(one) or veil.hides(other):
        app.say(f"One of the two is hidden; {find_action('projector').shown} shows it again.", "warn")
        return
    keep, lose = one, other
    try:
        reason = app.read(queries.refusal, one, other)
        if not reason:
            keep, lose = app.read(fuller_first, one, other)
        sides = None if reason else app.read(queries.sides, keep, lose)
    except BilatError as error:
        reason, sides = str(error), None
    if sides is None:
        app.say(reason, "warn")
        return

    def done(became: Became | None) -> None:
        if became is None:
            return
        for pane in app.screen.query(Pane):
            pane.clear_marks()
        if became.key is not None:
            point_at(app, (became.key,))
        app.say(became.sentence, "good")

    app.push_screen(MergeModal(sides), done)


def _ask_apart(app: Bilat, key: Key) -> None:
    """Show what comes back before a merge is taken apart."""
    try:
        back = app.read(coming_back, key)
    except BilatError as error:
        app.say(str(error), "warn")
        return

    def answered(apart: bool | None) -> None:
        if apart:
            app.step(lambda: _take_out(app, key))

    app.push_screen(UnmergeModal(back), answered)


async def _take_out(app: Bilat, key: Key) -> str:
    """Take a merge back.

    Raises:
        Conflict: something that it touched has changed since.
    """
    name = plain(app.read(called, key), _LONGEST_NAME)
    app.say(f"Taking {name} out {glyphs.ellipsis}")
    done = await app.write(f"un-merge {name}", _unmerge, key, app.tell)
    return undoable(f"{done.title} came out of {done.into} again")


def _unmerge(session: Any, key: Key, tell: Tell) -> Any:
    from db.commands.unmerging import unmerge  # noqa: PLC0415 - SQLModel, which only writing needs

    return unmerge(session, key, tell)
