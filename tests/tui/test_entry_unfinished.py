"""What was typed and not saved comes back: after Esc, after quitting, after kill -9."""

from __future__ import annotations

import json
import os
import signal
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db import Store
from db.errors import BilatError
from tests.tui.entering import settle, sheet, type_in
from tests.tui.reading import screen_lines, screen_text
from tests.tui.terminal import BILAT, Terminal
from tui.app import Bilat
from tui.config import Settings
from tui.screens.main import MainScreen
from tui.unfinished import Unfinished

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def noon() -> datetime:
    return NOON


async def test_escape_keeps_the_text_and_n_brings_it_back_and_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)
        assert screen_lines(app)[-1] == " Not saved, and kept: n brings your words back."
        await pilot.press("n")
        await pilot.pause()
        assert sheet(app).editor.text == "MA>ES 3 feb"
        assert "Unfinished line from " in screen_text(app)
        assert "Ctrl+X discards" in screen_text(app)


async def test_it_comes_back_after_a_restart(
    app: Bilat, demo_store: Store, clock: Callable[[], date]
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb")
    again = Bilat(demo_store, settings=app.settings, clock=clock)
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert sheet(again).editor.text == "MA>ES 3 feb"


async def test_quitting_from_the_line_keeps_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb")
        await pilot.press("ctrl+q")
    kept = Unfinished(app.store.path, "officer", noon).find("entry")
    assert kept is not None
    assert kept.text == "MA>ES 3 feb"


async def test_ctrl_x_discards_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb")
        await pilot.press("ctrl+x", "escape", "n")
        await pilot.pause()
        assert sheet(app).editor.text == ""
        assert not list(app.store.path.parent.glob("*.unfinished"))


async def test_saving_leaves_nothing_unfinished(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "todo chase fri")
        assert list(app.store.path.parent.glob("*.unfinished"))
        await pilot.press("enter")
        await settle(pilot)
        assert not list(app.store.path.parent.glob("*.unfinished"))


async def test_a_folder_that_cannot_be_written_is_said_and_typing_goes_on(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        monkeypatch.setattr(os, "open", refuse)
        await type_in(pilot, "MA>ES")
        monkeypatch.undo()
        assert sheet(app).editor.text == "MA>ES"
        assert "not kept until it is saved" in screen_text(app)


async def test_another_officers_text_is_not_shown(app: Bilat, clock: Callable[[], date]) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3 feb")
    other = Bilat(app.store, settings=Settings(desk="MA", officer="somebody else"), clock=clock)
    async with other.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert sheet(other).editor.text == ""


def test_a_killed_program_has_kept_every_letter(demo_store: Store) -> None:
    demo_store.close()
    command = (*BILAT, "--store", str(demo_store.path), "--desk", "MA")
    with Terminal(command, {"BILAT_OFFICER": "officer"}) as terminal:
        terminal.wait_for("Country pairs")
        terminal.press("n")
        terminal.wait_for("Esc")
        terminal.press("MA>ES 3 feb 2026 Zellij")
        terminal.wait_for("Zellij")
        os.kill(terminal.process.pid, signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    with Terminal(command, {"BILAT_OFFICER": "officer"}) as terminal:
        terminal.wait_for("Country pairs")
        terminal.press("n")
        terminal.wait_for("Unfinished line from")
        assert "Zellij" in terminal.output


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    unfinished = Unfinished(tmp_path / "book.db", "officer", noon)
    unfinished.keep("entry", "MA>ES")
    assert unfinished.path.name == "book.db.unfinished"
    assert stat.S_IMODE(unfinished.path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("*book*")] == ["book.db.unfinished"]


def test_places_and_officers_do_not_mix(tmp_path: Path) -> None:
    mine = Unfinished(tmp_path / "book.db", "officer", noon)
    theirs = Unfinished(tmp_path / "book.db", "colleague", noon)
    mine.keep("entry", "mine")
    mine.keep("form", "a form")
    theirs.keep("entry", "theirs")
    mine.forget("entry")
    assert mine.find("entry") is None
    assert mine.find("form") == ("a form", NOON)
    assert theirs.find("entry") == ("theirs", NOON)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"officer": 3}', '{"officer": {"entry": {"text": 1}}}', "\x00"]
)
def test_a_file_that_is_not_ours_is_no_failure(tmp_path: Path, text: str) -> None:
    unfinished = Unfinished(tmp_path / "book.db", "officer", noon)
    unfinished.path.write_text(text)
    assert unfinished.find("entry") is None
    unfinished.keep("entry", "new")
    assert unfinished.find("entry") == ("new", NOON)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    unfinished = Unfinished(tmp_path / "book.db", "officer", noon)
    unfinished.path.symlink_to(victim)
    unfinished.keep("entry", "text")
    assert victim.read_text() == "precious"
    assert json.loads(unfinished.path.read_text())["officer"]["entry"]["text"] == "text"


def test_a_folder_that_is_gone_loses_no_text(tmp_path: Path) -> None:
    unfinished = Unfinished(tmp_path / "gone" / "book.db", "officer", noon)
    unfinished.keep("entry", "text")
    kept = unfinished.find("entry")
    assert kept is not None
    assert kept.text == "text"
    assert stat.S_IMODE(unfinished.elsewhere.stat().st_mode) == 0o600
    assert stat.S_IMODE(unfinished.elsewhere.parent.stat().st_mode) == 0o700
    (tmp_path / "gone").mkdir()
    unfinished.keep("entry", "more")
    assert not unfinished.elsewhere.exists(), "beside the store is its place"


def test_where_nothing_can_be_written_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    unfinished = Unfinished(tmp_path / "gone" / "book.db", "officer", noon)
    with pytest.raises(BilatError, match=r"book\.db\.unfinished cannot be written"):
        unfinished.keep("entry", "text")
    unfinished.forget("entry")
