"""The tutorial: ten steps on a store of examples, each done by doing it, left at any time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.entering import settle
from tests.tui.reading import screen_text
from tui.shell.tutorial import tutorial
from tui.tutorial.box import StepBox
from tui.tutorial.running import Tutorial, begin, begin_and_go_back, turn
from tui.tutorial.steps import LOGGED, STEPS, TRIP

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import Bilat

README = Path(__file__).resolve().parents[2] / "README.md"
DOING = (
    ("j",),
    ("4",),
    ("enter",),
    ("escape",),
    ("1", "slash", "q", "a", "enter"),
    ("n", *TRIP, "enter"),
    ("3", "f", *LOGGED, "enter"),
    ("u",),
    ("1", "b"),
    ("escape", "question_mark"),
)


@pytest.fixture
def learning(app: Bilat) -> Tutorial:
    return Tutorial(app)


async def pressed(pilot: Pilot[int], keys: tuple[str, ...]) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await settle(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_every_step_is_done_by_doing_it(app: Bilat, learning: Tutorial, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        learning.begin()
        await settle(pilot)
        for number, keys in enumerate(DOING):
            assert f"Step {number + 1} of {len(STEPS)}" in screen_text(app)
            await pressed(pilot, keys)
            learning.look()
            await settle(pilot)
            assert learning.number == number + 1
        assert "That is the way through a day." in screen_text(app)


async def test_a_key_that_does_something_else_leaves_the_step_where_it_is(
    app: Bilat, learning: Tutorial
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        learning.begin()
        await pressed(pilot, ("2", "1"))
        learning.look()
        assert learning.number == 0


async def test_f10_leaves_it_and_begins_it_again(app: Bilat) -> None:
    app.demo = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        begin(app)
        await settle(pilot)
        assert "Step 1 of 10" in screen_text(app)
        await pressed(pilot, ("f10",))
        assert "Step 1 of 10" not in screen_text(app)
        assert "The tutorial is over" in screen_text(app)
        turn(app)
        await settle(pilot)
        assert "Step 1 of 10" in screen_text(app)


async def test_f10_goes_back_to_the_store_that_waits(app: Bilat) -> None:
    app.demo = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        begin_and_go_back(app)
        await settle(pilot)
        assert "Step 1 of 10" in screen_text(app)
        await pilot.press("f10")
        assert not app.is_running or app.return_code == 0


@pytest.mark.parametrize("key", ["question_mark", "n", "N", "slash", "v", "E"])
async def test_the_step_stands_on_whatever_opens_and_f10_leaves_it(
    app: Bilat, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tui.tutorial.running._OFTEN", 3600.0
    )  # it comes with the screen, not with the next look
    app.demo = True
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        begin(app)
        await pressed(pilot, ("1", key))
        assert "Step 1 of 10" in screen_text(app)
        await pressed(pilot, ("f10",))
        assert "Step 1 of 10" not in screen_text(app)


async def test_f10_over_a_modal_begins_nothing(app: Bilat) -> None:
    app.demo = True
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        begin(app)
        await pressed(pilot, ("question_mark",))
        assert "Step 1 of 10" in screen_text(app)
        await pressed(pilot, ("f10",))
        assert "Step 1 of 10" not in screen_text(app)
        assert app.screen.is_modal
        await pressed(pilot, ("f10",))
        assert app.screen.is_modal


async def test_the_day_of_the_readme_is_what_its_keys_do(app: Bilat) -> None:
    day = README.read_text("utf-8").partition("<!-- day -->")[2].partition("<!-- end day -->")[0]
    rows = [
        line.split("|")[2] for line in day.splitlines() if line.startswith("| ") and ":" in line.split("|")[1]
    ]
    names = {"Esc": "escape", ":": "colon"}
    steps = [tuple(names.get(key, key) for key in re.findall("`([^`]+)`", keys)) for keys in rows]
    then = {2: (*LOGGED, "enter"), 3: (*"MA>ES 28-29 jan 2025 in:Madrid by:host #ct",), 5: (*"hamm", "enter")}
    screens = []
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for number, keys in enumerate(steps, 1):
            await pressed(pilot, keys)
            await pressed(pilot, then.get(number, ()))
            screens.append(type(app.screen).__name__)
            if number == 3:
                assert "V-2025-001" in screen_text(app)
    assert screens == [
        "TodayScreen",
        "MainScreen",
        "EntryModal",
        "MainScreen",
        "RecordScreen",
        "BriefScreen",
        "MainScreen",
    ]


async def test_the_step_stands_once_on_the_screen_whatever_covers_it(app: Bilat, learning: Tutorial) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        learning.begin()
        await settle(pilot)
        for key in ("question_mark", "escape"):
            await pilot.press(key)
            await pilot.pause()
            learning.look()
            await settle(pilot)
            boxes = [box for screen in app.screen_stack for box in screen.query(StepBox) if box.display]
            assert [box.screen for box in boxes] == [app.screen]


def test_the_tutorial_has_a_store_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        tutorial(["--store", "mine.db"])
    assert ended.value.code == 2
    assert "opens its own store" in capsys.readouterr().err
