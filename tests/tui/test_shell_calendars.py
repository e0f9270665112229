"""`bilat export` and `bilat import` with calendars and cards, through files, folders and pipes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from db import BadInput, Conflict, Store
from db.models import Official, Visit
from tests.conftest import TODAY
from tests.db.making import count
from tui import run
from tui.shell.exporting import export_dossier
from tui.shell.importing import import_dossier


@pytest.fixture(autouse=True)
def moroccan_desk_of_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "today", lambda: TODAY)
    monkeypatch.setenv("BILAT_DESK", "MA")


def test_a_calendar_goes_into_a_file_and_says_what_has_no_day(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.ics"
    assert export_dossier(["--store", str(demo_store.path), "--out", str(file)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "Left out, since no day is known: M-2022-003, V-2022-004, V-2022-006, V-2024-001." in told.err
    assert "Exported 7 visits, 4 meetings and 8 follow-ups." in told.err
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.stat().st_mode & 0o077 == 0


def test_a_folder_gets_a_file_for_every_record(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "cards"
    assert export_dossier(["--store", str(demo_store.path), "--format", "vcf", "--out", f"{folder}/"]) == 0
    assert len(list(folder.glob("*.vcf"))) == 5
    assert f"Saved 5 files in {folder}" in capsys.readouterr().err
    with pytest.raises(Conflict):
        export_dossier(["--store", str(demo_store.path), "--format", "vcf", "--out", f"{folder}/"])


def test_what_is_marked_is_told_when_it_leaves(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with demo_store.write("mark") as session:
        for table, number in ((Visit, 1), (Official, 1)):
            row = session.get(table, number)
            assert row
            row.handling = "restricted"
    for form in ("ics", "vcf"):
        assert export_dossier(["--store", str(demo_store.path), "--format", form]) == 0
        assert re.search(r"It holds \d+ marked restricted\.", capsys.readouterr().err)


def test_notes_are_refused_where_they_would_go_nowhere(demo_store: Store) -> None:
    with pytest.raises(BadInput, match="--notes goes with cards"):
        export_dossier(["--store", str(demo_store.path), "--notes"])


def test_a_calendar_is_tried_then_entered_then_known(
    demo_store: Store, empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.ics"
    export_dossier(["--store", str(demo_store.path), "--pair", "MA-ES", "--out", str(file)])
    capsys.readouterr()
    words = ["--store", str(empty_store.path), str(file)]
    assert import_dossier([*words, "--dry-run"]) == 0
    assert "3 visits, 4 meetings, 5 follow-ups" in capsys.readouterr().out
    assert count(empty_store, "visit") == 0
    assert import_dossier([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"]["visit"] == 3
    assert count(empty_store, "step", "label = 'import desk.ics'") == 1
    assert import_dossier(words) == 0
    assert capsys.readouterr().out == "Nothing new.\n"


def test_an_event_that_stays_out_is_named_with_its_reason(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "outlook.ics"
    event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\nDTSTART:20261210T090000\r\nEND:VEVENT\r\n"
    file.write_text(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n")
    assert import_dossier(["--store", str(empty_store.path), str(file)]) == 0
    told = capsys.readouterr()
    assert told.out == "Nothing new.\n"
    assert "“Dentist” of 10 Dec 2026 was left out: its title names no second country." in told.err


def test_cards_come_in(demo_store: Store, empty_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    export_dossier(["--store", str(demo_store.path), "--official", "Hammouchi", "--out", str(file)])
    assert import_dossier(["--store", str(empty_store.path), str(file)]) == 0
    assert count(empty_store, "official", "name = 'Abdellatif Hammouchi' AND country = 'MA'") == 1


def test_a_file_that_is_no_calendar_is_refused_by_name(empty_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.ics"
    file.write_text("hello")
    with pytest.raises(BadInput, match=r"^x\.ics: it is not a calendar"):
        import_dossier(["--store", str(empty_store.path), str(file)])
