"""Visits and meetings in time, of a pair, an official, a post or everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.errors import NotFound
from db.listing import Selection, SqlListing, Values
from db.rows import EventRow, Key, Listing, Scope

if TYPE_CHECKING:
    from db.reader import Reader
    from db.store import Store

TIMELINE_SORTS = ("newest", "oldest")

EVENT = (
    "e.kind, e.record_id, e.ref, e.date_edtf, e.date_text, e.date_basis, e.sending, e.host, e.parties,"
    " e.title, e.people, e.format, e.place, e.status, e.agreed, e.watch, e.outcomes, e.dots"
)
SCOPED = ("pair", "official", "post")


def timeline(store: Store, scope: Key | None, *, words: str = "", sort: str = "newest") -> Listing[EventRow]:
    """The events of what is selected; what has no date comes last either way."""
    table = "s" if scope is not None and scope.kind in SCOPED else "e"
    newest = (f"{table}.sort_day", f"{table}.group_id", f"{table}.rank")
    oldest = (f"{table}.undated", f"{table}.sort_day", f"{table}.group_id", f"{table}.position")
    order, descending = (newest, True) if sort == "newest" else (oldest, False)
    if scope is None:
        selection = _everything(order, descending)
    elif scope.kind in SCOPED:
        selection = Selection(
            f"{EVENT}, s.nested, s.last_nested",
            "event_scope s JOIN event e ON e.id = s.event_id",
            "s.scope_kind = :kind AND s.scope_id = :scope",
            order,
            descending,
            {"kind": scope.kind, "scope": scope.id},
        )
    else:
        with store.read() as reader:
            group = _group(reader, scope)
        everything = _everything(order, descending)
        selection = everything._replace(where="e.group_id = :group", values={"group": group})
    return SqlListing(store, selection.narrowed(words, "e.folded"), event_row, _place)


def _everything(order: tuple[str, ...], descending: bool) -> Selection:
    last = "NOT EXISTS (SELECT 1 FROM event n WHERE n.group_id = e.group_id AND n.rank < e.rank)"
    columns = f"{EVENT}, e.rank < 0, e.rank < 0 AND {last}"
    return Selection(columns, "event e", "1 = 1", order, descending, {})


def _group(reader: Reader, key: Key) -> int:
    """The visit with its meetings, or the meeting alone, that a record belongs to; -1 for none."""
    number = int(key.id)
    match key.kind:
        case "visit":
            return 2 * number
        case "meeting":
            return int(reader.value("SELECT group_id FROM event WHERE id = :id", id=2 * number + 1) or -1)
        case "action":
            found = reader.one("SELECT visit_id, meeting_id FROM action WHERE id = :id", id=number)
        case "followup":
            found = reader.one(
                "SELECT COALESCE(f.visit_id, a.visit_id), COALESCE(f.meeting_id, a.meeting_id)"
                " FROM followup f LEFT JOIN action a ON a.id = f.action_id WHERE f.id = :id",
                id=number,
            )
        case _:
            found = None
    if found is None or found == (None, None):
        return -1
    visit_id, meeting_id = found
    return 2 * visit_id if visit_id is not None else _group(reader, Key("meeting", str(meeting_id)))


def scope_of(reader: Reader, key: Key) -> Scope:
    """What a timeline is about when a record is selected, and what to call it.

    Raises:
        NotFound: when the record is gone.
    """
    sql = {
        "official": "SELECT name FROM official WHERE id = :id",
        "post": "SELECT title FROM post WHERE id = :id",
        "visit": "SELECT ref FROM visit WHERE id = :id",
        "meeting": "SELECT ref FROM meeting WHERE id = :id",
        "action": "SELECT ref FROM action WHERE id = :id",
        "followup": "SELECT ref FROM followup WHERE id = :id",
        "organisation": "SELECT name FROM organisation WHERE id = :id",
        "source": "SELECT COALESCE(NULLIF(title, ''), NULLIF(publisher, ''), 'untitled ' || kind)"
        " FROM source WHERE id = :id",
    }
    if key.kind == "pair":
        a, b = key.id.split("-")
        names = [reader.value("SELECT name FROM country WHERE code = :code", code=code) for code in (a, b)]
        label = " – ".join(str(name) for name in names) if all(names) else None
    else:
        label = reader.value(sql[key.kind], id=int(key.id))
    if label is None:
        raise NotFound(f"This {key.kind} is no longer in the store.")
    return Scope(key, label)


def events_where(reader: Reader, where: str, order: str, limit: int, **values: Any) -> tuple[EventRow, ...]:
    """A bounded few events; `where` speaks of them as `e`."""
    rows = reader.all(
        f"SELECT {EVENT}, FALSE, FALSE FROM event e WHERE {where} ORDER BY {order} LIMIT :limit_",
        **values,
        limit_=limit,
    )
    return tuple(event_row(row) for row in rows)


def pair_event(reader: Reader, pair: str, statuses: tuple[str, str], direction: str) -> EventRow | None:
    """A pair's last or next event in one of two statuses; a dated one before an undated one."""
    rows = reader.all(
        f"SELECT {EVENT}, FALSE, FALSE FROM event_scope s JOIN event e ON e.id = s.event_id"
        " WHERE s.scope_kind = 'pair' AND s.scope_id = :pair AND s.status IN (:one, :other)"
        f" ORDER BY s.undated, s.sort_day {direction}, s.event_id {direction} LIMIT 1",
        pair=pair,
        one=statuses[0],
        other=statuses[1],
    )
    return event_row(rows[0]) if rows else None


def _place(key: Key) -> tuple[str, dict[str, Any]] | None:
    if key.kind not in ("visit", "meeting"):
        return None
    return "e.id = :at", {"at": 2 * int(key.id) + (key.kind == "meeting")}


def event_row(row: Values) -> EventRow:
    """A line from EVENT and the two marks of nesting."""
    kind, record_id, ref, edtf, words, basis, sending, host, parties, title, people, form, place = row[:13]
    status, agreed, watch, outcomes, dots, nested, last_nested = row[13:20]
    first, second, third, fourth, fifth = (dot == "1" for dot in dots)
    return EventRow(
        key=Key(kind, str(record_id)),
        ref=ref,
        date=PartialDate(edtf, words, basis),
        sending=sending,
        host=host,
        parties=tuple(parties.split()),
        title=title,
        people=people,
        format=form,
        place=place,
        status=status,
        nested=bool(nested),
        last_nested=bool(last_nested),
        agreed=agreed,
        watch=watch,
        outcomes=outcomes,
        dots=(first, second, third, fourth, fifth),
    )
