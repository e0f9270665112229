"""`bilat import FILE.csv` and `bilat export --list`: spreadsheets through the shell; data on stdout, talk on stderr."""

from __future__ import annotations

import io
import json
import stat
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from db import BadInput, Conflict, NotFound, Store
from tests.db.making import count
from tui import run
from tui.cli import main
from tui.shell import tables
from tui.shell.exporting import export_dossier
from tui.shell.importing import import_dossier

TRIPS = "Country,Date,Name\nSpain,28/01/2025,Ann Lee\nNowhere,29/01/2025,Bob Ray\nSpain,28/01/2025,Ann Lee\n"


@pytest.fixture(autouse=True)
def a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import TODAY  # noqa: PLC0415 - beside the fixture that needs it

    monkeypatch.setattr(run, "today", lambda: TODAY)


@pytest.fixture
def trips(tmp_path: Path) -> Path:
    path = tmp_path / "trips.csv"
    path.write_text(TRIPS, "utf-8")
    return path


def imported(store: Store, *words: object) -> int:
    return import_dossier(["--store", str(store.path), *map(str, words)])


def test_a_table_enters_in_one_step_and_says_how_it_was_read(
    empty_store: Store, trips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(empty_store, trips, "--as", "visits", "--set", "sending=US") == 0
    out, err = capsys.readouterr()
    kept = trips.with_name("trips.rejected.csv")
    assert out == (
        f"1 visit and 1 official added; 1 row there already; 1 row cannot enter, kept in {kept}.\n"
    )
    assert "trips.csv: dates have the day first, as “28/01/2025” shows" in err
    assert "“Country” is host" in err
    assert "row 4 and row 2 are the same visit; it is left out." in err
    assert "row 3: “Nowhere” is not a country that is known here." in err
    assert "row 2: US→ES  28 Jan 2025  Ann Lee" in err
    assert count(empty_store, "step", "label = 'import trips.csv'") == 1
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_mended_rows_come_in_and_the_second_file_of_rejects_gets_its_own_name(
    empty_store: Store, trips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(empty_store, trips, "--set", "sending=US")
    kept = trips.with_name("trips.rejected.csv")
    kept.write_text(f"{kept.read_text('utf-8-sig').replace('Nowhere', 'Portugal')},?,29/01/2025,x\n", "utf-8")
    capsys.readouterr()
    assert imported(empty_store, kept, "--set", "sending=US") == 0
    assert "1 visit and 1 official added" in capsys.readouterr().out
    assert trips.with_name("trips.rejected-2.csv").exists()


def test_rows_kept_back_are_read_as_their_table_was(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reisen.csv"
    path.write_text("Wer;Wohin;Wann\nAnn Lee;Spanien;28.01.2025\nJon Ray;Nirgendwo;29.01.2025\n", "utf-8")
    assert imported(empty_store, path, "--as", "visits", "--map", "Wohin=host", "--set", "sending=MA") == 0
    kept = path.with_name("reisen.rejected.csv")
    kept.write_text(kept.read_text("utf-8-sig").replace("Nirgendwo", "Portugal"), "utf-8-sig")
    capsys.readouterr()
    assert imported(empty_store, kept, "--as", "visits") == 0
    assert capsys.readouterr().out == "1 visit and 1 official added.\n"


def test_what_was_said_last_time_holds_and_can_be_left_aside(
    empty_store: Store, trips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(empty_store, trips, "--set", "sending=US")
    assert imported(empty_store, trips) == 0
    assert "as you said last time: --set sending=US" in capsys.readouterr().err
    with pytest.raises(
        BadInput,
        match=r"trips.csv: “Country” does not say whether its countries travel.*Nothing was imported",
    ):
        imported(empty_store, trips, "--fresh")


def test_a_dry_run_changes_nothing(
    empty_store: Store, trips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(empty_store, trips, "--set", "sending=US", "--dry-run", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["columns"] == {"Country": "host", "Date": "date", "Name": "head"}
    assert found["rejected"] == [{"row": 3, "reason": "“Nowhere” is not a country that is known here"}]
    assert found["duplicates"][0]["left_out"] is True
    assert (found["read"], found["rejected_file"]) == (3, None)
    assert count(empty_store, "visit") == count(empty_store, "setting") == 0
    assert [path.name for path in trips.parent.glob("*.csv")] == ["trips.csv"]


def test_a_table_comes_through_a_pipe(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"From\tTo\nMA\tES\n")))
    assert imported(empty_store, "-", "--as", "visits") == 0
    assert "1 visit added" in capsys.readouterr().out


def test_dates_that_are_not_certain_end_with_two(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("From,To,Date\nMA,ES,03/04/2025\n", "utf-8")
    assert main(["import", "--store", str(empty_store.path), str(path)]) == 2
    assert "Say --dates day-first or --dates month-first" in capsys.readouterr().err
    assert main(["import", "--store", str(empty_store.path), str(path), "--dates", "month-first"]) == 0
    assert count(empty_store, "visit", "date_edtf = '2025-03-04'") == 1


def test_a_table_of_which_no_row_can_enter_ends_with_two(empty_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("From,To,Date\nMA,Nowhere,2025-04-03\n", "utf-8")
    with pytest.raises(BadInput, match="no row could enter; the first: “Nowhere”"):
        imported(empty_store, path)
    assert path.with_name("x.rejected.csv").exists()


def test_a_file_that_is_not_there(empty_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        imported(empty_store, tmp_path / "no.xlsx")


def test_stopping_leaves_the_store_and_the_folder_as_they_were(
    empty_store: Store, trips: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tables, "_enter", stop)
    assert main(["import", "--store", str(empty_store.path), str(trips), "--set", "sending=US"]) == 130
    assert "Stopped. Nothing was imported.\n" in capsys.readouterr().err
    assert [path.name for path in trips.parent.glob("*.csv")] == ["trips.csv"]


def test_progress_is_shown_on_a_terminal_and_wiped(
    empty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("From,To,Date\n" + "".join(f"MA,ES,{1000 + n}-01-28\n" for n in range(600)), "utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert imported(empty_store, path) == 0
    err = capsys.readouterr().err
    assert "\rwriting 600 of 600" in err
    assert "a second" in err


def test_a_list_goes_out_as_a_workbook_that_is_nobody_elses(demo_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "visits.xlsx"
    words = ["--store", str(demo_store.path), "--list", "visits", "--pair", "MA-ES", "--out", str(path)]
    assert export_dossier(words) == 0
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "visits"
    assert sheet["A1"].value == "Ref"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Conflict, match="something already"):
        export_dossier(words)


def test_a_list_goes_out_as_csv_unless_it_is_said_otherwise(
    demo_store: Store, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = ["--store", str(demo_store.path), "--list", "followups"]
    assert export_dossier(words) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfRef,Text,Due,")
    assert export_dossier([*words, "--format", "jsonl"]) == 0
    assert json.loads(capsysbinary.readouterr().out.splitlines()[0])["ref"].startswith("F-")


def test_a_table_wants_a_list_and_a_list_wants_a_table(demo_store: Store, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="say which, as in --list visits"):
        export_dossier(["--store", str(demo_store.path), "--format", "csv"])
    with pytest.raises(BadInput, match="say which"):
        export_dossier(["--store", str(demo_store.path), "--out", str(tmp_path / "x.xlsx")])
    with pytest.raises(BadInput, match="json is for whole records"):
        export_dossier(["--store", str(demo_store.path), "--list", "visits", "--format", "json"])


def test_what_goes_out_as_visits_comes_in_again_as_nothing_new(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "visits.csv"
    export_dossier(["--store", str(demo_store.path), "--list", "visits", "--out", str(path)])
    capsys.readouterr()
    assert imported(demo_store, path) == 0
    assert capsys.readouterr().out.startswith("Nothing new; ")
    assert count(demo_store, "step", "label = 'import visits.csv'") == 0


def test_the_headers_tell_what_the_rows_are_unless_it_is_said(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Country,Post\nAnn Lee,Spain,Commissioner\n", "utf-8")
    assert imported(empty_store, path) == 0
    out, err = capsys.readouterr()
    assert out == "1 official and 1 post added.\n"
    assert "the rows are read as officials, as the headers tell" in err
    assert "row 2: Ann Lee  ES  Commissioner" in err
    assert imported(empty_store, path, "--as", "officials", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as"], found["added"], found["duplicates"][0]["left_out"]) == ("officials", {}, True)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("meetings", "Parties,Date,Subject\nES; MA,2025-02-28,Coast guards\n", "1 meeting added.\n"),
        ("followups", "Task,Due\nchase the nominees,2026-12-01\n", "1 follow-up added.\n"),
    ],
)
def test_other_kinds_of_rows_enter_too(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, text: str, said: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, "utf-8")
    assert imported(empty_store, path, "--as", kind) == 0
    assert capsys.readouterr().out == said


def test_on_a_terminal_what_is_not_certain_is_asked(
    empty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("From,To,Date\nMA,ES,03/04/2025\n", "utf-8")
    answers = io.StringIO("perhaps\nv\nm\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answers)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert imported(empty_store, path) == 0
    err = capsys.readouterr().err
    assert "Its rows are visits, meetings, outcomes, officials, followups? [visits]" in err
    assert "One of visits, meetings, outcomes, officials, followups." in err
    assert "Dates have the day or the month first?" in err
    assert count(empty_store, "visit", "date_edtf = '2025-03-04'") == 1


def test_how_a_file_is_written_can_be_said(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("Desk, 2025\nFrom|To|Place\nMA|ES|Málaga\n".encode("cp1252"))
    words = ("--as", "visits", "--between", "bar", "--letters", "cp1252", "--header", "2")
    assert imported(empty_store, path, *words) == 0
    assert "read as Windows-1252, with bars between cells" in capsys.readouterr().err
    assert count(empty_store, "visit", "place = 'Málaga'") == 1


def test_a_list_goes_out_under_the_name_by_which_it_comes_in(
    demo_store: Store, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = []
    for name in ("outcomes", "actions"):
        assert main(["export", "--store", str(demo_store.path), "--list", name]) == 0
        said.append(capsysbinary.readouterr().out)
    assert said[0] == said[1] != b""


def test_a_cell_that_says_nothing_is_empty_to_a_spreadsheet(demo_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "steps.xlsx"
    assert main(["export", "--store", str(demo_store.path), "--list", "followups", "--out", str(path)]) == 0
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<t/>" not in sheet
    assert "<t></t>" not in sheet
