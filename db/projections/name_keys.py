"""What officials, organisations and posts are looked up by: officials by sound and by word, the others folded."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from db.names import fold
from db.names.skeleton import keys
from db.projections.gone import gone_into
from db.projections.tables import name_key, name_part

NAMES = {
    "official": "SELECT name FROM official_name WHERE official_id = :id",
    "organisation": (
        "SELECT name FROM organisation WHERE id = :id UNION SELECT acronym FROM organisation WHERE id = :id"
    ),
    "post": "SELECT title FROM post WHERE id = :id UNION SELECT title FROM post_title WHERE post_id = :id",
}


def rewrite(connection: Connection, kind: str, record_id: int) -> None:
    """Work out the keys of one record again; what went into it is found under its names too."""
    forget(connection, kind, record_id)
    if kind not in NAMES:
        return
    names = [
        str(name)
        for number in (record_id, *gone_into(connection, kind, record_id))
        for name in connection.execute(text(NAMES[kind]), {"id": number}).scalars()
    ]
    if found := sorted(_keys(kind, names)):
        connection.execute(
            name_key.insert(), [{"kind": kind, "key": key, "record_id": record_id} for key in found]
        )
    if kind == "official":
        _rewrite_parts(connection, record_id, names)


def forget(connection: Connection, kind: str, record_id: int) -> None:
    """Take a record out of the index."""
    connection.execute(name_key.delete().where(name_key.c.kind == kind, name_key.c.record_id == record_id))
    if kind == "official":
        connection.execute(name_part.delete().where(name_part.c.official_id == record_id))


def _rewrite_parts(connection: Connection, official_id: int, names: Iterable[str]) -> None:
    country, sorted_name = connection.execute(
        text("SELECT COALESCE(country, ''), sort_name FROM official WHERE id = :id"), {"id": official_id}
    ).one()
    whole = {fold(name) for name in (*names, sorted_name)} - {""}
    parts = dict.fromkeys(part for name in names for part in _from_each_word(fold(name)))
    rows = [
        {"country": country, "folded": part, "official_id": official_id, "whole": part in whole}
        for part in sorted({*parts, *whole})
    ]
    if rows:
        connection.execute(name_part.insert(), rows)


def _from_each_word(name: str) -> Iterable[str]:
    words = name.split()
    return (" ".join(words[start:]) for start in range(len(words)))


def _keys(kind: str, names: Iterable[str]) -> set[str]:
    if kind == "official":
        return {key for name in names for key in keys(name)}
    return {fold(name) for name in names} - {""}
