"""A store that is only read: every key that would change it says why it does not, and nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import Store
from tests.conftest import OFFICER
from tests.tui.entering import settle
from tests.tui.reading import screen_lines, screen_text
from tui.actions import ACTIONS, CHANGING
from tui.app import Bilat
from tui.cli import main
from tui.config import Settings
from tui.options import read_wishes
from tui.reading_desk.given import Given
from tui.reading_desk.opening import show

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def reading_app(demo_store: Store, clock: Callable[[], date]) -> Iterator[Bilat]:
    demo_store.close()
    with closing(Store.open(demo_store.path, officer=OFFICER, read_only=True)) as store:
        yield Bilat(store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)


def beside(path: Path) -> dict[str, bytes]:
    return {
        one.name: one.read_bytes()
        for one in path.parent.iterdir()
        if one.is_file() and not one.name.endswith(("-wal", "-shm"))
    }


async def test_the_top_line_and_the_first_sentence_say_so(reading_app: Bilat) -> None:
    async with reading_app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Morocco desk  read only" in screen_lines(reading_app)[0]
        assert "Read only. It was opened to be read only." in screen_lines(reading_app)[-1]
        await pilot.press("4", "enter")
        await pilot.pause()
        assert "read only" in screen_lines(reading_app)[1]


@pytest.mark.parametrize("pane", ["1", "3", "4"])
async def test_every_key_that_changes_something_says_why_it_does_not(reading_app: Bilat, pane: str) -> None:
    path = reading_app.store.path
    was = beside(path)
    async with reading_app.run_test(size=(120, 40)) as pilot:
        await pilot.press(pane)
        for action in ACTIONS:
            if action.id not in CHANGING:
                continue
            reading_app.say("nothing yet")
            await pilot.press(action.keys[0])
            await pilot.pause()
            assert "Read only: nothing can be changed." in screen_lines(reading_app)[-1], action.id
            assert not reading_app.screen.is_modal, action.id
    assert beside(path) == was


async def test_no_other_key_writes_anything(reading_app: Bilat) -> None:
    path = reading_app.store.path
    was = beside(path)
    keys = [one.keys[0] for one in ACTIONS if one.where in ("everywhere", "main", "list", "record", "view")]
    async with reading_app.run_test(size=(120, 40)) as pilot:
        for key in keys:
            if key in ("q", "f2"):
                continue
            await pilot.press("3", key)
            await settle(pilot)
            while len(reading_app.screen_stack) > 1:
                await pilot.press("escape")
                await pilot.pause()
    assert beside(path) == was


async def test_a_store_that_can_be_written_again_is_after_r(reading_app: Bilat) -> None:
    async with reading_app.run_test(size=(120, 40)) as pilot:
        reading_app.store._wanted_read_only = False
        await pilot.press("R", "n")
        await pilot.pause()
        assert reading_app.screen.is_modal
        await pilot.press("escape")
        await pilot.pause()
        assert "read only" not in screen_text(reading_app)


def test_the_shell_says_why_and_ends_with_seven(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = demo_store.path
    demo_store.close()
    monkeypatch.setattr(
        "db.dialects.reading.why_not_writable", lambda _path: "desk.db may not be written by you."
    )
    was = path.read_bytes()
    assert main(["add", "--store", str(path), "MA>ES 3 feb 2027"]) == 7
    assert "Nothing can be saved here. desk.db may not be written by you." in capsys.readouterr().err
    assert main(["due", "--store", str(path)]) == 0
    assert path.read_bytes() == was


def test_looking_makes_no_store_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.run.need_a_terminal", lambda: None)
    path = tmp_path / "none.db"
    assert read_wishes(["--read-only"]).read_only
    assert main(["--read-only", "--store", str(path)]) == 3
    assert "There is no store" in capsys.readouterr().err
    assert not path.exists()


async def test_a_text_on_the_reading_desk_leaves_nothing_behind(reading_app: Bilat) -> None:
    path = reading_app.store.path
    was = beside(path)
    async with reading_app.run_test(size=(120, 40)) as pilot:
        show(reading_app, Given("Rita Calado, Interior Minister of Portugal, went to Rabat on 3 May 2026."))
        await settle(pilot)
        assert "Read only: nothing can be saved, and no draft is kept." in screen_text(reading_app)
        for key in ("tab", "A", "j", "enter", "minus"):
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Read only: nothing can be saved." in screen_lines(reading_app)[-1]
        await pilot.press("escape")
        await settle(pilot)
        assert "kept" not in screen_lines(reading_app)[-1]
    assert beside(path) == was
