"""Outcomes on the ladder and our own next steps, as lines of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from db.commitments import AGREED, EXPLORED, RUNGS
from db.rows import ActionRow, FollowUpRow, Key, LogRow, MovedHere, RungStep
from tui.cards.days import dated, day
from tui.cards.fields import (
    LABEL,
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
    carried = carried_words(action.carried)
    more = listed(action.since, carried)
    behind = (span(f", {more}", "dim"),) if more else NO_SPANS
    if action.rung < AGREED:
        told = listed(action.since, until, carried)
        return (span(told, "dim"),) if told else NO_SPANS
    if action.status in CLOSED:
        return (closed(action.status), *behind)
    who = action.owner or (f"parts {parts_done(action)}" if action.parts else "no owner")
    if not action.overdue:
        return (span(listed(action.status, who, until, action.since, carried), "dim"),)
    return (span(f"{listed(action.status, who)} ", "dim"), Span(f"! {until}", "warn"), *behind)


def carried_words(times: int) -> str:
    """On how many agendas something was put: "×3"; "" for none."""
    return f"{glyphs.times}{times:,}" if times else ""


def score_words(score: int | None) -> str:
    """How far a party kept something."""
    return "not said" if score is None else _SCORES[score][0]


def score_span(score: int | None) -> Span:
    """The same with its mark, which is the key that gives it: "+ kept", "- not kept"."""
    if score is None:
        return Span(f"  {score_words(score)}", "faint")
    words, mark, tone = _SCORES[score]
    return Span(f"{mark} {words}", tone)


_SCORES: dict[int, tuple[str, str, Tone]] = {
    1: ("kept", "+", "good"),
    0: ("in part", "0", "plain"),
    -1: ("not kept", "-", "warn"),
}


def parts(whole: ActionRow, rows: Sequence[ActionRow], width: int) -> list[Line]:
    """The parts of an outcome, under how many of them are done."""
    done = [Entry((span(parts_done(whole)),))] if rows else []
    return labelled("parts", [*done, *map(action_entry, rows)], width)


def parts_done(row: ActionRow) -> str:
    """How far the parts of an outcome are: "2 of 3 done"."""
    return f"{row.parts_done:,} of {row.parts:,} done" if row.parts else ""


def ladder(steps: Iterable[RungStep], width: int) -> list[Line]:
    """The rungs at which an outcome stood, each with what says so."""
    return labelled("ladder", map(_step_entry, steps), width)


def _step_entry(step: RungStep) -> Entry:
    when = span(day(step.date) or "date not stated", "plain" if day(step.date) else "dim")
    note = span(f"“{step.note}”" if step.note else "", "dim")
    by = dotted((when, span(step.event, "dim"), note, span(step.source, "dim")))
    lead = (column(RUNGS[step.rung], 10, rung_tone(step.rung)),)
    return Entry(by, step.event_key or step.source_key, lead=lead)


def moved_here(rows: Iterable[MovedHere], width: int) -> list[Line]:
    """Outcomes of earlier events that this one moved: "agreed here: A-2025-008 … (proposed Jan 2025)"."""
    lines: list[Line] = []
    for row in rows:
        label = span(f"{RUNGS[row.rung]} here: ", rung_tone(row.rung))
        before = span(f" ({row.before})" if row.before else "", "dim")
        entry = Entry((label, span(f"{row.ref} ", "dim"), span(row.text), before), row.key)
        lines += entry_lines(entry, width, indent=(Span(" " * LABEL),))
    return lines


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
    if row.next_check or row.look_again:
        due = f"check {dated('date', row.next_check or row.look_again)}"
    when = span(f"! {due} ", "warn") if row.overdue else span(f"{due} ", "dim")
    return Entry((span(row.text),), row.key, (when, ball_mark(row.ball)))


def followups(rows: Sequence[FollowUpRow], width: int) -> list[Line]:
    """Our next steps beside their label."""
    return labelled("follow-ups", map(followup_entry, rows), width)


def logged(rows: Iterable[LogRow], width: int) -> list[Line]:
    """What happened and when, beside its label."""
    entries = (
        Entry(
            (span(f"{row.kind}  "), span(row.text), *_check(row)),
            None,
            (span(row.by, "dim"),),
            (column(dated("date", row.at), 12),),
        )
        for row in rows
    )
    return labelled("log", entries, width)


def _check(row: LogRow) -> tuple[Span, ...]:
    """When to look again, as one piece, so that no line breaks inside its date."""
    if not row.next_check:
        return NO_SPANS
    return (Span("  "), *dotted((f"next check {dated('date', row.next_check)}",), "dim"))


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
    whole = f"part of {row.of}" if row.of else ""
    return dotted((row.ref, whole, verb, row.instrument, ", ".join(row.topics), event), "dim")
