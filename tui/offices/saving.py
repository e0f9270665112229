"""A post is taken as one step of the officer's, and the sentence says what follows from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db.dates import UNSTATED
from db.holding import start_in_words
from db.rows.holding import Matter, PastRow
from tui.cards.fields import many
from tui.entry.saving import Saved
from tui.offices.taking import Taking
from tui.plain import plain
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.holders import Chosen, Taken
    from tui.app import Bilat


async def save(app: Bilat, taking: Taking) -> Saved:
    """Save what stands on the sheet.

    Raises:
        Conflict: something of it cannot be; `field` says what.
        BilatError: nothing was saved, and why.
    """
    what = "successor" if taking.passes else "holder"
    label = f"{what} in {taking.post.title[:60]}"
    done: Taken = await app.write(label, _take, taking, app.today())
    since = start_in_words(done.held)
    said = [f"{plain(done.name, 40)} holds it" + (f" from {since}" if since else "")]
    said += [f"{plain(one, 40)} left" for one in done.left]
    if done.named:
        said.append(f"named in {many(done.named, 'past event')} (inferred)")
    if done.moved:
        said.append(f"{done.moved} moved over")
    return Saved(undoable(*said, *done.warnings[:1]), (done.post,), doubtful=bool(done.warnings))


def get_ready() -> None:
    """Import what saving needs, in a thread while one types; it takes half a second once."""
    import db.commands.holders  # noqa: PLC0415, F401


def _take(session: Any, taking: Taking, today: date) -> Taken:
    from db.commands.holders import name_holder, successor  # noqa: PLC0415 - SQLModel, which only writing needs

    post, held = int(taking.post.key.id), taking.held or UNSTATED
    who = taking.who.taker if taking.who else ""
    command = successor if taking.passes else name_holder
    return command(session, post, who, held, today=today, acting=taking.acting, chosen=_chosen(taking))


def _chosen(taking: Taking) -> Chosen:
    from db.commands.holders import Chosen  # noqa: PLC0415 - SQLModel

    ticked = [line for line in taking.lines if taking.ticked(line)]
    return Chosen(
        moved=tuple((one.kind, one.number) for line in ticked if isinstance(one := line.about, Matter)),
        named=tuple(one.number for line in ticked if isinstance(one := line.about, PastRow)),
        leaving=taking.leaving,
    )
