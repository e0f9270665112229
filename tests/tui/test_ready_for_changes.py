"""What saving needs is there when it is wanted, and takes no memory from those who only read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from db import Store
from tests.db.making import visit_entered
from tests.tui.entering import settle
from tui import started
from tui.config import Settings
from tui.entry import saving
from tui.started import Dashboard


@pytest.fixture
def made_ready(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets a line whenever the dashboard gets ready for a change; nothing else is got ready."""
    lines: list[str] = []
    monkeypatch.setattr(saving, "get_ready", lambda: lines.append("ready"))
    monkeypatch.setattr(started, "_SOON_WANTED", ())
    monkeypatch.setattr(started, "_PAUSE", 0.001)
    return lines


async def opened_and_pressed(app: Dashboard, *keys: str) -> None:
    """Open the dashboard, wait until it would be ready, and press some keys."""
    likely = app.changes_are_likely
    asked: list[bool] = []

    def noted() -> bool:
        asked.append(likely())
        return asked[-1]

    app.changes_are_likely = noted  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40)) as pilot:
        while not asked:
            await pilot.pause()
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)


def dashboard(store: Store, clock: Callable[[], date], *, demo: bool = False) -> Dashboard:
    """As `bilat` runs it for whoever has opened the store."""
    return Dashboard(store, settings=Settings(desk="MA", officer=store.officer), clock=clock, demo=demo)


async def test_who_has_written_before_waits_for_no_first_change(
    demo_store: Store, clock: Callable[[], date], made_ready: list[str]
) -> None:
    visit_entered(demo_store)
    await opened_and_pressed(dashboard(demo_store, clock))
    assert made_ready == ["ready"]


async def test_who_only_reads_carries_nothing_that_saving_needs(
    demo_store: Store, clock: Callable[[], date], made_ready: list[str]
) -> None:
    await opened_and_pressed(dashboard(demo_store, clock), "2", "j", "enter", "escape", "4", "j")
    assert made_ready == []


async def test_nor_does_a_demo_that_is_only_looked_at(
    demo_store: Store, clock: Callable[[], date], made_ready: list[str]
) -> None:
    visit_entered(demo_store)
    await opened_and_pressed(dashboard(demo_store, clock, demo=True), "4", "j")
    assert made_ready == []


async def test_marking_a_line_gets_ready_for_what_comes_next_once(
    demo_store: Store, clock: Callable[[], date], made_ready: list[str]
) -> None:
    await opened_and_pressed(dashboard(demo_store, clock), "4", "space", "space")
    assert made_ready == ["ready"]


async def test_a_store_that_is_only_read_gets_ready_for_nothing(
    demo_store: Store, clock: Callable[[], date], made_ready: list[str]
) -> None:
    visit_entered(demo_store)
    with closing(Store.open(demo_store.path, officer=demo_store.officer, read_only=True)) as store:
        await opened_and_pressed(dashboard(store, clock), "4", "space", "d")
    assert made_ready == []
