"""The lines of the Today and Watch views; what they are about gives way where there is little room."""

from __future__ import annotations

from datetime import date

from db.rows import ActionRow, EventRow, FollowUpRow, PairRow
from db.rows.views import SectionRow
from tui.cards import outcomes, quiet
from tui.cards.days import dated, day
from tui.cards.events import event_entry, pair_entry
from tui.cards.fields import Entry, breadth, span
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import cells, clip, plain

CONTEXT = 12  # cells; a shorter beginning of what a line is about tells nothing
_LONGEST = 40  # characters of a log's kind and day
AGAIN = "again"
"""The section of what comes up today though it is not due."""
SILENT = ("silent", "proposed", "explored")
"""The sections in which it counts for how long nothing was heard."""


def section_entry(row: SectionRow, section: str, width: int, today: date) -> Entry:
    """A line of a section, by the section's name."""
    match row:
        case FollowUpRow() if section == AGAIN:
            return _with_context(_why_again(row), row.on, log_words(row), width)
        case FollowUpRow():
            return _with_context(outcomes.followup_entry(row), row.on, log_words(row), width)
        case ActionRow():
            entry = outcomes.action_entry(row)
            if section in SILENT:
                entry = entry._replace(right=_silent(row, entry.right, today))
            return _with_context(entry, row.event, "", width)
        case EventRow():
            return event_entry(row)
        case PairRow():
            entry = pair_entry(row)
            told = span(quiet.quiet_words(row, today), "dim")
            dot = Span(f" {glyphs.dot} ", "faint")
            return entry._replace(right=(*entry.right, dot, told)) if row.quiet else entry


def _why_again(row: FollowUpRow) -> Entry:
    """What comes up today, with why it does and by when it is due."""
    entry = outcomes.followup_entry(row)
    back, check = dated("hidden until", row.hidden_until), dated("remind on", row.look_again)
    why = f"next check {check}" if check else f"hidden until {back}"
    due = day(row.due)
    told = span(f"{why}, {f'due {due}' if due else 'no date'} ", "dim")
    return entry._replace(right=(told, *entry.right[1:]))


def step_of(row: SectionRow | None) -> str:
    """How the line begins that enters the next step of an outcome."""
    return f"todo on:{row.ref} " if isinstance(row, ActionRow) else ""


def log_words(row: FollowUpRow) -> str:
    """What happened last and when: "chased 9 Nov 2026", "their turn 9 Nov 2026"."""
    kind, _, text = row.last_log[:_LONGEST].partition(": ")
    said = text.removeprefix("it is ") if kind == "status" and text else kind
    return f"{said} {dated('date', row.logged)}".strip() if said else ""


def _silent(row: ActionRow, right: tuple[Span, ...], today: date) -> tuple[Span, ...]:
    told = span(quiet.silence(row.heard, today), "dim")
    return (*right, Span(", ", "dim"), told) if right else (told,)


def _with_context(entry: Entry, about: str, log: str, width: int) -> Entry:
    """What it is about is cut first, then the last log is left out."""
    room = width - breadth(entry.spans) - breadth(entry.right) - 4
    log = plain(log)
    taken = cells(log) + 3 if log and about else cells(log)
    if log and room >= taken + (CONTEXT if about else 0):
        about = clip(plain(about), room - taken) if about else ""
        log = f" {glyphs.dot} {log}" if about else log
    elif about and room >= CONTEXT:
        about, log = clip(plain(about), room), ""
    else:
        return entry
    return entry._replace(spans=(*entry.spans, Span(f"  {about}{log}", "dim")))
