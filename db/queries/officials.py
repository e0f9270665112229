"""Officials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.listing import Selection, SqlListing, Values
from db.rows import Key, Listing, OfficialRow

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

OFFICIAL_SORTS = ("name", "country", "last")

COLUMNS = "o.official_id, o.name, o.country, o.post, o.last_edtf, o.last_text, o.last_basis"
ORDERS = {
    "name": (("o.sort_key", "o.official_id"), False),
    "country": (("o.country", "o.sort_key", "o.official_id"), False),
    "last": (("o.last_day", "o.official_id"), True),
}
OF_TWO_COUNTRIES = 10  # shown on a pair's card


def officials(store: Store, *, words: str = "", sort: str = "name") -> Listing[OfficialRow]:
    """Everybody, in one of the orders."""
    order, descending = ORDERS[sort]
    selection = Selection(COLUMNS, "official_summary o", "1 = 1", order, descending, {})
    return SqlListing(store, selection.narrowed(words, "o.folded"), official_row, _place)


def officials_of_pair(reader: Reader, a: str, b: str) -> tuple[OfficialRow, ...]:
    """Those of two countries, most recently met first."""
    rows = reader.all(
        f"SELECT {COLUMNS} FROM official_summary o WHERE o.country IN (:a, :b)"
        " ORDER BY o.last_day DESC, o.official_id LIMIT :limit_",
        a=a,
        b=b,
        limit_=OF_TWO_COUNTRIES,
    )
    return tuple(official_row(row) for row in rows)


def _place(key: Key) -> tuple[str, dict[str, Any]] | None:
    return ("o.official_id = :at", {"at": int(key.id)}) if key.kind == "official" else None


def official_row(row: Values) -> OfficialRow:
    """A line from COLUMNS."""
    number, name, country, post, *last = row
    return OfficialRow(Key("official", str(number)), name, country, post, PartialDate(*last))
