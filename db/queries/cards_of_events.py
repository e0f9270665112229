"""Visits and meetings whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import UNSTATED, PartialDate, show_short
from db.holding import start_in_words
from db.queries.actions import actions_where
from db.queries.agenda import agenda_of
from db.queries.citations import best_grade, citations_of
from db.queries.followups import followups_where
from db.queries.found_events import NO_EVENT, times_of
from db.queries.holders import changed_since
from db.queries.ladder import moved_at
from db.queries.people import people
from db.queries.precedence import precedence
from db.queries.timeline import dots_of, events_where
from db.rows import DelegationPart, Key, LinkRow, MeetingCard, Moment, PersonLine, VisitCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.reader import Reader
    from db.rows import TenureRow

ARITIES = {2: "bilateral", 3: "trilateral"}

VISIT = """
    SELECT v.ref, v.sending, s.name, v.host, h.name, v.date_edtf, v.date_text, v.date_basis, v.title, v.purpose,
           v.place, v.kind, v.status, v.initiated_by, COALESCE(x.name, ''), v.note, COALESCE(v.date_first, '')
    FROM visit v JOIN country s ON s.code = v.sending JOIN country h ON h.code = v.host
    LEFT JOIN series x ON x.id = v.series_id WHERE v.id = :id
"""
MEETING = """
    SELECT m.ref, m.visit_id, m.date_edtf, m.date_text, m.date_basis, m.title, m.place, m.format, m.mode, m.status,
           COALESCE(x.name, ''), m.note, m.complete, COALESCE(m.date_first, v.date_first, ''),
           v.ref, v.sending, v.host, v.date_edtf, COALESCE(e.names_then, ''),
           v.date_edtf, v.date_text, v.date_basis, COALESCE(e.agreed, 0), COALESCE(e.watch, 0)
    FROM meeting m LEFT JOIN event e ON e.id = 2 * m.id + 1
    LEFT JOIN series x ON x.id = m.series_id LEFT JOIN visit v ON v.id = m.visit_id WHERE m.id = :id
"""
OF_VISIT = "(a.visit_id = :visit OR a.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :visit))"


def visit_card(reader: Reader, key: Key, moment: Moment) -> VisitCard | None:
    """A visit with its delegation, meetings and outcomes."""
    number = int(key.id)
    row = reader.one(VISIT, id=number)
    if row is None:
        return None
    citations = citations_of(reader, key)
    line = events_where(reader, "e.id = :event", "e.id", 1, event=2 * number)
    meetings = reader.all(
        "SELECT id FROM meeting WHERE visit_id = :id ORDER BY position, id LIMIT 100", id=number
    )
    return VisitCard(
        key=key,
        ref=row[0],
        sending=row[1],
        sending_name=row[2],
        host=row[3],
        host_name=row[4],
        date=PartialDate(*row[5:8]),
        title=row[8],
        purpose=row[9],
        place=row[10],
        kind=row[11],
        status=row[12],
        initiated_by=row[13],
        series=row[14],
        note=row[15],
        topics=_topics(reader, "visit_topic", "visit_id", number),
        delegations=_delegations(reader, number, row[16], moment),
        meetings=tuple(
            meeting
            for (meeting_id,) in meetings
            if (meeting := meeting_card(reader, Key("meeting", str(meeting_id)), moment)) is not None
        ),
        actions=actions_where(reader, moment.today, OF_VISIT, visit=number),
        followups=followups_where(
            reader,
            moment.today,
            "(f.visit_id = :visit OR f.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :visit)"
            f" OR f.action_id IN (SELECT a.id FROM action a WHERE {OF_VISIT}))",
            visit=number,
        ),
        links=_links(reader, number),
        citations=citations,
        grade=best_grade(citations),
        dots=line[0].dots if line else (False, False, False, False, False),
        names_then=line[0].names_then if line else "",
        precedence=precedence(reader, (row[1], row[3]), row[3]),
        moved=moved_at(
            reader,
            "(r.visit_id = :id OR r.meeting_id IN (SELECT x.id FROM meeting x WHERE x.visit_id = :id))",
            number,
        ),
    )


def _delegations(reader: Reader, visit_id: int, day: str, moment: Moment) -> tuple[DelegationPart, ...]:
    rows = reader.all(
        "SELECT id, country, level, size, complete FROM delegation WHERE visit_id = :id ORDER BY id LIMIT 50",
        id=visit_id,
    )
    return tuple(
        DelegationPart(
            country=country,
            level=level,
            size=size,
            complete=bool(complete),
            members=_who(reader, "p.delegation_id = :delegation", day, moment, delegation=number),
        )
        for number, country, level, size, complete in rows
    )


def _who(reader: Reader, where: str, day: str, moment: Moment, **values: int) -> tuple[PersonLine, ...]:
    """Participants in the order notified, each with who has followed in the post since."""
    found = people(reader, where, day=day, **values)
    posts = [int(person.post_key.id) for person in found if person.post_key]
    now = changed_since(reader, posts, day, moment.today)
    return tuple(_followed(person, now) for person in found)


def _followed(person: PersonLine, now: Mapping[int, TenureRow]) -> PersonLine:
    holder = now.get(int(person.post_key.id)) if person.post_key else None
    if holder is None or holder.official_key == person.official_key:
        return person
    start = start_in_words(holder.held)
    return person._replace(successor=f"{holder.official}, from {start}" if start else holder.official)


def _links(reader: Reader, visit_id: int) -> tuple[LinkRow, ...]:
    rows = reader.all(
        "SELECT l.kind, l.from_id = :id, o.id, o.ref, o.sending, o.host, o.date_edtf FROM visit_link l"
        " JOIN visit o ON o.id = CASE WHEN l.from_id = :id THEN l.to_id ELSE l.from_id END"
        " WHERE l.from_id = :id OR l.to_id = :id ORDER BY l.id LIMIT 50",
        id=visit_id,
    )
    events = times_of(reader, [Key("visit", str(row[2])) for row in rows])
    return tuple(
        LinkRow(
            dots=events.get(Key("visit", str(other)), NO_EVENT).dots,
            kind=kind if forward else TURNED.get(kind, kind),
            key=Key("visit", str(other)),
            label=f"{ref} {sending}→{host} {show_short(PartialDate(edtf)) if edtf else ''}".rstrip(),
        )
        for kind, forward, other, ref, sending, host, edtf in rows
    )


TURNED = {"follows": "is followed by", "complements": "is complemented by", "returns": "is returned by"}


def meeting_card(reader: Reader, key: Key, moment: Moment) -> MeetingCard | None:
    """A meeting with its parties, people and outcomes."""
    number = int(key.id)
    row = reader.one(MEETING, id=number)
    if row is None:
        return None
    visit_id = row[1]
    citations = citations_of(reader, key)
    parties = reader.all(
        "SELECT country, role FROM meeting_party WHERE meeting_id = :id"
        " ORDER BY CASE role WHEN 'host' THEN 0 WHEN 'guest' THEN 1 ELSE 2 END, country",
        id=number,
    )
    return MeetingCard(
        key=key,
        ref=row[0],
        visit_key=None if visit_id is None else Key("visit", str(visit_id)),
        visit_label="" if visit_id is None else _visit_label(row[14], row[15], row[16], row[17]),
        arity=ARITIES.get(len(parties), "multilateral"),
        parties=tuple((country, role) for country, role in parties),
        date=PartialDate(*row[2:5]),
        title=row[5],
        place=row[6],
        format=row[7],
        mode=row[8],
        status=row[9],
        series=row[10],
        note=row[11],
        complete=bool(row[12]),
        topics=_topics(reader, "meeting_topic", "meeting_id", number),
        participants=_who(reader, "p.meeting_id = :meeting", row[13], moment, meeting=number),
        actions=actions_where(reader, moment.today, "a.meeting_id = :meeting", meeting=number),
        followups=followups_where(
            reader,
            moment.today,
            "(f.meeting_id = :meeting OR f.action_id IN (SELECT id FROM action WHERE meeting_id = :meeting))",
            meeting=number,
        ),
        citations=citations,
        grade=best_grade(citations),
        names_then=row[18],
        precedence=precedence(
            reader,
            [country for country, _ in parties],
            next((country for country, role in parties if role == "host"), row[16] or ""),
        ),
        moved=moved_at(reader, "r.meeting_id = :id", number),
        agenda=agenda_of(reader, number, moment),
        visit_date=UNSTATED if visit_id is None else PartialDate(*row[19:22]),
        visit_dots=() if visit_id is None else dots_of(reader, Key("visit", str(visit_id))) or (),
        agreed=row[22],
        watch=row[23],
    )


def _visit_label(ref: str, sending: str, host: str, edtf: str) -> str:
    day = show_short(PartialDate(edtf)) if edtf else ""
    return f"{ref} {sending}→{host} {day}".rstrip()


def _topics(reader: Reader, table: str, column: str, number: int) -> tuple[str, ...]:
    rows = reader.all(
        f"SELECT x.label FROM {table} t JOIN topic x ON x.code = t.topic WHERE t.{column} = :id ORDER BY t.id",
        id=number,
    )
    return tuple(row[0] for row in rows)
