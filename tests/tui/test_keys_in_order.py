"""Keys that come together: every one acts on the screen that the one before has left."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widget import Widget

from db import queries
from db.rows import Key
from tests.tui.entering import settle, value
from tests.tui.reading import screen_lines, screen_text
from tests.tui.terminal import PATIENCE, Terminal
from tui.deeds import closing
from tui.modals.asking import AskingModal
from tui.modals.palette import PaletteModal
from tui.screens.agenda import AgendaScreen
from tui.screens.main import MainScreen
from tui.screens.sections import SectionsScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from db import Store
    from tui.app import Bilat


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        pytest.param("2j", "Abdellatif Hammouchi", id="a pane and a move in it"),
        pytest.param("4jjj\r", "Overview", id="a pane, moves and Enter"),
        pytest.param("/us\r", "1 of 5", id="a filter, its words and Enter"),
        pytest.param("2/laf", "Abdelouafi Laftit", id="a filter in another pane"),
        pytest.param("3j\r", "F-2026-002", id="a follow-up opened"),
        pytest.param(":grande\r", "Fernando Grande-Marlaska", id="the palette, a name and Enter"),
        pytest.param("vt", "Waiting for them", id="a view by its letter"),
        pytest.param("nMA>ES talks", "visit Morocco", id="the entry line and its first words"),
        pytest.param(
            "ntodo ring Rabat due:2027-02-05\r:grande\r",
            "Fernando Grande-Marlaska",
            id="on while a line is saved",
        ),
        pytest.param("3fchased\r:laf\r", "Abdelouafi Laftit", id="on while an answer is saved"),
    ],
)
def test_keys_in_one_go_do_what_they_do_one_by_one(demo_store: Store, keys: str, shows: str) -> None:
    demo_store.close()
    command = [sys.executable, "-m", "tui", "--store", str(demo_store.path), "--desk", "MA"]
    with Terminal(command) as terminal:
        terminal.wait_for("Laftit")
        terminal.press(keys)
        terminal.wait_for(shows)
        assert terminal.process.poll() is None


# --- what is on its way ---

_NAMES = {":": "colon", "/": "slash", "\r": "enter", "\x1b": "escape", "+": "plus", "-": "minus"}
_FIRST = "SELECT status FROM followup WHERE id = 1"


def type_at_once(app: Bilat, keys: str) -> None:
    """Type faster than anything can be done."""
    for key in keys:
        app.post_message(events.Key(_NAMES.get(key, key), key))


async def until(so: Callable[[], bool]) -> None:
    """Let the program work while something is held up, until one sees on the screen what one waits for."""
    deadline = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < deadline
        await asyncio.sleep(0)


async def typed(pilot: Pilot[int], keys: str) -> None:
    type_at_once(pilot.app, keys)  # type: ignore[arg-type]
    for _ in range(4):
        await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        pytest.param(":V-2025-001\raagreed on two things", "› !agreed on two things", id="a record found"),
        pytest.param(":today\rjjfchased", "Log · F-2026-003", id="a view found"),
        pytest.param(":xyzzy\rrang them", "Nothing is called “xyzzy”", id="nothing found"),
        pytest.param("3:log\rrang them", "› rang them", id="a command found"),
        pytest.param("4jj\r4jf", "Log · A-2025-0", id="a record, its tab and a key"),
        pytest.param("vwj+", "What makes it agreed?", id="a view and a key on its line"),
        pytest.param("bs", "Save the brief", id="a brief and its file"),
        pytest.param("4c \r", "items on its", id="an agenda, ticked and saved"),
        pytest.param("Nmjx", "New meeting", id="a form by its letter"),
        pytest.param("3xozero", "› zero", id="an ending with its words"),
        pytest.param("3z2w", "› 2w", id="a day until which it is hidden"),
        pytest.param("3wtxd", "is done · u undoes", id="whose turn, and then done"),
    ],
)
async def test_what_is_typed_while_something_opens_waits_for_it(app: Bilat, keys: str, shows: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await typed(pilot, keys)
        assert shows in screen_text(app)


async def test_keys_wait_as_long_as_the_widget_before_them_is_at_work_and_there(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    watch = app._watch

    def counted(*args: Any) -> None:
        nonlocal looks
        looks += 1
        watch(*args)

    monkeypatch.setattr("tui.in_order._PATIENCE", 0.001)
    monkeypatch.setattr("tui.in_order._LONGEST", 60.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(app, "_watch", counted)
        app._begin()
        app._with = app.screen
        await until(lambda: looks > 3)
        assert app._at_work
        app._with = Widget()  # one that is gone
        await until(lambda: not app._at_work)


async def test_keys_typed_while_the_palette_looks_go_to_what_it_finds(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    find = queries.find_everywhere

    def slow(*args: Any, **named: Any) -> Any:
        gate.wait(10)
        return find(*args, **named)

    monkeypatch.setattr(queries, "find_everywhere", slow)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        type_at_once(app, ":M-2026-002\rcj")
        await until(lambda: isinstance(app.screen, PaletteModal) and app.screen.busy)
        gate.set()
        for _ in range(4):
            await settle(pilot)
        assert isinstance(app.screen, AgendaScreen)
        assert app.screen.meeting == Key("meeting", "8")


def hold_up_what_is_read(app: Bilat, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """From now on the lines of a view come when the gate is opened, and not before."""
    gate = threading.Event()
    fetch = app.fetch

    async def slow(*args: Any, **named: Any) -> Any:
        def wait(_reader: object) -> None:
            gate.wait(10)

        await fetch(wait)
        return await fetch(*args, **named)

    monkeypatch.setattr(SectionsScreen, "_is_large", lambda _screen: True)
    monkeypatch.setattr("tui.in_order._LONGEST", 60.0)
    monkeypatch.setattr(app, "fetch", slow)
    return gate


async def test_keys_typed_while_a_view_is_read_wait_for_its_lines(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        gate = hold_up_what_is_read(app, monkeypatch)
        type_at_once(app, "vtjjf")
        await until(lambda: isinstance(app.screen, SectionsScreen) and app.screen.is_mounted)
        gate.set()
        for _ in range(4):
            await settle(pilot)
        assert isinstance(app.screen, AskingModal)
        assert "Log · F-2026-003" in screen_text(app)


@pytest.mark.parametrize(
    "keys", ["vv\x1b", "vt\x1b", "vvjjG\x1b"], ids=["to verify", "today", "behind moves"]
)
async def test_escape_leaves_a_view_at_once_whose_lines_are_still_being_read(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        gate = hold_up_what_is_read(app, monkeypatch)
        type_at_once(app, keys[:-1])
        await until(lambda: isinstance(app.screen, SectionsScreen) and app.screen.coming)
        type_at_once(app, keys[-1])
        await until(lambda: isinstance(app.screen, MainScreen))
        assert not gate.is_set()
        gate.set()


async def test_keys_typed_while_a_step_is_taken_act_on_what_it_leaves(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = threading.Event(), threading.Event()
    close = closing._close

    def slow(*args: Any) -> Any:
        begun.set()
        gate.wait(10)
        return close(*args)

    monkeypatch.setattr(closing, "_close", slow)
    monkeypatch.setattr("tui.in_order._LONGEST", 60.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        type_at_once(app, "3xdxdu")
        assert await asyncio.to_thread(begun.wait, PATIENCE)
        gate.set()
        for _ in range(6):
            await settle(pilot)
        assert value(app.store, _FIRST) == "done"
        assert value(app.store, "SELECT status FROM followup WHERE id = 2") == "open"
        assert "F-2026-002" in screen_lines(app)[-1]


async def test_a_step_that_takes_long_does_not_hold_the_keys_for_good(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    close = closing._close

    def slow(*args: Any) -> Any:
        gate.wait(10)
        return close(*args)

    monkeypatch.setattr(closing, "_close", slow)
    monkeypatch.setattr("tui.in_order._LONGEST", 0.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        type_at_once(app, "3xd:q")
        await until(lambda: isinstance(app.screen, PaletteModal))
        gate.set()


async def test_a_step_that_ends_when_the_screens_are_gone_disturbs_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
    assert not app.screen_stack
    app.say("Saved.")
    with app.underway():
        app._show_how_far()


async def test_a_key_that_is_still_on_its_way_at_the_end_disturbs_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)):
        type_at_once(app, "\r\x1bvt")
    assert not app.is_running


async def test_views_opened_and_left_in_one_go_lead_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await typed(pilot, "vt\x1bvw\x1b")
        assert isinstance(app.screen, MainScreen)
