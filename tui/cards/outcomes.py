"""Outcomes on the ladder and our own next steps, as lines of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from db.commitments import AGREED, EXPLORED, RUNGS
from db.rows import ActionRow, FollowUpRow, Key, LogRow
from tui.cards.days import dated, day
from tui.cards.fields import (
    NO_SPANS,
    Entry,
    column,
    dotted,
    entry_lines,
    heading,
    labelled,
    listed,
    spaced,
    span,
)
from tui.glyphs import glyphs
from tui.lines import Line, Span, Tone

CLOSED = ("done", "dropped", "superseded")
BALLS = {"us": "ours", "them": "theirs", "third": "a third party's"}


def rung_tone(rung: int) -> Tone:
    """How loudly a rung speaks: what was agreed stands out, what was only said recedes."""
    return "strong" if rung >= AGREED else "plain" if rung >= EXPLORED else "dim"


def closed(status: str) -> Span:
    """How something ended."""
    return span(status, "good" if status == "done" else "dim")


def standing(action: ActionRow) -> tuple[Span, ...]:
    """An outcome's status, owner and due date: "open, no owner, due 2030"."""
    due = day(action.due)
    until = f"due {due}" if due else ""
    if action.rung < AGREED:
        return (Span(until, "dim"),) if until else NO_SPANS
    if action.status in CLOSED:
        return (closed(action.status),)
    who = action.owner or "no owner"
    if not action.overdue:
        return (span(listed(action.status, who, until), "dim"),)
    return (span(f"{listed(action.status, who)} ", "dim"), Span(f"! {until}", "warn"))


def action_entry(action: ActionRow) -> Entry:
    """An outcome as one entry that opens it."""
    quiet = action.status in CLOSED or action.rung < EXPLORED
    return Entry((span(action.text, "dim" if quiet else "plain"),), action.key, standing(action))


def by_rung(actions: Iterable[ActionRow], width: int) -> list[Line]:
    """Outcomes in the order given, each rung's name once, in a column of its own."""
    lines: list[Line] = []
    for rung, group in groupby(actions, key=lambda action: action.rung):
        lines += labelled(RUNGS[rung], map(action_entry, group), width, tone=rung_tone(rung))
    return lines


def ball_mark(ball: str) -> Span:
    """Whose turn it is as a mark: ours points on, theirs points back."""
    if ball == "us":
        return Span(glyphs.ours, "accent")
    return Span(glyphs.theirs if ball == "them" else glyphs.third, "dim")


def followup_entry(row: FollowUpRow) -> Entry:
    """One of our next steps as an entry that opens it."""
    if row.status in CLOSED:
        return Entry((span(row.text, "dim"),), row.key, (closed(row.status),))
    due = day(row.due) or "no date"
    when = span(f"! {due} ", "warn") if row.overdue else span(f"{due} ", "dim")
    return Entry((span(row.text),), row.key, (when, ball_mark(row.ball)))


def followups(rows: Sequence[FollowUpRow], width: int) -> list[Line]:
    """Our next steps beside their label."""
    return labelled("follow-ups", map(followup_entry, rows), width)


def logged(rows: Iterable[LogRow], width: int) -> list[Line]:
    """What happened and when, beside its label."""
    entries = (
        Entry(
            (span(f"{row.kind}  "), span(row.text)),
            None,
            (span(row.by, "dim"),),
            (column(dated("date", row.at), 12),),
        )
        for row in rows
    )
    return labelled("log", entries, width)


def actions_tab(actions: Sequence[ActionRow], width: int, here: Key | None = None) -> list[Line]:
    """Outcomes at length: under each its verb, instrument, topics, and where it was said unless that is `here`."""
    blocks = []
    for rung, group in groupby(actions, key=lambda action: action.rung):
        rows = list(group)
        block = [heading(RUNGS[rung], len(rows))]
        for row in rows:
            block += entry_lines(action_entry(row), width, indent=(Span("  "),))
            block += entry_lines(Entry(_behind(row, here)), width, indent=(Span("    "),))
        blocks.append(block)
    return spaced(*blocks)


def followups_tab(rows: Sequence[FollowUpRow], width: int) -> list[Line]:
    """Our next steps under a title of their own."""
    lines = [line for row in rows for line in entry_lines(followup_entry(row), width, indent=(Span("  "),))]
    return [heading("our follow-ups", len(rows)), *lines] if lines else []


def _behind(row: ActionRow, here: Key | None) -> tuple[Span, ...]:
    """The quiet line under an outcome."""
    verb = f"“{row.verb}”" if row.verb else ""
    event = "" if here and row.on_key == here else row.on if here and here.kind == "visit" else row.event
    return dotted((row.ref, verb, row.instrument, ", ".join(row.topics), event), "dim")
