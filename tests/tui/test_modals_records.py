"""Origin, copy and colours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from db import queries
from db.errors import Busy
from db.rows import Key
from tests.tui import hand_made as made
from tests.tui.entering import work_done
from tests.tui.reading import line_with, screen_lines, screen_text
from tui import copying
from tui.app import Bilat
from tui.cards.events import event_entry
from tui.config import load_settings
from tui.modals.origin import OriginModal
from tui.modals.theme import ThemeModal
from tui.screens.record import RecordScreen


def key_of(app: Bilat, kind: str, ref: str) -> Key:
    with app.store.read() as reader:
        number = reader.value(f"SELECT id FROM {kind} WHERE ref = :ref", ref=ref)
    return Key(kind, str(number))  # type: ignore[arg-type]


async def test_the_origin_names_source_grade_and_words(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(OriginModal(key_of(app, "visit", "V-2025-001")))
        await pilot.pause()
        text = screen_text(app)
        assert "Origin · Visit MA→ES 28–29 Jan 2025" in text
        assert "fairly reliable" in text
        assert "accepted" in text


async def test_enter_on_a_citation_opens_its_source(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(OriginModal(key_of(app, "visit", "V-2025-001")))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key.kind == "source"


async def test_an_origin_that_cannot_be_read_now_is_read_again_by_r(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object, **_named: object) -> NoReturn:
        raise Busy("Somebody else is writing; try again in a moment.")

    async with app.run_test(size=(100, 40)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(queries, "origin", busy)
            app.push_screen(OriginModal(key_of(app, "visit", "V-2025-001")))
            await pilot.pause()
            assert "R tries again." in screen_text(app)
        await pilot.press("R")
        await pilot.pause()
        assert "fairly reliable" in screen_text(app)


@pytest.mark.parametrize("key", ["escape", "q", "o"])
async def test_the_origin_closes_by_the_keys_one_expects(app: Bilat, key: str) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(OriginModal(key_of(app, "visit", "V-2025-001")))
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, OriginModal)


async def test_a_record_without_a_source_says_so(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(OriginModal(Key("source", "1")))
        await pilot.pause()
        assert "No source is recorded for this." in screen_text(app)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the clipboard, with no tool of the system's own."""
    taken: list[str] = []
    monkeypatch.setattr(Bilat, "copy_to_clipboard", lambda _self, text: taken.append(text))
    monkeypatch.setattr(copying, "clipboard_command", lambda _environment, _platform: [])
    return taken


@pytest.mark.parametrize(
    ("letter", "starts", "says"),
    [
        ("r", "Visit MA→ES 28–29 Jan 2025", "Copied V-2025-001 as text, "),
        ("k", "V-2025-001", "Copied V-2025-001"),
        ("y", "agreed Work together more closely on security challenges as they arise", "Copied the line"),
    ],
)
async def test_y_offers_the_line_the_record_and_its_reference(
    app: Bilat, copied: list[str], letter: str, starts: str, says: str
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.open_record(key_of(app, "visit", "V-2025-001"))
        await pilot.pause()
        await pilot.press("y", letter)
        await pilot.pause()
        await work_done(app)
        assert len(copied) == 1
        assert copied[0].startswith(starts)
        assert [note.message for note in app._notifications][-1].startswith(says)


async def test_leaving_the_copy_menu_copies_nothing(app: Bilat, copied: list[str]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_record(key_of(app, "visit", "V-2025-001"))
        await pilot.pause()
        await pilot.press("y", "escape")
        await pilot.pause()
        assert copied == []


def test_a_clipboard_tool_gets_the_text_and_no_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    tool = tmp_path / "wl-copy"
    tool.write_text(f'#!/bin/sh\ncat > "{taken}"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert copying.hand_over("$(touch x)\nعبد")
    assert taken.read_text(encoding="utf-8") == "$(touch x)\nعبد"


def test_a_clipboard_tool_that_hangs_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "wl-copy"
    tool.write_text("#!/bin/sh\nexec sleep 60\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(copying, "PATIENCE", 0.05)
    assert not copying.hand_over("text")


@pytest.mark.parametrize(("environment", "platform"), [({}, "linux"), ({"DISPLAY": ":0"}, "linux")])
def test_without_a_clipboard_tool_the_terminal_is_all_there_is(
    environment: Mapping[str, str], platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert copying.clipboard_command(environment, platform) == []


async def test_colours_change_while_one_moves_and_esc_restores_them(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, ThemeModal)
        await pilot.press("down")
        assert app.theme == "bilat-light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "bilat"
        assert load_settings().theme == "bilat"


async def test_enter_keeps_the_colours_for_the_next_time(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f2", *"nord")
        await work_done(app)
        await pilot.pause()
        assert "nord" in line_with(app, "▌ nord")
        await pilot.press("enter")
        await work_done(app)
        await pilot.pause()
        assert app.theme == "nord"
        assert load_settings().theme == "nord"
        assert "Colours" not in screen_lines(app)[0]


def test_a_copied_line_has_two_spaces_before_what_stood_at_its_right() -> None:
    planned = made.event(status="planned", people="", place="Rabat")
    assert copying.words_of(event_entry(planned)) == "28–29 Jan 2025 · visit MA→ES · Rabat  planned ●●●●●"
