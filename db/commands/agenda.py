"""Outcomes are carried over to the agenda of a meeting; afterwards each says what became of it there.

A row of an agenda is only ever added to a meeting that comes: what stands on the agendas of earlier ones stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import col, select

from db.commands.several import called
from db.commands.titles import title_of
from db.errors import Conflict, NotFound
from db.history import Recorder
from db.models import Action, AgendaItem, Meeting
from db.rows import Key
from db.vocabulary import Disposition

if TYPE_CHECKING:
    from sqlmodel import Session


class Carried(NamedTuple):
    """What came of it.

    Attributes:
        meeting: the ref of the meeting.
        items: how many are on its agenda now.
        added: the refs of those that came on it.
        removed: the refs of those that went.
        moved: whether others stand in another order.
    """

    meeting: str
    items: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: bool = False

    def told(self) -> str:
        """A sentence, as in "M-2026-002 has 7 items on its agenda now: 2 carried over, 1 taken off"."""
        if not (self.added or self.removed or self.moved):
            return f"The agenda of {self.meeting} stands as it was"
        items = "1 item" if self.items == 1 else f"{self.items:,} items"
        did = [
            f"{called(self.added)} carried over" if self.added else "",
            f"{called(self.removed)} taken off" if self.removed else "",
            "in another order" if self.moved and not self.added and not self.removed else "",
        ]
        return f"{self.meeting} has {items} on its agenda: {', '.join(filter(None, did))}"


def put_on(session: Session, meeting: Key, chosen: Sequence[Key], seen: Sequence[Key]) -> Carried:
    """Give a meeting the agenda that an officer has chosen.

    Args:
        session: open.
        meeting: whose agenda it is.
        chosen: the outcomes that shall be on it, in their order.
        seen: those that were on it when the officer looked; what somebody else has put on since stays.

    Raises:
        NotFound: the meeting or one of the outcomes is gone.
    """
    held = _meeting(session, meeting)
    there = {item.action_id: item for item in _items(session, held)}
    wanted = [int(key.id) for key in dict.fromkeys(chosen)]
    looked_at = {int(key.id) for key in seen}
    order = [*wanted, *(number for number in there if number not in looked_at and number not in wanted)]
    gone = [number for number in there if number not in order]
    was = [number for number in there if number in order]
    actions = {number: _action(session, number) for number in (*order, *gone)}
    for number in gone:
        session.delete(there[number])
    for position, number in enumerate(order, start=1):
        item = there.get(number)
        if item is None:
            session.add(AgendaItem(meeting_id=held.number, action_id=number, position=position))
        elif item.position != position:
            item.position = position
    session.flush()
    _tell(session, f"agenda of {held.ref}")
    return Carried(
        held.ref,
        len(order),
        tuple(actions[number].ref for number in order if number not in there),
        tuple(actions[number].ref for number in gone),
        was != [number for number in order if number in there],
    )


def dispose(session: Session, meeting: Key, action: Key, disposition: Disposition) -> str:
    """Say what became of an outcome at a meeting; returns the outcome's ref with what it is about.

    Raises:
        NotFound: the meeting or the outcome is gone.
        Conflict: the outcome is not on its agenda, or says so already.
    """
    held, item, row = _on_agenda(session, meeting, action)
    if item.disposition == disposition:
        raise Conflict(f"{row.ref} is {disposition} at {held.ref} already.")
    item.disposition = disposition
    _tell(session, f"{row.ref} {disposition} at {held.ref}")
    return title_of(row)


def note(session: Session, meeting: Key, action: Key, text: str) -> str:
    """Write down what was said about an outcome at a meeting; raises and returns what `dispose` does."""
    held, item, row = _on_agenda(session, meeting, action)
    if item.note == text:
        raise Conflict(f"The note on {row.ref} at {held.ref} says so already.")
    item.note = text
    _tell(session, f"note on {row.ref} at {held.ref}")
    return title_of(row)


def close_item(session: Session, meeting: Key, action: Key) -> None:
    """Say that an outcome was closed at a meeting, beside what else the same step does to it."""
    _, item, _ = _on_agenda(session, meeting, action)
    item.disposition = "closed"


def _on_agenda(session: Session, meeting: Key, action: Key) -> tuple[Meeting, AgendaItem, Action]:
    held, row = _meeting(session, meeting), _action(session, int(action.id))
    of_it = select(AgendaItem).where(AgendaItem.meeting_id == held.number)
    item = session.exec(of_it.where(AgendaItem.action_id == row.number)).first()
    if item is None:
        raise Conflict(f"{row.ref} is not on the agenda of {held.ref} any more.")
    return held, item, row


def _items(session: Session, meeting: Meeting) -> Sequence[AgendaItem]:
    of_it = select(AgendaItem).where(AgendaItem.meeting_id == meeting.number)
    return session.exec(of_it.order_by(col(AgendaItem.position), col(AgendaItem.id))).all()


def _meeting(session: Session, key: Key) -> Meeting:
    found = session.get(Meeting, int(key.id))
    if found is None:
        raise NotFound("This meeting is no longer in the store. Nothing was saved.")
    return found


def _action(session: Session, number: int) -> Action:
    found = session.get(Action, number)
    if found is None:
        raise NotFound("An outcome of the agenda is no longer in the store. Nothing was saved.")
    return found


def _tell(session: Session, label: str) -> None:
    session.info[Recorder].tell(session, label)
