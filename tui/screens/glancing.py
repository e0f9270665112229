"""What a pane shows of a record: what is quickly read, and soon the rest of a pair that has met very often."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.queries.cards import GLANCED_AT
from db.rows import Key, PairCard

if TYPE_CHECKING:
    from db.queries.cards_of_people import Further
    from db.rows import Card
    from tui.bridge import Bridge


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
        self._wanted: tuple[Key, partial[Further]] | None = None
        self._busy = False
        self._rest: tuple[Key, Further] | None = None  # as it was last known

    def card(self, key: Key) -> Card:
        """The record; until the rest of it has come, with the rest as it was last known.

        Raises:
            BilatError: it cannot be read.
        """
        card = self._quick(key)
        self._wanted = None
        if not isinstance(card, PairCard) or card.whole:
            return card
        question = self._question(card)
        if (held := self._app().at_hand.look_up(question)) is not None:
            self._rest = (card.key, held.answer)
        else:
            self._want((card.key, question))
        if self._rest is None or self._rest[0] != card.key:
            return card
        return card._replace(**self._rest[1]._asdict())

    def read_ahead(self, key: Key) -> None:
        """Have a record at hand that may be asked for; in whatever thread.

        Raises:
            BilatError: it cannot be read, or nobody waits for it any more.
        """
        self._quick(key)

    def read_rest_ahead(self, key: Key) -> None:
        """The same with the rest of it."""
        card = self._quick(key)
        if isinstance(card, PairCard) and not card.whole:
            self._app().at_hand.answer(self._question(card))

    def _quick(self, key: Key) -> Card:
        app = self._app()
        return app.known(queries.glance if key.kind in GLANCED_AT else queries.card, key, app.moment)

    def _question(self, card: PairCard) -> partial[Further]:
        from db.queries.cards_of_people import further_of_pair  # noqa: PLC0415 - with the first pair

        app = self._app()
        sides = (card.row.home, card.row.other)
        return partial(app.read, further_of_pair, card.key, app.moment, sides)

    def _want(self, wanted: tuple[Key, partial[Further]]) -> None:
        self._wanted = wanted
        if not self._busy:
            self._busy = True
            self._begin(self._read())

    async def _read(self) -> None:
        """Read until what was read is what is wanted."""
        try:
            while (wanted := self._wanted) is not None:
                found = await asyncio.to_thread(self._found, wanted)
                if self._wanted is not wanted:
                    continue
                self._wanted = None
                if found is not None and (wanted[0], found) != self._rest:
                    self._rest = (wanted[0], found)
                    self._show()
        finally:
            self._busy = False

    def _found(self, wanted: tuple[Key, partial[Further]]) -> Further | None:
        """The rest; None where nobody waits for it any more, or it cannot be read."""
        app = self._app()
        with suppress(BilatError), app.store.unless(lambda: self._wanted is not wanted):
            return app.at_hand.answer(wanted[1])
        return None
