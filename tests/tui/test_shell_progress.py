"""Long work in the shell: it says how far it is on a terminal, and Ctrl+C leaves nothing behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.db.making import count
from tui.cli import main
from tui.shell import progress
from tui.shell.exporting import export_dossier
from tui.shell.importing import import_dossier

if TYPE_CHECKING:
    from db import Store


@pytest.fixture
def register(tmp_path: Path) -> Path:
    visits = [{"sending": "MA", "host": "ES", "date": f"{1700 + year}-03-02"} for year in range(250)]
    path = tmp_path / "register.json"
    path.write_text(json.dumps({"bilat": 1, "visits": visits}), "utf-8")
    return path


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(progress, "_EVERY_SECONDS", 0.0)


def test_a_dossier_says_how_far_it_is_and_how_long_it_takes(
    empty_store: Store,
    register: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    on_a_terminal(monkeypatch)
    assert import_dossier(["--store", str(empty_store.path), str(register)]) == 0
    told = capsys.readouterr().err
    assert "\rvisits 100 of 250 · " in told
    assert "a second · " in told
    assert "s left" in told
    assert "\rlooking up refs 250 of 250" in told
    assert "\rbringing the lists up to date" in told
    assert told.rpartition("\r")[2] == ""  # wiped at the end
    assert export_dossier(["--store", str(empty_store.path)]) == 0
    assert "\rvisits 200 of 250 · " in capsys.readouterr().err


@pytest.mark.parametrize("stopped_at", [100, 250])
def test_a_dossier_that_is_stopped_leaves_nothing(
    empty_store: Store,
    register: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stopped_at: int,
) -> None:
    on_a_terminal(monkeypatch)
    write = sys.stderr.write

    def pressed(words: str) -> int:
        if f"visits {stopped_at} of" in words:
            raise KeyboardInterrupt  # as Ctrl+C does, in the middle of the work
        return write(words)

    monkeypatch.setattr(sys.stderr, "write", pressed)
    assert main(["import", "--store", str(empty_store.path), str(register)]) == 130
    assert "Stopped. Nothing was imported." in capsys.readouterr().err
    assert count(empty_store, "visit") == 0
    assert count(empty_store, "event") == 0
    assert count(empty_store, "step") == 0


def test_an_export_that_is_stopped_leaves_no_file(
    demo_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_terminal(monkeypatch)
    write = sys.stderr.write

    def pressed(words: str) -> int:
        if "visits" in words:
            raise KeyboardInterrupt
        return write(words)

    monkeypatch.setattr(sys.stderr, "write", pressed)
    out = tmp_path / "desk.json"
    assert main(["export", "--store", str(demo_store.path), "--out", str(out)]) == 130
    assert not out.exists()
    assert "Stopped" in capsys.readouterr().err
