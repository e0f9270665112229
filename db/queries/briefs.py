"""Briefs that were taken before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from db.merged import standing
from db.queries.stored import moment_of

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Key

_ANY = 2**62  # above every number


class TakenBrief(NamedTuple):
    """A brief as it was saved or copied."""

    number: int
    at: datetime  # UTC
    by: str
    last_change: int  # the newest change that it knew of
    body: str  # Markdown


def last_brief(reader: Reader, key: Key, up_to: int | None = None) -> TakenBrief | None:
    """The last brief that anybody took on a pair, official, visit or meeting, None where nobody has.

    With `up_to` only those count whose number is not above it.
    """
    row = reader.one(
        "SELECT id, at, by, last_change, body FROM brief WHERE record_kind = :kind AND record_id = :id"
        " AND id <= :up_to ORDER BY id DESC LIMIT 1",
        kind=key.kind,
        id=standing(reader, key).id,
        up_to=_ANY if up_to is None else up_to,
    )
    return None if row is None else TakenBrief(row[0], moment_of(row[1]), *row[2:])


def newest_change(reader: Reader) -> int:
    """The number of the newest change of the store, 0 before the first."""
    return int(reader.value("SELECT MAX(id) FROM change") or 0)
