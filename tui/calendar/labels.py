"""What a record is called where there is hardly any room: in a day of the month."""

from __future__ import annotations

from db.rows import ActionRow, EventRow, FollowUpRow
from db.rows.calendar import CalendarRow
from tui.cards.outcomes import ball_mark
from tui.format import way
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import plain
from tui.veil import HIDDEN, veil

_CALLED_OFF = ("postponed", "cancelled")
_QUIET = (*_CALLED_OFF, "implied", "idea")
_SHORT = 80  # characters; no day is wider


def doubt(row: CalendarRow) -> str:
    """The mark of a date that is not sure, "" where it is."""
    if not isinstance(row.row, EventRow):
        date = row.row.due
        return "~" if date.approximate else "?" if date.uncertain else ""
    date = row.row.date
    if date.approximate:
        return "~"
    return "?" if date.uncertain or date.basis in ("inferred", "relative") else ""


def due_mark(row: CalendarRow) -> Span:
    """Overdue, due, or only to be looked at again."""
    if row.what == "check":
        return Span(glyphs.hollow, "dim")
    return Span("!", "warn") if is_overdue(row) else Span(glyphs.due)


def label(row: CalendarRow) -> tuple[Span, ...]:
    """Marks and a few words: who goes where, or what is due and whose turn it is."""
    record = row.row
    if veil.hides(record.key):
        return (HIDDEN,)
    if isinstance(record, EventRow):
        return _event(row, record)
    marks = [due_mark(row)]
    if isinstance(record, FollowUpRow):
        marks.append(ball_mark(record.ball))
    if doubt(row):
        marks.append(Span(doubt(row), "dim"))
    return (*marks, Span(" "), Span(plain(record.text, _SHORT), "dim" if row.what == "check" else "plain"))


def tone_of(event: EventRow) -> Tone | None:
    """The tone of what does not happen or did not quite; None for all other events."""
    if event.status == "cancelled":
        return "struck"
    return "dim" if event.status in _QUIET else None


def _event(row: CalendarRow, event: EventRow) -> tuple[Span, ...]:
    marks: list[Span] = []
    quiet = tone_of(event)
    if row.clashes:
        marks.append(Span(glyphs.clash, "warn"))
    if doubt(row):
        marks.append(Span(doubt(row), "dim"))
    if is_called_off(row):
        marks.append(Span(glyphs.cross, "dim"))
    if marks:
        marks.append(Span(" "))
    who = plain(event.people, _SHORT).removesuffix(" +delegation")
    about = who or plain(event.title, _SHORT) or plain(event.place, _SHORT)
    return (
        *marks,
        Span(plain(way(event), _SHORT), quiet or "strong"),
        Span(f" {about}" if about else "", quiet or "plain"),
    )


def is_called_off(row: CalendarRow) -> bool:
    """Whether it does not happen, or not on these days."""
    return isinstance(row.row, EventRow) and row.row.status in _CALLED_OFF


def is_overdue(row: CalendarRow) -> bool:
    """Whether it should have been done."""
    return isinstance(row.row, FollowUpRow | ActionRow) and row.row.overdue
