"""What happens to follow-ups and outcomes: logged, closed, hidden for a while, passed on; one step for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

from db.commands.asking_again import asks_again
from db.commands.recurring import comes_again
from db.commands.several import Did, several
from db.commands.titles import a_kind_of
from db.commitments import AGREED, RUNGS
from db.dates import PartialDate, show_short
from db.forms.happened import Happened
from db.history import Recorder
from db.models import Action, FollowUp, LogEntry
from db.models.base import Numbered
from db.rows import Key
from db.vocabulary import OPEN_STATUSES, Ball, LogKind

if TYPE_CHECKING:
    from sqlmodel import Session

TURNS: dict[Ball, str] = {
    "us": "it is our turn",
    "them": "it is their turn",
    "third": "it is a third party's turn",
}
_ANSWERS = ("replied", "met")  # what was to be asked again has been answered by these


def log(session: Session, keys: Iterable[Key], happened: Happened, today: date) -> Did:
    """Note what happened, and when to look again; a check that was due is answered by it.

    An outcome comes up by a follow-up that is made for it, or moved where it has one that only asks for that.

    Raises:
        Conflict: none of the records has a log.
    """
    rows, did = several(session, keys, f"log “{happened.kind}” on", _has_no_log)
    check = happened.next_check.isoformat() if happened.next_check else ""
    asking: list[str] = []
    for row in rows:
        _enter(session, row, happened.kind, happened.text, happened.on, check)
        if isinstance(row, Action) and happened.next_check:
            asking.append(asks_again(session, row, happened.next_check, today))
        if not isinstance(row, FollowUp) or row.status not in OPEN_STATUSES:
            continue
        if check or happened.kind in _ANSWERS or row.remind_on <= today.isoformat():
            row.remind_on = check
    return did._replace(asking=tuple(asking))


def close(
    session: Session,
    keys: Iterable[Key],
    status: Literal["done", "dropped"],
    reason: str,
    today: date,
    *,
    for_good: bool = False,
    along: Iterable[Key] = (),
) -> Did:
    """Say that follow-ups and agreed or signed outcomes are done or dropped, and why.

    What repeats is done for this time and due again, unless it is dropped, over `for_good`, or its rule has come
    to its end. The follow-ups that go `along` with their outcome end with it for good.

    Raises:
        Conflict: none of the records can be closed.
    """
    rows, did = several(session, keys, "close" if status == "done" else "drop", _cannot_be_closed)
    again: list[tuple[str, str]] = []
    for row in rows:
        goes_on = status == "done" and not for_good and isinstance(row, FollowUp)
        if goes_on and isinstance(row, FollowUp) and (said := comes_again(row, today)):
            again.append((row.ref, said))
            _enter(session, row, "status", f"{said}: {reason}" if reason else said, today)
            continue
        _end(session, row, status, reason, today)
    for key in along:
        step = session.get(FollowUp, int(key.id))
        if step is not None and step.status in OPEN_STATUSES:
            _end(session, step, status, f"with {_outcome_of(session, step)}", today)
    return did._replace(again=tuple(again))


def _end(
    session: Session, row: Numbered, status: Literal["done", "dropped"], reason: str, today: date
) -> None:
    if isinstance(row, Action | FollowUp):
        row.status = status
        row.closed_on = today.isoformat()
        row.close_reason = reason
    if isinstance(row, FollowUp):
        row.hidden_until = ""  # opened again it would be out of sight
    _enter(session, row, "status", f"{status}: {reason}" if reason else status, today)


def _outcome_of(session: Session, step: FollowUp) -> str:
    outcome = session.get(Action, step.action_id) if step.action_id is not None else None
    return outcome.ref if outcome else "its outcome"


def snooze(session: Session, keys: Iterable[Key], until: date | None, today: date) -> Did:
    """Take open follow-ups out of the lists until a day, or bring them back now where none is given.

    Raises:
        Conflict: none of the records can be hidden, or none of them is.
    """
    day = until.isoformat() if until else ""

    def why_not(row: Numbered) -> str:
        if not isinstance(row, FollowUp):
            return f"is {a_kind_of(row)}, and only follow-ups can be hidden"
        if row.status not in OPEN_STATUSES:
            return f"is {row.status} already"
        return "is not hidden" if not day and row.hidden_until <= today.isoformat() else ""

    rows, did = several(session, keys, "hide" if until else "bring back", why_not)
    said = f"until {show_short(PartialDate.day(until))}" if until else "back in the list"
    for row in rows:
        if isinstance(row, FollowUp):
            row.hidden_until = day
        _enter(session, row, "snoozed", said, today)
    return did


def pass_ball(session: Session, keys: Iterable[Key], ball: Ball, today: date) -> Did:
    """Say whose turn it is on open follow-ups.

    Raises:
        Conflict: none of the records is an open follow-up that it changes.
    """

    def why_not(row: Numbered) -> str:
        if not isinstance(row, FollowUp):
            return f"is {a_kind_of(row)}, and only follow-ups say whose turn it is"
        if row.status not in OPEN_STATUSES:
            return f"is {row.status} already"
        return "says so already" if row.ball == ball else ""

    rows, did = several(session, keys, f"say that {TURNS[ball]} on", why_not)
    for row in rows:
        if isinstance(row, FollowUp):
            row.ball = ball
        _enter(session, row, "status", TURNS[ball], today)
    return did


def _has_no_log(row: Numbered) -> str:
    return "" if isinstance(row, FollowUp | Action) else f"is {a_kind_of(row)} and has no log"


def _cannot_be_closed(row: Numbered) -> str:
    if isinstance(row, Action) and row.rung < AGREED:
        return f"is only {RUNGS[row.rung]} and has no status"
    if not isinstance(row, Action | FollowUp):
        return f"is {a_kind_of(row)}, and only follow-ups and outcomes are closed"
    return "" if row.status in OPEN_STATUSES else f"is {row.status} already"


def _enter(session: Session, row: Numbered, kind: LogKind, text: str, on: date, next_check: str = "") -> None:
    hangs_on = {f"{row.__tablename__}_id": row.number}
    by = session.info[Recorder].told.by
    session.add(LogEntry(at=on.isoformat(), by=by, kind=kind, text=text, next_check=next_check, **hangs_on))
