"""What lists of follow-ups say in their columns, with the outcomes among them that still need one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.dates import PartialDate
from db.errors import BadInput
from db.rows import ActionRow, FollowUpRow
from tui.cards.days import MOST
from tui.cards.quiet import age
from tui.cards.sections import log_words
from tui.format import ball, day_of, nothing
from tui.lines import Span, Tone
from tui.widgets.columns import Column

Spans = tuple[Span, ...]
StepRow = FollowUpRow | ActionRow

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TONES: dict[str, Tone] = {"overdue": "warn", "today": "accent", "week": "plain"}
_MIDDLING = 40  # columns of a list from which on its age has a column
_WIDE = 76  # from which on what it hangs on has one
_WIDER = 96  # and what happened last


def followup_columns(today: Callable[[], date]) -> tuple[Column[StepRow], ...]:
    """By when, what, what it hangs on, what happened last, for how long, whose turn."""
    return (
        Column("", 1, lambda row: (Span("!", "warn") if row.overdue else Span(" "),)),
        Column("due", 8, lambda row: _asks(row, today())),
        Column("what", 12, lambda row: _what(row, today()), takes_rest=True, first_yields=True),
        Column("about", 8, _about, takes_rest=True, from_width=_WIDE),
        Column("last log", 20, _log, from_width=_WIDER),
        Column("age", 3, lambda row: _age(row, today()), flush_right=True, from_width=_MIDDLING),
        Column("", 1, lambda row: (ball(row),) if isinstance(row, FollowUpRow) else ()),
    )


def _asks(row: StepRow, today: date) -> Spans:
    """When it asks for something, so that the groups are told apart: 12 Nov, today, Mon 23, 15 Dec, none."""
    if isinstance(row, ActionRow):
        return (Span("no step", "dim"),)
    tone = _TONES.get(row.group, "dim")
    if row.group == "today":
        return (Span("today", tone),)
    shown = _week_day(row) if row.group == "week" else ""
    if row.next_check:
        return (Span(shown or _stored_day(row.next_check, today), tone),)
    shown = shown or day_of(row.due, today)
    return (Span(shown, tone),) if shown else (nothing(),)


def _week_day(row: FollowUpRow) -> str:
    """The weekday of what asks for something within the week, where it is a day."""
    try:
        day = PartialDate.from_edtf(row.next_check[:MOST]).first if row.next_check else row.due.first
    except BadInput:
        return ""
    exact = row.next_check or row.due.first == row.due.last
    return f"{_DAYS[day.weekday()]} {day.day}" if day and exact else ""


def _stored_day(stored: str, today: date) -> str:
    """A day in short; what is none stands as it is stored."""
    try:
        return day_of(PartialDate.from_edtf(stored[:MOST]), today)
    except BadInput:
        return stored


def _what(row: StepRow, today: date) -> Spans:
    if isinstance(row, ActionRow):
        return (Span(row.text),)
    what = Span(row.text, "strong")
    if row.hidden_until <= today.isoformat():
        return (what, Span("  check", "dim")) if row.next_check or row.look_again else (what,)
    return (what, Span(f"  back {_stored_day(row.hidden_until, today)}", "dim"))


def _about(row: StepRow) -> Spans:
    about = row.event if isinstance(row, ActionRow) else row.on
    return (Span(about, "dim") if about else nothing(),)


def _log(row: StepRow) -> Spans:
    said = log_words(row) if isinstance(row, FollowUpRow) else ""
    return (Span(said, "dim") if said else nothing(),)


def _age(row: StepRow, today: date) -> Spans:
    return (Span(age(row.heard if isinstance(row, ActionRow) else row.since, today), "dim"),)
