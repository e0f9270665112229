"""What lists show, kept in the transaction that changes the facts, and rebuilt from the facts on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db.dialects import word_index
from db.projections import casts, events, officials, pairs, search
from db.projections.countries import Countries
from db.projections.rebuilding import Job, jobs
from db.projections.routing import Affected, route
from db.projections.tables import ALL
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.history import Touched

__all__ = ["ALL", "Job", "jobs", "rebuild", "rebuild_through", "refresh"]


def refresh(session: Session, touched: Sequence[Touched], tell: Tell = nobody) -> None:
    """Bring every list up to date with the rows that a step has touched.

    Args:
        session: open.
        touched: the rows.
        tell: is told how far it is; what it raises ends the step.
    """
    if touched:
        _apply(session.connection(), route(session.connection(), touched), tell)


def rebuild(session: Session) -> None:
    """Empty all projections and work them out from the facts again."""
    rebuild_through(session.connection())


def rebuild_through(connection: Connection, tell: Tell = nobody) -> None:
    """The same without a session, as after a migration.

    Args:
        connection: within a transaction.
        tell: is told how far it is.
    """
    word_index.empty(connection)  # before the entries go, or each would be let go of by itself
    for table in ALL:
        connection.execute(table.delete())
    for job in jobs(connection):
        job.run(connection)
        tell(job.what, job.done, job.of)


def _apply(connection: Connection, affected: Affected, tell: Tell) -> None:
    countries = Countries(connection)
    moved = events.rewrite(connection, countries, affected.visits, affected.meetings, tell)
    moved.officials |= casts.recast(connection, affected.visits_recast, affected.meetings_recast, tell)
    events.rename(connection, affected.visits_renamed, affected.meetings_renamed)
    pairs.move(connection, countries, moved.pairs)
    officials.refigure(connection, moved.officials - affected.officials)
    officials.rewrite(connection, affected.officials)
    for kind, records in sorted(affected.searched.items()):
        search.rewrite(connection, kind, records)
