"""Reads what the next keys lead to while none is pressed, so that they paint from memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from db.errors import BilatError

if TYPE_CHECKING:
    from db.store import Store

IDLE = 0.05  # seconds without a key; one that is held down comes sooner
AT_REST = 0.2  # seconds more, after which one line is being looked at

Reading = Callable[[], object]
Work = Callable[[], Coroutine[None, None, None]]


@runtime_checkable
class ReadAgain(Protocol):
    """A screen that knows what of it will be read anew."""

    def wanted_again(self) -> Iterable[Reading]:
        """What will stand on it again once something was changed, to be read beside the keys."""


def wanted_again(screen: object) -> Iterable[Reading]:
    """What a screen will show again; nothing where it reads little."""
    return screen.wanted_again() if isinstance(screen, ReadAgain) else ()


def read_all(readings: Iterable[Reading]) -> None:
    """Have at hand what can be read; what is gone says so when it is shown."""
    for one in readings:
        with suppress(BilatError):
            one()


class ReadingAhead:
    """One thing after the other in a thread; the next key breaks it off."""

    def __init__(
        self,
        store: Callable[[], Store],
        near: Callable[[], Iterable[Reading]],
        far: Callable[[], Iterable[Reading]],
        begin: Callable[[Work], object],
    ) -> None:
        """Nothing is read yet.

        Args:
            store: where it is read.
            near: what the very next key leads to; asked for when no key is pressed.
            far: what else may be wanted where one line is looked at for longer.
            begin: runs the reading beside the keys.
        """
        self._store = store
        self._near, self._far = near, far
        self._begin = begin
        self._keys = 0
        self._waiting: asyncio.TimerHandle | None = None

    def soon(self) -> None:
        """A key was pressed: read once no other has followed for a moment.

        Nothing is begun before that: the screen would take it for a message, and paint the key in two frames.
        """
        self.stop()
        self._waiting = asyncio.get_running_loop().call_later(
            IDLE, self._begin, partial(self._read, self._keys)
        )

    def stop(self) -> None:
        """Read nothing more."""
        self._keys += 1
        if self._waiting is not None:
            self._waiting.cancel()

    async def _read(self, keys: int) -> None:
        if keys == self._keys:
            await asyncio.to_thread(self._read_all, [*self._near()], keys)
        await asyncio.sleep(AT_REST)
        if keys == self._keys:
            await asyncio.to_thread(self._read_all, [*self._far()], keys)

    def _read_all(self, readings: Iterable[Reading], keys: int) -> None:
        try:
            with self._store().unless(lambda: self._keys != keys):
                for one in readings:
                    if self._keys != keys:
                        return
                    one()
        except BilatError:
            return  # whoever asks for it is told why it cannot be read
