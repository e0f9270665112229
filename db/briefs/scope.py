"""What a brief is about: whose visits and meetings count, and which side is ours."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from db.errors import BadInput, NotFound
from db.queries.timeline import events_where
from db.reader import marked
from db.rows import EventRow, Key, noun
from db.scopes import in_status
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

MOST_PAIRS = 10  # of a meeting of many
LATEST = 100  # events of each pair that are looked at for who was there


class About(NamedTuple):
    """What a brief is about.

    Attributes:
        key: the record.
        kind: of the scopes: "pair" or "official".
        ids: of the scopes, whose visits and meetings count.
        countries: the parties.
        home: the desk's own among them, "" where it is none.
    """

    key: Key
    kind: str
    ids: tuple[str, ...]
    countries: tuple[str, ...]
    home: str

    @property
    def others(self) -> tuple[str, ...]:
        """The parties that are not the desk's."""
        return tuple(code for code in self.countries if code != self.home)

    def scoped(self, scope: str = "s") -> tuple[str, dict[str, Any]]:
        """The condition that a row of event_scope is in it, with its values."""
        marks, values = marked("scope", self.ids)
        return f"{scope}.scope_kind = :scope_kind AND {scope}.scope_id IN ({marks})", {
            "scope_kind": self.kind,
            **values,
        }


def about(reader: Reader, key: Key, moment: Moment) -> About:
    """What a brief on a record is about; a visit or meeting is seen with all that its countries have done.

    Raises:
        NotFound: when the record is gone.
        BadInput: when it is of a kind on which no brief can be made.
    """
    match key.kind:
        case "pair":
            return _of_countries(key, tuple(key.id.split("-")), moment.desk)
        case "visit":
            row = reader.one("SELECT sending, host FROM visit WHERE id = :id", id=int(key.id))
            return _of_countries(key, _there(row, key), moment.desk)
        case "meeting":
            rows = reader.all(
                "SELECT country FROM meeting_party WHERE meeting_id = :id ORDER BY country", id=int(key.id)
            )
            return _of_countries(key, tuple(code for (code,) in rows), moment.desk)
        case "official":
            row = reader.one("SELECT COALESCE(country, '') FROM official WHERE id = :id", id=int(key.id))
            (country,) = _there(row, key)
            countries = tuple(dict.fromkeys(filter(None, (country, moment.desk))))
            return About(key, "official", (key.id,), countries, moment.desk if country != moment.desk else "")
        case _:
            raise BadInput(
                f"A brief is on a country pair, an official, a visit or a meeting, not on {key.kind}."
            )


def _there(row: tuple[Any, ...] | None, key: Key) -> tuple[str, ...]:
    if row is None:
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
    return tuple(map(str, row))


def _of_countries(key: Key, codes: tuple[str, ...], desk: str) -> About:
    """The pairs between them; at the desk of one of them only those in which it stands."""
    home = desk if desk in codes else ""
    pairs = [pair for pair in combinations(sorted(codes), 2) if not home or home in pair]
    return About(key, "pair", tuple("-".join(pair) for pair in pairs[:MOST_PAIRS]), codes, home)


# --- its events ---


def last_held(reader: Reader, scope: About) -> EventRow | None:
    """The last event that was held; the visit where a meeting was part of one in the same scope."""
    found = _nearest(reader, scope, HELD_STATUSES, 1, "DESC")
    if not found:
        return None
    where, values = scope.scoped()
    visit = events_where(
        reader,
        "e.group_id = (SELECT x.group_id FROM event x WHERE x.id = :event) AND e.rank = 0"
        f" AND EXISTS (SELECT 1 FROM event_scope s WHERE {where} AND s.event_id = e.id)",
        "e.id",
        1,
        event=event_id(found[0].key),
        **values,
    )
    return (visit or found)[0]


def still_planned(reader: Reader, scope: About, day: str, most: int) -> tuple[EventRow, ...]:
    """What is planned from a day on, the next one first; what has no date comes last."""
    found = _nearest(reader, scope, PLANNED_STATUSES, most, "ASC", day)
    return found[:most]


def _nearest(
    reader: Reader, scope: About, statuses: tuple[str, ...], most: int, direction: str, day: str = ""
) -> tuple[EventRow, ...]:
    ids: set[int] = set()
    for known in ("> ''" if not day else ">= :day", "= ''"):
        for scope_id in scope.ids:
            for status in statuses:
                rows = reader.all(
                    "SELECT s.event_id FROM event_scope s WHERE s.scope_kind = :kind AND s.scope_id = :id"
                    f" AND {in_status('s', status)} AND s.sort_day {known}"
                    f" ORDER BY s.sort_day {direction}, s.event_id {direction} LIMIT :most",
                    kind=scope.kind,
                    id=scope_id,
                    most=most,
                    **({"day": day} if day and known != "= ''" else {}),
                )
                ids |= {number for (number,) in rows}
        if len(ids) >= most:
            break
    if not ids:
        return ()
    marks, values = marked("event", sorted(ids))
    order = f"e.undated, e.sort_day {direction}, e.group_id {direction}, e.rank DESC"
    return events_where(reader, f"e.id IN ({marks})", order, len(ids), **values)


def latest_events(reader: Reader, scope: About) -> tuple[int, ...]:
    """The ids of its latest events, a bounded few of each pair."""
    found: list[int] = []
    for scope_id in scope.ids:
        found += (
            number
            for (number,) in reader.all(
                "SELECT s.event_id FROM event_scope s WHERE s.scope_kind = :kind AND s.scope_id = :id"
                " ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT :most",
                kind=scope.kind,
                id=scope_id,
                most=LATEST,
            )
        )
    return tuple(dict.fromkeys(found))


def in_group(reader: Reader, scope: About, event: EventRow) -> tuple[EventRow, ...]:
    """An event and those of the same visit that are in the scope, the visit first."""
    where, values = scope.scoped()
    return events_where(
        reader,
        "e.group_id = (SELECT x.group_id FROM event x WHERE x.id = :event)"
        f" AND EXISTS (SELECT 1 FROM event_scope s WHERE {where} AND s.event_id = e.id)",
        "e.rank DESC",
        LATEST,
        event=event_id(event.key),
        **values,
    )


def event_id(key: Key) -> int:
    """The id of a visit or meeting among the events."""
    return 2 * int(key.id) + (key.kind == "meeting")
