"""Records that somebody has said are not the same: nothing proposes them to each other again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Key, Kind


def known_apart(reader: Reader, key: Key) -> frozenset[int]:
    """The ids of records that are known not to be this one."""
    rows = [
        *reader.all(
            "SELECT first_id, second_id FROM not_same WHERE kind = :kind AND (first_id = :id OR second_id = :id)",
            kind=key.kind,
            id=int(key.id),
        )
    ]
    if key.kind == "visit":  # a dossier says it by a link
        rows += reader.all(
            "SELECT from_id, to_id FROM visit_link WHERE kind = 'not a duplicate' AND (from_id = :id OR to_id = :id)",
            id=int(key.id),
        )
    return frozenset(number for row in rows for number in row) - {int(key.id)}


def not_said(kind: Kind, a: str, b: str) -> str:
    """SQL that nobody has said of two ids that they are apart; it is true of most, so it stands behind what finds."""
    return (
        f"NOT EXISTS (SELECT 1 FROM not_same x WHERE x.kind = '{kind}'"
        f" AND x.first_id IN ({a}, {b}) AND x.second_id IN ({a}, {b}))"
    )
