"""Due dates that hang on an event of the store: which one that is, the day it makes of them, and whose weekend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.dates.anchored import Anchored, Offset, anchored_day, show_anchored
from db.dates.weekends import show_weekend, weekend_of
from db.entry import people
from db.entry.countries import named
from db.entry.days import show
from db.errors import BadInput
from db.names import fold
from db.queries.anchors import EVENTS, Event, event_at
from db.refs import bearer, kind_of
from db.rows import Key

if TYPE_CHECKING:
    from datetime import date

    from db.reader import Reader
    from db.vocabulary import Ball

WHICH = "Which visit or meeting? Write its ref, as in 2 weeks before M-2026-001."


class Whose(NamedTuple):
    """What tells whose working days count.

    Attributes:
        assignee: who does it, as written.
        ball: whose turn it is.
        on: the visit or meeting that it is about.
        desk: the desk's own country, which counts where nothing else tells.
    """

    assignee: str = ""
    ball: Ball = "us"
    on: Key | None = None
    desk: str = ""


def event_called(reader: Reader, ref: str) -> Event:
    """The visit or meeting of a ref; raises BadInput."""
    key = bearer(reader, ref)
    found = event_at(reader, key) if key else None
    if found is None:
        raise BadInput(f"There is no {kind_of(ref)} {ref} in the store.")
    return found


def event_of(reader: Reader, on: Key | None, noun: str = "") -> Event | None:
    """The event that a record hangs on, for an outcome the one it came of; None where it hangs on none.

    A visit that is asked for where it hangs on a meeting is the visit of that; a meeting of a visit is the only one.
    Raises BadInput where there are several.
    """
    if on is not None and on.kind == "action":
        row = reader.one("SELECT meeting_id, visit_id FROM action WHERE id = :id", id=int(on.id))
        meeting, visit = row or (None, None)
        on = Key("meeting", str(meeting)) if meeting else Key("visit", str(visit)) if visit else None
    if on is None or on.kind not in EVENTS:
        return None
    if noun == "visit" and on.kind == "meeting":
        visit = reader.value("SELECT visit_id FROM meeting WHERE id = :id", id=int(on.id))
        on = Key("visit", str(visit)) if visit else on
    elif noun == "meeting" and on.kind == "visit":
        refs = reader.all(
            "SELECT id, ref FROM meeting WHERE visit_id = :id ORDER BY id LIMIT 9", id=int(on.id)
        )
        if len(refs) > 1:
            raise BadInput(f"There is more than one meeting: write {refs[0][1]} or another one.")
        on = Key("meeting", str(refs[0][0])) if refs else on
    return event_at(reader, on)


def settled(reader: Reader, anchored: Anchored, on: Key | None, whose: Whose) -> tuple[Offset, Event]:
    """The offset with its country, and the event it counts from; raises BadInput where there is none."""
    event = event_called(reader, anchored.event) if anchored.event else event_of(reader, on, anchored.noun)
    if event is None:
        raise BadInput(WHICH)
    return with_country(reader, anchored.offset, whose), event


def with_country(reader: Reader, offset: Offset, whose: Whose) -> Offset:
    """An offset in working days bears whose they are, so that it means the same to every desk."""
    return offset._replace(country=country_of(reader, whose)) if offset.works else offset


def country_of(reader: Reader, whose: Whose) -> str:
    """The country of the assignee, else of those whose turn it is, else of the desk; "" where none is known."""
    if found := _country_called(reader, whose.assignee.strip()):
        return found
    return (_other_side(reader, whose) if whose.ball == "them" else "") or whose.desk


def _country_called(reader: Reader, name: str) -> str:
    """A country, an organisation or an official by name; "" for anybody else."""
    if not fold(name):
        return ""
    here = named(reader, [name]).get(name, [])
    if len(here) == 1:
        return here[0].code
    if office := people.organisation(reader, name):
        return office.country
    found = {one.country for one in people.named(reader, [fold(name)]).get(fold(name), ())}
    return found.pop() if len(found) == 1 else ""


def _other_side(reader: Reader, whose: Whose) -> str:
    """The one party of what it hangs on that is not the desk's; "" where there are several."""
    event = event_of(reader, whose.on)
    if event is None or event.key is None:
        return ""
    sql = {
        "visit": "SELECT sending FROM visit WHERE id = :id UNION SELECT host FROM visit WHERE id = :id",
        "meeting": "SELECT country FROM meeting_party WHERE meeting_id = :id LIMIT 3",
    }
    others = {code for (code,) in reader.all(sql[event.key.kind], id=int(event.key.id))} - {whose.desk}
    return str(others.pop()) if len(others) == 1 else ""


def due_from(offset: Offset, event: Event) -> PartialDate:
    """The due date, in the words that say what it hangs on; without a day while the event has no full date."""
    found = anchored_day(offset, event.when)
    return PartialDate(found.edtf, show_anchored(offset, event.ref), "relative")


def told(offset: Offset, event: Event, today: date) -> str:
    """What an officer reads: "2 weeks before M-2026-001 = Sat 28 Nov 2026 (in 7 days)"."""
    words = show_anchored(offset, event.ref)
    due = due_from(offset, event)
    if not due.edtf:
        return f"{words}, known once {event.ref} has a full date"
    weekend = show_weekend(weekend_of(offset.country)) if offset.works else ""
    weekend = f" (without {weekend})" if weekend else ""
    return f"{words}{weekend} = {show(PartialDate(due.edtf), today)}"
