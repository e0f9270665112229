"""Officials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.listing import Selection, SqlListing, Values
from db.queries.words import matching
from db.rows import Key, Listing, OfficialRow
from db.sought import SoughtListing

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader
    from db.store import Store

OFFICIAL_SORTS = ("name", "country", "last")

COLUMNS = "o.official_id, o.name, o.country, o.post, o.last_edtf, o.last_text, o.last_basis"
ORDERS = {
    "name": (("o.sort_key", "o.official_id"), False),
    "country": (("o.country", "o.sort_key", "o.official_id"), False),
    "last": (("o.last_day", "o.official_id"), True),
}
LOOKED_AT = 200  # of them, where a filter asks for what was done with each: with some that is much
OF_TWO_COUNTRIES = 10  # shown on a pair's card
MOST_BY_SOUND = 20  # whom a filter finds that matches nobody literally


def officials(
    store: Store, *, words: str = "", sort: str = "name", kept: Filter | None = None
) -> Listing[OfficialRow]:
    """Everybody, in one of the orders; with words those who match, else those whose names sound so."""
    order, descending = ORDERS[sort]
    everybody = Selection(COLUMNS, "official_summary o", "1 = 1", order, descending, {})
    narrowed = everybody.narrowed(*matching("official", words, "o.official_id"))
    if kept is not None:
        narrowed = narrowed.kept(kept.of("official"))
        words = words or (kept.words if kept.plain else "")
    found = SoughtListing(store, narrowed, official_row, _place, looked_at=LOOKED_AT)
    if not words.strip() or (found.count() if kept is None else found.has_any()):  # a filter is counted later
        return found
    from db.queries.search import sounding_like  # noqa: PLC0415 - not for the first screen

    with store.read() as reader:
        numbers = [one.number for one in sounding_like(reader, words, limit=MOST_BY_SOUND)]
    marks = {f"n{at}": number for at, number in enumerate(numbers)}
    where = f"o.official_id IN ({', '.join(f':{name}' for name in marks)})" if marks else "1 = 0"
    return SqlListing(store, everybody._replace(where=where, values=marks), official_row, _place)


def officials_of_pair(reader: Reader, a: str, b: str) -> tuple[OfficialRow, ...]:
    """Those of two countries, most recently met first."""
    latest = " UNION ALL ".join(
        f"SELECT * FROM (SELECT official_id FROM official_summary WHERE country = :{country}"
        f" ORDER BY last_day DESC, official_id DESC LIMIT :limit_) {country}"
        for country in ("a", "b")
    )
    rows = reader.all(
        f"SELECT {COLUMNS} FROM official_summary o WHERE o.official_id IN ({latest})"
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
