"""`bilat export` and `bilat import`: dossiers through files and pipes; data on stdout, talk on stderr."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from db import BadInput, BilatError, Conflict, NotFound, Store
from tests.db.making import count, visit_entered
from tests.db.merging.merges import book
from tui import run
from tui.cli import main
from tui.shell.exporting import export_dossier
from tui.shell.importing import import_dossier

PROGRAM = "import sys; from tui.cli import main; sys.exit(main())"


@pytest.fixture(autouse=True)
def a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import TODAY  # noqa: PLC0415 - beside the fixture that needs it

    monkeypatch.setattr(run, "today", lambda: TODAY)


def exported(store: Store, capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    capsysbinary.readouterr()
    assert export_dossier(["--store", str(store.path), *words]) == 0
    return capsysbinary.readouterr().out


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_everything_goes_out_and_into_an_empty_store_and_out_again(
    demo_store: Store,
    empty_store: Store,
    capsysbinary: pytest.CaptureFixture[bytes],
    tmp_path: Path,
) -> None:
    for form in ("json", "toml"):
        data = exported(demo_store, capsysbinary, "--format", form)
        file = tmp_path / f"desk.{form}"
        file.write_bytes(data)
        assert import_dossier(["--store", str(empty_store.path), str(file)]) == 0
        assert exported(empty_store, capsysbinary, "--format", form) == data
    assert count(empty_store, "step", "label = 'import desk.json'") == 1
    assert count(empty_store, "step", "label = 'import desk.toml'") == 0


@pytest.mark.parametrize(
    ("words", "has", "has_not"),
    [
        (["--visit", "v-2025-001"], "V-2025-001", "V-2022-001"),
        (["--pair", "ma-es"], "V-2025-001", "V-2023-001"),
        (["--official", "hammouchi"], "V-2025-001", "V-2025-002"),
        (["--topic", "ct"], "V-2025-001", "V-2023-001"),
        (["--from", "2022", "--to", "dec 2022"], "V-2022-001", "V-2025-001"),
        (["--pair", "MA-ES", "--from", "2025-01-01"], "V-2025-001", "V-2022-001"),
    ],
    ids=str,
)
def test_a_part_is_asked_for_in_the_officers_words(
    demo_store: Store,
    capsysbinary: pytest.CaptureFixture[bytes],
    words: list[str],
    has: str,
    has_not: str,
) -> None:
    plain: dict[str, Any] = json.loads(exported(demo_store, capsysbinary, *words))
    refs = {visit["ref"] for visit in plain["visits"]}
    assert has in refs
    assert has_not not in refs


@pytest.mark.parametrize(
    ("words", "error", "sentence"),
    [
        (["--visit", "V-1999-001"], NotFound, "no V-1999-001"),
        (["--visit", "MA-ES"], NotFound, "is a country pair, and --visit wants a visit"),
        (["--official", "Nobody At All"], NotFound, "Nobody At All"),
        (["--topic", "nonsense"], NotFound, "is not a topic"),
        (["--from", "30 feb 2025"], BadInput, "no day 30"),
        (["--from", "2025", "--to", "2024"], BadInput, "ends before it begins"),
        (["--over"], BadInput, "--over goes with --out"),
    ],
    ids=str,
)
def test_what_cannot_be_exported_is_told(
    demo_store: Store, words: list[str], error: type[BilatError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        export_dossier(["--store", str(demo_store.path), *words])


def test_a_file_is_the_officers_alone_and_is_not_written_over(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.toml"
    words = ["--store", str(demo_store.path), "--pair", "MA-ES", "--out", str(file)]
    assert export_dossier(words) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert f"Saved {file}" in said.err
    assert file.stat().st_mode & 0o777 == 0o600
    assert tomllib.loads(file.read_text(encoding="utf-8"))["bilat"] == 1
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(Conflict):
        export_dossier(words)
    assert file.read_text(encoding="utf-8") == "mine"
    export_dossier([*words, "--over"])
    assert file.read_text(encoding="utf-8").startswith("bilat = 1")


def test_marks_are_told_beside_what_leaves(empty_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    visit_entered(empty_store, ref="V-2026-001")
    assert export_dossier(["--store", str(empty_store.path)]) == 0
    assert "marked" not in capsys.readouterr().err
    with empty_store.write("mark") as session:
        session.connection().exec_driver_sql("UPDATE visit SET handling = 'Restricted'")
    assert export_dossier(["--store", str(empty_store.path)]) == 0
    assert "It holds 1 marked Restricted." in capsys.readouterr().err


def test_a_dry_run_says_what_would_come_and_changes_nothing(
    demo_store: Store,
    empty_store: Store,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = exported(demo_store, capsysbinary, "--visit", "V-2025-001")
    before = book(empty_store)
    piped(monkeypatch, data)
    assert import_dossier(["--store", str(empty_store.path), "--dry-run", "-"]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert told.startswith("1 visit, 3 meetings, ")
    assert told.endswith("would be added.\n")
    assert book(empty_store) == before
    assert count(empty_store, "step", "label <> 'reference data'") == 0


def test_importing_again_says_nothing_new(
    demo_store: Store, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = exported(demo_store, capsysbinary, "--format", "toml")
    piped(monkeypatch, data)
    steps = count(demo_store, "step")
    assert import_dossier(["--store", str(demo_store.path), "-"]) == 0
    assert capsysbinary.readouterr().out == b"Nothing new.\n"
    assert count(demo_store, "step") == steps


def test_differences_and_new_refs_are_told_beside_the_data(
    empty_store: Store, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    visit_entered(empty_store, ref="V-2026-001", date="2026-03-01", place="Madrid")
    visit_entered(empty_store, ref="V-2026-002", date="2026-04-01")
    visits = [
        {"ref": "V-2026-001", "sending": "MA", "host": "ES", "date": "2026-03-01", "place": "Toledo"},
        {"ref": "V-2026-002", "sending": "MA", "host": "DE", "date": "2026-04-01"},
    ]
    file = tmp_path / "colleague.json"
    file.write_text(json.dumps({"bilat": 1, "exported": True, "visits": visits}), encoding="utf-8")
    assert import_dossier(["--store", str(empty_store.path), "--dry-run", "--json", str(file)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == {
        "added": {"visit": 1},
        "learnt": [],
        "differences": [{"record": "V-2026-001", "field": "place", "here": "Madrid", "there": "Toledo"}],
        "renamed": [{"was": "V-2026-002", "now": "V-2026-003"}],
        "remarks": [],
    }
    assert import_dossier(["--store", str(empty_store.path), str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == "1 visit added; 1 difference left as it is here.\n"
    assert "V-2026-002 means something else here; it came in as V-2026-003." in said.err
    assert "V-2026-001: place is “Madrid” here and “Toledo” there." in said.err


def test_what_is_wrong_in_a_file_is_told_with_its_place(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "desk.json"
    store = ["--store", str(empty_store.path)]
    for plain, code, words in (
        ("{", 2, "desk.json: it is not JSON: "),
        ('{"bilat": 1, "visits": [{"sending": "MA"}]}', 2, "desk.json: visits[0].host is missing."),
        (
            '{"bilat": 1, "exported": true, "followups": [{"ref": "F-2026-001", "text": "x", "on": "V-2026-001"}]}',
            4,
            "desk.json: followups[0]: there is no record “V-2026-001” in the store. Nothing was imported.",
        ),
        (
            '{"bilat": 1, "exported": true, "visits": [{"ref": "V-2026-001", "sending": "QQ", "host": "MA"}]}',
            5,
            "desk.json: visits[0]: there is no country with the code “QQ”. Nothing was imported.",
        ),
    ):
        file.write_text(plain, encoding="utf-8")
        assert main(["import", *store, str(file)]) == code
        assert words in capsys.readouterr().err
    assert main(["import", *store, str(tmp_path / "none.json")]) == 4
    assert main(["import", *store, str(tmp_path)]) == 1
    assert count(empty_store, "step", "label <> 'reference data'") == 0


def test_hostile_text_does_not_act_on_the_terminal(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit_entered(empty_store, ref="V-2026-001", date="2026-03-01", place="Madrid")
    visit = {"ref": "V-2026-001", "sending": "MA", "host": "ES", "place": "\x1b[31mred\x1b]0;x\x07"}
    file = tmp_path / "desk.json"
    file.write_text(json.dumps({"bilat": 1, "exported": True, "visits": [visit]}), encoding="utf-8")
    import_dossier(["--store", str(empty_store.path), str(file)])
    said = capsys.readouterr()
    assert "\x1b" not in said.err + said.out
    assert "red" in said.err


def test_one_store_goes_into_another_through_a_pipe(demo_store: Store, empty_store: Store) -> None:
    out = subprocess.run(
        [sys.executable, "-c", PROGRAM, "export", "--store", str(demo_store.path), "--pair", "MA-ES"],
        capture_output=True,
        check=True,
    )
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "import", "--store", str(empty_store.path), "-"],
        input=out.stdout,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().endswith(" added.\n")
    assert count(empty_store, "visit", "ref = 'V-2025-001'") == 1


def test_a_reader_who_has_read_enough_is_no_failure(demo_store: Store) -> None:
    words = [sys.executable, "-c", PROGRAM, "export", "--store", str(demo_store.path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 141
    assert said == b""


@pytest.mark.parametrize("word", ["export", "import"])
def test_the_help_has_examples(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([word, "--help"])
    said = capsys.readouterr().out
    assert "examples:" in said
    assert f"bilat {word}" in said
