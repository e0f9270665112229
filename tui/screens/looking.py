"""Reading a long list beside the keys: in a thread, until nobody waits for it any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from db.errors import BilatError
from db.queries.pieces import size
from tui.screens.seeking import IN_ONE_FRAME

if TYPE_CHECKING:
    from tui.bridge import Bridge

AnsweredT = TypeVar("AnsweredT")


def is_large(app: Bridge) -> bool:
    """Whether the store has so much in it that what looks through it is asked beside the keys."""
    try:
        return app.read(size, "event") // 2 > IN_ONE_FRAME
    except BilatError:  # reading the list says why
        return False


async def beside(app: Bridge, ask: Callable[[], AnsweredT]) -> AnsweredT:
    """What is read in a thread; it ends with the worker that asks."""
    worker, store = get_current_worker(), app.store

    def answer() -> AnsweredT:
        with store.unless(lambda: worker.is_cancelled):
            return ask()

    return await asyncio.to_thread(answer)
