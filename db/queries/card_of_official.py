"""An official whole: posts, names, whom they met, and who of ours met them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.holding import start_in_words
from db.names.latin import is_latin, latin
from db.queries.actions import actions_where
from db.queries.citations import citations_of
from db.queries.followups import STILL_OPEN, followups_where
from db.queries.holders import changed_since, holders_now
from db.queries.people import AT_MOST, SOURCE, met, people, source_key, tenures
from db.queries.timeline import events_where
from db.reader import marked
from db.rows import EventRow, Key, Moment, NameRow, OfficialCard, PersonLine
from db.rows.cards import MetHow
from db.rows.way import way
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from db.reader import Reader
    from db.rows import TenureRow

LINE = (
    "e.id = (SELECT s.event_id FROM event_scope s WHERE s.scope_kind = 'official' AND s.scope_id = :official"
)
TRAVELLED = (
    "SELECT COUNT(DISTINCT CASE WHEN p.role = 'head' THEN d.visit_id END), COUNT(DISTINCT d.visit_id)"
    " FROM participant p JOIN delegation d ON d.id = p.delegation_id JOIN visit v ON v.id = d.visit_id"
    " WHERE p.official_id = :id AND p.attendance <> 'absent' AND v.status IN (:one, :other)"
)
# In a visit those of ours count who sat in a room with them, or, where no meeting is on record, who took part at all.
IN_THE_ROOM = (
    "p.country = :desk AND p.attendance <> 'absent' AND p.meeting_id IN (SELECT q.meeting_id FROM participant q"
    " JOIN event e ON e.id = 2 * q.meeting_id + 1"
    " WHERE q.official_id = :official AND q.attendance <> 'absent' AND e.group_id = :group)"
)
ON_THE_VISIT = (
    "p.country = :desk AND p.attendance <> 'absent' AND p.delegation_id IN"
    " (SELECT d.id FROM delegation d WHERE d.visit_id = :visit)"
)
UNSURE_THE_LAST_TIME = (
    "SELECT MIN(p.inferred) FROM participant p WHERE p.official_id = :official AND p.attendance <> 'absent'"
    " AND (p.meeting_id IN (SELECT e.record_id FROM event e WHERE e.group_id = :group AND e.kind = 'meeting')"
    " OR p.delegation_id IN (SELECT d.id FROM delegation d WHERE d.visit_id = :visit))"
)
UNSURE_EVER = (
    "SELECT MIN(inferred) FROM participant"
    " WHERE official_id = :official AND meeting_id IS NOT NULL AND attendance <> 'absent'"
)
# A meeting is as sure as the less sure of the two who sat in it. The sum keeps from the index on officials: a
# meeting has a dozen people, an official may have thousands of meetings.
SAT_OPPOSITE = (
    "SELECT p.official_id, MAX(p.inferred, (SELECT MIN(q.inferred) FROM participant q"
    " WHERE q.meeting_id = p.meeting_id AND q.official_id + 0 = :official AND q.attendance <> 'absent')),"
    " p.post_id, COALESCE(m.date_first, v.date_first, '')"
    " FROM participant p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN visit v ON v.id = m.visit_id"
    " WHERE p.meeting_id IN (SELECT meeting_id FROM participant WHERE official_id = :official"
    " AND attendance <> 'absent') AND p.attendance <> 'absent' AND p.country <> :country"
    " AND p.official_id IS NOT NULL ORDER BY 4 DESC, p.id LIMIT :limit_"
)


def official_card(reader: Reader, key: Key, moment: Moment) -> OfficialCard | None:
    """A person with names, posts over time and whom they met."""
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
    headed, travelled = reader.one(TRAVELLED, id=number, one=HELD_STATUSES[0], other=HELD_STATUSES[1]) or (
        0,
        0,
    )
    names = _names(reader, number)
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
        met=met(reader, number, country),
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
        followups=followups_where(
            reader,
            moment.today,
            f"{STILL_OPEN} AND (f.official_id = :official"
            " OR f.action_id IN (SELECT id FROM action WHERE owner_official_id = :official))",
            official=number,
        ),
        last_inferred=last is not None and _inferred(reader, last, number),
        met_inferred=bool(reader.value(UNSURE_EVER, official=number)),
        met_how=_met_how(reader, number, country, moment.today),
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
    found = events_where(
        reader,
        f"{LINE} AND s.status IN (:one, :other) ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT 1)",
        "e.id",
        1,
        official=key.id,
        one=HELD_STATUSES[0],
        other=HELD_STATUSES[1],
    )
    return found[0] if found else None


def _next(reader: Reader, key: Key) -> EventRow | None:
    """The next event that is planned; one that nobody has dated yet comes last."""
    found = events_where(
        reader,
        f"{LINE} AND s.status IN (:one, :other) ORDER BY s.undated, s.sort_day, s.group_id, s.position LIMIT 1)",
        "e.id",
        1,
        official=key.id,
        one=PLANNED_STATUSES[0],
        other=PLANNED_STATUSES[1],
    )
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
    return person._replace(successor=_since_when(holder))


def _since_when(holder: TenureRow) -> str:
    start = start_in_words(holder.held)
    return f"{holder.official}, from {start}" if start else holder.official


def _inferred(reader: Reader, last: EventRow, official: int) -> bool:
    """Whether nobody named them the last time, wherever in the visit they took part."""
    group, visit = _whole(reader, last)
    return bool(reader.value(UNSURE_THE_LAST_TIME, official=official, group=group, visit=visit))


def _met_how(reader: Reader, number: int, country: str, today: date) -> tuple[MetHow, ...]:
    """Of whom of those met a name was filled in later in every meeting, and whose post has passed on since."""
    rows = reader.all(SAT_OPPOSITE, official=number, country=country, limit_=AT_MOST)
    sure = {row[0] for row in rows if not row[1]}
    latest: dict[int, tuple[int | None, str]] = {}
    for official, _, post, day in rows:
        latest.setdefault(official, (post, day))
    careers = _careers(reader, latest, today)
    then = {
        official: (post or _held_on(careers.get(official, ()), day), day)
        for official, (post, day) in latest.items()
    }
    now = holders_now(reader, (post for post, _ in then.values() if post), today)
    found = []
    for official, (post, day) in then.items():
        holder = now.get(post) if post else None
        gone = holder is not None and _passed_on(holder, careers.get(official, ()), day, today)
        successor = _since_when(holder) if holder and gone else ""
        if successor or official not in sure:
            found.append(MetHow(Key("official", str(official)), official not in sure, successor))
    return tuple(found)


def _careers(reader: Reader, officials: Iterable[int], today: date) -> dict[int, list[TenureRow]]:
    marks, values = marked("official", sorted(officials))
    held: dict[int, list[TenureRow]] = {}
    if marks:
        for row in tenures(reader, f"t.official_id IN ({marks})", today.isoformat(), **values):
            held.setdefault(int(row.official_key.id), []).append(row)
    return held


def _held_on(career: Sequence[TenureRow], day: str) -> int | None:
    """The post held on a day; where the day is not known, the only one ever held."""
    if not day:
        return int(career[0].post_key.id) if len(career) == 1 else None
    for row in career:
        first, last = row.held.first, row.held.last
        if (first is None or first.isoformat() <= day) and (last is None or last.isoformat() >= day):
            return int(row.post_key.id)
    return None


def _passed_on(holder: TenureRow, career: Sequence[TenureRow], day: str, today: date) -> bool:
    """Whether a post that somebody had on a day is another's now; several may share one."""
    own = [row for row in career if row.post_key == holder.post_key]
    if (
        day > today.isoformat()
        or any(row.now for row in own)
        or holder.official_key in {r.official_key for r in own}
    ):
        return False
    first = holder.held.first
    if first is None or not day:
        return bool(own)
    return first.isoformat() > day


def _in_words(row: EventRow) -> str:
    between = way(row.sending, row.host, " ".join(row.parties))
    return ", ".join(part for part in (between, row.place) if part)
