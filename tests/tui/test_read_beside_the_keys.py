"""What takes long to read in a large store comes a moment after the key, and nothing on the screen waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from types import ModuleType, SimpleNamespace

import pytest

from db import Store
from db.commands.followups import close
from db.commands.scores import score
from db.queries import cards_of_people
from db.rows import Key
from db.rows.agenda import ScoreRow
from tests.conftest import OFFICER
from tests.db.making import action, visit
from tests.tui.entering import settle
from tests.tui.reading import line_with, screen_text
from tui.app import Bilat
from tui.calendar import reading
from tui.config import Settings
from tui.screens import glancing
from tui.screens.calendar import CalendarScreen
from tui.screens.main import MainScreen

PAIR = Key("pair", "ES-MA")


@pytest.fixture
def busy(empty_store: Store, clock: Callable[[], date], monkeypatch: pytest.MonkeyPatch) -> Bilat:
    """The dashboard of a store that counts as large, in which nothing is read before it is asked for."""
    monkeypatch.setattr(reading, "IN_ONE_FRAME", 0)
    monkeypatch.setattr(reading, "AT_REST", 60)
    monkeypatch.setattr(cards_of_people, "NEWEST", 0)
    with empty_store.write("enter") as session:
        made = visit(session, date="2026-11-12", title="before")
        visit(session, date="2026-12-15", title="after")
        visit(session, host="FR", date="2026-10-01")
        number = action(session, on=made, rung="agreed", text="A list", parties=["ES", "MA"])
    with empty_store.write("close") as session:
        close(session, (Key("action", str(number)),), "done", "", clock())
        score(session, Key("action", str(number)), (ScoreRow("ES", 1), ScoreRow("MA", -1)))
    return Bilat(empty_store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, module: ModuleType) -> Iterator[None]:
    """Let what a module reads in a thread wait until the block ends."""
    going_on = asyncio.Event()

    async def later(do: Callable[..., object], *args: object) -> object:
        await going_on.wait()
        return await asyncio.to_thread(do, *args)

    with monkeypatch.context() as patched:
        patched.setattr(module, "asyncio", SimpleNamespace(to_thread=later))
        try:
            yield
        finally:
            going_on.set()


async def test_another_month_is_there_before_what_it_holds(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "m")
        await settle(pilot)
        assert "before" in screen_text(busy)
        with held_up(monkeypatch, reading):
            await pilot.press("pagedown")
            await pilot.pause()
            assert "December 2026" in line_with(busy, "MA desk")
            assert "Reading December 2026 ..." in screen_text(busy)
            assert "after" not in screen_text(busy)
        await settle(pilot)
        assert "after" in screen_text(busy)
        assert "Reading" not in screen_text(busy)


async def test_the_months_around_the_one_that_is_looked_at_are_there_at_once(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "m")
        await settle(pilot)
        screen = busy.screen
        assert isinstance(screen, CalendarScreen)
        screen._reading._look_further()  # as once it has been looked at for a moment
        await settle(pilot)
        with held_up(monkeypatch, reading):
            await pilot.press("pagedown")
            await pilot.pause()
            assert "after" in screen_text(busy)
            assert "Reading" not in screen_text(busy)
        await settle(pilot)


async def test_what_is_pressed_while_a_month_is_read_happens_when_it_is_there(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "m")
        await settle(pilot)
        screen = busy.screen
        assert isinstance(screen, CalendarScreen)
        with held_up(monkeypatch, reading):
            await pilot.press("pagedown", "up", "right")  # 15 December
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            assert screen.focused is not screen.pane
        await settle(pilot)
        assert screen.focused is screen.pane
        assert screen.selected == Key("visit", "2")


async def test_only_the_month_one_has_come_to_is_shown(busy: Bilat, monkeypatch: pytest.MonkeyPatch) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "m")
        await settle(pilot)
        with held_up(monkeypatch, reading):
            await pilot.press("pagedown", "pagedown", "pageup", "pageup")
            await pilot.pause()
        await settle(pilot)
        assert "November 2026" in line_with(busy, "MA desk")
        assert "before" in screen_text(busy)
        assert "Reading" not in screen_text(busy)


async def test_the_calendar_can_be_left_while_it_is_read(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        with held_up(monkeypatch, reading):
            await pilot.press("v", "m")
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(busy.screen, MainScreen)
        await settle(pilot)
        assert "Country pairs" in screen_text(busy)


async def test_the_record_of_two_that_meet_often_is_there_before_what_they_kept(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)
        busy.at_hand.forget()
        with held_up(monkeypatch, glancing):
            await pilot.press("up")
            await pilot.pause()
            assert "cadence" in screen_text(busy)
            assert "not kept" not in screen_text(busy)
        await settle(pilot)
        assert "Morocco 1 not kept" in screen_text(busy)


async def test_what_they_kept_stays_on_the_screen_while_it_is_read_anew(
    busy: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with busy.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Spain 1 kept" in screen_text(busy)
        with busy.store.write("score") as session:
            score(session, Key("action", "1"), (ScoreRow("ES", -1), ScoreRow("MA", -1)))
        with held_up(monkeypatch, glancing):
            busy.reread()
            await pilot.pause()
            assert "Spain 1 kept" in screen_text(busy)
        await settle(pilot)
        assert "Spain 1 not kept" in screen_text(busy)


async def test_a_long_record_says_how_many_outcomes_it_does_not_show(busy: Bilat) -> None:
    with busy.store.write("enter") as session:
        made = visit(session, date="2026-11-14")
        for number in range(15):
            action(session, on=made, rung="agreed", text=f"Number {number}")
    async with busy.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        listed = screen_text(busy)  # among what has no next step, and in the record
        assert (listed.count("Number 11"), listed.count("Number 12")) == (2, 1)
        assert "and 3 more" in screen_text(busy)
        await pilot.press("1", "enter", "4")
        await settle(pilot)
        assert "Number 14" in screen_text(busy)
