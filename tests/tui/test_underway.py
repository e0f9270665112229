"""A step that takes long says how far it is; Escape stops it, and then nothing has happened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from db.models import Official
from tests.tui.entering import count, settle
from tests.tui.reading import screen_lines
from tui import underway
from tui.app import Bilat

_PATIENCE = 30.0


class LongWork:
    """A command that has done 4,000 of 9,000 until somebody lets it go on."""

    def __init__(self, tell: Callable[[str, int, int], None]) -> None:
        self._tell = tell
        self.go_on = Event()

    def __call__(self, session: Any) -> str:
        session.add(Official(name="Omar Benjelloun", sort_name="Benjelloun, Omar", country="MA"))
        session.flush()
        self._tell("meetings", 0, 9_000)
        self._tell("meetings", 9_000, 9_000)
        self.go_on.wait(_PATIENCE)
        self._tell("meetings", 9_000, 9_000)
        return "Done"


@pytest.fixture
def work(app: Bilat, monkeypatch: pytest.MonkeyPatch) -> Iterator[LongWork]:
    monkeypatch.setattr(underway, "_LONG", 0.0)
    work = LongWork(app.tell)
    yield work
    work.go_on.set()


async def begin(app: Bilat, pilot: Pilot[int], work: LongWork) -> None:
    async def step() -> str:
        return await app.write("new official", work)

    await settle(pilot)
    app.step(step)
    async with asyncio.timeout(_PATIENCE):
        while "Esc stops it" not in screen_lines(app)[-1]:
            await pilot.pause()


async def test_the_footer_says_how_far_it_is_and_what_stops_it(app: Bilat, work: LongWork) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot, work)
        assert "meetings …" in screen_lines(app)[-1]
        work.go_on.set()
        await settle(pilot)
        assert "Done" in screen_lines(app)[-1]
        assert count(app.store, "official WHERE name = 'Omar Benjelloun'") == 1


async def test_escape_stops_it_with_nothing_changed(app: Bilat, work: LongWork) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot, work)
        stopping = asyncio.create_task(pilot.press("escape"))
        async with asyncio.timeout(_PATIENCE):
            while app._stoppable is not None and not app._stoppable.stopped:
                await pilot.pause()
        work.go_on.set()
        await stopping
        await settle(pilot)
        assert "Stopped. Nothing was changed." in screen_lines(app)[-1]
        assert count(app.store, "official WHERE name = 'Omar Benjelloun'") == 0


async def test_what_is_still_underway_can_be_stopped_after_another_step(app: Bilat, work: LongWork) -> None:
    begun, go_on = Event(), Event()

    def take_out() -> str:
        app.tell("records", 0, 9_000)
        app.tell("records", 9_000, 9_000)
        begun.set()
        go_on.wait(_PATIENCE)
        app.tell("records", 9_000, 9_000)
        return "Saved"

    async def taking_out() -> str:
        with app.underway():
            return await asyncio.to_thread(take_out)

    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.step(taking_out)
        await asyncio.to_thread(begun.wait, _PATIENCE)
        work.go_on.set()
        assert await app.write("new official", work) == "Done"
        stopping = asyncio.create_task(pilot.press("escape"))
        async with asyncio.timeout(_PATIENCE):
            while app._stoppable is not None and not app._stoppable.stopped:
                await pilot.pause()
        go_on.set()
        await stopping
        await settle(pilot)
        assert "Stopped. Nothing was changed." in screen_lines(app)[-1]
        assert count(app.store, "official WHERE name = 'Omar Benjelloun'") == 1


async def test_escape_after_a_short_step_is_no_stopping(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.step(lambda: app.write("new official", _short))
        await pilot.press("escape")
        await settle(pilot)
        assert count(app.store, "official WHERE name = 'Omar Benjelloun'") == 1


def _short(session: Any) -> str:
    session.add(Official(name="Omar Benjelloun", sort_name="Benjelloun, Omar", country="MA"))
    return "Done"
