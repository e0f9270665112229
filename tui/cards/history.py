"""Who changed what, from what, to what, when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from db.rows import ChangeRow
from tui.cards.days import dated
from tui.cards.fields import LABEL, Entry, column, dotted, entry_lines, spaced, span
from tui.glyphs import glyphs
from tui.lines import Line, Span


def history(changes: Sequence[ChangeRow], width: int) -> list[Line]:
    """The changes in the order given, one block for each thing that somebody did."""
    acts = (list(group) for _, group in groupby(changes, key=lambda row: (row.at, row.by, row.did)))
    return spaced(
        *(_head(rows[0], width) + [line for row in rows for line in _change(row, width)] for rows in acts)
    )


def _head(row: ChangeRow, width: int) -> list[Line]:
    at = row.at.astimezone()  # the store keeps UTC, the officer reads the wall clock
    when = f"{at:%a} {at.day} {at:%b %Y %H:%M}"
    return entry_lines(Entry(dotted((span(when, "strong"), span(row.by), span(row.did, "dim")))), width)


def _change(row: ChangeRow, width: int) -> list[Line]:
    """One field's change: what was, an arrow, what is."""
    indent = (Span("  "), span(row.what, "dim"), Span("  "))
    if not row.field:
        made = Span("made ", "dim") if row.after or not row.before else Span("taken away ", "dim")
        return entry_lines(Entry((made, span(row.after or row.before))), width, indent=indent)
    before, after = dated(row.field, row.before), dated(row.field, row.after)
    was = span(before, "dim") if before else Span("not stated", "faint")
    now = span(after) if after else Span("not stated", "faint")
    what = column(row.field, LABEL)
    return entry_lines(Entry((what, was, Span(f" {glyphs.to} ", "faint"), now)), width, indent=indent)
