"""I: a file is looked into before it enters; what is not certain is asked, and all of it is one step."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from db.exchange import Wanted, as_text, export
from tests.tui.entering import count, settle, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.importing import asking
from tui.importing.screen import ImportScreen
from tui.screens.main import MainScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import Bilat

SIZES = [(120, 40), (80, 24), (60, 20)]
TRIPS = "Country,Date,Name\nSpain,03/04/2025,Ann Lee\nNowhere,05/06/2025,Bob Ray\nSpain,03/04/2025,Ann Lee\n"


pytestmark = pytest.mark.usefixtures("folder")  # a file is named from where the program runs


@pytest.fixture
def trips(folder: Path) -> Path:
    path = folder / "trips.csv"
    path.write_text(TRIPS, "utf-8")
    return path


def names_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


async def looked_into(pilot: Pilot[int], name: str) -> None:
    """Press I, type a path and Enter."""
    await pilot.press("I")
    await pilot.pause()
    await pilot.press(*name, "enter")
    await settle(pilot)


async def all_said(pilot: Pilot[int]) -> None:
    """Say what the trips leave open: days first, the column of countries, who travels."""
    for answer in (("d",), (*"receives", "enter"), ("U", "S", "enter")):
        await pilot.press("enter")  # the cursor is on what is asked
        await pilot.pause()
        await pilot.press(*answer[:-1])
        await settle(pilot)
        await pilot.press(answer[-1])
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_not_certain_is_asked_and_nothing_is_saved_before(
    app: Bilat, trips: Path, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await looked_into(pilot, trips.name)
        assert isinstance(app.screen, ImportScreen)
        assert "? the day or the month first" in line_with(app, "dates")
        assert "? the country that travels" in line_with(app, "Country")
        await pilot.press("s")
        await pilot.pause()
        assert "Something has to be said first" in screen_text(app)
        assert isinstance(app.screen, ImportScreen)


async def test_a_table_is_shown_as_it_would_be_and_enters_in_one_step(app: Bilat, trips: Path) -> None:
    visits = count(app.store, "visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await looked_into(pilot, trips.name)
        await all_said(pilot)
        assert "day first, as you say" in line_with(app, "dates")
        assert "US→ES  3 Apr 2025  Ann Lee" in line_with(app, "row 2")
        assert "row 4 and row 2 are the same visit; it is left out." in screen_text(app)
        assert "kept in trips.rejected.csv" in line_with(app, "Cannot enter")
        await pilot.press("s")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert "u undoes" in line_with(app, "1 visit and 1 official added")
        assert count(app.store, "visit") == visits + 1
        assert value(app.store, "SELECT date_edtf FROM visit ORDER BY id DESC LIMIT 1") == "2025-04-03"
        kept = trips.with_name("trips.rejected.csv")
        assert "Nowhere" in kept.read_text("utf-8-sig")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit") == visits


async def test_what_was_said_is_known_the_next_time(app: Bilat, trips: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await looked_into(pilot, trips.name)
        await all_said(pilot)
        await pilot.press("s")
        await settle(pilot)
        await looked_into(pilot, trips.name)
        assert "with what you said of such a table last time" in screen_text(app)
        assert "2 rows left out" in line_with(app, "There already")
        await pilot.press("s")
        await pilot.pause()
        assert "Nothing would enter" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)


async def test_rows_may_be_said_to_be_something_else(app: Bilat, folder: Path) -> None:
    (folder / "people.csv").write_text("Name,Country,Post\nAnn Lee,Spain,Commissioner\n", "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "people.csv")
        assert "officials" in line_with(app, "rows are")
        assert "Ann Lee  ES  Commissioner" in line_with(app, "row 2")
        await pilot.press("g", "enter")
        await pilot.pause()
        await pilot.press("f")
        await settle(pilot)
        assert "No column says what is to be done" in screen_text(app)


async def test_a_file_in_letters_that_are_not_its_own_can_be_taken_back(app: Bilat, folder: Path) -> None:
    (folder / "x.csv").write_bytes("From,To,Place\nMA,ES,Málaga\n".encode("cp1252"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.csv")
        assert "Windows-1252" in line_with(app, "letters")
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.press("1")
        await settle(pilot)
        assert "are not UTF-8" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Windows-1252" in line_with(app, "letters")


async def test_a_dossier_says_what_it_would_bring(app: Bilat, folder: Path) -> None:
    with app.store.read() as reader:
        text = as_text(export(reader, Wanted()), "json")
    (folder / "desk.json").write_text(text, "utf-8")
    (folder / "less.json").write_text(
        '{"bilat": 1, "visits": [{"sending": "MA", "host": "PT", "date": "2025-05-06"}]}', "utf-8"
    )
    visits = count(app.store, "visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "desk.json")
        assert "Nothing new; all of it is there." in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        await looked_into(pilot, "less.json")
        assert "1 visit would be added." in screen_text(app)
        assert count(app.store, "visit") == visits
        await pilot.press("s")
        await settle(pilot)
        assert "u undoes" in line_with(app, "1 visit added")
        assert count(app.store, "visit") == visits + 1


async def test_a_calendar_and_cards_show_what_they_would_become(app: Bilat, folder: Path) -> None:
    calendar, cards = folder / "desk.ics", folder / "people.vcf"
    calendar.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261203\n"
        "SUMMARY:Morocco - Spain talks\nLOCATION:Tangier\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20261204\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nTITLE:Director\nADR:;;;Madrid;;;Spain\nEND:VCARD\n", "utf-8"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for path, shown in (
            (calendar, ["meeting", "3 Dec 2026", "Morocco - Spain talks", "Tangier"]),
            (cards, ["Ann Lee", "ES", "Director"]),
        ):
            await looked_into(pilot, path.name)
            lines = screen_lines(app)
            at = next(at for at, line in enumerate(lines) if "As they would be  1" in line)
            assert re.split(r"\s{2,}", lines[at + 1].strip("│┃ ")) == shown
            await pilot.press("escape")
            await settle(pilot)


async def test_a_path_is_completed_and_what_is_not_there_is_said(app: Bilat, trips: Path) -> None:  # noqa: ARG001 - it is there
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("I")
        await pilot.pause()
        await pilot.press(*"tri")
        await pilot.pause()
        assert "there are trips.csv" in screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "a table, 1 kB" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)


async def test_a_file_that_is_gone_is_told(app: Bilat, folder: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        asking.show_file(app, folder / "no.csv")
        await pilot.pause()
        assert "There is no file" in screen_text(app)


async def test_stopping_while_it_is_saved_leaves_everything_as_it_was(app: Bilat, folder: Path) -> None:
    (folder / "x.csv").write_text("From,To,Date\nMA,Nowhere,2025\nMA,PT,2025-05-06\n", "utf-8")
    visits = count(app.store, "visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.csv")
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        screen.action_importing_save()
        screen.action_importing_back()  # before the thread has begun
        await settle(pilot)
        assert "Stopped. Nothing was imported." in screen_text(app)
        assert count(app.store, "visit") == visits
        assert names_in(folder) == ["x.csv"]


async def test_help_opened_while_it_is_saved_stays_and_the_import_leaves_behind_it(
    app: Bilat, folder: Path
) -> None:
    (folder / "x.csv").write_text("From,To,Date\nMA,PT,2025-05-06\n", "utf-8")
    visits = count(app.store, "visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.csv")
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        screen.action_importing_save()
        await app.run_action("help")
        shown = app.screen
        assert shown is not screen
        await settle(pilot)
        assert count(app.store, "visit") == visits + 1
        assert app.screen is shown
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)


async def test_nothing_is_saved_while_it_is_read_with_what_was_just_said(app: Bilat, folder: Path) -> None:
    (folder / "x.csv").write_text("From,To,Date\nMA,PT,2025-05-06\n", "utf-8")
    visits = count(app.store, "visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.csv")
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        screen.say(screen.wish)  # it is read anew
        screen.action_importing_save()
        await settle(pilot)
        assert "It is still being read." in screen_text(app)
        assert count(app.store, "visit") == visits
        await pilot.press("s")
        await settle(pilot)
        assert count(app.store, "visit") == visits + 1


async def test_another_sheet_of_a_workbook_can_be_meant(app: Bilat, folder: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "trips"
    people = book.create_sheet("people")
    for rows, sheet in (
        ((("From", "To"), ("MA", "ES")), book.worksheets[0]),
        ((("Name", "Country", "Post"), ("Ann Lee", "ES", "Chief")), people),
    ):
        for row in rows:
            sheet.append(row)
    book.save(folder / "x.xlsx")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.xlsx")
        assert "trips, of 2" in line_with(app, "sheet")
        await pilot.press("j", "enter")
        await settle(pilot)
        await pilot.press(*"peo")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "people, of 2" in line_with(app, "sheet")
        assert "officials" in line_with(app, "rows are")


@pytest.mark.parametrize("size", SIZES)
async def test_words_of_a_file_do_nothing_on_the_screen(
    app: Bilat, folder: Path, size: tuple[int, int]
) -> None:
    nasty = "[/b]\x1b[31m\u202e" + "x" * 300
    (folder / "x.csv").write_text(f"From,To,Place,{nasty}\nMA,ES,{nasty},{nasty}\nMA,{nasty},y,z\n", "utf-8")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await looked_into(pilot, "x.csv")
        text = screen_text(app)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[/b]" in text
        await pilot.press("G", "enter")
        await settle(pilot)
        assert "What does" in screen_text(app)
