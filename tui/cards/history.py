"""Who changed what, from what, to what, when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from db.rows import ChangeRow
from tui.cards.citations import LONGEST_FIELD
from tui.cards.fields import LABEL, Entry, column, dotted, entry_lines, spaced, span
from tui.cards.words import came_or_went, field_words, merge_words, table_words, value_words
from tui.glyphs import glyphs
from tui.lines import Line, Span


def history(changes: Sequence[ChangeRow], width: int) -> list[Line]:
    """The changes in the order given, one block for each thing that somebody did."""
    longest = max((len(field_words(row.field)) for row in changes), default=0)
    wide = max(LABEL, min(longest + 1, LONGEST_FIELD, width // 3))
    acts = (list(group) for _, group in groupby(changes, key=lambda row: (row.at, row.by, row.did)))
    return spaced(
        *(
            _head(rows[0], width) + [line for row in rows for line in _change(row, width, wide)]
            for rows in acts
        )
    )


def _head(row: ChangeRow, width: int) -> list[Line]:
    at = row.at.astimezone()  # the store keeps UTC, the officer reads the wall clock
    when = f"{at:%a} {at.day} {at:%b %Y %H:%M}"
    return entry_lines(Entry(dotted((span(when, "strong"), span(row.by), span(row.did, "dim")))), width)


def _change(row: ChangeRow, width: int, wide: int) -> list[Line]:
    """One field's change: what was, an arrow, what is."""
    indent = (Span("  "), span(table_words(row.what), "dim"), Span("  "))
    if not row.field:
        # What has no name of its own says by its step alone whether it came or went.
        named = bool(row.after or row.before)
        done = came_or_went(row.what, came=bool(row.after)) if named else table_words(row.what)
        return entry_lines(
            Entry((span(done, "dim"), span(row.after or row.before))), width, indent=(Span("  "),)
        )
    if row.field == "merged into":
        merged, other = merge_words(row.before, row.after)
        return entry_lines(Entry((Span(merged, "dim"), span(other))), width, indent=indent)
    before, after = value_words(row.field, row.before), value_words(row.field, row.after)
    was = span(before, "dim") if before else Span("not stated", "faint")
    now = span(after) if after else Span("not stated", "faint")
    what = column(field_words(row.field), wide)
    return entry_lines(Entry((what, was, Span(f" {glyphs.to} ", "faint"), now)), width, indent=indent)
