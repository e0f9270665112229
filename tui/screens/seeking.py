"""What a filter finds in a long list, looked for beside the keys: the letter is shown before any row is read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from db import Store
from db.errors import BilatError
from db.rows import Listing, Unsettled
from tui.screens.main_lists import ListKind

Question = partial[Listing[Any]]

IN_ONE_FRAME = 2_000
"""Rows that are looked through while the letter is drawn: one repaint instead of two."""


EFFORT = 0.08
"""Seconds of the processor's time for a count; a filter that keeps more says "1,000+" until one goes that far down."""


class Seeking:
    """One search a list at a time; what was typed meanwhile breaks it off and is looked for next."""

    def __init__(
        self,
        store: Callable[[], Store],
        asked: Callable[[ListKind], Question | None],
        show: Callable[[ListKind], None],
        counted: Callable[[ListKind], None],
    ) -> None:
        """Nothing is looked for yet.

        Args:
            store: where it is looked for.
            asked: what a list asks now, None where it has no filter.
            show: called when the first rows of the answer to that are there.
            counted: called when it is known how many there are of what is shown.
        """
        self._store = store
        self._now = asked
        self._show = show
        self._counted = counted
        self._found: dict[str, tuple[Question, Listing[Any]]] = {}
        self._busy: set[str] = set()
        self._over: set[str] = set()  # lists that ask for something else than what is looked for

    async def seek(self, kind: ListKind) -> None:
        """Look until what was found, and counted, is what is asked."""
        self._over.add(kind.id)
        if kind.id in self._busy:
            return
        self._busy.add(kind.id)
        try:
            while kind.id in self._over:
                self._over.discard(kind.id)
                now = self._now(kind)
                if now is not None:
                    await self._look(kind, now)
        finally:
            self._busy.discard(kind.id)

    async def _look(self, kind: ListKind, now: Question) -> None:
        """Find the first rows, show them, and count the others; the next letter ends it at any moment."""
        listing = await asyncio.to_thread(self._glanced, kind, now)
        if kind.id in self._over:
            return
        if listing is not None:
            self._found[kind.id] = (now, listing)
        self._show(kind)
        if isinstance(listing, Unsettled) and await asyncio.to_thread(self._settled, kind, listing, EFFORT):
            self._counted(kind)

    async def count_all(self, kind: ListKind, listing: Listing[Any]) -> None:
        """Count a list to its end, however long that takes: somebody has gone down as far as it was known."""
        if kind.id in self._busy or not isinstance(listing, Unsettled):
            return
        self._busy.add(kind.id)
        try:
            if await asyncio.to_thread(self._settled, kind, listing, None):
                self._counted(kind)
        finally:
            self._busy.discard(kind.id)
        if kind.id in self._over:  # something was typed meanwhile
            await self.seek(kind)

    def _glanced(self, kind: ListKind, now: Question) -> Listing[Any] | None:
        """What is asked, as far as it takes to show it; None where it was given up, or cannot be read."""
        try:
            with self._store().unless(lambda: kind.id in self._over):
                listing = now()
                if isinstance(listing, Unsettled):
                    listing.glance()
                listing.count()
        except BilatError:  # the list asks again, and says why it cannot be read
            return None
        return listing

    def _settled(self, kind: ListKind, listing: Unsettled[Any], seconds: float | None) -> bool:
        """Count what a glance has not; whether there was anything to count, and it was counted."""
        if listing.settled:
            return False
        with suppress(BilatError), self._store().unless(lambda: kind.id in self._over):
            listing.settle(seconds)
        return kind.id not in self._over

    def forget(self) -> None:
        """The store has changed, so what was found in it may not be there."""
        self._found.clear()
        self._over |= self._busy

    def stop(self, kind: ListKind) -> None:
        """A list has no filter any more."""
        if kind.id in self._busy:
            self._over.add(kind.id)

    def answer(self, kind: ListKind, question: Question) -> Listing[Any]:
        """What was found, once; what nobody has looked for is asked here."""
        found = self._found.pop(kind.id, None)
        return found[1] if found is not None and _same(found[0], question) else question()


def _same(one: Question | None, other: Question) -> bool:
    return one is not None and (one.func, one.args, one.keywords) == (
        other.func,
        other.args,
        other.keywords,
    )
