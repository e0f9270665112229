"""Follow-ups as tasks of a calendar: by when, how often, when to be reminded, and what they hang on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.dates.recurrence import tied
from db.errors import BadInput
from db.exchange.carried import carried, one_line
from db.exchange.icalendar_parts import doubt, put_class, put_head

if TYPE_CHECKING:
    from icalendar import Component

    from db.exchange.stamps import Stamp
    from db.reader import Reader

_STATUS = {"open": "NEEDS-ACTION", "waiting": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}
_OPEN = ("open", "waiting")
_TURN = {"us": "", "them": "theirs", "third": "of a third party"}
# A moment that is named has to be in UTC; the desks that use this begin at about that hour.
_MORNING = time(8, tzinfo=UTC)
# Counted from the day it is due, it is nine o'clock wherever the calendar is read, and of each day that comes again.
_NINE = timedelta(hours=9)
# A day that has to be told as a moment is at noon the same day nearly everywhere.
_NOON = time(12, tzinfo=UTC)
_ROWS = (
    "SELECT f.id, f.ref, f.text, f.assignee, f.ball, f.status, f.due_edtf, f.due_last, f.due_text, f.remind_on,"
    " f.recurrence, f.closed_on, f.handling, COALESCE(f.meeting_id, a.meeting_id),"
    " COALESCE(f.visit_id, a.visit_id), COALESCE(o.name, ''), COALESCE(a.ref, '')"
    " FROM followup f LEFT JOIN action a ON a.id = f.action_id"
    " LEFT JOIN official o ON o.id = f.official_id ORDER BY f.ref"
)


class FollowUpRow(NamedTuple):
    """A follow-up with what it hangs on; that of an outcome hangs on the events of the outcome."""

    id: int
    ref: str
    text: str
    assignee: str
    ball: str
    status: str
    due_edtf: str
    due_last: str | None
    due_text: str
    remind_on: str
    recurrence: str
    closed_on: str
    handling: str
    meeting: int | None
    visit: int | None
    official: str
    outcome: str


def followup_rows(reader: Reader) -> Iterator[FollowUpRow]:
    """All follow-ups by ref."""
    return map(FollowUpRow._make, reader.all(_ROWS))


def vtodo(row: FollowUpRow, stamp: Stamp, above: str) -> Component:
    """A follow-up as a task; `above` is the uid of what it hangs on, "" for nothing."""
    from icalendar import Todo  # noqa: PLC0415 - only when a calendar is asked for

    todo = Todo()
    put_head(todo, row.ref, stamp)
    todo.add("summary", one_line(row.text) + doubt(PartialDate(row.due_edtf)))
    todo.add("status", _STATUS[row.status])
    if row.due_last:  # what is due "in June" is due by its end
        _put_due(todo, date.fromisoformat(row.due_last), row.recurrence if row.status in _OPEN else "")
    if row.status == "done" and row.closed_on:
        todo.add("completed", datetime.combine(date.fromisoformat(row.closed_on[:10]), _NOON))
    todo.add("description", _description(row))
    put_class(todo, [row.handling])
    if above:
        todo.add("related-to", above)
    if row.status in _OPEN:
        for alarm in _alarms(row):
            todo.add_component(alarm)
    return todo


def _description(row: FollowUpRow) -> str:
    said = {"Due": row.due_text, "For": row.assignee, "Turn": _TURN[row.ball]}
    said |= {"About": row.official, "Outcome": row.outcome}
    lines = (f"{name}: {one_line(value)}" for name, value in said.items() if value)
    return carried("\n".join((row.ref, *lines)))


def _put_due(todo: Component, due: date, rule: str) -> None:
    """By when, and on which days again; what repeats must have a start, and that may be the day it is due."""
    from icalendar import vRecur  # noqa: PLC0415

    todo.add("due", due)
    if not rule:
        return
    try:
        parts = dict(part.split("=") for part in tied(rule, due).split(";"))
    except BadInput:  # an older program let in what is none
        return
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]  # a day, as the start is one
    todo.add("dtstart", due)
    todo.add("rrule", vRecur.from_ical(";".join(f"{name}={value}" for name, value in parts.items())))


def _alarms(row: FollowUpRow) -> Iterator[Component]:
    """The next check, unless that is the day it is due, and that day."""
    text = one_line(row.text)
    if row.remind_on and row.remind_on != row.due_last:
        yield _alarm(text, datetime.combine(date.fromisoformat(row.remind_on), _MORNING))
    if row.due_last:
        yield _alarm(text, _NINE)


def _alarm(text: str, when: datetime | timedelta) -> Component:
    """An alarm at a moment, or so long after the day begins on which it is due."""
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", when, parameters={"RELATED": "END"} if isinstance(when, timedelta) else {})
    return alarm
