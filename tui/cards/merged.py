"""What went into a record, at the end of its overview."""

from __future__ import annotations

from collections.abc import Sequence

from db.rows import MergedRow
from tui.cards.fields import Entry, dotted, labelled, span
from tui.lines import Line, Span

_SHOWN = 5


def merged(rows: Sequence[MergedRow], width: int) -> list[Line]:
    """One line for each record that went into this one, and the key that takes it out again."""
    entries = [Entry(_words(row), None, (Span("m un-merges", "faint"),)) for row in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        entries.append(Entry((Span(f"and from {len(rows) - _SHOWN:,} more", "dim"),)))
    return labelled("merged", entries, width)


def _words(row: MergedRow) -> tuple[Span, ...]:
    return dotted((span(f"from {row.name}"), span(when(row), "dim"), span(row.by, "dim")))


def when(row: MergedRow) -> str:
    """The day of the merge on the officer's calendar, "" where the log does not tell."""
    if row.at is None:
        return ""
    local = row.at.astimezone()  # the store keeps UTC, the officer reads the wall clock
    return f"{local.day} {local:%b %Y}"
