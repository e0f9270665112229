"""Visits and meetings in time, of a pair, an official, a post or everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.errors import NotFound
from db.listing import Selection, Values
from db.listings_together import Chained
from db.queries.called import called
from db.queries.kin import former_pairs
from db.queries.topics import about
from db.queries.words import EVERYWHERE, matching, within
from db.rows import EventRow, Key, Scope, noun
from db.scopes import in_status
from db.sought import SoughtListing

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader
    from db.rows.doubts import Dots
    from db.store import Store

TIMELINE_SORTS = ("newest", "oldest")

EVENT = (
    "e.kind, e.record_id, e.ref, e.date_edtf, e.date_text, e.date_basis, e.sending, e.host, e.parties,"
    " e.title, e.people, e.format, e.place, e.status, e.agreed, e.watch, e.outcomes, e.dots,"
    " e.names_then"
)
SCOPED = ("pair", "official", "post")

Timeline = SoughtListing[EventRow] | Chained[EventRow]
_NEWEST = ("{0}.sort_day", "{0}.group_id", "{0}.rank")
_OLDEST = ("{0}.undated", "{0}.sort_day", "{0}.group_id", "{0}.position")
# The index of the newest serves these too: only the few of a group are put in order after it.
_DATED = ("s.sort_day", "s.group_id", "-s.rank")
_UNDATED = ("s.group_id", "-s.rank")


def timeline(
    store: Store,
    scope: Key | None,
    *,
    words: str = "",
    sort: str = "newest",
    roll_up: bool = False,
    kept: Filter | None = None,
) -> Timeline:
    """The events of what is selected; what has no date comes last either way.

    Args:
        store: the store.
        scope: a pair, an official, a post, a topic, an event or what hangs on one; None for everything.
        words: only events that hold them.
        sort: one of TIMELINE_SORTS.
        roll_up: a pair also has the events of the states that its two came from.
        kept: only events that a filter keeps.
    """
    if sort == "newest" or scope is None or scope.kind not in SCOPED:
        chosen = _selected(store, scope, descending=sort == "newest", roll_up=roll_up)
        return _sought(store, scope, chosen, words, roll_up=roll_up, kept=kept)
    chosen = _selected(store, scope, descending=False, roll_up=roll_up)
    dated, undated = (
        chosen._replace(where=f"{chosen.where} AND s.sort_day {known}", order=order)
        for known, order in (("> ''", _DATED), ("= ''", _UNDATED))
    )
    return Chained(
        _sought(store, scope, dated, words, roll_up=roll_up, kept=kept),
        _sought(store, scope, undated, words, roll_up=roll_up, kept=kept),
        at_once=not words and kept is None,
    )


def _selected(store: Store, scope: Key | None, *, descending: bool, roll_up: bool) -> Selection:
    """All that a scope has, whatever is sought in it."""
    table = "s" if scope is not None and scope.kind in SCOPED else "e"
    order = tuple(column.format(table) for column in (_NEWEST if descending else _OLDEST))
    if scope is None:
        return _everything(order, descending)
    if scope.kind in SCOPED:
        selection = Selection(
            f"{EVENT}, s.nested, s.last_nested",
            "event_scope s JOIN event e ON e.id = s.event_id",
            "s.scope_kind = :kind AND s.scope_id = :scope",
            order,
            descending,
            {"kind": scope.kind, "scope": scope.id},
            counted="event_scope s",
        )
        if not (roll_up and scope.kind == "pair"):
            return selection
        with store.read() as reader:
            return _with_former(selection, former_pairs(reader, scope.id))
    everything = _everything(order, descending)
    with store.read() as reader:
        if scope.kind == "topic":
            return about(reader, everything, scope.id)
        return everything._replace(where="e.group_id = :group", values={"group": _group(reader, scope)})


def _sought(
    store: Store, scope: Key | None, chosen: Selection, words: str, *, roll_up: bool, kept: Filter | None
) -> SoughtListing[EventRow]:
    """Those of a scope's events that hold words and that a filter keeps."""
    selection = chosen.narrowed(*matching("event", words, "e.id"))
    condition = None if kept is None else kept.of("event")
    countries = () if scope is None or scope.kind != "pair" or roll_up else scope.id.split("-")
    if condition is not None and EVERYWHERE.items() <= condition.values.items():
        condition = condition._replace(values={**condition.values, **within(countries)})
    rare = selection.kept(condition).quick
    if condition is not None and scope is not None and not (kept and kept.plain and countries):
        # The events of one pair are looked at one by one sooner than all that is true of is found everywhere.
        condition = condition._replace(quick=condition.steady)
    further = kept is not None and not kept.plain  # words have an index that is quicker than looking further
    return SoughtListing(store, selection.kept(condition), event_row, place, rare=rare, further=further)


def _with_former(selection: Selection, former: tuple[str, ...]) -> Selection:
    """A pair's events and those of the same pair under former states; an event of several pairs stands there once."""
    if not former:
        return selection
    marks = {f"former{number}": pair for number, pair in enumerate(former)}
    among = ", ".join((":scope", *(f":{mark}" for mark in marks)))
    once = (
        "NOT EXISTS (SELECT 1 FROM event_scope o WHERE o.event_id = s.event_id AND o.scope_kind = :kind"
        f" AND o.scope_id IN ({among}) AND o.scope_id < s.scope_id)"
    )
    return selection._replace(
        where=f"s.scope_kind = :kind AND s.scope_id IN ({among}) AND {once}",
        values={**selection.values, **marks},
    )


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
    if key.kind == "pair":
        a, b = key.id.split("-")
        names = [reader.value("SELECT name FROM country WHERE code = :code", code=code) for code in (a, b)]
        label = " – ".join(str(name) for name in names) if all(names) else None
    else:
        label = called(reader, key) or None
    if label is None:
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
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
    nearest = " UNION ALL ".join(
        f"SELECT * FROM (SELECT s.event_id FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair"
        f" AND {in_status('s', status)} AND s.sort_day {known} ORDER BY s.sort_day {direction}, s.event_id {direction}"
        f" LIMIT 1) {name}_{number}"
        for number, status in enumerate(statuses)
        for name, known in (("dated", "> ''"), ("undated", "= ''"))
    )
    found = events_where(
        reader,
        f"e.id IN ({nearest})",
        f"e.undated, e.sort_day {direction}, e.id {direction}",
        1,
        pair=pair,
    )
    return found[0] if found else None


def place(key: Key) -> tuple[str, dict[str, Any]] | None:
    """The condition that picks a visit or a meeting."""
    if key.kind not in ("visit", "meeting"):
        return None
    return "e.id = :at", {"at": 2 * int(key.id) + (key.kind == "meeting")}


def event_row(row: Values) -> EventRow:
    """A line from EVENT and the two marks of nesting."""
    kind, record_id, ref, edtf, words, basis, sending, host, parties, title, people, form, place = row[:13]
    status, agreed, watch, outcomes, dots, names_then, nested, last_nested = row[13:21]
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
        dots=_dots(dots),
        names_then=names_then,
    )


def _dots(stored: str) -> Dots:
    first, second, third, fourth, fifth = (dot == "1" for dot in stored)
    return first, second, third, fourth, fifth


def dots_of(reader: Reader, key: Key) -> Dots | None:
    """How complete a visit is; None for anything else, and for one that is gone."""
    if key.kind != "visit":
        return None
    stored = reader.value("SELECT dots FROM event WHERE id = :id", id=2 * int(key.id))
    return _dots(stored) if stored else None
