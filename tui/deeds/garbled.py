"""Garbled words of a source: they are shown, and the officer says what they mean or mends the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.queries.citations import one_citation
from tui.cards.words import field_words
from tui.entry.saving import Saved
from tui.glyphs import glyphs
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.plain import plain
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.rows import CitationRow, Key
    from db.vocabulary import Stance
    from tui.app import Bilat

_LONGEST = 60  # cells of the words of a source
_WHERE = {
    "head": "delegation",
    "participants": "people",
    "complete": "delegation",
}  # fields of a form for others


def ask(app: Bilat, key: Key, citation: int) -> None:
    """Ask what the words of a source on a record mean."""
    try:
        said = app.read(one_citation, citation)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    words = _words(said)

    def answered(answer: str | None) -> None:
        if answer == "edit":
            _edit(app, key, citation, said)
        elif answer == "implies":
            app.step(lambda: _settle(app, citation, "implies", "they mean what is recorded"))
        elif answer == "contradicts":
            app.step(lambda: _settle(app, citation, "contradicts", "they say something else"))

    choices = [
        answering("edit", f"mend the {field_words(said.field) or 'record'} in the form", kind="e"),
        answering("implies", "the words mean what is recorded", kind="m"),
        answering("contradicts", "they say something else; the record stands", kind="s"),
    ]
    app.push_screen(LetterMenu(words, choices), answered)


def _words(said: CitationRow) -> str:
    """What stands in the source, else where it stands."""
    printed = plain(said.value or said.quote, _LONGEST)
    quoted = f"{glyphs.quote_open}{printed}{glyphs.quote_close}" if printed else plain(said.locator, _LONGEST)
    return f"{field_words(said.field)}: {quoted}" if said.field else quoted


def _edit(app: Bilat, key: Key, citation: int, said: CitationRow) -> None:
    """Open the form at the field; once that has another text, nothing is doubtful any more."""
    from tui.forms import opening  # noqa: PLC0415 - not needed to look

    field = _WHERE.get(said.field, said.field)
    try:
        form = opening.edit(
            app, key, field=field, about=f"{_words(said)} {glyphs.dot} {plain(said.source, 30)}"
        )
        before = app.read(queries.form, key).values.get(field)
    except BilatError as error:
        app.say(str(error), "warn")
        return

    def saved(answer: Saved | Key | None) -> None:
        app.entered(answer)
        if isinstance(answer, Saved) and app.read(queries.form, key).values.get(field) != before:
            app.step(lambda: _settle(app, citation, "implies", "the record is mended"))

    app.push_screen(form, saved)


async def _settle(app: Bilat, citation: int, stance: Stance, means: str) -> str:
    await app.write("garbled words", _write, citation, stance)
    return undoable(f"Garbled words: {means}")


def _write(session: Any, citation: int, stance: Stance) -> None:
    from db.commands.stances import settle_stance  # noqa: PLC0415 - SQLModel, which only writing needs

    settle_stance(session, citation, stance)
