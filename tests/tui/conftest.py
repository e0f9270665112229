"""What tests that press keys stand on: they go on as soon as the screen has nothing left to do."""

from __future__ import annotations

import asyncio
import time
from asyncio.base_events import BaseEventLoop
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import OFFICER
from tests.tui.locked import NOW, WORDS
from tui.in_order import KeysInOrder

if TYPE_CHECKING:
    from db import Store
    from tui.app import Bilat

AT_HAND = 0.02  # seconds; what a timer does within them is awaited, as a blinking cursor's next blink is not
HELD = 0.02  # seconds without work in which a thread counts as held up, by a test that wants to see just that
PATIENCE = 0.5  # seconds for what comes with time alone; a clock that goes on for ever is not waited for
LONGEST = 10.0  # seconds; only a busy machine takes as long

_in_threads: set[asyncio.Future[Any]] = set()
_with_a_key: list[KeysInOrder] = []  # the app that has begun on the last key


@pytest.fixture(autouse=True)
def keys_in_quick_succession(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait after a key until nothing is left to do, instead of for 20 ms at least and as often as needed.

    Textual guesses from the processor's time; here the loop and its threads are asked, which is quicker and surer.
    """
    run_in_executor = BaseEventLoop.run_in_executor

    def noted(loop: BaseEventLoop, executor: Any, do: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        future = run_in_executor(loop, executor, do, *args)
        _in_threads.add(future)
        future.add_done_callback(_in_threads.discard)
        return future

    begin = KeysInOrder._begin

    def seen(app: KeysInOrder) -> None:
        _with_a_key[:] = [app]
        begin(app)

    _with_a_key.clear()
    monkeypatch.setattr(KeysInOrder, "_begin", seen)
    _in_threads.clear()
    monkeypatch.setattr(BaseEventLoop, "run_in_executor", noted)
    for place in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{place}.wait_for_idle", nothing_left_to_do)


async def nothing_left_to_do(*_: float) -> None:
    """Wait until the loop is idle, no thread works for it, no key is under way, and no timer is about to ring."""
    loop: Any = asyncio.get_running_loop()
    until, patience = loop.time() + LONGEST, PATIENCE
    idle = 0  # rounds in a row: what comes from outside is seen in the round after
    while idle < 3 and loop.time() < until:
        rest = 0.0
        if loop._ready or (_in_threads and not await _held_up()):
            idle = 0
        elif patience > 0 and (rest := _soon(loop)):
            idle, patience = 0, patience - rest
        else:
            idle += 1
        await asyncio.sleep(rest)


def _soon(loop: Any) -> float:
    """Seconds until a timer rings, or until one looks again at a key that is under way; 0 for neither."""
    timers = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
    due = max(0.001, min(timers) - loop.time()) if timers else AT_HAND
    if due < AT_HAND:
        return due
    waits = not _in_threads and any(app.is_running and app._at_work for app in _with_a_key)
    return 0.001 if waits else 0.0


async def _held_up() -> bool:
    """Whether the threads do nothing; at once false when one comes to its end."""
    busy, worked, until = len(_in_threads), _work_beside(), time.monotonic() + HELD
    while time.monotonic() < until:
        await asyncio.sleep(0.001)
        if len(_in_threads) < busy:
            return False
    return _work_beside() - worked < HELD / 20


def _work_beside() -> float:
    """Seconds of the processor that were spent beside the loop."""
    return time.process_time() - time.thread_time()


@pytest.fixture(scope="session")
def locked_file(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store, encrypted once a session; tests get copies."""
    import shutil  # noqa: PLC0415 - for those tests alone

    from db.encrypting import rekey  # noqa: PLC0415 - likewise
    from db.unlocking import Key  # noqa: PLC0415

    path = Path(shutil.copyfile(demo_file, tmp_path_factory.mktemp("locked") / "desk.db"))
    rekey(path, None, Key.derived(WORDS, bytes(range(16))), officer=OFFICER, at=NOW)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program was started."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def desk_app(empty_store: Store, clock: Callable[[], date]) -> Bilat:
    """The dashboard of the Moroccan desk on a store that has nothing yet."""
    from tui.app import Bilat  # noqa: PLC0415 - Textual, which tests of the shell do without
    from tui.config import Settings  # noqa: PLC0415

    return Bilat(empty_store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)
