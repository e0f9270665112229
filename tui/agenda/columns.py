"""What an agenda says in its columns: before the meeting, and after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.rows.agenda import AgendaRow
from tui.agenda.plan import AgendaLine
from tui.cards.days import day, distance
from tui.cards.outcomes import CLOSED, carried_words, closed, rung_tone
from tui.format import nothing
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.widgets.columns import Column

Spans = tuple[Span, ...]

_MIDDLING, _WIDE = 66, 96  # columns of the sheet
_DISPOSED: dict[str, Tone] = {
    "carried in": "dim",
    "closed": "good",
    "advanced": "accent",
    "deferred": "dim",
}


def before(today: Callable[[], date]) -> tuple[Column[AgendaLine], ...]:
    """Ticked or not, how firm, what, whose and by when, how old, how often carried over."""
    return (
        Column("", 3, _tick, flush_right=True),
        Column("", 9, _group),
        Column("what", 16, _what, takes_rest=True),
        Column("owner, due", 22, _whose, from_width=_WIDE),
        Column("age", 9, lambda line: (Span(_age(line.row, today()), "dim"),), from_width=_MIDDLING),
        *_times(),
    )


def after() -> tuple[Column[AgendaLine], ...]:
    """What, and what came of it."""
    return (
        Column("", 3, lambda line: (Span(str(line.number), "dim"),), flush_right=True),
        Column("", 11, _disposition),
        Column("", 9, _rung, from_width=_MIDDLING),
        Column("what", 16, _what_and_note, takes_rest=True, first_yields=True),
        Column("owner, due", 22, _whose, from_width=_WIDE),
        *_times(),
    )


def _times() -> tuple[Column[AgendaLine], ...]:
    """How often carried over, where there is room under its name."""
    return (
        Column("", 3, _carried, flush_right=True, to_width=_WIDE),
        Column("carried", 7, _carried, flush_right=True, from_width=_WIDE),
    )


def _tick(line: AgendaLine) -> Spans:
    return (Span(glyphs.check, "accent"),) if line.number else (Span(glyphs.hollow, "faint"),)


def _group(line: AgendaLine) -> Spans:
    return (Span(line.group, rung_tone(line.row.action.rung)),)


def _rung(line: AgendaLine) -> Spans:
    return (Span(line.group, "dim"),)


def _what(line: AgendaLine) -> Spans:
    action = line.row.action
    tone: Tone = ("strong" if action.status else "plain") if line.number else "dim"
    return (Span(action.text, tone),)


def _what_and_note(line: AgendaLine) -> Spans:
    text = Span(line.row.action.text, "strong" if line.row.action.status else "plain")
    return (text, Span(f"  {line.row.note}", "dim")) if line.row.note else (text,)


def _disposition(line: AgendaLine) -> Spans:
    said = line.row.disposition
    return (Span(said, _DISPOSED.get(said, "plain")),)


def _whose(line: AgendaLine) -> Spans:
    action = line.row.action
    if action.status in CLOSED:
        return (closed(action.status),)
    due = day(action.due)
    if not action.owner and not due:
        return (nothing(),)
    owner = Span(f"{action.owner}, " if action.owner and due else action.owner, "dim")
    return (owner, Span(f"! {due}", "warn") if action.overdue else Span(due, "dim"))


def _age(row: AgendaRow, today: date) -> str:
    return distance(row.since, today).removesuffix(" ago")


def _carried(line: AgendaLine) -> Spans:
    return (Span(carried_words(line.row.carried), "dim"),)
