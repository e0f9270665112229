"""How a text comes to the reading desk: by its path, or pasted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.desk import ITEM, at_the_desk, keys, paste, read
from tests.tui.entering import settle, type_in
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.reading_desk.opening import ReadModal
from tui.reading_desk.screen import DeskScreen


async def test_a_file_is_read_by_its_path_completed_with_tab(desk_app: Bilat, tmp_path: Path) -> None:
    (tmp_path / "harbour-item.txt").write_text(ITEM, "utf-8")
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, f"{tmp_path}/harb")
        await keys(pilot, "tab", "enter")
        assert isinstance(desk_app.screen, DeskScreen)


async def test_a_path_that_leads_nowhere_is_said(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, "/no/such.txt")
        await keys(pilot, "enter")
        assert isinstance(desk_app.screen, ReadModal)
        assert "There is no file /no/such.txt." in screen_text(desk_app)


@pytest.mark.parametrize("words", [6, 400, 60_000])
async def test_a_text_on_one_line_is_read_whatever_its_length(desk_app: Bilat, words: int) -> None:
    text = " ".join(["Rita Calado visited Morocco on 3 May 2026, which was long ago."] * (words // 12 + 1))
    async with desk_app.run_test(size=(80, 24)) as pilot:
        desk = await read(pilot, text)
        assert desk.given.text == text


async def test_a_short_text_may_be_typed(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, "Rita Calado visited Rabat.")
        assert "4 words, read as a text" in screen_text(desk_app)
        await keys(pilot, "enter")
        assert at_the_desk(desk_app).given.text == "Rita Calado visited Rabat."


async def test_words_too_long_for_a_path_are_no_path(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, "/" + "a" * 300)
        await keys(pilot, "enter")
        assert "There is no file" in screen_text(desk_app)


async def test_a_folder_is_refused_in_a_sentence(desk_app: Bilat, tmp_path: Path) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, str(tmp_path))
        await keys(pilot, "enter")
        assert "is a folder; name one text in it." in screen_text(desk_app)


async def test_a_pipe_is_not_called_a_folder(
    desk_app: Bilat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, "./pipe")
        await keys(pilot, "enter")
        assert "pipe is neither a file nor a folder; name a text." in screen_text(desk_app)


async def test_a_text_that_is_too_long_is_refused_in_a_sentence(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await paste(pilot, "Nobody came by boat.\n" * 60_000)
        assert isinstance(desk_app.screen, ReadModal)
        assert "and 1,000,000 are read at most" in screen_text(desk_app)
        await keys(pilot, "down")
        assert "and 1,000,000 are read at most" in screen_text(desk_app), "it stays until something is typed"
        await paste(pilot, ITEM)
        assert at_the_desk(desk_app).given.text.strip() == ITEM.strip()


async def test_banners_are_shown_on_request(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 50)) as pilot:
        await read(pilot, f"{ITEM}\n\nThis website uses cookies. Accept all cookies.\n")
        assert "uses cookies" not in screen_text(desk_app)
        await keys(pilot, "h")
        assert "uses cookies" in screen_text(desk_app)


PAGE = """<html lang="en"><body><div>This website uses cookies. <a href="/c">Settings</a></div>
<nav><a href="/">Home</a><a href="/w">World</a></nav>{}
<aside><h3>You might also like</h3><p><a href="/1">France agreed to sell Spain a radar on 3 May 2025</a></p></aside>
<footer>All rights reserved</footer></body></html>"""


async def test_what_else_stood_on_a_page_is_shown_on_request_and_gives_nothing(
    desk_app: Bilat, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format("".join(f"<p>{line}</p>" for line in ITEM.splitlines())), "utf-8")
    async with desk_app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "r")
        await type_in(pilot, str(page))
        await keys(pilot, "enter")
        alone = (await read_aside(desk_app, pilot)).items
        assert "Also on the page, and not read:" in screen_text(desk_app)
        await keys(pilot, "G", "G")
        assert all(words in screen_text(desk_app) for words in ("You might also like", "sell Spain a radar"))
        assert "radar" not in str(alone)
        assert "FR" not in str([one.values for one in alone])
        await keys(pilot, "k", "h")
        assert "radar" not in screen_text(desk_app)
        assert "set aside are hidden." in screen_lines(desk_app)[-1], "no longer that they are shown"
        await keys(pilot, "tab", "A", "escape", "r", "enter")
        await keys(pilot, "h", "G", "G")
        assert "sell Spain a radar" in screen_text(desk_app), "it is kept with the draft"


async def read_aside(app: Bilat, pilot: Pilot[int]) -> DeskScreen:
    desk = at_the_desk(app)
    assert "radar" not in screen_text(app)
    await keys(pilot, "h")
    assert "set aside are shown, not read; h hides them." in screen_lines(app)[-1]
    return desk


async def test_a_rule_that_stumbles_over_a_text_leaves_the_dashboard_standing(
    desk_app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(*_: object, **__: object) -> None:
        raise KeyError("a name in the text")

    monkeypatch.setattr("db.reading.read_text", stumbles)
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        await paste(pilot, ITEM)
        said = screen_lines(desk_app)[-1]
        assert "bilat has made a mistake with this text, and nothing was changed (KeyError at" in said
        assert "a name in the text" not in said
        monkeypatch.undo()
        await read(pilot, ITEM)


async def test_a_text_pasted_where_nothing_takes_it_says_where_it_is_read(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await paste(pilot, ITEM)
        assert "r opens the reading desk; paste it there." in screen_lines(desk_app)[-1]
        await keys(pilot, "r")
        await paste(pilot, ITEM)
        screen = at_the_desk(desk_app)
        await paste(pilot, "Another text altogether, of the same morning.\n")
        assert "One text at a time: Esc keeps this one, r reads another." in screen_lines(desk_app)[-1]
        assert at_the_desk(desk_app) is screen
