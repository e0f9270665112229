"""When a record was made and changed, and by what name other programs know it for good."""

from __future__ import annotations

import hashlib
import re
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from db.queries.stored import moment_of

if TYPE_CHECKING:
    from db.reader import Reader

BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the moments of a record whose making nobody noted, so that the same record is written the same way."""
_OURS = re.compile(r"([VMF]-\d{4}-\d{1,9})-[0-9a-f]{8}@bilat", re.ASCII | re.IGNORECASE)
_OFFICIALS = uuid.UUID("2c9a7d1e-54f0-4a0b-8f0e-6d3b5b0c1a77")


class Stamp(NamedTuple):
    """What the log of changes knows of a record, its parts included; moments are UTC, in whole seconds.

    Attributes:
        made: when it came into the store.
        changed: when it was last changed.
        times: in how many steps after the first one.
        birth: the moment of its making in full, which no change touches.
    """

    made: datetime = BEFORE_ALL
    changed: datetime = BEFORE_ALL
    times: int = 0
    birth: str = ""


def stamps(reader: Reader, kind: str) -> dict[int, Stamp]:
    """The stamp of every record of a kind that is in the log."""
    rows = reader.all(
        "SELECT c.record_id, MIN(CASE WHEN c.table_name = :kind THEN s.at END), MAX(s.at), COUNT(DISTINCT s.id)"
        " FROM change c JOIN step s ON s.id = c.step_id WHERE c.record_kind = :kind GROUP BY c.record_id",
        kind=kind,
    )
    found = {}
    for number, first, last, steps in rows:
        made, changed = moment_of(first or last), moment_of(last)
        birth = made.astimezone(UTC).isoformat()
        found[int(number)] = Stamp(_whole(made), _whole(changed), steps - 1, birth)
    return found


def calendar_uid(ref: str, stamp: Stamp) -> str:
    """By what name calendars know a visit, a meeting or a follow-up.

    The ref alone would not do: every store has a V-2026-001. The moment at which the record was made stands beside it,
    for no edit changes that, a copy or a backup of the store keeps it, and no other store has the same.
    """
    digest = hashlib.sha256(f"{ref} {stamp.birth}".encode()).hexdigest()[:8]
    return f"{ref}-{digest}@bilat"


def ref_in_uid(uid: str) -> str:
    """The ref that a uid of any bilat store tells, "" for those of other programs."""
    found = _OURS.fullmatch(uid.strip())
    return found[1].upper() if found else ""


def card_uid(number: int, stamp: Stamp) -> str:
    """By what name address books know an official; they want a URI, and officials have no ref."""
    return f"urn:uuid:{uuid.uuid5(_OFFICIALS, f'{number} {stamp.birth}')}"


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
