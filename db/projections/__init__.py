"""What lists show, kept in the transaction that changes the facts, and rebuilt from the facts on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from db.projections import events, officials, search
from db.projections.routing import Affected, route
from db.projections.tables import ALL

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.history import Touched


def refresh(session: Session, touched: Sequence[Touched]) -> None:
    """Bring every list up to date with the rows that a step has touched."""
    if touched:
        _apply(session.connection(), route(session.connection(), touched))


def rebuild(session: Session) -> None:
    """Empty all projections and work them out from the facts again."""
    connection = session.connection()
    for table in ALL:
        connection.execute(table.delete())
    _apply(connection, _everything(connection))


def _apply(connection: Connection, affected: Affected) -> None:
    for visit_id in sorted(affected.visits):
        affected.officials |= events.rewrite_visit(connection, visit_id)
    for meeting_id in sorted(affected.meetings):
        affected.officials |= events.rewrite_meeting(connection, meeting_id)
    for official_id in sorted(affected.officials):
        officials.rewrite(connection, official_id)
    for kind, record_id in sorted(affected.searched):
        search.rewrite(connection, kind, record_id)


def _everything(connection: Connection) -> Affected:
    affected = Affected()

    def ids(sql: str) -> set[int]:
        return {row[0] for row in connection.execute(text(sql))}

    affected.visits = ids("SELECT id FROM visit")
    affected.meetings = ids("SELECT id FROM meeting WHERE visit_id IS NULL")
    affected.officials = ids("SELECT id FROM official")
    affected.searched = {
        (kind, record_id)
        for kind in ("action", "followup", "post", "organisation", "source")
        for record_id in ids(f"SELECT id FROM {kind}")
    }
    return affected
