"""The visits and meetings from which the due dates of follow-ups are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.dates.anchored import known_offset, show_anchored
from db.merged import standing
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

EVENTS = {
    # A meeting without a day of its own is held while its visit lasts.
    "meeting": "SELECT m.ref, m.status, m.date_edtf, COALESCE(v.date_edtf, '') FROM meeting m"
    " LEFT JOIN visit v ON v.id = m.visit_id WHERE m.id = :id",
    "visit": "SELECT ref, status, date_edtf, '' FROM visit WHERE id = :id",
}


class Event(NamedTuple):
    """A visit or meeting from which a day is counted; one that the same lines make has no key yet."""

    key: Key | None
    ref: str
    when: PartialDate
    status: str = ""


def hangs_on(reader: Reader, kind: str, number: int | None, offset: str) -> tuple[str, Key | None]:
    """How far from which event something is due, in words, and that event; "" where it has a day of its own."""
    if number is None:
        return "", None
    far = known_offset(offset)
    event = event_at(reader, Key("visit" if kind == "visit" else "meeting", str(number)))
    return ("", None) if event is None or far is None else (show_anchored(far, event.ref), event.key)


def event_at(reader: Reader, key: Key) -> Event | None:
    """A visit or meeting, the one that stands where it was merged; None where it is gone."""
    key = standing(reader, key)
    row = reader.one(EVENTS[key.kind], id=int(key.id))
    return Event(key, str(row[0]), PartialDate(row[2] or row[3]), str(row[1])) if row else None
