"""Pairs, officials, posts and sources whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.queries.actions import actions_where
from db.queries.citations import citations_of
from db.queries.followups import STILL_OPEN, followups_where
from db.queries.officials import officials_of_pair
from db.queries.pairs import one_pair
from db.queries.people import met, tenures
from db.queries.timeline import events_where, pair_event
from db.rows import (
    FoundRow,
    Key,
    Moment,
    NameRow,
    OfficialCard,
    OrganisationCard,
    PairCard,
    PostCard,
    PostRow,
    SourceCard,
)
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader

IN_PAIR = """
    EXISTS (SELECT 1 FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair
            AND s.event_id = CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END)
    AND (NOT EXISTS (SELECT 1 FROM action_party p WHERE p.action_id = a.id)
         OR 2 = (SELECT COUNT(*) FROM action_party p WHERE p.action_id = a.id AND p.country IN (:a, :b)))
"""


def pair_card(reader: Reader, key: Key, moment: Moment) -> PairCard | None:
    """How two countries stand: last and next, what is open, what is watched, whom we know."""
    a, _, b = key.id.partition("-")
    row = one_pair(reader, a, b, moment.desk)
    if row is None:
        return None
    of_pair: dict[str, Any] = {"pair": key.id, "a": a, "b": b}
    return PairCard(
        key=key,
        row=row,
        last_event=pair_event(reader, key.id, HELD_STATUSES, "DESC"),
        next_event=pair_event(reader, key.id, PLANNED_STATUSES, "ASC"),
        open_actions=actions_where(
            reader, moment.today, f"a.status IN ('open', 'in progress', 'waiting') AND {IN_PAIR}", **of_pair
        ),
        watch_actions=actions_where(
            reader, moment.today, f"a.rung IN (2, 3) AND a.status = '' AND {IN_PAIR}", **of_pair
        ),
        followups=followups_where(
            reader,
            moment.today,
            f"{STILL_OPEN} AND EXISTS (SELECT 1 FROM event_scope s WHERE s.scope_kind = 'pair'"
            " AND s.scope_id = :pair AND s.event_id IN (2 * COALESCE(f.visit_id, CASE WHEN a.meeting_id IS NULL"
            " THEN a.visit_id END, -1), 2 * COALESCE(f.meeting_id, a.meeting_id, -1) + 1))",
            pair=key.id,
        ),
        officials=officials_of_pair(reader, a, b),
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
    summary = reader.one(
        "SELECT last_edtf, last_text, last_basis, events FROM official_summary WHERE official_id = :id",
        id=number,
    ) or ("", "", "stated", 0)
    names = reader.all(
        "SELECT name, kind, script FROM official_name WHERE official_id = :id"
        " ORDER BY CASE kind WHEN 'preferred' THEN 0 WHEN 'native' THEN 1 WHEN 'weak' THEN 3 ELSE 2 END, id LIMIT 100",
        id=number,
    )
    last = events_where(
        reader,
        "e.id = (SELECT s.event_id FROM event_scope s WHERE s.scope_kind = 'official' AND s.scope_id = :official"
        " AND s.status IN ('held', 'under way') ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT 1)",
        "e.id",
        1,
        official=key.id,
    )
    headed = reader.value(
        "SELECT COUNT(DISTINCT d.visit_id) FROM participant p JOIN delegation d ON d.id = p.delegation_id"
        " WHERE p.official_id = :id AND p.role = 'head'",
        id=number,
    )
    return OfficialCard(
        key=key,
        name=row[0],
        native_name=row[1],
        country=row[2],
        country_name=row[3],
        note=row[4],
        protocol_note=row[5],
        names=tuple(NameRow(*name) for name in names),
        tenures=tenures(reader, "t.official_id = :official", moment.today.isoformat(), official=number),
        met=met(reader, number, row[2]),
        last_met=PartialDate(*summary[:3]),
        last_met_at=_in_words(last[0].sending, last[0].host, last[0].parties, last[0].place) if last else "",
        headed=headed,
        events=summary[3],
        actions=actions_where(reader, moment.today, "a.owner_official_id = :official", official=number),
        citations=citations_of(reader, key),
    )


def _in_words(sending: str, host: str, parties: tuple[str, ...], place: str) -> str:
    way = f"{sending}→{host}" if sending else "·".join(parties)
    return ", ".join(part for part in (way, place) if part)


def organisation_card(reader: Reader, key: Key, moment: Moment) -> OrganisationCard | None:
    """A service with its posts and who holds them now."""
    number = int(key.id)
    row = reader.one(
        "SELECT o.name, o.acronym, COALESCE(o.country, ''), COALESCE(c.name, ''), o.kind, COALESCE(u.name, ''), u.id,"
        " o.note FROM organisation o LEFT JOIN country c ON c.code = o.country"
        " LEFT JOIN organisation u ON u.id = o.parent_id WHERE o.id = :id",
        id=number,
    )
    if row is None:
        return None
    posts = reader.all(
        "SELECT p.id, p.title, f.id, COALESCE(f.name, '') FROM post p LEFT JOIN tenure t ON t.id ="
        " (SELECT MAX(n.id) FROM tenure n WHERE n.post_id = p.id AND (n.date_last IS NULL OR n.date_last >= :today))"
        " LEFT JOIN official f ON f.id = t.official_id WHERE p.organisation_id = :id ORDER BY p.id LIMIT 200",
        id=number,
        today=moment.today.isoformat(),
    )
    return OrganisationCard(
        key=key,
        name=row[0],
        acronym=row[1],
        country=row[2],
        country_name=row[3],
        kind=row[4],
        parent=row[5],
        parent_key=None if row[6] is None else Key("organisation", str(row[6])),
        note=row[7],
        posts=tuple(
            PostRow(
                Key("post", str(post)),
                title,
                holder,
                None if holder_id is None else Key("official", str(holder_id)),
            )
            for post, title, holder_id, holder in posts
        ),
        citations=citations_of(reader, key),
    )


def post_card(reader: Reader, key: Key, moment: Moment) -> PostCard | None:
    """An office with its titles and holders."""
    number = int(key.id)
    row = reader.one(
        "SELECT p.title, COALESCE(o.name, ''), COALESCE(p.country, '') FROM post p"
        " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = :id",
        id=number,
    )
    if row is None:
        return None
    titles = reader.all("SELECT title FROM post_title WHERE post_id = :id ORDER BY id LIMIT 50", id=number)
    events = reader.value(
        "SELECT COUNT(*) FROM event_scope WHERE scope_kind = 'post' AND scope_id = :id", id=key.id
    )
    return PostCard(
        key=key,
        title=row[0],
        organisation=row[1],
        country=row[2],
        titles=tuple(title for (title,) in titles),
        tenures=tenures(reader, "t.post_id = :post", moment.today.isoformat(), post=number),
        events=events,
        citations=citations_of(reader, key),
    )


def source_card(reader: Reader, key: Key, moment: Moment) -> SourceCard | None:  # noqa: ARG001 - one shape for all cards
    """A source with what it speaks of."""
    number = int(key.id)
    row = reader.one(
        "SELECT title, kind, publisher, author, cites, url, language, date_edtf, date_text, date_basis, reliability,"
        " handling, note FROM source WHERE id = :id",
        id=number,
    )
    if row is None:
        return None
    records = reader.all(
        "SELECT DISTINCT c.record_kind, c.record_id, e.label, e.detail FROM citation c"
        " JOIN search_entry e ON e.kind = c.record_kind AND e.record_id = CAST(c.record_id AS TEXT)"
        " WHERE c.source_id = :id ORDER BY e.detail LIMIT 20",
        id=number,
    )
    return SourceCard(
        key=key,
        title=row[0] or row[2] or f"untitled {row[1]}",
        kind=row[1],
        publisher=row[2],
        author=row[3],
        cites=row[4],
        url=row[5],
        language=row[6],
        published=PartialDate(*row[7:10]),
        reliability=row[10],
        handling=row[11],
        note=row[12],
        citations=reader.value("SELECT COUNT(*) FROM citation WHERE source_id = :id", id=number),
        records=tuple(FoundRow(Key(kind, str(one)), label, detail) for kind, one, label, detail in records),
    )
