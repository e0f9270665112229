"""Who took part in an event, in the few words that a timeline has room for."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, text

SHOWN = 3  # names on a line before "+n"

WHO = """
    SELECT p.country, p.role, p.rank, p.official_id, p.post_id, p.group_name, p.as_printed, p.count,
           f.name, f.sort_name, f.native_name, t.title,
           COALESCE(NULLIF(o.acronym, ''), o.name, NULLIF(po.acronym, ''), po.name, '') AS organisation,
           EXISTS (SELECT 1 FROM tenure n WHERE n.official_id = p.official_id) AS has_held_a_post
    FROM participant p
    LEFT JOIN official f ON f.id = p.official_id
    LEFT JOIN post t ON t.id = p.post_id
    LEFT JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN organisation po ON po.id = t.organisation_id
"""
IN_ORDER = " ORDER BY p.rank IS NULL, p.rank, p.id"


class People(NamedTuple):
    """The people of one event.

    Attributes:
        label: "Hammouchi +delegation".
        words: every name, title and group, for the filter.
        completeness: a principal, the role held then, a counterpart; of a visit only.
    """

    label: str
    words: str
    official_ids: frozenset[int]
    post_ids: frozenset[int]
    completeness: tuple[bool, bool, bool] = (False, False, False)


def of_visit(connection: Connection, visit: dict[str, Any]) -> People:
    """Who travelled, the head first, and whether somebody was met."""
    travelled = _rows(
        connection,
        f"{WHO} JOIN delegation d ON d.id = p.delegation_id WHERE d.visit_id = :id{IN_ORDER}",
        id=visit["id"],
    )
    larger = connection.execute(
        text("SELECT COUNT(*) FROM delegation WHERE visit_id = :id AND (level <> '' OR size > 1)"),
        {"id": visit["id"]},
    ).scalar_one()
    counterparts = connection.execute(
        text(
            "SELECT COUNT(*) FROM participant p JOIN meeting m ON m.id = p.meeting_id"
            " WHERE m.visit_id = :id AND p.country = :host AND (p.official_id IS NOT NULL OR p.post_id IS NOT NULL)"
        ),
        {"id": visit["id"], "host": visit["host"]},
    ).scalar_one()
    head = next((row for row in travelled if row["role"] == "head"), travelled[0] if travelled else None)
    label = ""
    if head is not None:
        label = short_label(head)
        if len(travelled) > 1 or larger:
            label += " +delegation"
    principal = head is not None and bool(head["official_id"] or head["post_id"])
    in_office = head is not None and bool(head["post_id"] or head["has_held_a_post"])
    return _people(travelled, label, (principal, in_office, counterparts > 0))


def of_meeting(connection: Connection, meeting: dict[str, Any], visit: dict[str, Any] | None) -> People:
    """Who met; under a visit the hosts come first, since the travellers stand on the line above."""
    met = _rows(connection, f"{WHO} WHERE p.meeting_id = :id{IN_ORDER}", id=meeting["id"])
    others = [row for row in met if visit is None or row["country"] != visit["sending"]] or met
    labels = list(dict.fromkeys(short_label(row) for row in others))
    label = " · ".join(labels[:SHOWN])
    if len(labels) > SHOWN:
        label += f" +{len(labels) - SHOWN}"
    return _people(met, label)


def short_label(row: dict[str, Any]) -> str:
    """A surname, else an office with its organisation (a bare "President" is another one's), else a group."""
    if row["official_id"]:
        return str(row["sort_name"]).split(",")[0]
    if row["title"]:
        return ", ".join(part for part in (row["title"], row["organisation"]) if part)
    return str(row["group_name"] or row["organisation"])


def _people(
    rows: list[dict[str, Any]], label: str, completeness: tuple[bool, bool, bool] = (False, False, False)
) -> People:
    columns = ("name", "native_name", "title", "organisation", "group_name", "as_printed")
    return People(
        label=label,
        words=" ".join(str(row[column]) for row in rows for column in columns if row[column]),
        official_ids=frozenset(row["official_id"] for row in rows if row["official_id"]),
        post_ids=frozenset(row["post_id"] for row in rows if row["post_id"]),
        completeness=completeness,
    )


def _rows(connection: Connection, sql: str, **values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(text(sql), values).mappings()]
