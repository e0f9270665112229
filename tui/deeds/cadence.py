"""e on a country pair: how often the two should meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.cadence import NEVER, every, read_cadence
from db.errors import BilatError
from db.rows import Key, PairCard
from tui.cards.quiet import cadence_words
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.undoing import undoable

if TYPE_CHECKING:
    from tui.app import Bilat


def ask_cadence(app: Bilat, key: Key) -> None:
    """Ask how often a pair should meet; nothing else of it can be edited, since it follows from its events."""
    try:
        card = app.read(queries.card, key, app.moment)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    if not isinstance(card, PairCard):
        return
    row = card.row
    first, _, second = key.id.partition("-")

    def hears(text: str) -> Heard:
        months = read_cadence(text)
        if months is None:
            return Heard(f"every year, as usual {glyphs.dot} quiet after a year without a meeting")
        if months >= NEVER:
            return Heard("they need not meet, and are never called quiet")
        return Heard(f"{every(months)} {glyphs.dot} quiet after that long without a meeting")

    async def saves(text: str) -> str:
        said = await app.write("cadence", _set_cadence, first, second, read_cadence(text))
        return undoable(said)

    now = cadence_words(row) if row.months else "every year, as usual"
    asks = f"every 6 months, every year, never, as usual {glyphs.dot} now {now}"
    title = f"How often should {first} and {second} meet?"
    names = f"{row.home_name} {glyphs.dash} {row.other_name}"
    ask(app, Question(title, names, asks, f"cadence of {key.id}", pressed("edit"), hears, saves))


def _set_cadence(session: Any, first: str, second: str, months: int | None) -> str:
    from db.commands.cadence import set_cadence  # noqa: PLC0415 - SQLModel, which only writing needs

    return set_cadence(session, first, second, months)
