"""Working the entry line as a person does, and looking at what came of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from db import Store
from tui.app import Bilat
from tui.entry.modal import EntryModal
from tui.entry.sheet import EntrySheet
from tui.in_order import KeysInOrder

VISIT = "MA>ES 3-4 feb 2026 security talks"


async def type_in(pilot: Pilot[int], text: str) -> None:
    """Press a key for every character."""
    await pilot.press(*text)
    await pilot.pause()


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste as a terminal does it, in one piece."""
    pilot.app.screen.focused.post_message(events.Paste(text))  # type: ignore[union-attr]
    await pilot.pause()
    await pilot.pause()


async def work_done(app: App[Any]) -> None:
    """Wait until every key has been dealt with, and what they began beside the screen is done or was broken off."""
    while _keys_wait(app) or any(not worker.is_finished for worker in app.workers):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await asyncio.sleep(0)


def _keys_wait(app: App[Any]) -> bool:
    return isinstance(app, KeysInOrder) and app.is_running and bool(app._waiting or app._at_work)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until what was begun in threads is done and on the screen."""
    await pilot.pause()
    await work_done(pilot.app)
    await pilot.pause()
    await pilot.pause()


def sheet(app: Bilat) -> EntrySheet:
    """The open sheet."""
    assert isinstance(app.screen, EntryModal)
    return app.screen.query_one(EntrySheet)


def count(store: Store, table: str) -> int:
    """How many rows a table has."""
    with store.read() as reader:
        return int(reader.value(f"SELECT COUNT(*) FROM {table}") or 0)


def value(store: Store, sql: str) -> object:
    """One value of the store."""
    with store.read() as reader:
        return reader.value(sql)
