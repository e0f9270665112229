"""An official whole: posts, names, whom they met, and who of ours met them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.names.latin import is_latin, latin
from db.queries.actions import actions_where
from db.queries.citations import citations_of
from db.queries.followups import STILL_OPEN, followups_where
from db.queries.holders import changed_since
from db.queries.opposites import (
    AT_A_GLANCE,
    MEETINGS,
    all_looked_at,
    met,
    met_how,
    of_those,
    opposites,
    since_when,
)
from db.queries.people import SOURCE, people, source_key, tenures
from db.queries.timeline import events_where
from db.rows import EventRow, Key, Moment, NameRow, OfficialCard, PersonLine
from db.rows.way import way
from db.scopes import in_status
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.reader import Reader
    from db.rows import TenureRow

TRAVELLED_AT_MOST = 1_000
"""Visits are counted up to so many; of more it is said that there are more."""
TRAVELLED = (
    "SELECT d.visit_id, p.role FROM participant p JOIN delegation d ON d.id = p.delegation_id"
    " JOIN visit v ON v.id = d.visit_id WHERE p.official_id = :id AND p.attendance <> 'absent'"
    " AND v.status IN (:one, :other) LIMIT :most"
)
# In a visit those of ours count who sat in a room with them, or, where no meeting is on record, who took part at all.
# The sums keep from the index on officials: a visit has a few people, an official may have thousands of meetings.
_MEETINGS_THEN = "(SELECT e.record_id FROM event e WHERE e.group_id = :group AND e.kind = 'meeting')"
IN_THE_ROOM = (
    "p.country = :desk AND p.attendance <> 'absent' AND p.meeting_id IN (SELECT q.meeting_id FROM participant q"
    f" WHERE q.meeting_id IN {_MEETINGS_THEN} AND q.official_id + 0 = :official AND q.attendance <> 'absent')"
)
ON_THE_VISIT = (
    "p.country = :desk AND p.attendance <> 'absent' AND p.delegation_id IN"
    " (SELECT d.id FROM delegation d WHERE d.visit_id = :visit)"
)
UNSURE_THE_LAST_TIME = (
    "SELECT MIN(p.inferred) FROM participant p WHERE p.official_id + 0 = :official AND p.attendance <> 'absent'"
    f" AND (p.meeting_id IN {_MEETINGS_THEN}"
    " OR p.delegation_id IN (SELECT d.id FROM delegation d WHERE d.visit_id = :visit))"
)
_MET = "SELECT 1 FROM participant WHERE official_id = :official AND meeting_id IS NOT NULL AND attendance <> 'absent'"
UNSURE_EVER = f"SELECT EXISTS ({_MET}) AND NOT EXISTS ({_MET} AND NOT inferred)"


def official_card(reader: Reader, key: Key, moment: Moment) -> OfficialCard | None:
    """A person with names, posts over time and whom they met."""
    return _official(reader, key, moment, None)


def official_glance(reader: Reader, key: Key, moment: Moment) -> OfficialCard | None:
    """The same as a pane shows it: who has followed since is looked up of the first they met, not of hundreds."""
    return _official(reader, key, moment, AT_A_GLANCE)


def _official(reader: Reader, key: Key, moment: Moment, most: int | None) -> OfficialCard | None:
    number = int(key.id)
    row = reader.one(
        "SELECT o.name, o.native_name, COALESCE(o.country, ''), COALESCE(c.name, ''), o.note, o.protocol_note"
        " FROM official o LEFT JOIN country c ON c.code = o.country WHERE o.id = :id",
        id=number,
    )
    if row is None:
        return None
    name, native_name, country, country_name, note, protocol_note = row
    last_date, events = _last_met(reader, number)
    last = _last(reader, key)
    one, other = HELD_STATUSES
    most = TRAVELLED_AT_MOST
    trips = reader.all(TRAVELLED, id=number, one=one, other=other, most=most + 1)
    travelled = len({visit for visit, _ in trips})
    headed = len({visit for visit, role in trips if role == "head"})
    names = _names(reader, number)
    others = opposites(reader, number, country)
    have_met = met(others)
    return OfficialCard(
        key=key,
        name=name,
        native_name=native_name,
        country=country,
        country_name=country_name,
        note=note,
        protocol_note=protocol_note,
        names=names,
        tenures=tenures(reader, "t.official_id = :official", moment.today.isoformat(), official=number),
        met=have_met,
        last_met=last_date,
        last_met_at=_in_words(last) if last else "",
        headed=headed,
        events=events,
        actions=actions_where(reader, moment.today, "a.owner_official_id = :official", official=number),
        citations=citations_of(reader, key),
        latin=_own_latin(name, native_name, names),
        last_met_key=last.key if last else None,
        last_met_by=_by_whom(reader, last, number, moment) if last and country != moment.desk else (),
        next_event=_next(reader, key),
        joined=travelled - headed,
        travelled_more=len(trips) > most,
        followups=followups_where(
            reader,
            moment.today,
            f"{STILL_OPEN} AND (f.official_id = :official"
            " OR f.action_id IN (SELECT id FROM action WHERE owner_official_id = :official))",
            official=number,
        ),
        last_inferred=last is not None and _inferred(reader, last, number),
        met_inferred=bool(reader.value(UNSURE_EVER, official=number)),
        met_how=met_how(reader, of_those(others, have_met[:most]), moment.today),
        met_in=0 if all_looked_at(reader, number) else MEETINGS,
    )


def _last_met(reader: Reader, number: int) -> tuple[PartialDate, int]:
    row = reader.one(
        "SELECT last_edtf, last_text, last_basis, events FROM official_summary WHERE official_id = :id",
        id=number,
    )
    return (PartialDate(*row[:3]), row[3]) if row else (PartialDate(), 0)


def _names(reader: Reader, number: int) -> tuple[NameRow, ...]:
    rows = reader.all(
        f"SELECT n.name, n.kind, n.script, {SOURCE} FROM official_name n LEFT JOIN source u ON u.id = n.source_id"
        " WHERE n.official_id = :id ORDER BY CASE n.kind WHEN 'preferred' THEN 0 WHEN 'native' THEN 1"
        " WHEN 'weak' THEN 3 ELSE 2 END, n.id LIMIT 100",
        id=number,
    )
    return tuple(
        NameRow(name, kind, script, source, source_key(source_id))
        for name, kind, script, source, source_id in rows
    )


def _own_latin(name: str, native_name: str, names: tuple[NameRow, ...]) -> str:
    """Our own reading of a name that nobody has written in Latin letters yet."""
    if any(is_latin(each) for each in (name, *(row.name for row in names if row.kind != "weak"))):
        return ""
    return latin(native_name or name)


def _last(reader: Reader, key: Key) -> EventRow | None:
    return _nearest(reader, key, HELD_STATUSES, ("sort_day DESC", "group_id DESC", "rank DESC"))


def _next(reader: Reader, key: Key) -> EventRow | None:
    """The next event that is planned; one that nobody has dated yet comes last.

    The first of the order is worded so that no index is in it, or all that was held would be walked through.
    """
    undated_last = "sort_day = ''"
    return _nearest(reader, key, PLANNED_STATUSES, (undated_last, "sort_day", "group_id", "rank DESC"))


def _nearest(reader: Reader, key: Key, statuses: Sequence[str], order: Sequence[str]) -> EventRow | None:
    """The first event in an order that has one of the statuses: the first of each, by one look into the index."""
    each = ", ".join(
        "(SELECT s.event_id FROM event_scope s WHERE s.scope_kind = 'official'"
        f" AND s.scope_id = :official AND {in_status('s', status)}"
        f" ORDER BY {', '.join(f's.{one}' for one in order)} LIMIT 1)"
        for status in statuses
    )
    by = ", ".join(f"e.{one}" for one in order)
    found = events_where(reader, f"e.id IN ({each})", by, 1, official=key.id)
    return found[0] if found else None


def _by_whom(reader: Reader, last: EventRow, official: int, moment: Moment) -> tuple[PersonLine, ...]:
    """Those of the desk's own country who were there, named before unnamed, each with who followed since."""
    desk = moment.desk
    if not desk:
        return ()
    group, visit = _whole(reader, last)
    day = last.date.first.isoformat() if last.date.first else ""
    found = people(reader, IN_THE_ROOM, day=day, desk=desk, official=official, group=group) or people(
        reader, ON_THE_VISIT, day=day, desk=desk, visit=visit
    )
    once: dict[Key | str, PersonLine] = {}
    for person in found:
        once.setdefault(person.official_key or person.post_key or person.label, person)
    now = changed_since(
        reader, [int(one.post_key.id) for one in once.values() if one.post_key], day, moment.today
    )
    followed = (_followed(person, now) for person in once.values())
    return tuple(sorted(followed, key=lambda person: not person.named))


def _whole(reader: Reader, last: EventRow) -> tuple[int, int]:
    """The group that an event belongs to, and the visit that it is or is part of; -1 for none."""
    event = 2 * int(last.key.id) + (last.key.kind == "meeting")
    group = reader.value("SELECT group_id FROM event WHERE id = :event", event=event)
    return group, -1 if group % 2 else group // 2


def _followed(person: PersonLine, now: Mapping[int, TenureRow]) -> PersonLine:
    holder = now.get(int(person.post_key.id)) if person.post_key else None
    if holder is None or holder.official_key == person.official_key:
        return person
    return person._replace(successor=since_when(holder))


def _inferred(reader: Reader, last: EventRow, official: int) -> bool:
    """Whether nobody named them the last time, wherever in the visit they took part."""
    group, visit = _whole(reader, last)
    return bool(reader.value(UNSURE_THE_LAST_TIME, official=official, group=group, visit=visit))


def _in_words(row: EventRow) -> str:
    between = way(row.sending, row.host, " ".join(row.parties))
    return ", ".join(part for part in (between, row.place) if part)
