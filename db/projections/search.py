"""Every record by name, folded, so that any spelling of it is found."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from db.names import fold
from db.projections import name_keys
from db.projections.gone import gone_into
from db.projections.tables import search_entry
from db.rows.way import way

LABELS = {  # label, detail, day and words of what is not worked out anywhere else
    "action": (
        "SELECT a.text, a.ref, a.due_first, a.ref || ' ' || a.text || ' ' || a.verb || ' ' || a.deliverable"
        " FROM action a WHERE a.id = :id"
    ),
    "followup": (
        "SELECT f.text, f.ref, f.due_last, f.ref || ' ' || f.text || ' ' || f.assignee"
        " FROM followup f WHERE f.id = :id"
    ),
    "post": (
        "SELECT p.title || CASE WHEN o.id IS NULL THEN '' ELSE ', ' || COALESCE(NULLIF(o.acronym, ''), o.name) END,"
        " COALESCE(p.country, ''), '', p.title || ' ' || COALESCE(o.name, '') || ' ' || COALESCE(o.acronym, '')"
        " FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = :id AND p.merged_into IS NULL"
    ),
    "organisation": (
        "SELECT o.name, COALESCE(o.country, ''), '', o.name || ' ' || o.acronym"
        " FROM organisation o WHERE o.id = :id AND o.merged_into IS NULL"
    ),
    "source": (
        "SELECT COALESCE(NULLIF(s.title, ''), NULLIF(s.publisher, ''), s.key), s.kind, s.date_first,"
        " s.title || ' ' || s.publisher || ' ' || s.author || ' ' || s.key FROM source s"
        " WHERE s.id = :id AND s.merged_into IS NULL"
    ),
}

OTHER_NAMES = {"post": "SELECT title FROM post_title WHERE post_id = :id ORDER BY id"}
GONE_NAMES = {  # by which a record is still looked for after it went into another
    "organisation": "SELECT name || ' ' || acronym FROM organisation WHERE id = :id",
    "source": "SELECT title || ' ' || publisher || ' ' || key FROM source WHERE id = :id",
}


def rewrite(connection: Connection, kind: str, record_id: int) -> None:
    """Work out one record's entry again; a record that is gone loses it."""
    row = connection.execute(text(LABELS[kind]), {"id": record_id}).first()
    if row is None:
        forget(connection, kind, record_id)
        name_keys.forget(connection, kind, record_id)
        return
    name_keys.rewrite(connection, kind, record_id)
    label, detail, day, words = row
    more: list[str] = []
    if kind in OTHER_NAMES:
        more += connection.execute(text(OTHER_NAMES[kind]), {"id": record_id}).scalars()
    if kind in GONE_NAMES:
        for number in gone_into(connection, kind, record_id):
            more += connection.execute(text(GONE_NAMES[kind]), {"id": number}).scalars()
    write(
        connection,
        kind=kind,
        record_id=str(record_id),
        label=label,
        detail=detail,
        day=day or "",
        folded=fold(" ".join((words, *more))),
    )


def write_event(connection: Connection, row: dict[str, Any]) -> None:
    """The entry of a visit or a meeting, from its line on the timeline."""
    between = way(row["sending"], row["host"], row["parties"])
    write(
        connection,
        kind=row["kind"],
        record_id=str(row["record_id"]),
        label=" ".join(part for part in (between, row["title"] or row["people"]) if part),
        detail=row["ref"],
        day=row["sort_day"],
        folded=row["folded"],
    )


def write(
    connection: Connection, *, kind: str, record_id: str, label: str, detail: str, day: str, folded: str
) -> None:
    """Put one entry in the place of the one before."""
    forget(connection, kind, record_id)
    connection.execute(
        search_entry.insert().values(
            kind=kind, record_id=record_id, label=label, detail=detail, sort_day=day, folded=folded
        )
    )


def forget(connection: Connection, kind: str, record_id: int | str) -> None:
    """Take a record out of the index."""
    connection.execute(
        search_entry.delete().where(search_entry.c.kind == kind, search_entry.c.record_id == str(record_id))
    )


def country_words(connection: Connection, code: str) -> str:
    """Every folded name of a country, so that "Maroc" finds what Morocco does."""
    rows = connection.execute(
        text("SELECT DISTINCT folded FROM country_name WHERE country = :code ORDER BY folded"), {"code": code}
    )
    return " ".join(row[0] for row in rows)
