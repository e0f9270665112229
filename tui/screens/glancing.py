"""What a pane shows of a record: what is quickly read, and soon the rest of a pair that has met very often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.rows import Card, Key, Moment, PairCard

if TYPE_CHECKING:
    from db.queries.cards_of_people import Further
    from tui.bridge import Bridge

Wanted = tuple[Key, Moment, tuple[str, str]]


class Glancing:
    """One reading at a time; another record under the cursor breaks it off."""

    def __init__(
        self,
        app: Callable[[], Bridge],
        begin: Callable[[Coroutine[Any, Any, None]], object],
        show: Callable[[], None],
    ) -> None:
        """Nothing is read yet.

        Args:
            app: what asks the store.
            begin: runs the reading beside the keys.
            show: called when the rest is there.
        """
        self._app = app
        self._begin = begin
        self._show = show
        self._wanted: Wanted | None = None
        self._busy = False
        self._card: PairCard | None = None  # of which the rest was asked for last
        self._rest: tuple[Key, Further] | None = None  # as it was last known
        self._told = False  # the rest has come, and all else is as it was

    def card(self, key: Key) -> Card:
        """The record; until the rest of it has come, with the rest as it was last known.

        Raises:
            BilatError: it cannot be read.
        """
        told, self._told = self._told, False
        if told and self._card is not None and self._card.key == key:
            return self._with_rest(self._card)
        app = self._app()
        card = app.read(queries.glance, key, app.moment)
        if not isinstance(card, PairCard) or card.whole:
            self._wanted = None
            return card
        self._card = card
        self._want((card.key, app.moment, (card.row.home, card.row.other)))
        return self._with_rest(card)

    def _with_rest(self, card: PairCard) -> PairCard:
        if self._rest is None or self._rest[0] != card.key:
            return card
        return card._replace(**self._rest[1]._asdict())

    def forget(self) -> None:
        """The store has changed: what was read is shown until it is read anew."""
        self._told = False

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        if not self._busy:
            self._busy = True
            self._begin(self._read())

    async def _read(self) -> None:
        """Read until what was read is what is wanted."""
        try:
            while self._wanted is not None:
                wanted = self._wanted
                found = await asyncio.to_thread(self._found, wanted)
                if self._wanted is not wanted:
                    continue
                self._wanted = None
                if found is not None and (wanted[0], found) != self._rest:
                    self._rest, self._told = (wanted[0], found), True
                    self._show()
        finally:
            self._busy = False

    def _found(self, wanted: Wanted) -> Further | None:
        """The rest; None where nobody waits for it any more, or it cannot be read."""
        from db.queries.cards_of_people import further_of_pair  # noqa: PLC0415 - with the first pair

        app = self._app()
        with suppress(BilatError), app.store.unless(lambda: self._wanted is not wanted):
            return app.read(further_of_pair, *wanted)
        return None
