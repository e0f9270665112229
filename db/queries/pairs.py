"""Country pairs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from db.cadence import USUAL, quiet_before
from db.dates import PartialDate
from db.listing import Selection, SqlListing, Values
from db.listings_together import Chained, Interleaved
from db.queries.rolled_pairs import Folded, folded_pairs, holds, with_extra
from db.queries.words import matching
from db.reader import marked
from db.rows import Key, Listing, Moment, PairRow
from db.sought import SoughtListing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.filtering import Condition, Filter
    from db.reader import Reader
    from db.store import Store

PAIR_SORTS = ("last", "name", "open", "watch")

COLUMNS = (
    "p.a, p.b, ca.name, cb.name, p.last_edtf, p.last_text, p.last_basis, p.next_edtf, p.next_text,"
    " p.next_basis, p.forth, p.back, p.meetings, p.open, p.watch, p.last_day, COALESCE(k.months, 0),"
    " ca.valid_to <> '' OR cb.valid_to <> ''"
)
SOURCE = (
    "pair_summary p JOIN country ca ON ca.code = p.a JOIN country cb ON cb.code = p.b"
    " LEFT JOIN cadence k ON k.first = p.a AND k.second = p.b"
)
ORDERS = {
    "last": (("p.last_day", "p.a", "p.b"), True),
    "name": (("p.a", "p.b"), False),
    "open": (("p.open", "p.a", "p.b"), True),
    "watch": (("p.watch", "p.a", "p.b"), True),
}


LOOKED_AT = 200  # of them, where a filter asks for what the two did


def pairs(
    store: Store,
    moment: Moment,
    *,
    everyone: bool = False,
    words: str = "",
    sort: str = "last",
    roll_up: bool = False,
    kept: Filter | None = None,
) -> Listing[PairRow]:
    """The desk's own pairs, or everyone's with its own first; a desk without a country sees all.

    Rolled up, the pairs of former states are counted in those of the states that came after them.
    """
    order, descending = ORDERS[sort]
    folded = _folded(store) if roll_up else None
    condition = None if kept is None else kept.of("pair")
    if condition is not None:
        # Pairs are few, and what they did is much: one after the other is asked whether it has such an event.
        condition = condition._replace(quick=condition.steady)

    def those(where: str, **values: Any) -> Listing[PairRow]:
        selection = Selection(COLUMNS, SOURCE, where, order, descending, values)
        if folded is not None and folded.gone:
            return _rolled_up(store, selection, folded, words, moment, condition)
        selection = selection.narrowed(*matching("pair", words, "p"))
        rare = selection.kept(None if kept is None else kept.of("pair")).anyhow
        make = partial(pair_row, moment=moment)
        return SoughtListing(store, selection.kept(condition), make, place, rare=rare, looked_at=LOOKED_AT)

    if not moment.desk:
        return those("1 = 1")
    own = those("(p.a = :desk OR p.b = :desk)", desk=moment.desk)
    others = those("p.a <> :desk AND p.b <> :desk", desk=moment.desk)
    return Chained(own, others) if everyone else own


def _folded(store: Store) -> Folded:
    with store.read() as reader:
        return folded_pairs(reader)


def _rolled_up(
    store: Store,
    selection: Selection,
    folded: Folded,
    words: str,
    moment: Moment,
    kept: Condition | None,
) -> Listing[PairRow]:
    """A list in which the few pairs that gain by others stand where their sums put them."""
    marks, ids = marked("into", folded.extra)
    apart, without = marked("apart", folded.gone | folded.extra.keys())
    order = ", ".join(selection.order)
    with store.read() as reader:
        found = reader.all(
            f"SELECT {COLUMNS}, p.next_day, p.folded, {order} FROM {SOURCE}"
            f" WHERE {selection.kept(kept).where} AND p.a || '-' || p.b IN ({marks})",
            **selection.kept(kept).values,
            **ids,
        )
    few: list[tuple[Values, PairRow]] = []
    for row in found:
        extra = folded.extra[f"{row[0]}-{row[1]}"]
        own, next_day, text, at = row[:18], row[18], row[19], row[20:]
        if holds(f"{text} {extra.folded}", words):
            summed = with_extra(own, extra, next_day)
            by = {"p.last_day": summed[15], "p.open": summed[13], "p.watch": summed[14]}
            keys = tuple(by.get(column, value) for column, value in zip(selection.order, at, strict=True))
            few.append((keys, pair_row(tuple(summed), moment)))
    rest = selection._replace(
        where=f"{selection.where} AND p.a || '-' || p.b NOT IN ({apart})",
        values={**selection.values, **without},
    )
    rest = rest.narrowed(*matching("pair", words, "p")).kept(kept)
    those = SqlListing(store, rest, lambda row: pair_row(row, moment), place)
    return Interleaved(those, few, descending=selection.descending)


def one_pair(reader: Reader, a: str, b: str, moment: Moment) -> PairRow | None:
    """One pair's line, None for two countries that have nothing to do with each other."""
    row = reader.one(f"SELECT {COLUMNS} FROM {SOURCE} WHERE p.a = :a AND p.b = :b", a=a, b=b)
    return None if row is None else pair_row(row, moment)


def rolled_up(reader: Reader, row: PairRow, moment: Moment) -> PairRow | None:
    """The line of a pair with what former states add to it; None where they add nothing."""
    extra = folded_pairs(reader).extra.get(row.key.id)
    if extra is None:
        return None
    a, b = row.key.id.split("-")
    own = reader.one(f"SELECT {COLUMNS}, p.next_day FROM {SOURCE} WHERE p.a = :a AND p.b = :b", a=a, b=b)
    return None if own is None else pair_row(tuple(with_extra(own[:-1], extra, own[-1])), moment)


def pairs_of(reader: Reader, key: Key) -> Sequence[Key]:
    """The pairs whose timelines show a visit or a meeting; several where more than two countries met."""
    event = 2 * int(key.id) + (key.kind == "meeting")
    found = reader.all(
        "SELECT scope_id FROM event_scope WHERE scope_kind = 'pair' AND event_id = :event ORDER BY 1",
        event=event,
    )
    return [Key("pair", pair) for (pair,) in found]


def place(key: Key) -> tuple[str, dict[str, Any]] | None:
    """The condition that picks a pair."""
    if key.kind != "pair" or key.id.count("-") != 1:
        return None
    a, b = key.id.split("-")
    return "p.a = :at_a AND p.b = :at_b", {"at_a": a, "at_b": b}


def pair_row(row: Values, moment: Moment) -> PairRow:
    """A line from COLUMNS, seen from the desk's country."""
    a, b, name_a, name_b = row[:4]
    forth, back, meetings, open_, watch, last_day, months, former = row[10:18]
    turned = moment.desk == b
    quiet_from = quiet_before(moment.today, months or USUAL).isoformat()
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
        months=months,
        # A state that is no more will not call again.
        quiet="" < last_day < quiet_from and not row[7] and not former,
    )
