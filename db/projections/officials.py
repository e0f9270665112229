"""Officials as their list shows them: the post now, the last time met."""

from __future__ import annotations

from sqlalchemy import Connection, text

from db.names import fold
from db.projections import name_keys, search
from db.projections.tables import official_summary
from db.vocabulary import HELD_STATUSES


def rewrite(connection: Connection, official_id: int) -> None:
    """Work out one official again; one that is gone, or was merged into another, leaves the list."""
    connection.execute(official_summary.delete().where(official_summary.c.official_id == official_id))
    official = (
        connection.execute(
            text("SELECT * FROM official WHERE id = :id AND merged_into IS NULL"), {"id": official_id}
        )
        .mappings()
        .first()
    )
    if official is None:
        search.forget(connection, "official", official_id)
        name_keys.forget(connection, "official", official_id)
        return
    name_keys.rewrite(connection, "official", official_id)
    names = [
        row[0]
        for row in connection.execute(
            text("SELECT name FROM official_name WHERE official_id = :id"), {"id": official_id}
        )
    ]
    offices = posts_now(connection, official_id)
    last = _last(connection, official_id)
    words = " ".join(
        (official["name"], official["native_name"], *names, *(word for office in offices for word in office))
    )
    folded = fold(words) + " " + search.country_words(connection, official["country"] or "")
    post = "/".join(dict.fromkeys(short for short, _ in offices))
    connection.execute(
        official_summary.insert().values(
            official_id=official_id,
            sort_key=fold(official["sort_name"]),
            name=official["sort_name"],
            country=official["country"] or "",
            post=post,
            events=_events(connection, official_id),
            folded=folded,
            **last,
        )
    )
    search.write(
        connection,
        kind="official",
        record_id=str(official_id),
        label=official["name"],
        detail=" ".join(part for part in (official["country"] or "", post) if part),
        day=last["last_day"],
        folded=folded,
    )


def posts_now(connection: Connection, official_id: int) -> list[tuple[str, str]]:
    """The posts an official holds as far as we know: (in short, in full). An end that is known ends it."""
    rows = connection.execute(
        text(
            "SELECT CASE WHEN o.acronym <> '' THEN o.acronym WHEN o.name IS NULL THEN p.title"
            " ELSE p.title || ', ' || o.name END, p.title || ' ' || COALESCE(o.name, '') FROM tenure t"
            " JOIN post p ON p.id = t.post_id LEFT JOIN organisation o ON o.id = p.organisation_id"
            " WHERE t.official_id = :id AND t.date_last IS NULL ORDER BY t.id"
        ),
        {"id": official_id},
    )
    return [(row[0], row[1]) for row in rows]


def _events(connection: Connection, official_id: int) -> int:
    return int(
        connection.execute(
            text("SELECT COUNT(*) FROM event_scope WHERE scope_kind = 'official' AND scope_id = :id"),
            {"id": str(official_id)},
        ).scalar_one()
    )


def _last(connection: Connection, official_id: int) -> dict[str, str]:
    rows = [
        connection.execute(
            text(
                "SELECT s.sort_day, e.date_edtf, e.date_text, e.date_basis"
                " FROM event_scope s JOIN event e ON e.id = s.event_id"
                " WHERE s.scope_kind = 'official' AND s.scope_id = :id AND s.status = :status"
                " ORDER BY s.sort_day DESC, s.event_id DESC LIMIT 1"
            ),
            {"id": str(official_id), "status": status},
        ).first()
        for status in HELD_STATUSES
    ]
    best = max((tuple(row) for row in rows if row is not None), default=("", "", "", "stated"))
    return dict(zip(("last_day", "last_edtf", "last_text", "last_basis"), best, strict=True))
