"""What is said of a file, and what comes of it: read anew with every change, before anything enters."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from db.errors import BilatError
from db.exchange.tables.columns import Columns, Table, assumed, lacking
from db.exchange.tables.grid import AS_IT_SHOWS, How
from db.exchange.tables.kinds import KINDS
from db.exchange.tables.memory import NOTHING_SAID, Said, recall
from db.exchange.tables.sniffing import DateOrder
from tui.glyphs import glyphs
from tui.importing.files import Arriving

if TYPE_CHECKING:
    from datetime import date

    from db.exchange.tables.importing import Plan
    from db.reader import Reader

_OFTEN = 0.1  # seconds between two words on how far it is


class Wish(NamedTuple):
    """What the officer says of a table; what nobody said is found in it.

    Attributes:
        kind: what its rows are, "" as the headers tell.
        how: how the file is read.
        said: what its columns say, what holds for all rows, which way dates run.
        anyway: whether rows that are there already enter, too.
    """

    kind: str = ""
    how: How = AS_IT_SHOWS
    said: Said = NOTHING_SAID
    anyway: bool = False


class Look(NamedTuple):
    """A table as it is read so far.

    Attributes:
        table: with its headers.
        columns: what they say.
        said: what was said of it, also the last time.
        remembered: whether some of that was said the last time.
        order: which way its dates run, as far as they show it.
        missing: what no column says and every row must, "" for nothing.
        plan: what would enter, None while something has to be said first.
    """

    table: Table
    columns: Columns
    said: Said
    remembered: bool
    order: DateOrder
    missing: str
    plan: Plan | None

    @property
    def asks_dates(self) -> bool:
        """Whether nobody can tell which way the dates run."""
        return self.order.day_first is None and self.said.day_first is None


class Stopped(BilatError):  # noqa: N818 - it is no mistake
    """The officer stopped it; nothing was imported."""


class Watch:
    """How far something is, told by the thread that does it and read by the screen.

    Attributes:
        words: as in "writing 500 of 4,271 · 1,500 a second · 3 s left".
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.words = ""
        self._clock = clock
        self._began = clock()
        self._what = ""
        self._last = 0.0
        self._stop = Event()

    def stop(self) -> None:
        """Stop it where it next says how far it is."""
        self._stop.set()

    def progress(self, what: str, done: int, of: int) -> None:
        """Say how far it is.

        Raises:
            Stopped: the officer wants it no more.
        """
        if self._stop.is_set():
            raise Stopped("Stopped. Nothing was imported.")
        now = self._clock()
        if what != self._what:
            self._what, self._began, self._last = what, now, 0.0
        if now - self._last < _OFTEN and done < of:
            return
        self._last = now
        if not 0 < done < of:
            self.words = f"{what} {glyphs.ellipsis}"
            return
        rate = done / max(now - self._began, 0.001)
        left = (of - done) / max(rate, 0.001)
        self.words = f"{what} {done:,} of {of:,}, {rate:,.0f} a second, {left:,.0f} s left"


def look(reader: Reader, file: Arriving, wish: Wish, today: date, watch: Watch) -> Look:
    """Read a table as far as what is said of it goes.

    Raises:
        BadInput: it is no table, or cannot be read in that way.
        Stopped: the officer has said something else meanwhile.
    """
    from db.exchange.tables.importing import likely_kind, order_in, plan, table_of  # noqa: PLC0415 - pydantic

    kind = KINDS[wish.kind] if wish.kind else likely_kind(file.raw, wish.how)
    table = table_of(file.raw, kind, wish.how)
    watch.progress("reading", 0, len(table.rows))
    before = recall(reader, table)
    said = wish.said.over(before)
    headers = {header: field for header, field in said.columns.items() if header in table.headers}
    said = said._replace(columns=headers)
    columns = assumed(table, said.columns, said.constants)
    found = Look(
        table,
        columns,
        said,
        before != NOTHING_SAID,
        order_in(table, columns),
        lacking(table, columns),
        None,
    )
    if found.missing or found.asks_dates:
        return found
    return found._replace(
        plan=plan(
            reader,
            table,
            columns,
            today=today,
            day_first=said.day_first,
            anyway=wish.anyway,
            tell=watch.progress,
        )
    )
