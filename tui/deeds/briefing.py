"""b: the page for a meeting, shown; then copied or saved, which is noted so that the next one tells what is new."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.briefs import Brief, Format, written
from db.briefs.subject import subject_of
from db.errors import BilatError
from db.names import fold
from db.rows import Key
from tui import copying
from tui.deeds.filing import save_as
from tui.modals.file_name import FileNameModal
from tui.private_file import write_private
from tui.undoing import undoable

if TYPE_CHECKING:
    from tui.app import Bilat

ENDINGS: dict[str, Format] = {".md": "md", ".html": "html", ".docx": "docx"}
KINDS = {".md": "Markdown", ".html": "HTML", ".docx": "Word"}
_LONGEST = 60  # characters of a file's name, without its day
_WORKS_ON = "b makes the brief of a country pair, an official, a visit or a meeting"


def show(app: Bilat) -> None:
    """Show the brief of what is selected, or of that on which it hangs."""
    key: Key | None = getattr(app.screen, "selected", None)
    if key is None:
        app.say(f"{_WORKS_ON}; nothing is selected.")
        return
    try:
        subject = app.read(subject_of, key, app.moment)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    if subject is None:
        app.say(f"{_WORKS_ON}; this hangs on none of them.")
        return
    from tui.screens.brief import BriefScreen  # noqa: PLC0415 - which offers what is here

    if isinstance(app.screen, BriefScreen) and app.screen.brief_key == subject:
        app.say("This is its brief.")
        return
    app.push_screen(BriefScreen(subject))


def file_name(brief: Brief) -> str:
    """What a brief is called as a file: "brief-ES-MA-2026-11-21.md"."""
    name = brief.name
    if brief.key.kind == "official":
        name = "-".join(fold(name).split())[:_LONGEST].strip("-")
    return f"brief-{name or f'{brief.key.kind}-{brief.key.id}'}-{brief.day.isoformat()}.md"


def copy(app: Bilat, brief: Brief) -> None:
    """Copy a brief as Markdown."""
    copying.copy(app, written(brief, "md").decode(), f"the brief on {brief.name} as Markdown")
    app.step(lambda: _noted(app, brief, "Copied"))


def save(app: Bilat, brief: Brief, folder: Path) -> None:
    """Ask for a name and save a brief there; its ending says in which format."""

    def modal(name: str) -> FileNameModal:
        return FileNameModal("Save the brief", brief.title, name, folder, KINDS)

    async def saved(path: Path, over: bool) -> str:
        def write() -> None:
            write_private(path, written(brief, ENDINGS[path.suffix.lower()]), over=over)

        await asyncio.to_thread(write)  # Word takes a third of a second the first time
        return await _noted(app, brief, f"Saved {path}")

    save_as(app, modal, file_name(brief), saved)


async def _noted(app: Bilat, brief: Brief, did: str) -> str:
    try:
        await app.write(f"brief on {brief.name}", _take, brief)
    except BilatError as error:
        raise BilatError(f"{did}, but it could not be noted as taken: {error}") from error
    return undoable(f"{did}, noted as taken", undo="undoes the note")


def _take(session: Any, brief: Brief) -> int:
    from db.commands.briefs import take_brief  # noqa: PLC0415 - SQLModel, which only writing needs

    return take_brief(session, brief)
