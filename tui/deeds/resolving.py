"""A source whose day of publication is known at last: what its symbolic dates mean is offered, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from db.errors import BilatError
from db.queries.symbolic import SymbolicDate, symbolic_dates
from db.rows import Key
from tui.cards.days import full_day
from tui.glyphs import glyphs
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.plain import plain
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.dates import PartialDate
    from tui.app import Bilat

_LONGEST = 40


def offer(app: Bilat, source: Key) -> None:
    """Ask on each date that counts from the publication; nothing happens where there is none."""
    try:
        found = app.read(symbolic_dates, source)
    except BilatError:  # it is asked again when the source is saved again
        return
    _ask(app, found)


def _ask(app: Bilat, waiting: Sequence[SymbolicDate]) -> None:
    """Ask on the first, and then on the others."""
    if not waiting:
        return
    one, *others = waiting
    words = f"{glyphs.quote_open}{plain(one.when.text, _LONGEST)}{glyphs.quote_close}"

    def answered(answer: str | None) -> None:
        if answer == "is":
            app.step(lambda: _settle(app, one))
        if answer is not None:
            _ask(app, others)

    choices = [
        answering("is", full_day(one.offer), kind="y"),
        answering("stays", "stays as it is written", kind="n"),
    ]
    app.push_screen(LetterMenu(f"{one.ref} {words}", choices), answered)


async def _settle(app: Bilat, one: SymbolicDate) -> str:
    name = await app.write("date", _write, one.key, one.offer)
    return undoable(f"{name}: {full_day(one.offer)}")


def _write(session: Any, key: Key, when: PartialDate) -> str:
    from db.commands.resolving import settle_date  # noqa: PLC0415 - SQLModel, which only writing needs

    return settle_date(session, key, when)
