"""b: the page for a meeting on the screen, copied, and saved in three formats."""

from __future__ import annotations

import stat
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from db.rows import Key
from tests.tui.entering import count, settle, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.modals.file_name import FileNameModal
from tui.modals.letters import LetterMenu
from tui.screens.brief import BriefScreen
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from tui.app import Bilat

SIZES = [(120, 40), (80, 24), (60, 20)]
NAME = "brief-ES-MA-2026-11-21"


pytestmark = pytest.mark.usefixtures("folder")  # a file is named from where the program runs


def front(app: Bilat) -> type[Screen[object]]:
    """What kind of screen is in front now."""
    return type(app.screen)


def names_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


async def save_as(pilot: Pilot[int], name: str) -> None:
    """Press s, take the proposed name away and type another one."""
    await pilot.press("s")
    await pilot.pause()
    await pilot.press(*["backspace"] * 60, *name, "enter")
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_b_shows_the_brief_on_the_selected_pair(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("b")
        await pilot.pause()
        assert front(app) is BriefScreen
        lines = screen_lines(app)
        assert "Brief · Morocco – Spain" in lines[0]
        assert "Sat 21 Nov 2026" in lines[1]
        assert "7–9 Jan 2026, 10 months ago" in line_with(app, "when")
        assert all(len(line) <= size[0] for line in lines)
        await pilot.press("G")
        await pilot.pause()
        assert "Line to take" in screen_text(app)
        assert all(len(line) <= size[0] for line in screen_lines(app))
        await pilot.press("g", "escape")
        await pilot.pause()
        assert front(app) is MainScreen


async def test_it_is_read_to_the_end_with_the_keys_of_every_list(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        seen = set(screen_lines(app))
        for _ in range(12):
            await pilot.press("pagedown")
            await pilot.pause()
            seen |= set(screen_lines(app))
        told = "\n".join(seen)
        for title in ("Who is who now", "Open both ways", "Watch", "Sources", "Objectives", "Their points"):
            assert title in told
        assert "! overdue since 12 Nov 2026" in told


async def test_enter_opens_what_a_line_is_about_and_esc_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "enter")
        await pilot.pause()
        assert front(app) is RecordScreen
        assert "M-2026-001" in screen_text(app) or "DE·ES·MA" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert front(app) is BriefScreen


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("2",), "Brief · Dieter Romann"),
        (("3",), "Brief · Morocco – Spain"),
        (("4",), "Brief · Meeting DE·ES·MA, 10 Dec 2026"),
        (("1", "5"), "Brief · Meeting DE·ES·MA, 7–9 Jan 2026"),
        (("1", "enter"), "Brief · Morocco – Spain"),
        (("v", "t"), "Brief · "),
    ],
)
async def test_b_works_wherever_something_is_selected(app: Bilat, keys: tuple[str, ...], title: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        if keys == ("2",):
            app.screen.point_at([Key("official", str(value(app.store, _ROMANN)))])  # type: ignore[attr-defined]
        await pilot.press("b")
        await pilot.pause()
        assert front(app) is BriefScreen
        assert title in screen_lines(app)[0]


_ROMANN = "SELECT id FROM official WHERE name = 'Dieter Romann'"


async def test_b_on_what_has_no_brief_says_what_it_works_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("source", "1"))
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        assert front(app) is RecordScreen
        assert "b makes the brief of a country pair, an official, a visit or a meeting" in screen_text(app)


async def test_y_copies_it_as_markdown_and_notes_that_it_was_taken(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "y")
        await settle(pilot)
        assert app.clipboard.startswith("# Morocco – Spain\n")
        assert "## Line to take" in app.clipboard
        assert "Copied, noted as taken · u undoes the note" in screen_text(app)
        assert value(app.store, "SELECT body FROM brief") == app.clipboard
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "brief") == 0


async def test_s_proposes_a_name_and_says_the_whole_path(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "s")
        await pilot.pause()
        assert front(app) is FileNameModal
        assert f"{NAME}.md" in screen_text(app)
        assert f"Markdown: {folder / NAME}.md" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        file = folder / f"{NAME}.md"
        assert file.read_text("utf-8").startswith("# Morocco – Spain\n")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert f"Saved {file}"[:90] in screen_text(app)
        assert value(app.store, "SELECT record_kind || record_id FROM brief") == "pairES-MA"


async def test_the_ending_of_the_name_chooses_the_format(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        await save_as(pilot, "talks.docx")
        await save_as(pilot, "talks.HTML")
        word = Document(BytesIO((folder / "talks.docx").read_bytes()))
        assert word.paragraphs[0].text == "Morocco – Spain"
        assert (folder / "talks.HTML").read_text("utf-8").startswith("<!DOCTYPE html>")
        assert count(app.store, "brief") == 2


async def test_a_name_that_cannot_be_is_refused_with_a_sentence(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        await save_as(pilot, "talks.pdf")
        assert front(app) is FileNameModal
        assert "The name ends in .md, .html or .docx." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        await save_as(pilot, "nowhere/talks.md")
        assert f"There is no folder {folder / 'nowhere'}." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert names_in(folder) == []
        assert count(app.store, "brief") == 0


async def test_a_file_that_is_there_is_only_written_over_when_asked(app: Bilat, folder: Path) -> None:
    (folder / "mine.md").write_text("mine", "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        await save_as(pilot, "mine.md")
        assert front(app) is LetterMenu
        assert "mine.md is there already" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert (folder / "mine.md").read_text("utf-8") == "mine"
        await save_as(pilot, "mine.md")
        await pilot.press("n")
        await pilot.pause()
        assert front(app) is FileNameModal
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("o")
        await settle(pilot)
        assert (folder / "mine.md").read_text("utf-8").startswith("# Morocco – Spain\n")
        assert names_in(folder) == ["mine.md"]


async def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_noted(
    app: Bilat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "s")
        await pilot.pause()
        monkeypatch.setattr("db.private_file.os.open", full)
        await pilot.press("enter")
        await settle(pilot)
        assert f"Not saved, no space left on device: {folder}"[:90] in screen_text(app)
        assert count(app.store, "brief") == 0
        assert names_in(folder) == []


async def test_briefing_again_shows_what_changed_since(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", "y")
        await settle(pilot)
        assert "Changed since" not in screen_text(app)  # the page that was taken stays as it was
        await pilot.press("escape", "3")
        await settle(pilot)
        ref = value(app.store, f"SELECT ref FROM followup WHERE id = {app.screen.selected.id}")  # type: ignore[attr-defined]
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("1", "b")
        await settle(pilot)
        assert "Changed since the last brief (" in screen_text(app)
        assert "status" in line_with(app, str(ref))
        assert "last taken" in screen_text(app)


async def test_the_help_names_the_keys_of_a_brief(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        footer = screen_lines(app)[-1]
        assert all(words in footer for words in ("Enter open", "s save", "y copy", "Esc back"))
        await pilot.press("question_mark")
        await pilot.pause()
        assert "copy the whole page as Markdown" in screen_text(app)


async def test_a_record_that_goes_while_its_brief_is_open_is_said(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "b")
        await pilot.pause()
        number = value(app.store, "SELECT id FROM meeting WHERE ref = 'M-2026-002'")
        with app.store.write("delete") as session:
            from db.commands.removal import remove  # noqa: PLC0415 - SQLModel

            for (step,) in app.read(
                lambda reader: reader.all("SELECT id FROM followup WHERE meeting_id = :m", m=number)
            ):
                remove(session, Key("followup", str(step)))
            remove(session, Key("meeting", str(number)))
        app.reread()
        await settle(pilot)
        assert "no longer in the store" in screen_text(app)
        await pilot.press("s")
        await pilot.pause()
        assert front(app) is BriefScreen
        assert "There is no brief to save" in screen_text(app)


async def test_in_ascii_nothing_else_is_drawn(app: Bilat) -> None:
    from tui.glyphs import glyphs  # noqa: PLC0415 - put back below

    async with app.run_test(size=(80, 24)) as pilot:
        glyphs.choose(ascii_only=True)
        try:
            await pilot.press("b")
            await pilot.pause()
            assert screen_text(app).isascii()
        finally:
            glyphs.choose(ascii_only=False)
