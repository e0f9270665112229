"""Doubts as lines: a record, the one that it may be the same as, and why."""

from __future__ import annotations

from db.rows.doubts import DoubtRow
from tui.cards import words
from tui.cards.fields import Entry, span
from tui.glyphs import glyphs
from tui.lines import Span


def doubt_entry(row: DoubtRow) -> Entry:
    """One doubt; the two of a pair stand beside each other."""
    spans = [span(row.label)]
    if row.other_label:
        spans += [Span(f" {glyphs.alike} ", "accent"), span(row.other_label)]
    if row.why:
        about = f"{words.field_words(row.field)} " if row.field else ""
        spans += [Span("  "), span(f"{about}{row.why}", "dim")]
    dots = [words.dots(each) for each in (row.dots, row.other_dots) if each is not None]
    return Entry(tuple(spans), row.key, (span(f" {glyphs.alike} ".join(dots), "dim"),) if dots else ())
