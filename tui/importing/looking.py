"""What is said of a file, and what comes of it: read anew with every change, before anything enters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.exchange.tables.columns import Columns, assumed, lacking
from db.exchange.tables.grid import AS_IT_SHOWS, How
from db.exchange.tables.header import Table
from db.exchange.tables.kinds import KINDS
from db.exchange.tables.memory import NOTHING_SAID, Said, recall
from db.exchange.tables.sniffing import DateOrder
from tui.importing.files import Arriving
from tui.watching import Watch

if TYPE_CHECKING:
    from datetime import date

    from db.exchange.tables.importing import Plan
    from db.reader import Reader


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


def look(reader: Reader, file: Arriving, wish: Wish, today: date, watch: Watch) -> Look:
    """Read a table as far as what is said of it goes.

    Raises:
        BadInput: it is no table, or cannot be read in that way.
        Stopped: the officer has said something else meanwhile.
    """
    from db.exchange.tables.importing import likely_kind, order_in, plan, table_of  # noqa: PLC0415 - pydantic
    from db.exchange.tables.values import columns_of_countries  # noqa: PLC0415 - likewise

    kind = KINDS[wish.kind] if wish.kind else likely_kind(file.raw, wish.how)
    table = table_of(file.raw, kind, wish.how)
    watch.progress("reading", 0, len(table.rows))
    before = recall(reader, table)
    said = wish.said.over(before)
    headers = {header: field for header, field in said.columns.items() if header in table.headers}
    said = said._replace(columns=headers)
    columns = assumed(table, said.columns, said.constants, columns_of_countries(reader, table))
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
