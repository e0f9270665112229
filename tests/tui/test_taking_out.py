"""E: the list as it is on the screen, the quarterly table, and a folder for whoever takes over the desk."""

from __future__ import annotations

import csv
import json
import stat
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from docx import Document

from db import Conflict, Store, exchange
from db.exchange.list_pages import as_page
from db.exchange.tables_out import Listed, as_table
from tests.conftest import TODAY
from tests.db.making import MOROCCO
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_lines, screen_text
from tui import underway
from tui.exporting.on_screen import list_on, taken_from
from tui.exporting.pack_folder import make_pack
from tui.shell.exporting import export_dossier

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import Bilat

FORMULA = "=HYPERLINK('x')"
NASTY = Listed(("Name", "Met", "Day"), [(FORMULA, 3, TODAY), ("<b>|*x*\u202e", 0, None)])


pytestmark = pytest.mark.usefixtures("folder")  # a file is named from where the program runs


async def save_as(pilot: Pilot[int], letter: str, name: str) -> None:
    """Press E, choose, take the proposed name away and type another one."""
    await pilot.press("E")
    await pilot.pause()
    await pilot.press(letter)
    await pilot.pause()
    await pilot.press(*["backspace"] * 80, *name, "enter")
    await settle(pilot)


async def test_a_list_leaves_as_it_is_on_the_screen_filter_and_order_and_all(
    app: Bilat, folder: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "q", "a", "enter")
        await settle(pilot)
        await save_as(pilot, "l", "pairs.csv")
        assert "1 row" in line_with(app, "Saved pairs.csv")
    path = folder / "pairs.csv"
    rows = list(csv.DictReader(StringIO(path.read_text("utf-8-sig"))))
    assert [(row["Country"], row["With"]) for row in rows] == [("MA", "QA")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


SEEN: dict[str, Callable[[dict[str, str]], str]] = {
    "1": lambda row: " – ".join(sorted((row["Country"], row["With"]))),
    "2": lambda row: row["Name"][:14],
    "3": lambda row: row["Text"][:20],
}
"""What of an exported row stands in its pane."""
PANES = 48  # cells of the screen that the panes with lists take


@pytest.mark.parametrize("pane", SEEN)
async def test_a_list_leaves_in_the_order_that_it_was_sorted_in(app: Bilat, folder: Path, pane: str) -> None:
    orders = []
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(pane)
        await settle(pilot)
        for number in range(3):
            await save_as(pilot, "l", f"list-{number}.csv")
            text = (folder / f"list-{number}.csv").read_text("utf-8-sig")
            rows = [SEEN[pane](row) for row in csv.DictReader(StringIO(text))]
            lines = [line[:PANES] for line in screen_lines(app)]
            places = [next(at for at, line in enumerate(lines) if words in line) for words in rows]
            assert len(rows) > len("two")
            assert places == sorted(places)
            orders.append(rows)
            await pilot.press("s")
            await settle(pilot)
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(orders[2])


async def test_cells_of_a_workbook_have_their_types(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await pilot.pause()
        await save_as(pilot, "l", "steps.xlsx")
        await pilot.press("4")
        await pilot.pause()
        await save_as(pilot, "l", "timeline.xlsx")
    sheet = openpyxl.load_workbook(folder / "steps.xlsx").active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    assert heads[:3] == ["Ref", "Text", "Due"]
    assert isinstance(sheet.cell(2, 3).value, datetime)
    timeline = openpyxl.load_workbook(folder / "timeline.xlsx").active
    assert timeline is not None
    assert timeline.max_row > 3


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "html", "md"])
async def test_every_ending_makes_a_file(app: Bilat, folder: Path, ending: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await pilot.pause()
        await save_as(pilot, "l", f"officials.{ending}")
        assert f"Saved officials.{ending}: 5 rows" in screen_text(app)
    assert (folder / f"officials.{ending}").stat().st_size > 100


async def test_a_file_that_is_there_is_asked_about_first(app: Bilat, folder: Path) -> None:
    (folder / "x.csv").write_text("mine", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await save_as(pilot, "q", "x.csv")
        assert "x.csv is there already" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert (folder / "x.csv").read_text("utf-8") == "mine"


async def test_a_view_without_columns_leaves_line_by_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("v", "t")
        await settle(pilot)
        pane = list_on(app.screen)
        assert pane is not None
        found = taken_from(pane)
        assert any("Overdue" in str(row[0]) for row in found.table.rows)


def test_nothing_in_a_list_is_run_by_what_opens_it() -> None:
    text = as_page(NASTY, "html", "A <list>", TODAY).decode()
    assert "<b>" not in text
    assert "&lt;b&gt;" in text
    assert "\u202e" not in text
    assert r"\<b\>\|\*x\*" in as_page(NASTY, "md", "A list", TODAY).decode()
    assert f"'{FORMULA}" in as_table(NASTY, "csv", "x").decode("utf-8-sig")
    assert as_table(NASTY, "xlsx", "Timeline: Morocco [/x]")


def test_a_page_for_word_has_the_rows_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(as_page(NASTY, "docx", "A list", TODAY))
    (table,) = Document(str(path)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Name", "Met", "Day"]
    assert [cell.text for cell in table.rows[1].cells] == [FORMULA, "3", "2026-11-21"]


def test_a_hand_over_pack_is_whole_and_nobody_elses(demo_store: Store, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    said = make_pack(demo_store, pack, MOROCCO)
    assert "4 briefs" in said
    files = {str(path.relative_to(pack)) for path in pack.rglob("*") if path.is_file()}
    assert {"desk.json", "READ-ME.md", "briefs/ES-MA.docx", "briefs/ES-MA.html"} <= files
    assert {"open-follow-ups.xlsx", "open-outcomes.html", "backup/demo-2026-11-21.db"} <= files
    assert json.loads((pack / "desk.json").read_text("utf-8"))["bilat"] == 1
    modes = {stat.S_IMODE(path.stat().st_mode) for path in pack.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (pack, *filter(Path.is_dir, pack.iterdir()))} == {
        0o700
    }
    Store.open(pack / "backup/demo-2026-11-21.db", officer="x").close()


def test_a_folder_with_something_in_it_is_left_alone(demo_store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    with pytest.raises(Conflict, match="something already"):
        make_pack(demo_store, tmp_path, MOROCCO)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".hand-over")]


async def test_the_pack_is_made_from_the_screen(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("m")
        await settle(pilot)
        assert "4 briefs" in screen_text(app)
    assert (folder / "hand-over-2026-11-21" / "READ-ME.md").stat().st_size > 100


def test_the_pack_and_the_quarterly_table_from_the_shell(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--store", str(demo_store.path)]
    assert export_dossier([*where, "--pack", str(tmp_path / "pack")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'pack'}\n"
    assert export_dossier([*where, "--quarterly"]) == 0
    assert capsys.readouterr().out.startswith("\ufeffQuarter,From,")
    page = tmp_path / "open.docx"
    assert export_dossier([*where, "--list", "followups", "--out", str(page)]) == 0
    assert Document(str(page)).tables


def made_in(folder: Path) -> list[str]:
    """The dossiers of a folder."""
    return [path.name for path in folder.glob("*.json")]


async def test_escape_stops_a_file_that_takes_long_and_leaves_none(
    app: Bilat, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = Event()
    as_it_is = exchange.as_text

    def slowly(plain: Any, form: Any) -> str:
        going_on.wait()
        return as_it_is(plain, form)

    monkeypatch.setattr(underway, "_LONG", 0.0)
    monkeypatch.setattr(exchange, "as_text", slowly)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("E", "e")
        await pilot.pause()
        await pilot.press(*["backspace"] * 80, *"all.json", "enter")
        while "Esc stops it" not in screen_text(app):
            await pilot.pause()
        await pilot.press("escape")
        going_on.set()
        await settle(pilot)
        assert "Stopped. Nothing was changed." in screen_text(app)
    assert made_in(folder) == []
