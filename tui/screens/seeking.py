"""What a filter finds in a long list, looked for beside the keys: the letter is shown before any row is read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
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
PAUSE = 0.5
"""Seconds without another letter, after which it is worth counting what a glance has not: who types waits for rows."""
EFFORT = 0.3
"""Seconds of the processor's time for a count; a filter that keeps more says "1,000+" until one goes that far down."""


class Seeking:
    """One search a list at a time; what was typed meanwhile breaks it off and is looked for next.

    Attributes:
        looking: the lists that do not show yet what they ask.
    """

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
        self.looking: set[str] = set()
        self._found: dict[str, tuple[Question, Listing[Any]]] = {}
        self._busy: set[str] = set()
        self._over: set[str] = set()  # lists that ask for something else than what is looked for
        self._to_the_end: set[str] = set()  # lists in which somebody has gone down as far as they are known
        self._stirred: dict[str, asyncio.Event] = {}  # of lists that rest between their rows and their count

    def seek(self, kind: ListKind) -> Coroutine[Any, Any, None]:
        """Look until what was found, and counted, is what is asked.

        What is looked for is over at once, not when this first runs: rows that come in between answer another question.
        """
        self.looking.add(kind.id)
        self._over.add(kind.id)
        self._stir(kind.id)
        return self._seek(kind)

    async def look_over(self, nothing: Question, over: Callable[[], bool]) -> None:
        """Read beside the keys what the first letters are looked for in: a disk takes longer than any search.

        Args:
            nothing: a question that has all of it looked through.
            over: whether nobody types any more.
        """

        def look() -> None:
            # What cannot be read is asked for again with the first letter, which says why.
            with suppress(BilatError), self._store().unless(over):
                listing = nothing()
                if isinstance(listing, Unsettled):
                    listing.glance()

        await asyncio.to_thread(look)

    async def _seek(self, kind: ListKind) -> None:
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
            self.looking.discard(kind.id)

    async def _look(self, kind: ListKind, now: Question) -> None:
        """Find the first rows, show them, and count the others in a pause; the next letter ends it at any moment."""
        self._to_the_end.discard(kind.id)
        listing = await asyncio.to_thread(self._glanced, kind, now)
        if kind.id in self._over:
            return
        if listing is not None:
            self._found[kind.id] = (now, listing)
        self.looking.discard(kind.id)
        self._show(kind)
        if not isinstance(listing, Unsettled) or listing.settled:
            return
        await self._rest(kind.id)
        if kind.id not in self._to_the_end:
            await self._count(kind, listing, EFFORT)
        if kind.id in self._to_the_end:  # by now, or since then
            await self._count(kind, listing, None)

    async def _count(self, kind: ListKind, listing: Unsettled[Any], seconds: float | None) -> None:
        """Count a list and say so, unless somebody wants something else."""
        if kind.id not in self._over and await asyncio.to_thread(self._settled, kind, listing, seconds):
            self._counted(kind)

    async def _rest(self, name: str) -> None:
        """Wait until nobody types any more, or somebody wants something else."""
        self._stirred[name] = asyncio.Event()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stirred[name].wait(), PAUSE)
        del self._stirred[name]

    def _stir(self, name: str) -> None:
        if name in self._stirred:
            self._stirred[name].set()

    async def count_all(self, kind: ListKind, listing: Listing[Any]) -> None:
        """Count a list to its end, however long that takes: somebody has gone down as far as it was known."""
        if not isinstance(listing, Unsettled):
            return
        self._to_the_end.add(kind.id)
        self._stir(kind.id)
        if kind.id in self._busy:
            return
        self._busy.add(kind.id)
        try:
            await self._count(kind, listing, None)
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
        for name in self._busy:
            self._over.add(name)
            self._stir(name)

    def stop(self, kind: ListKind) -> None:
        """A list has no filter any more."""
        self._found.pop(kind.id, None)
        if kind.id in self._busy:
            self._over.add(kind.id)
            self._stir(kind.id)

    def answer(self, kind: ListKind, question: Question) -> Listing[Any]:
        """What was found, however often a list asks before it is drawn; what nobody has looked for is asked here.

        While it is looked for it is what the letters before it found, since a list is drawn later than it is asked.
        """
        found = self._found.get(kind.id)
        if found is not None and (kind.id in self.looking or _same(found[0], question)):
            return found[1]
        return question()


def _same(one: Question | None, other: Question) -> bool:
    return one is not None and (one.func, one.args, one.keywords) == (
        other.func,
        other.args,
        other.keywords,
    )
