"""Due dates that hang on an event move with it, in the step that moves it, whichever command that is.

What a step has touched is looked at once, at its end, so that no command can forget it. Undo and redo bring back
from the log what the step itself had moved; what was hung on the event since goes along with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from db import models
from db.dates import show_short
from db.dates.anchored import known_offset, show_anchored
from db.entry.anchors import Whose, due_from, with_country
from db.errors import BadInput, Conflict
from db.history import Recorder
from db.queries.anchors import Event, event_at
from db.rows import Key
from db.rows.moved import MovedDue
from db.seeing import reader_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlmodel import Session

    from db.dates import PartialDate
    from db.history import Told, Touched

_EVENTS = ("visit", "meeting")
_TELLING = ("date_edtf", "status", "merged_into", "visit_id", "ref")
_OPEN = ("open", "waiting")


def follow(session: Session, touched: Sequence[Touched], told: Told) -> tuple[MovedDue, ...]:
    """Work out again what hangs on the events of a step, and what the step itself has hung on one."""
    again = told.kind != "do"
    mover = _Mover(
        session, told, {change.row_id for change in touched if again and change.table == "followup"}
    )
    for change in touched:
        if (key := _event(change)) is not None:
            mover.event_changed(key, change.before or {})
    if not again:
        mover.hung_anew(touched)
    session.flush()
    return tuple(mover.moved.values())


def moved_in(session: Session) -> tuple[MovedDue, ...]:
    """What an event has taken along in a step that is over."""
    recorder: Recorder = session.info[Recorder]
    return recorder.moved


def _event(change: Touched) -> Key | None:
    """The visit or meeting that a change makes earlier or later, calls off or takes out; a new one moves nothing."""
    if change.table not in _EVENTS or change.before is None:
        return None
    after = change.after
    if after is not None and all(change.before.get(name) == after.get(name) for name in _TELLING):
        return None
    return Key("visit" if change.table == "visit" else "meeting", change.row_id)


class _Mover:
    def __init__(self, session: Session, told: Told, brought_back: Collection[str]) -> None:
        self._session, self._told, self._brought_back = session, told, brought_back
        self._reader = reader_of(session)
        self.moved: dict[Key, MovedDue] = {}

    def event_changed(self, key: Key, before: Mapping[str, Any]) -> None:
        """Move, or leave, everything that hangs on an event, and on the meetings that have its days."""
        event = event_at(self._reader, key)
        if event is None:
            self._gone(key, str(before.get("ref", "")))
            return
        # Where undo calls an event off again, the log tells of the first time.
        called_off = event.status == "cancelled" and before.get("status", "cancelled") != "cancelled"
        called_off = called_off and self._told.kind == "do"
        for inner in [key, *self._meetings_without_a_day(key)]:
            held = event if inner == key else event_at(self._reader, inner)
            for followup in self._hanging_on(event.key if inner == key else inner):
                if held is None:
                    continue
                if event.status == "cancelled" or held.status == "cancelled":
                    if called_off and followup.status in _OPEN:
                        self._stays(followup, event.ref, "is cancelled")
                elif followup.status in _OPEN:
                    self._put(followup, held)

    def _meetings_without_a_day(self, key: Key) -> Iterable[Key]:
        if key.kind != "visit":
            return []
        sql = "SELECT id FROM meeting WHERE visit_id = :id AND date_edtf = '' ORDER BY id"
        return [Key("meeting", str(number)) for (number,) in self._reader.all(sql, id=int(key.id))]

    def _hanging_on(self, key: Key | None) -> Sequence[models.FollowUp]:
        if key is None:
            return []
        hanging = select(models.FollowUp).where(
            models.FollowUp.anchor_id == int(key.id), models.FollowUp.anchor_kind == key.kind
        )
        fresh = hanging.order_by(col(models.FollowUp.id)).execution_options(populate_existing=True)
        found = self._session.exec(fresh).all()
        return [one for one in found if str(one.number) not in self._brought_back]

    def hung_anew(self, touched: Sequence[Touched]) -> None:
        """A follow-up that was made, or hung on something else, or given to others, gets its day; nobody is told."""
        for change in touched:
            if change.table != "followup" or change.after is None:
                continue
            followup = self._session.get(models.FollowUp, int(change.row_id))
            if followup is None or followup.anchor_id is None or followup.status not in _OPEN:
                continue
            event = event_at(self._reader, _anchor(followup))
            if event is None or (event.status == "cancelled" and followup.due_text):
                continue
            self._for_others(followup, change)
            known = self.moved.get(_key(followup))
            self._put(followup, event, aloud=known is not None)

    def _for_others(self, followup: models.FollowUp, change: Touched) -> None:
        """Working days are those of whoever does it now; who nobody places keeps the days that were counted."""
        before, after = change.before, change.after or {}
        offset = known_offset(followup.anchor_offset)
        if (
            before is None
            or offset is None
            or not offset.works
            or before.get("assignee") == after.get("assignee")
        ):
            return
        whose = Whose(followup.assignee, desk=offset.country)
        offset = with_country(self._reader, offset, whose)
        if str(offset) != followup.anchor_offset:
            followup.anchor_offset = str(offset)

    def _put(self, followup: models.FollowUp, event: Event, *, aloud: bool = True) -> None:
        before, due = followup.due, _due(followup, event)
        if due == before:
            return
        followup.due = due
        if not aloud or due.edtf == before.edtf:
            return
        self.moved[_key(followup)] = MovedDue(_key(followup), followup.ref, due, event.ref)
        was, now = (show_short(one) if one.edtf else "no day" for one in (before, due))
        self._note(followup, f"with {event.ref}: {was} → {now}")

    def _gone(self, key: Key, ref: str) -> None:
        """What hung on an event that is gone has a day of its own."""
        for followup in self._hanging_on(key):
            followup.anchor_kind, followup.anchor_id, followup.anchor_offset = "", None, ""
            if followup.status in _OPEN:
                self._stays(followup, ref, "is gone")

    def _stays(self, followup: models.FollowUp, ref: str, why: str) -> None:
        keeps = f"it keeps {show_short(followup.due)}" if followup.due.edtf else "it has no day"
        self._note(followup, f"{ref} {why}: {keeps}")
        self.moved[_key(followup)] = MovedDue(_key(followup), followup.ref, followup.due, ref, stays=True)

    def _note(self, followup: models.FollowUp, words: str) -> None:
        on = self._told.at.astimezone().date().isoformat()
        entry = models.LogEntry(
            followup_id=followup.number, at=on, by=self._told.by, kind="rescheduled", text=words
        )
        self._session.add(entry)


def _due(followup: models.FollowUp, event: Event) -> PartialDate:
    """When it is due by an event; raises Conflict, naming it, where no calendar goes so far."""
    offset = known_offset(followup.anchor_offset)
    if offset is None:
        return followup.due
    try:
        return due_from(offset, event)
    except BadInput:
        words = show_anchored(offset, event.ref)
        raise Conflict(f"{followup.ref} is due {words}, which would be beyond the calendar.") from None


def _key(followup: models.FollowUp) -> Key:
    return Key("followup", str(followup.number))


def _anchor(followup: models.FollowUp) -> Key:
    return Key("visit" if followup.anchor_kind == "visit" else "meeting", str(followup.anchor_id))
