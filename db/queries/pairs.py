"""Country pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.listing import Chained, Selection, SqlListing, Values
from db.rows import Key, Listing, Moment, PairRow

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

PAIR_SORTS = ("last", "name", "open", "watch")

COLUMNS = (
    "p.a, p.b, ca.name, cb.name, p.last_edtf, p.last_text, p.last_basis, p.next_edtf, p.next_text,"
    " p.next_basis, p.forth, p.back, p.meetings, p.open, p.watch"
)
SOURCE = "pair_summary p JOIN country ca ON ca.code = p.a JOIN country cb ON cb.code = p.b"
ORDERS = {
    "last": (("p.last_day", "p.a", "p.b"), True),
    "name": (("p.a", "p.b"), False),
    "open": (("p.open", "p.a", "p.b"), True),
    "watch": (("p.watch", "p.a", "p.b"), True),
}


def pairs(
    store: Store, moment: Moment, *, everyone: bool = False, words: str = "", sort: str = "last"
) -> Listing[PairRow]:
    """The desk's own pairs, or everyone's with its own first; a desk without a country sees all."""
    order, descending = ORDERS[sort]

    def those(where: str, **values: str) -> Listing[PairRow]:
        selection = Selection(COLUMNS, SOURCE, where, order, descending, values).narrowed(words, "p.folded")
        return SqlListing(store, selection, lambda row: pair_row(row, moment.desk), _place)

    if not moment.desk:
        return those("1 = 1")
    own = those("(p.a = :desk OR p.b = :desk)", desk=moment.desk)
    others = those("p.a <> :desk AND p.b <> :desk", desk=moment.desk)
    return Chained(own, others) if everyone else own


def one_pair(reader: Reader, a: str, b: str, desk: str) -> PairRow | None:
    """One pair's line, None for two countries that have nothing to do with each other."""
    row = reader.one(f"SELECT {COLUMNS} FROM {SOURCE} WHERE p.a = :a AND p.b = :b", a=a, b=b)
    return None if row is None else pair_row(row, desk)


def _place(key: Key) -> tuple[str, dict[str, Any]] | None:
    if key.kind != "pair" or key.id.count("-") != 1:
        return None
    a, b = key.id.split("-")
    return "p.a = :at_a AND p.b = :at_b", {"at_a": a, "at_b": b}


def pair_row(row: Values, desk: str) -> PairRow:
    """A line from COLUMNS, seen from the desk's country."""
    a, b, name_a, name_b = row[:4]
    forth, back, meetings, open_, watch = row[10:15]
    turned = desk == b
    return PairRow(
        key=Key("pair", f"{a}-{b}"),
        home=b if turned else a,
        other=a if turned else b,
        home_name=name_b if turned else name_a,
        other_name=name_a if turned else name_b,
        last=PartialDate(*row[4:7]),
        next=PartialDate(*row[7:10]),
        inward=forth if turned else back,
        outward=back if turned else forth,
        meetings=meetings,
        open=open_,
        watch=watch,
    )
