"""What fails under the officer's hands is a sentence and a way on; what was typed is still there."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import Store
from tests.tui.entering import count, settle, sheet, type_in
from tests.tui.reading import screen_text
from tests.tui.terminal import Terminal
from tui.app import Bilat
from tui.crashes import KEPT, report, told
from tui.paths import cache_folder

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BREAKS = """
import sys
from tui import app, cli
def broken(self):
    name = self.read(lambda reader: reader.value("SELECT name FROM official"))
    raise ValueError(f"cannot show {name}")
app.Bilat.action_theme = broken
sys.exit(cli.main())
"""


async def test_a_store_that_is_taken_away_loses_nothing_that_was_typed(
    app: Bilat, demo_file: Path, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        visits = count(app.store, "visit")
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb 2027")
        app.store.path.rename(tmp_path / "elsewhere.db")
        await pilot.press("enter")
        await settle(pilot)
        assert "demo.db is gone: somebody has moved or deleted it." in screen_text(app)
        assert sheet(app).editor.text == "MA>ES 3 feb 2027"
        await pilot.press("escape", "R")
        await settle(pilot)
        assert "Laftit" not in screen_text(app), "what cannot be read is not shown as if it could"
        shutil.copyfile(demo_file, app.store.path)
        await pilot.press("R", "n")
        await settle(pilot)
        assert sheet(app).editor.text == "MA>ES 3 feb 2027"
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "visit") == visits + 1


async def test_a_store_that_somebody_holds_is_said_and_saved_at_the_next_try(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.engine.PATIENCE_MS", 50)
    async with app.run_test(size=(120, 40)) as pilot:
        visits = count(app.store, "visit")
        with closing(sqlite3.connect(app.store.path, isolation_level=None)) as colleague:
            colleague.execute("BEGIN IMMEDIATE")
            await pilot.press("n")
            await type_in(pilot, "MA>ES 3 feb 2027")
            await pilot.press("enter")
            await settle(pilot)
            assert "Somebody else is writing to the store. Nothing was saved" in screen_text(app)
            assert sheet(app).editor.text == "MA>ES 3 feb 2027"
            colleague.execute("ROLLBACK")
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "visit") == visits + 1


def test_a_mistake_of_the_program_is_a_sentence_and_a_report_without_content(demo_store: Store) -> None:
    demo_store.close()
    command = [sys.executable, "-c", BREAKS, "--store", str(demo_store.path), "--desk", "MA"]
    with Terminal(command) as terminal:
        terminal.wait_for("Laftit")
        seen = len(terminal.output)
        terminal.press("\x1bOQ")  # F2
        assert terminal.wait() == 1
    said = terminal.output[seen:]
    assert "bilat has made a mistake and had to stop (ValueError" in said
    assert "Traceback" not in said
    assert "cannot show" not in said
    (path,) = (cache_folder() / "crashes").iterdir()
    text = path.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "<string>" in text
    assert "broken" in text, "where it happened"
    for secret in ("cannot show", "Laftit", "Hammouchi", str(demo_store.path), str(Path.home())):
        assert secret not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_word_of_the_shell_that_breaks_quotes_nothing_either(demo_store: Store) -> None:
    demo_store.close()
    script = BREAKS.replace("app.Bilat.action_theme", "import tui.shell.due as due; due.due").replace(
        'self.read(lambda reader: reader.value("SELECT name FROM official"))', "'Laftit'"
    )
    with Terminal([sys.executable, "-c", script, "due", "--store", str(demo_store.path)]) as terminal:
        assert terminal.wait() == 1
    assert "made a mistake and had to stop (ValueError" in terminal.output
    assert "Laftit" not in terminal.output
    assert "Traceback" not in terminal.output


def fail_twice() -> None:
    nobody: dict[str, str] = {}
    try:
        nobody["Hammouchi"]
    except KeyError as error:
        raise TypeError("about Laftit") from error


def test_reports_do_not_pile_up_and_name_causes_without_their_words() -> None:
    with pytest.raises(TypeError) as caught:
        fail_twice()
    text = report(caught.value, NOON)
    for number in range(KEPT + 3):
        told(caught.value, NOON.replace(minute=number))
    assert text.index("builtins.TypeError") < text.index("builtins.KeyError")
    assert "Hammouchi" not in text
    assert "Laftit" not in text
    assert "tests/tui/test_failures.py" in text
    assert len(list((cache_folder() / "crashes").iterdir())) == KEPT


def test_where_no_report_can_be_written_the_sentence_still_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert told(ValueError("x"), NOON).endswith("No report could be written.")
