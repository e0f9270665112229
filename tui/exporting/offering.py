"""E: what may be taken out, and under which name; every file is readable by its owner alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from db.exchange import Wanted
from db.exchange.list_pages import PAGES, as_page
from db.exchange.marked import marks_of
from db.exchange.tables_out import FORMATS, Listed, as_table, listed
from db.sweeping import unswept
from tui.cards.fields import many
from tui.deeds.filing import save_as
from tui.exporting.marks import holding, marks_in
from tui.exporting.on_screen import OnScreen, file_stem, list_on, taken_from
from tui.exporting.pack_folder import make_pack, pack_name
from tui.glyphs import glyphs
from tui.modals.choices import Choice, answering
from tui.modals.file_name import FileNameModal
from tui.modals.letters import LetterMenu
from tui.private_file import write_private

if TYPE_CHECKING:
    from tui.app import Bilat

KINDS = {
    ".csv": "CSV, for any spreadsheet",
    ".xlsx": "Excel",
    ".docx": "Word",
    ".html": "HTML, to print",
    ".md": "Markdown",
    ".jsonl": "JSON, a line a row",
}
"""What each ending makes of a list."""
_DOSSIERS = {".json": "a dossier in JSON", ".toml": "a dossier in TOML"}
_CALENDARS = {".ics": "a calendar"}
_CARDS = {".vcf": "cards for an address book"}
Makes = Callable[[Path], tuple[bytes, str]]
"""Makes in a thread what a file of that name shall hold, and says what that is; raises BilatError."""


def offer(app: Bilat) -> None:
    """Ask what shall be taken out."""
    pane = list_on(app.screen)
    choices: list[Choice] = []
    if pane is not None and pane.state == "ready":
        choices.append(
            answering("list", f"this list: {pane.title.name}", kind="l", detail="CSV, Excel, Word, HTML")
        )
    choices += [
        answering("quarters", "the quarterly table", kind="q", detail="visits, meetings, agreements"),
        answering("everything", "everything, as a dossier", kind="e", detail="JSON or TOML"),
        answering("calendar", "visits, meetings, follow-ups", kind="c", detail="as a calendar"),
        answering("people", "the officials", kind="o", detail="as cards"),
        answering("pack", "a hand-over pack", kind="h", detail="a folder for who comes next"),
    ]

    def chosen(what: str | None) -> None:
        match what:
            case "list" if pane is not None:
                _list(app, taken_from(pane))
            case "quarters":
                _quarters(app)
            case "everything":
                _save(app, "Save everything", "bilat", _DOSSIERS, lambda path: _dossier(app, path))
            case "calendar":
                _save(app, "Save the calendar", "calendar", _CALENDARS, lambda _path: _calendar(app))
            case "people":
                _save(app, "Save the officials", "officials", _CARDS, lambda _path: _cards(app))
            case "pack":
                _pack(app)

    app.push_screen(LetterMenu("Take out", choices), chosen)


# --- lists ---


def _list(app: Bilat, found: OnScreen) -> None:
    title = f"{found.title}: {found.about}" if found.about else found.title

    def make(path: Path) -> tuple[bytes, str]:
        data = _bytes(found.table, path, title, app)
        hidden = f", {many(found.hidden, 'hidden row')} left out" if found.hidden else ""
        marked = holding(app.read(marks_of, found.keys))
        return data, _with(f"{many(len(found.table.rows), 'row') or 'no rows'}{hidden}", marked)

    _save(app, f"Save {found.title}", found.title, KINDS, make)


def _quarters(app: Bilat) -> None:
    def make(path: Path) -> tuple[bytes, str]:
        table = app.read(listed, "quarters", Wanted(), app.moment)
        data = _bytes(table, path, "Visits, meetings and agreements by quarter", app)
        return data, many(len(table.rows), "row") or "no rows"

    _save(app, "Save the quarterly table", "quarters", KINDS, make)


def _bytes(table: Listed, path: Path, title: str, app: Bilat) -> bytes:
    ending = path.suffix.lower().removeprefix(".")
    page = next((one for one in PAGES if one == ending), None)
    if page is not None:
        return as_page(table, page, title, app.today())
    return as_table(table, next(one for one in FORMATS if one == ending), title)


def _with(said: str, marked: str) -> str:
    """What is in a file, the marked records at the end, where a long sentence is not cut."""
    return f" {glyphs.dot} ".join(filter(None, (said, marked)))


# --- records ---


def _dossier(app: Bilat, path: Path) -> tuple[bytes, str]:
    from db.exchange import as_text, export  # noqa: PLC0415 - when everything leaves

    plain = app.read(export, Wanted(), app.tell)
    app.tell("the file", 0, 0)
    data = as_text(plain, "toml" if path.suffix.lower() == ".toml" else "json").encode()
    app.tell("the file", 0, 0)  # until it is written, it can be stopped
    return data, _with("all records, without the trash and the history", holding(marks_in(plain)))


def _calendar(app: Bilat) -> tuple[bytes, str]:
    from db.exchange.icalendar_out import gather_calendar  # noqa: PLC0415 - when a calendar is wanted
    from tui.shell.counting import counted  # noqa: PLC0415 - likewise

    found = app.read(gather_calendar, Wanted())
    return found.data, _with(counted(found.counts), holding(found.marks))


def _cards(app: Bilat) -> tuple[bytes, str]:
    from db.exchange.vcard_out import gather_cards  # noqa: PLC0415 - when cards are wanted

    found = app.read(gather_cards, Wanted(), today=app.today(), notes=False)
    return found.data, _with(many(len(found.cards), "card") or "no cards", holding(found.marks))


# --- a folder ---


def _pack(app: Bilat) -> None:
    folder = Path.cwd() / pack_name(app.today())

    async def made() -> str:
        return f"Made {await asyncio.to_thread(make_pack, app.store, folder, app.moment)}"

    choices = (answering("make", f"make {folder.name} in {folder.parent}", kind="m"),)

    def sure(answer: str | None) -> None:
        if answer:
            app.say("Making it")
            app.step(made)

    app.push_screen(LetterMenu("A hand-over pack", choices), sure)


# --- files ---


def _save(app: Bilat, title: str, what: str, kinds: dict[str, str], make: Makes) -> None:
    """Ask for a name; then make and write the file in a thread, and say meanwhile how far it is."""

    def write(path: Path, over: bool) -> str:
        with unswept():
            data, said = make(path)
            write_private(path, data, over=over)
        return f"Saved {path.name}: {said}"

    async def saved(path: Path, over: bool) -> str:
        with app.underway():
            return await asyncio.to_thread(write, path, over)

    def modal(name: str) -> FileNameModal:
        return FileNameModal(title, "", name, Path.cwd(), kinds)

    save_as(app, modal, f"{file_stem(what, app.today())}{next(iter(kinds))}", saved)
