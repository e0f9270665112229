"""Where a post took part without a name, for whoever is found to have held it then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db.dates import PartialDate
from db.holding import begun_by, ends, may_cover, still_on
from db.queries.pieces import AT_EVENT, among
from db.reader import marked
from db.rows import Key
from db.rows.holding import PastRow
from db.rows.way import way
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.reader import Reader
    from db.rows import TenureRow

_MOST = 200  # a post with more has a desk of its own
EVENT_COLUMNS = (
    "e.kind, e.record_id, e.ref, e.sending, e.host, e.parties, e.title,"
    " e.date_edtf, e.date_text, e.date_basis"
)


def past_unnamed(
    reader: Reader,
    post_id: int,
    held: PartialDate,
    others: Sequence[TenureRow],
    official_id: int | None,
    today: date,
) -> tuple[PastRow, ...]:
    """Events in which a post took part without a name, the latest first: which of them a holder was at, or why not.

    Args:
        reader: an open view.
        post_id: the post.
        held: when the holder holds it.
        others: who else has held it.
        official_id: of the holder, None for somebody new.
        today: of the officer.
    """
    rows = reader.all(
        f"SELECT p.id, {EVENT_COLUMNS} FROM participant p LEFT JOIN delegation d ON d.id = p.delegation_id"
        f" JOIN {AT_EVENT}"
        f" WHERE p.post_id = :post AND p.official_id IS NULL AND e.status IN ({among((*HELD_STATUSES, 'implied'))})"
        " ORDER BY e.undated, e.sort_day DESC, e.group_id DESC, e.rank DESC, p.id LIMIT :limit_",
        post=post_id,
        limit_=_MOST,
    )
    listed = _beside(reader, [row[0] for row in rows], official_id) if official_id else frozenset()
    found = []
    for number, kind, record, ref, *event in rows:
        when = PartialDate(*event[4:7])
        why = "is listed there by name" if number in listed else _why_not(when, held, others, today)
        label = f"{way(*event[:3])} {event[3]}".strip()
        found.append(PastRow(number, Key(kind, str(record)), ref, label, when, not why, why))
    return tuple(found)


def _beside(reader: Reader, participants: Sequence[int], official_id: int) -> frozenset[int]:
    """Those of some participants in whose place an official is named, too."""
    marks, numbers = marked("p", participants)
    if not marks:
        return frozenset()
    # The sum keeps from the index on officials: an event has a dozen people, an official may have thousands of events.
    rows = reader.all(
        f"SELECT p.id FROM participant p WHERE p.id IN ({marks}) AND EXISTS (SELECT 1 FROM participant q"
        " WHERE q.official_id + 0 = :official"
        " AND (q.meeting_id = p.meeting_id OR q.delegation_id = p.delegation_id))",
        official=official_id,
        **numbers,
    )
    return frozenset(number for (number,) in rows)


def _why_not(when: PartialDate, held: PartialDate, others: Sequence[TenureRow], today: date) -> str:
    if not when.edtf:
        return "date not stated"
    if not may_cover(held, when, today):
        return "outside this tenure"
    other = next((row for row in others if _covers(row.held, when)), None)
    return f"{other.official} held it then" if other else ""


def _covers(held: PartialDate, when: PartialDate) -> bool:
    """Whether a tenure covers an event for certain."""
    begun, over = begun_by(held), still_on(held)
    if when.first is None or when.last is None or begun is None:
        return False
    return begun <= when.first and (ends(held).end == ".." or (over is not None and when.last <= over))
