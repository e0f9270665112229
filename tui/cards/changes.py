"""What was done, as one reads it: by day, each step with who did it and what it changed."""

from __future__ import annotations

from datetime import date, timedelta

from db.rows import ChangeRow, StepRow, TouchedRow
from tui.cards.fields import Entry, column, dotted, entry_lines, many, span
from tui.cards.steps import done_words
from tui.cards.words import came_or_went, field_words, merge_words, table_words, value_words
from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.plain import clip, plain

INDENT = 9  # the time of day and two blanks
LONGEST = 160  # cells of a value
NARROW = 70  # columns; below, what a step touched begins further left


def day_line(day: date, today: date) -> Line:
    """The heading of a day."""
    near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}.get(day, "")
    return Line((Span(f"{near}{day:%a} {day.day} {day:%b %Y}", "accent"),))


def step_lines(step: StepRow, width: int, officer: str) -> list[Line]:
    """A step: its head, then each record that it touched; the officer's own recede."""
    own = bool(step.by) and step.by == officer
    who = span("you" if own else step.by or "somebody", "dim" if own else "strong")
    did = span(done_words(step.label, step.kind), "dim" if own else "plain")
    emptied = any(record.did == "emptied" for record in step.records)
    back = (Span("taken back since", "dim"),) if step.undone and not emptied else ()
    clock = f"{step.at.astimezone():%H:%M}"
    lead = (column(f"  {clock}", INDENT),)
    lines = entry_lines(Entry((who, Span("  "), did), right=back, lead=lead), width)
    indent = INDENT if width >= NARROW else INDENT - 5
    for record in step.records:
        lines += _record(record, width, indent)
    if step.more:
        lines.append(Line((Span(" " * indent), Span(f"and {many(step.more, 'more record')}", "dim"))))
    return lines


def _record(record: TouchedRow, width: int, indent: int) -> list[Line]:
    blank = (Span(" " * indent),)
    key = record.key if record.there else None
    kind = table_words(record.kind.replace("_", " ").replace("followup", "follow-up"))
    name = [span(record.name or f"{kind}, emptied from the trash", "plain" if record.name else "dim")]
    if record.did == "changed" and len(record.changes) == 1 and not record.more:
        return entry_lines(
            Entry((*name, Span("  "), *_change(record.changes[0], record)), key), width, indent=blank
        )
    said = span(clip(plain(record.says), LONGEST), "dim")
    lines = entry_lines(Entry(dotted((*name, said, _came_or_went(record))), key), width, indent=blank)
    for change in record.changes:
        lines += entry_lines(Entry(_change(change, record)), width, indent=(Span(" " * (indent + 2)),))
    if record.did == "changed" and record.more:
        lines.append(Line((Span(" " * (indent + 2)), Span(f"and {record.more:,} more", "dim"))))
    return lines


def _came_or_went(record: TouchedRow) -> Span:
    parts = f" with {many(record.more, 'part')}" if record.more else ""
    match record.did:
        case "made":
            return Span(f"new{parts}" + ("" if record.there or not record.key else ", gone since"), "good")
        case "deleted":
            return Span(f"deleted{parts}" + (", back since" if record.there else ""), "warn")
        case _:
            return Span("")


def _change(row: ChangeRow, record: TouchedRow) -> tuple[Span, ...]:
    """One field's change: what was, an arrow, what is; or the part that came or went."""
    table = row.what.replace(" ", "_").replace("follow-up", "followup")
    what = "" if table == record.kind else f"{table_words(row.what)} "
    if not row.field:
        if not row.after and not row.before:
            return (Span(what, "dim"), Span("changed", "dim"))
        did = came_or_went(row.what, came=bool(row.after))
        return (Span(did, "dim"), span(_value(row.after or row.before)))
    if row.field == "merged into":
        merged, other = merge_words(row.before, row.after)
        return (Span(what, "dim"), Span(merged, "dim"), span(_value(other)))
    before, after = (_value(value_words(row.field, value)) for value in (row.before, row.after))
    return (
        Span(what, "dim"),
        span(f"{field_words(row.field)} ", "dim"),
        span(before, "dim") if before else Span("not stated", "faint"),
        Span(f" {glyphs.to} ", "faint"),
        span(after) if after else Span("not stated", "faint"),
    )


def _value(text: str) -> str:
    return clip(plain(text), LONGEST)
