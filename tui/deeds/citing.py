"""One source more for a record: named in a line, found in the store or made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.forms.cited import read_cited, rest_of_title
from tui.deeds.naming import about, briefly, place_of
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.plain import plain
from tui.undoing import undoable

if TYPE_CHECKING:
    from datetime import date

    from db.rows import Key
    from tui.app import Bilat

_LONGEST = 60
_ASKS = (
    "title/publisher, an address, or the title of a source that is known; {read} reads a whole text instead"
)


def ask_source(app: Bilat, key: Key, again: str) -> None:
    """Ask for a source of a record; `again` is the key that brings back what was not saved."""

    def hears(text: str) -> Heard:
        read = app.read(read_cited, text, key)
        reprint = f" {glyphs.dot} it prints {plain(read.reprint_of, 30)} again, so it confirms nothing"
        return Heard(plain(read.told, _LONGEST) + (reprint if read.reprint_of else ""))

    async def saves(text: str) -> str:
        read = app.read(read_cited, text, key)
        await app.write("source", _cite, key, read.source, app.today())
        return undoable(f"{briefly(app, (key,))} has one source more")

    def goes_on(text: str) -> str:
        return app.read(rest_of_title, text)

    title, place = "Who says so as well?", place_of("source", (key,))
    ask(app, Question(title, about(app, (key,)), keyed(_ASKS), place, again, hears, saves, goes_on))


def _cite(session: Any, key: Key, source: dict[str, Any], today: date) -> None:
    from db.commands.citing import cite  # noqa: PLC0415 - SQLModel, which only writing needs

    cite(session, key, source, today)
