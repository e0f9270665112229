"""A text that is not finished at the reading desk waits there, whatever comes in between."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.errors import BilatError
from db.reading.draft.items import Item
from tests.db.making import count
from tests.tui.desk import ITEM, at_the_desk, keys, read
from tests.tui.entering import settle, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.reading_desk import given
from tui.reading_desk.given import Given, Keeper, waiting
from tui.reading_desk.opening import show
from tui.reading_desk.screen import DeskScreen
from tui.screens.main import MainScreen
from tui.started import Dashboard


def beside(app: Bilat) -> list[Path]:
    """The files that keep a draft: its text, and what was decided."""
    return [Path(f"{app.store.path}.{end}") for end in ("reading", "unfinished")]


async def test_a_draft_that_is_left_comes_back_also_after_a_restart(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        screen = await read(pilot, ITEM)
        await keys(pilot, "enter", "j", "j", "j", "j", "4")
        left = screen.items
        await keys(pilot, "escape")
        assert isinstance(desk_app.screen, MainScreen)
        assert "r brings the text back" in screen_lines(desk_app)[-1]
    assert [path.stat().st_mode & 0o777 for path in beside(desk_app)] == [0o600, 0o600]
    again = Bilat(desk_app.store, settings=desk_app.settings, clock=desk_app._clock)
    async with again.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "r")
        assert "Enter goes on with the draft" in screen_text(again)
        await keys(pilot, "enter")
        assert isinstance(again.screen, DeskScreen)
        assert again.screen.items == left
        await keys(pilot, "ctrl+s", "ctrl+s")
        assert value(again.store, "SELECT COUNT(*) FROM action") == 1
    assert not any(path.exists() for path in beside(desk_app))


async def test_every_key_is_kept_before_the_program_dies(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter")
        assert "taken" in beside(desk_app)[1].read_text("utf-8")


async def test_a_text_that_was_only_looked_at_is_not_asked_for_again(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "j", "tab", "j", "escape", "r")
        assert "Enter goes on" not in screen_text(desk_app)
        await keys(pilot, "escape")
        show(desk_app, Given("Another text."))
        await settle(pilot)
        assert isinstance(desk_app.screen, DeskScreen)
    assert not any(path.exists() for path in beside(desk_app))


async def test_a_draft_whose_every_key_was_taken_back_is_not_kept(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "u", "escape", "r")
        assert "Enter goes on" not in screen_text(desk_app)


async def test_looking_at_another_text_leaves_the_draft_that_waits(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        left = (await read(pilot, ITEM)).items
        await keys(pilot, "enter", "escape")
        await read(pilot, "The harbour was quiet on Monday.\nNobody came.")
        await keys(pilot, "escape", "r", "enter")
        assert isinstance(desk_app.screen, DeskScreen)
        assert len(desk_app.screen.items) == len(left)


async def test_a_draft_that_is_thrown_away_is_gone(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "ctrl+x")
        assert "Ctrl+X again throws away what was decided; Esc keeps it." in screen_text(desk_app)
        await keys(pilot, "ctrl+x", "r")
        assert "Enter goes on" not in screen_text(desk_app)
    assert not beside(desk_app)[0].exists()


SHORT = "Rita Calado, Interior Minister of Portugal, travelled to Morocco on 3 May 2026.\nShe agreed to share data.\n"


async def test_a_decision_on_another_text_leaves_the_draft_that_waits(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        first = await read(pilot, ITEM)
        await keys(pilot, "enter", "j", "j", "j", "j", "4", "escape")
        second = await read(pilot, SHORT)
        await keys(pilot, "enter", "escape", "r")
        assert "draft of" in screen_text(desk_app)
        assert "Rita Calado" in screen_text(desk_app)
        assert "1 of 2 drafts; Down shows the next one." in screen_text(desk_app)
        await keys(pilot, "down")
        assert "Idris Benomar" in screen_text(desk_app)
        await keys(pilot, "enter")
        assert at_the_desk(desk_app).items == first.items
        await keys(pilot, "ctrl+s", "ctrl+s", "r", "enter")
        assert at_the_desk(desk_app).items == second.items
        await keys(pilot, "ctrl+x", "ctrl+x")
    assert count(desk_app.store, "visit") == 1
    assert not any(path.exists() for path in beside(desk_app))


async def test_a_text_pasted_once_more_goes_on_with_its_draft(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "j", "j", "j", "j", "4")
        left = at_the_desk(desk_app).items
        await keys(pilot, "escape")
        assert (await read(pilot, ITEM)).items == left
        assert "Here is the draft as you left it" in screen_text(desk_app)


async def test_a_file_given_in_the_shell_opens_though_another_draft_waits(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "escape")
        show(desk_app, Given(SHORT))
        await settle(pilot)
        assert at_the_desk(desk_app).given.text == SHORT
        await keys(pilot, "enter", "escape", "r")
        assert "1 of 2 drafts" in screen_text(desk_app)


async def test_a_single_draft_that_was_kept_before_there_were_more_is_found(desk_app: Bilat) -> None:
    keeper = Keeper(desk_app)
    keeper.note((Item(1, "visit", state="taken"),), ITEM)
    keeper.write()
    text_file = beside(desk_app)[0]
    everybody = json.loads(text_file.read_text("utf-8"))
    text_file.write_text(
        json.dumps({officer: next(iter(mine.values())) for officer, mine in everybody.items()})
    )
    assert [one.text for one in waiting(desk_app)] == [ITEM]


async def test_texts_of_several_officers_never_outgrow_the_file_that_holds_them(
    desk_app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "_MOST_KEPT", 1_000)
    text_file = beside(desk_app)[0]
    theirs = json.dumps({"colleague": {"reading 1": "x" * 700}})
    text_file.write_text(theirs)
    keeper = Keeper(desk_app)
    keeper.note((Item(1, "visit", state="taken"),), "y" * 700)
    with pytest.raises(BilatError, match="too many long texts wait"):
        keeper.write()
    assert text_file.read_text() == theirs


async def test_the_dashboard_tells_of_a_text_that_was_left_yesterday(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(pilot, ITEM)
        await keys(pilot, "enter", "escape")
    again = Dashboard(desk_app.store, settings=desk_app.settings, clock=desk_app._clock)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "A text is not finished at the reading desk: r goes on with it." in screen_lines(again)[-1]
        await keys(pilot, "r", "enter", "ctrl+x", "ctrl+x")
    third = Dashboard(desk_app.store, settings=desk_app.settings, clock=desk_app._clock)
    async with third.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "not finished" not in screen_text(third)


async def test_a_draft_that_waits_is_called_by_its_title(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await read(
            pilot, f"https://example.org/2026/talks.html\nTalks on patrols in Faro\n2026-03-13\n\n{ITEM}"
        )
        await keys(pilot, "enter", "escape", "r")
        assert "Talks on patrols in Faro" in screen_text(desk_app)
        assert "example.org" not in screen_text(desk_app)
