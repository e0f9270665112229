"""`bilat check`, `bilat backup`, `bilat restore`: data on stdout, talk on stderr, and an exit code to go by."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.backups import folder_of
from db.errors import BadInput, NotAStore
from tests.db.making import count
from tui.cli import main
from tui.shell.backup import backup, restore

if TYPE_CHECKING:
    from db import Store


@pytest.fixture
def wanted(demo_store: Store) -> list[str]:
    return ["--store", str(demo_store.path)]


def test_a_good_store_is_said_to_be_one(wanted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *wanted]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("All is well.\n")


def test_a_store_with_a_fault_ends_with_one_until_it_is_repaired(
    demo_store: Store, wanted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(demo_store.path)) as connection, connection:
        connection.execute("UPDATE event SET title = 'Something else' WHERE ref = 'V-2025-001'")
    assert main(["check", "--json", *wanted]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["about"] == "lists"
    assert main(["check", "--repair", *wanted]) == 0
    assert "Repaired. The store as it was is in" in capsys.readouterr().err
    assert main(["check", *wanted]) == 0


def test_a_backup_prints_where_it_is_and_comes_back(
    demo_store: Store, wanted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    visits = count(demo_store, "visit")
    assert main(["backup", *wanted]) == 0
    made = Path(capsys.readouterr().out.strip())
    assert made.parent == folder_of(demo_store.path)
    main(["add", *wanted, "MA>DE 3 feb 2027"])
    capsys.readouterr()
    assert main(["restore", "--yes", *wanted, str(made)]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(demo_store.path)
    assert f"visits: {visits + 1} now, {visits} in the backup" in said.err
    assert count(demo_store, "visit") == visits


def test_the_backups_are_listed(wanted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotAStore, match="no backups"):
        restore(wanted)
    main(["backup", *wanted])
    made = capsys.readouterr().out.strip()
    assert main(["restore", *wanted]) == 0
    assert capsys.readouterr().out.strip().endswith(made)


def test_a_backup_goes_into_a_folder_that_is_named(
    wanted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", *wanted, f"{tmp_path}/stick/"]) == 0
    assert Path(capsys.readouterr().out.strip()).parent == tmp_path / "stick"


def test_restoring_asks_and_no_is_the_answer_of_everything_but_y(
    demo_store: Store, wanted: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["backup", *wanted])
    made = capsys.readouterr().out.strip()
    main(["add", *wanted, "MA>DE 3 feb 2027"])
    visits = count(demo_store, "visit")
    with pytest.raises(BadInput, match="--yes"):
        restore([*wanted, made])
    for answer, left in (("\n", visits), ("n\n", visits), ("y\n", visits - 1)):
        terminal = io.StringIO(answer)
        monkeypatch.setattr(terminal, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", terminal)
        assert restore([*wanted, made]) == 0
        assert count(demo_store, "visit") == left


def test_a_sealed_backup_opens_with_its_passphrase_alone(
    demo_store: Store, wanted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("correct horse battery\n", encoding="utf-8")
    wrong.write_text("battery horse\n", encoding="utf-8")
    assert main(["backup", "--encrypt", "--passphrase-file", str(right), *wanted]) == 0
    made = Path(capsys.readouterr().out.strip())
    assert made.suffix == ".age"
    assert b"Hammouchi" not in made.read_bytes()
    assert [path.name for path in made.parent.iterdir()] == [made.name], "no plain copy is left"
    main(["add", *wanted, "MA>DE 3 feb 2027"])
    visits = count(demo_store, "visit")
    with pytest.raises(BadInput, match="passphrase is wrong"):
        restore(["--yes", "--passphrase-file", str(wrong), *wanted, str(made)])
    assert count(demo_store, "visit") == visits
    assert restore(["--yes", "--passphrase-file", str(right), *wanted, str(made)]) == 0
    assert count(demo_store, "visit") == visits - 1


def test_a_passphrase_is_asked_for_and_never_guessed(wanted: list[str]) -> None:
    with pytest.raises(BadInput, match="--passphrase-file"):
        backup(["--encrypt", *wanted])
