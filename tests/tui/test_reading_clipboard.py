"""F3 at the reading desk: what the clipboard gives, and a sentence for whatever it does not give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.desk import ITEM, at_the_desk, keys
from tests.tui.entering import settle
from tests.tui.reading import screen_text
from tui.app import Bilat
from tui.reading_desk import clipboard
from tui.reading_desk.opening import ReadModal
from tui.screens.main import MainScreen


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path of programs."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def does(tools: Path, script: str, name: str = "wl-paste") -> None:
    """Have a tool for the clipboard that runs a script."""
    tool = tools / name
    tool.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    tool.chmod(0o755)


def gives(tools: Path, raw: bytes) -> None:
    """Have something on the clipboard."""
    (tools / "held").write_bytes(raw)
    does(tools, f"exec /bin/cat '{tools}/held'")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
async def test_f3_reads_what_is_on_the_clipboard_in_whatever_encoding(
    desk_app: Bilat, tools: Path, encoding: str
) -> None:
    text = f"The Préfet came from Málaga.\n{ITEM}"
    gives(tools, text.encode(encoding))
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r", "f3")
        assert at_the_desk(desk_app).given.text == text


async def said(app: Bilat) -> str:
    """What F3 is answered with where nothing is read."""
    async with app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r", "f3")
        assert isinstance(app.screen, ReadModal)
        return screen_text(app)


@pytest.mark.usefixtures("tools")
async def test_without_a_tool_f3_says_so(desk_app: Bilat) -> None:
    assert "Nothing here can read the clipboard" in await said(desk_app)


@pytest.mark.parametrize("complaint", ["", "Error: target STRING not available", "Nothing is copied"])
async def test_an_empty_clipboard_is_not_called_one_that_cannot_be_read(
    desk_app: Bilat, tools: Path, complaint: str
) -> None:
    does(tools, f"echo '{complaint}' >&2; exit 1")
    assert "There is no text on the clipboard" in await said(desk_app)


@pytest.mark.parametrize(
    "complaint", ["Error: Can t open display: (null)", "Failed to connect to a Wayland server"]
)
async def test_a_clipboard_of_another_machine_is_not_called_empty(
    desk_app: Bilat, tools: Path, complaint: str
) -> None:
    does(tools, f"echo '{complaint}' >&2; exit 1")
    assert "The clipboard cannot be reached from here (as over SSH); paste" in await said(desk_app)


async def test_where_one_tool_does_not_get_there_the_next_one_tells(desk_app: Bilat, tools: Path) -> None:
    does(tools, "echo 'Failed to connect to a Wayland server' >&2; exit 1")
    does(tools, "exit 1", "xclip")
    assert "There is no text on the clipboard" in await said(desk_app)


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 40, b"\x7fELF\x02\x00\x01" * 40, b"GIF89a\x01\x02\x03" * 40],
    ids=["bytes", "program", "picture"],
)
async def test_a_picture_or_a_program_on_the_clipboard_is_no_text(
    desk_app: Bilat, tools: Path, raw: bytes
) -> None:
    gives(tools, raw)
    assert "What is on the clipboard is no text" in await said(desk_app)


async def test_a_tool_that_never_ends_does_not_fill_the_memory(
    desk_app: Bilat, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_MOST", 2_000_000)
    does(tools, "while :; do echo no end is in sight, and none will come; done")
    monkeypatch.setattr(clipboard, "_PATIENCE", 60.0)
    assert "The clipboard holds more than 2 MB; copy a part of it." in await said(desk_app)


async def test_a_tool_that_does_not_answer_is_told_of(
    desk_app: Bilat, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.2)
    does(tools, "exec /bin/sleep 600")
    assert "The clipboard does not answer; paste the text instead." in await said(desk_app)


async def test_esc_leaves_while_the_clipboard_is_waited_for(desk_app: Bilat, tools: Path) -> None:
    does(tools, "exec /bin/sleep 600")
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await pilot.press("f3", "escape")
        await pilot.pause()
        assert isinstance(desk_app.screen, MainScreen), screen_text(desk_app)
        await settle(pilot)
        assert isinstance(desk_app.screen, MainScreen), "nor does it come back"
