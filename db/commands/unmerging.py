"""Taking one merge back, also when it is not the last step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import col, select

from db.commands.tables import TABLES
from db.errors import Conflict, NotFound
from db.history import Recorder
from db.merged import MERGED_KINDS, way_up
from db.models import Change, Step
from db.queries.called import called
from db.rows import Key
from db.seeing import reader_of
from db.telling import Tell, nobody
from db.undo import take_back

if TYPE_CHECKING:
    from sqlmodel import Session


class Unmerged(NamedTuple):
    """Two records of one again.

    Attributes:
        key: the one that stands on its own again.
        title: its ref, or its name.
        into: what the other one is called.
        rows: how many rows went back to it, or changed back.
    """

    key: Key
    title: str
    into: str
    rows: int


def unmerge(session: Session, key: Key, tell: Tell = nobody) -> Unmerged:
    """Take back exactly the merge in which a record went into another.

    Args:
        session: open.
        key: the record that went into another one.
        tell: is told how far it is; what it raises ends it.

    Raises:
        NotFound: it was not merged into anything.
        Conflict: something that the merge touched has changed since.
    """
    table = TABLES.get(key.kind) if key.kind in MERGED_KINDS else None
    row = session.get(table, int(key.id)) if table else None
    into: int | None = getattr(row, "merged_into", None)
    if into is None:
        raise NotFound("This record was not merged into another one.")
    reader = reader_of(session)
    way = [called(reader, one) for one in way_up(reader, key)]
    gone, kept = way[:2]
    if len(way) > 2:  # noqa: PLR2004 - it, and where it went
        raise Conflict(f"{kept} went into {way[2]} since; take {kept} out of it first.")
    step = _step_of(session, key, into)
    _must_be_its_own(session, step, key)
    recorder = session.info[Recorder]
    recorder.told = recorder.told._replace(reverts_id=step)
    touched = take_back(session, step, tell)
    session.expire_all()
    return Unmerged(key, gone, kept, len(touched))


def _step_of(session: Session, key: Key, into: int) -> int:
    """The last step in which the record went where it is now; a redo is such a step as well."""
    changes = session.exec(
        select(Change)
        .where(Change.table_name == key.kind, Change.row_id == key.id)
        .order_by(col(Change.id).desc())
    )
    for change in changes:
        before, after = change.before or {}, change.after or {}
        if after.get("merged_into") == into and before.get("merged_into") is None:
            return change.step_id
    raise NotFound("When it was merged is not in the log, so it cannot be taken back.")


def _must_be_its_own(session: Session, step: int, key: Key) -> None:
    """A post that was merged because its service was cannot come back alone."""
    if key.kind != "post":
        return
    services = session.exec(
        select(Change).where(Change.step_id == step, Change.table_name == "organisation")
    ).all()
    if any((change.after or {}).get("merged_into") is not None for change in services):
        label = session.exec(select(Step.label).where(Step.id == step)).one()
        raise Conflict(f"It was merged along with its organisation (“{label[:80]}”); take that back.")
