"""+ and -: outcomes go one rung up or down; what makes them agreed or signed is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db.commitments import AGREED, RUNGS, SIGNED
from db.errors import BilatError
from db.forms.ladder import SaysSo, read_says_so
from db.queries.ladder import rungs_of
from db.rows import Key
from tui.deeds.chosen import marked_or_chosen
from tui.deeds.naming import about, place_of
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.ladder import Moved
    from tui.app import Bilat


def raise_rung(app: Bilat) -> None:
    """Take the selected outcomes one rung up; ask what says so where that makes them agreed or signed."""
    keys = _chosen(app, "+ takes an outcome one rung up")
    if not keys:
        return
    try:
        rungs = app.read(rungs_of, [key for key in keys if key.kind == "action"])
    except BilatError as error:
        app.say(str(error), "warn")
        return
    asked = sorted({rung + 1 for rung in rungs.values() if AGREED <= rung + 1 <= SIGNED})
    if asked:
        _ask_what_says_so(app, keys, " or ".join(RUNGS[rung] for rung in asked))
    else:
        app.step(lambda: _raised(app, keys, None))


def lower_rung(app: Bilat) -> None:
    """Take the selected outcomes one rung down."""
    keys = _chosen(app, "- takes an outcome one rung down")
    if keys:
        app.step(lambda: _lowered(app, keys))


def _chosen(app: Bilat, does: str) -> tuple[Key, ...]:
    keys = marked_or_chosen(app, "action")
    if not keys:
        app.say(f"{does}; none is selected. They are in the Outcomes of a record, and in v: Today, Watch.")
    return keys


def _ask_what_says_so(app: Bilat, keys: tuple[Key, ...], rung: str) -> None:
    def read(text: str) -> SaysSo:
        today, day_first = app.today(), app.settings.day_first
        return app.read(read_says_so, text, today=today, day_first=day_first, of=keys)

    def hears(text: str) -> Heard:
        says = read(text)
        told = [rung, *says.told]
        if not says.when.edtf:
            told.append("no date; on:jan 2026 or on:M-2026-001 adds one")
        return Heard(f" {glyphs.dot} ".join(told), says.tokens)

    async def saves(text: str) -> str:
        return await _raised(app, keys, read(text))

    it = "it" if len(keys) == 1 else "them"
    asks = "In a few words, or src:title/publisher; and on:M-2026-001 or on:jan 2026, where that is known"
    title = f"What makes {it} {rung}?"
    ask(app, Question(title, about(app, keys), asks, place_of("raise", keys), pressed("raise"), hears, saves))


async def _raised(app: Bilat, keys: tuple[Key, ...], says: SaysSo | None) -> str:
    return _sentence(await app.write("raise", _raise, keys, says, app.today()))


async def _lowered(app: Bilat, keys: tuple[Key, ...]) -> str:
    return _sentence(await app.write("lower", _lower, keys, app.today()))


def _sentence(moved: Moved) -> str:
    return undoable(moved.told())


# --- in the write thread, where SQLModel is imported -----------------------------------------------------


def _raise(session: Any, keys: tuple[Key, ...], says: SaysSo | None, today: date) -> Moved:
    from db.commands.ladder import raise_rung as command  # noqa: PLC0415

    return command(session, keys, says, today)


def _lower(session: Any, keys: tuple[Key, ...], today: date) -> Moved:
    from db.commands.ladder import lower_rung as command  # noqa: PLC0415

    return command(session, keys, today)
