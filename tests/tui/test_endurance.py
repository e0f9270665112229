"""A long day at one desk: many keys, and a terminal that changes its size all the time.

`BILAT_STEPS=1000 pytest tests/tui/test_endurance.py` works so many keys instead of a few hundred. What was drawn is
remembered for a few screens, so that memory goes up and down; the test holds it within a tenth.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from db.checking import check
from tests.tui.entering import settle
from tui.app import Bilat

if TYPE_CHECKING:
    from textual.pilot import Pilot

KEYS = int(os.environ.get("BILAT_STEPS", "1"))
LONG = KEYS >= 1_000  # long enough for ten per cent to mean something
ROUND: tuple[tuple[str, ...], ...] = (
    ("1", "j", "j", "k", "G", "g"),
    ("2", "j", "j", "pagedown", "g"),
    ("3", "j", "space", "space", "escape"),
    ("4", "j", "j", "enter", "tab", "tab", "escape"),
    ("slash", "r", "a", "b", "escape", "escape"),
    ("colon", "h", "a", "m", "escape"),
    ("v", "t", "j", "j", "escape"),
    ("v", "m", "pagedown", "pageup", "escape"),
    ("4", "b", "pagedown", "escape"),
    ("n", *"todo ring fri", "enter"),
    ("3", "f", *"chased", "enter"),
    ("u", "u"),
    ("p", "p", "s", "A", "A"),
)


async def work(pilot: Pilot[int], rounds: int) -> list[float]:
    """Work through so many rounds; how much of the processor each key took, in milliseconds.

    The processor and not the clock, since others may be working on the same machine.
    """
    took: list[float] = []
    for keys in ROUND * rounds:
        for key in keys:
            before = time.process_time()
            await pilot.press(key)
            took.append((time.process_time() - before) * 1000)
        await settle(pilot)
        while len(pilot.app.screen_stack) > 1:
            await pilot.press("escape")
            await pilot.pause()
    return took


def held() -> int:
    """How many pieces of memory Python holds, once nothing is held for nothing."""
    gc.collect()
    return sys.getallocatedblocks()


async def test_a_long_day_grows_neither_the_memory_nor_the_waiting(app: Bilat) -> None:
    rounds = max(1, KEYS // sum(map(len, ROUND)))
    async with app.run_test(size=(120, 40)) as pilot:
        await work(pilot, 1)  # every screen and every cache once
        at_first = await work(pilot, max(1, rounds // 4))
        before = held()
        await work(pilot, rounds // 2)
        at_last = await work(pilot, max(1, rounds // 4))
        grown = held() / before
        slower = median(at_last) / median(at_first)
        assert grown < 1.1, f"{grown:.2f} times the memory after {KEYS} keys"
        assert slower < (1.1 if LONG else 2), f"a key takes {slower:.2f} times as long"
    assert check(app.store, lambda _doing: None) == []


async def test_a_storm_of_sizes_leaves_the_screen_and_the_place_as_they_were(app: Bilat) -> None:
    chance = random.Random(2)  # noqa: S311 - the same storm every time
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j")
        await pilot.pause()
        chosen = app.screen.selected  # type: ignore[attr-defined]
        for _ in range(12 if not LONG else 300):
            await pilot.resize_terminal(chance.randint(8, 240), chance.randint(3, 90))
            await pilot.press(chance.choice(("", "question_mark", "escape", "v", "escape")) or "4")
        while len(app.screen_stack) > 1:
            await pilot.press("escape")
            await pilot.pause()
        await pilot.resize_terminal(120, 40)
        await pilot.press("4")
        await settle(pilot)
        assert app.screen.selected == chosen  # type: ignore[attr-defined]
