"""Which entries of a calendar the store has already.

Entries that this store wrote are known by their uid, those of other programs by a citation that keeps theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commands.desk import standing_row
from db.commands.tables import TABLES
from db.exchange.stamps import Stamp, calendar_uid, ref_in_uid, stamps
from db.models import FollowUp, Meeting, Visit
from db.reader import marked
from db.refs import KIND_OF
from db.seeing import reader_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sqlmodel import Session

    from db.reader import Reader

Row = Visit | Meeting | FollowUp
LOCATOR = "UID "
_AT_A_TIME = 400


class Known(NamedTuple):
    """What a uid stands for: a record, or one that is no longer there."""

    row: Row | None


def known_by_uid(session: Session, uids: AbstractSet[str]) -> dict[str, Known]:
    """What the uids of a calendar's entries stand for, as far as they are known."""
    ours = _ours(session, uids)
    return ours | _cited(session, uids - ours.keys())


def standing(session: Session, kind: str, number: int) -> Known:
    """A record by its kind and number; what it was merged into, where it was."""
    row: Any = standing_row(session, session.get(TABLES[kind], number))
    return Known(row)


def _ours(session: Session, uids: Iterable[str]) -> dict[str, Known]:
    """Records whose uid this store wrote."""
    by_kind: dict[str, dict[str, str]] = {}
    for uid in uids:
        if ref := ref_in_uid(uid):
            by_kind.setdefault(KIND_OF[ref[0]], {})[uid] = ref
    found: dict[str, Known] = {}
    for kind, refs in by_kind.items():
        stamped, numbers = _stamps_and_refs(reader_of(session), kind)
        there = set(numbers.values())
        gone = {stamp for number, stamp in stamped.items() if number not in there}
        for uid, ref in refs.items():
            number = numbers.get(ref)
            if number is None:
                if any(calendar_uid(ref, stamp) == uid for stamp in gone):
                    found[uid] = Known(None)
            elif number in stamped and calendar_uid(ref, stamped[number]) == uid:
                found[uid] = standing(session, kind, number)
    return found


def _stamps_and_refs(reader: Reader, kind: str) -> tuple[dict[int, Stamp], dict[str, int]]:
    """The stamps of all records of a kind by number, also of those that are gone; the numbers by ref."""
    return stamps(reader, kind), {ref: number for number, ref in reader.all(f"SELECT id, ref FROM {kind}")}


def _cited(session: Session, uids: Iterable[str]) -> dict[str, Known]:
    """Records that came from a calendar before."""
    waiting = iter(uids)
    found: dict[str, Known] = {}
    while some := list(islice(waiting, _AT_A_TIME)):
        marks, values = marked("uid", (f"{LOCATOR}{uid}" for uid in some))
        rows = reader_of(session).all(
            "SELECT locator, record_kind, record_id FROM citation"
            f" WHERE record_kind IN ('visit', 'meeting', 'followup') AND locator IN ({marks})",
            **values,
        )
        for locator, kind, number in rows:
            found[locator.removeprefix(LOCATOR)] = standing(session, kind, number)
    return found
