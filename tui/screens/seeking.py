"""What a filter finds in a long list, looked for beside the keys: the letter is shown before any row is read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from db.errors import BilatError
from db.rows import Listing
from tui.screens.main_lists import ListKind

Question = partial[Listing[Any]]

IN_ONE_FRAME = 2_000
"""Rows that are looked through while the letter is drawn: one repaint instead of two."""


class Seeking:
    """One search a list at a time; what was typed meanwhile is looked for next."""

    def __init__(
        self, asked: Callable[[ListKind], Question | None], show: Callable[[ListKind], None]
    ) -> None:
        """Nothing is looked for yet.

        Args:
            asked: what a list asks now, None where it has no filter.
            show: called when the answer to that is there.
        """
        self._now = asked
        self._show = show
        self._found: dict[str, tuple[Question, Listing[Any]]] = {}
        self._busy: set[str] = set()
        self._changes = 0  # of the store, as far as the screen was told

    async def seek(self, kind: ListKind) -> None:
        """Look until what was found is what is asked."""
        if kind.id in self._busy:
            return
        self._busy.add(kind.id)
        try:
            done: Question | None = None
            changes = self._changes
            while (now := self._now(kind)) is not None and not (
                _same(done, now) and changes == self._changes
            ):
                done, changes = now, self._changes
                try:
                    self._found[kind.id] = (now, await asyncio.to_thread(_counted, now))
                except BilatError:  # the list asks again, and says why it cannot be read
                    self._found.pop(kind.id, None)
            if done is not None:
                self._show(kind)
        finally:
            self._busy.discard(kind.id)

    def forget(self) -> None:
        """The store has changed, so what was found in it may not be there."""
        self._changes += 1
        self._found.clear()

    def answer(self, kind: ListKind, question: Question) -> Listing[Any]:
        """What was found, once; what nobody has looked for is asked here."""
        found = self._found.pop(kind.id, None)
        return found[1] if found is not None and _same(found[0], question) else question()


def _counted(question: Question) -> Listing[Any]:
    listing = question()
    listing.count()
    return listing


def _same(one: Question | None, other: Question) -> bool:
    return one is not None and (one.func, one.args, one.keywords) == (
        other.func,
        other.args,
        other.keywords,
    )
