"""Officials as their list shows them: the post now, the last time met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.bulk import put
from db.names import fold
from db.projections import name_keys, search
from db.projections.in_words import in_words
from db.projections.many import about, chunks
from db.projections.tables import official_summary
from db.scopes import in_status
from db.searched import place_of
from db.vocabulary import HELD_STATUSES

_OFFICIALS = """
    SELECT id, name, sort_name, native_name, COALESCE(country, '') FROM official
    WHERE id IN :ids AND merged_into IS NULL
"""
_NAMES = "SELECT official_id, name FROM official_name WHERE official_id IN :ids ORDER BY name"
_POSTS_NOW = """
    SELECT t.official_id, CASE WHEN o.acronym <> '' THEN o.acronym WHEN o.name IS NULL THEN p.title
           ELSE p.title || ', ' || o.name END, p.title, COALESCE(o.name, '')
    FROM tenure t JOIN post p ON p.id = t.post_id LEFT JOIN organisation o ON o.id = p.organisation_id
    WHERE t.official_id IN :ids AND t.date_last IS NULL ORDER BY t.id
"""
_EVENTS = """
    SELECT scope_id, COUNT(*) FROM event_scope WHERE scope_kind = 'official' AND scope_id IN :ids
    GROUP BY scope_id
"""
_LAST = """
    SELECT o.id, (
        SELECT s.event_id FROM event_scope s
        WHERE s.scope_kind = 'official' AND s.scope_id = CAST(o.id AS TEXT) AND {condition}
        ORDER BY s.sort_day DESC, s.event_id DESC LIMIT 1
    ) FROM official o WHERE o.id IN :ids
"""
_DATES = "SELECT id, sort_day, date_edtf, date_text, date_basis FROM event WHERE id IN :ids"
_FORGET = text("DELETE FROM official_summary WHERE official_id = :id")
_REFIGURE = text(
    "UPDATE official_summary SET events = :events, last_day = :last_day, last_edtf = :last_edtf,"
    " last_text = :last_text, last_basis = :last_basis WHERE official_id = :id"
)


class Met(NamedTuple):
    """How often somebody was met, and when that was last."""

    events: int = 0
    last_day: str = ""
    last_edtf: str = ""
    last_text: str = ""
    last_basis: str = "stated"


class _Line(NamedTuple):
    """An official in the list; the columns of `official_summary`."""

    official_id: int
    sort_key: str
    name: str
    country: str
    post: str
    events: int
    last_day: str
    last_edtf: str
    last_text: str
    last_basis: str


_STORED = f"SELECT {', '.join(_Line._fields)} FROM official_summary WHERE official_id IN :ids"


def rewrite(connection: Connection, officials: Collection[int]) -> None:
    """Work out officials again; those gone, or merged into others, leave the list."""
    for some in chunks(officials):
        lines, entries = _worked_out(connection, some)
        stored = {row[0]: tuple(row) for row in about(connection, _STORED, some)}
        standing = {line.official_id for line in lines}
        gone = set(some) - standing
        differing = [line for line in lines if stored.get(line.official_id) != line]
        over = [{"id": number} for number in (*gone, *(line.official_id for line in differing))]
        if over:
            connection.execute(_FORGET, over)
        put(connection, official_summary, differing, _Line._fields)
        search.forget(connection, (("official", number) for number in gone))
        search.write(connection, entries)
        name_keys.forget(connection, "official", gone)
        name_keys.rewrite(connection, "official", standing)


def add(connection: Connection, officials: Collection[int]) -> None:
    """The same for officials of whom nothing stands yet."""
    lines, entries = _worked_out(connection, officials)
    put(connection, official_summary, lines, _Line._fields)
    search.add(connection, entries)
    name_keys.add(connection, "official", {line.official_id for line in lines})


def _worked_out(connection: Connection, officials: Collection[int]) -> tuple[list[_Line], list[search.Entry]]:
    """The lines and the search entries of those who are there."""
    known = about(connection, _OFFICIALS, officials)
    said = search.said_of(connection, "official", officials)
    met = _met(connection, officials)
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in about(connection, _NAMES, officials):
        names[number].append(name)
    posts: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for number, short, title, organisation in about(connection, _POSTS_NOW, officials):
        posts[number].append((short, title, organisation))
    lines, entries = [], []
    for number, name, sort_name, native_name, country in known:
        held = posts.get(number, ())
        post = "/".join(dict.fromkeys(short for short, _, _ in held))
        called = _once((name, native_name, *names.get(number, ())))
        offices = _once(word for office in held for word in office)
        figures = met.get(number, Met())
        lines.append(_Line(number, fold(sort_name), sort_name, country, post, *figures))
        detail = " ".join(filter(None, (country, post)))
        behind = " ".join(filter(None, (offices, said.get(number, ""))))
        place = place_of("official", number, figures.last_day)
        words = search.words_of(called, (country,), behind)
        entries.append(search.Entry(place, "official", number, name, detail, words))
    return lines, entries


def _once(said: Iterable[str]) -> str:
    return " ".join(filter(None, dict.fromkeys(map(in_words, said))))


def refigure(connection: Connection, officials: Collection[int]) -> None:
    """Count again what officials have taken part in, and when that was last."""
    for some in chunks(officials):
        met = _met(connection, some)
        found = {number: met.get(number, Met()) for number in some}
        connection.execute(_REFIGURE, [{"id": number, **one._asdict()} for number, one in found.items()])
        search.redate(connection, "official", {number: one.last_day for number, one in found.items()})


def _met(connection: Connection, officials: Collection[int]) -> dict[int, Met]:
    """The figures of those who were ever met."""
    newest: dict[int, list[int]] = defaultdict(list)
    for status in HELD_STATUSES:
        for number, event in about(connection, _LAST.format(condition=in_status("s", status)), officials):
            if event is not None:
                newest[number].append(event)
    ids = {event for events in newest.values() for event in events}
    dates = {event: tuple(date) for event, *date in about(connection, _DATES, ids)}
    last = {number: max(dates[event] for event in events) for number, events in newest.items()}
    counted = about(connection, _EVENTS, [str(number) for number in officials])
    return {int(number): Met(events, *last.get(int(number), Met()[1:])) for number, events in counted}
