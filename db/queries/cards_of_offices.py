"""Organisations and posts whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.actions import actions_where
from db.queries.citations import citations_of
from db.queries.counterparts import counterparts
from db.queries.holders import holders_now
from db.queries.people import tenures
from db.queries.posts import met_as
from db.rows import Key, Moment, OrganisationCard, PostCard, PostRow
from db.rows.cards import ServiceName
from db.rows.holding import BeneathRow
from db.titles import borne_from

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 200  # posts of one service, services beneath it


def organisation_card(reader: Reader, key: Key, moment: Moment) -> OrganisationCard | None:
    """A service with its posts and who holds them now, what it belongs to and what belongs to it."""
    number = int(key.id)
    row = reader.one(
        "SELECT o.name, o.acronym, COALESCE(o.country, ''), COALESCE(c.name, ''), o.kind, COALESCE(u.name, ''), u.id,"
        " o.note FROM organisation o LEFT JOIN country c ON c.code = o.country"
        " LEFT JOIN organisation u ON u.id = o.parent_id WHERE o.id = :id",
        id=number,
    )
    if row is None:
        return None
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
        posts=_posts(reader, number, moment),
        citations=citations_of(reader, key),
        beneath=_beneath(reader, number),
        names=_names(reader, number),
    )


def _names(reader: Reader, organisation_id: int) -> tuple[ServiceName, ...]:
    rows = reader.all(
        "SELECT name, acronym, lang, valid_from, valid_to FROM organisation_name"
        " WHERE organisation_id = :id ORDER BY valid_to = '', valid_to DESC, id LIMIT 50",
        id=organisation_id,
    )
    return tuple(ServiceName(name, short, lang, borne_from(*days)) for name, short, lang, *days in rows)


def _posts(reader: Reader, organisation_id: int, moment: Moment) -> tuple[PostRow, ...]:
    rows = reader.all(
        "SELECT id, title FROM post WHERE organisation_id = :id AND merged_into IS NULL ORDER BY id LIMIT :limit_",
        id=organisation_id,
        limit_=_MOST,
    )
    now = holders_now(reader, [number for number, _ in rows], moment.today)
    return tuple(
        PostRow(
            Key("post", str(number)),
            title,
            now[number].official if number in now else "",
            now[number].official_key if number in now else None,
        )
        for number, title in rows
    )


def _beneath(reader: Reader, organisation_id: int) -> tuple[BeneathRow, ...]:
    rows = reader.all(
        "SELECT o.id, o.name, o.acronym, (SELECT COUNT(*) FROM post p WHERE p.organisation_id = o.id"
        " AND p.merged_into IS NULL) FROM organisation o"
        " WHERE o.parent_id = :id AND o.merged_into IS NULL ORDER BY o.name, o.id LIMIT :limit_",
        id=organisation_id,
        limit_=_MOST,
    )
    return tuple(
        BeneathRow(Key("organisation", str(one)), name, short, posts) for one, name, short, posts in rows
    )


def post_card(reader: Reader, key: Key, moment: Moment) -> PostCard | None:
    """An office with its titles, its holders, who met them and with whom it deals."""
    number = int(key.id)
    row = reader.one(
        "SELECT p.title, COALESCE(o.name, ''), COALESCE(p.country, ''), o.id, p.grade, p.note,"
        " p.single_seat FROM post p"
        " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = :id",
        id=number,
    )
    if row is None:
        return None
    titles = reader.all(
        "SELECT title, lang, valid_from, valid_to FROM post_title WHERE post_id = :id ORDER BY id LIMIT 50",
        id=number,
    )
    events = reader.value(
        "SELECT COUNT(*) FROM event_scope WHERE scope_kind = 'post' AND scope_id = :id", id=key.id
    )
    return PostCard(
        key=key,
        title=row[0],
        organisation=row[1],
        country=row[2],
        titles=tuple(row[0] for row in titles),
        tenures=tenures(reader, "t.post_id = :post", moment.today.isoformat(), post=number),
        events=events,
        citations=citations_of(reader, key),
        organisation_key=None if row[3] is None else Key("organisation", str(row[3])),
        grade=row[4],
        note=row[5],
        languages=tuple(row[1] for row in titles),
        borne=tuple(borne_from(*row[2:]) for row in titles),
        met=met_as(reader, number),
        counterparts=counterparts(reader, number, moment.today),
        single_seat=bool(row[6]),
        actions=actions_where(reader, moment.today, "a.owner_post_id = :post", post=number),
    )
