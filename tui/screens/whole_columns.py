"""What the whole list of a section says in its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from db.queries.section_orders import topic_of
from db.rows import ActionRow, PairRow
from tui.cards import quiet
from tui.cards.days import day
from tui.cards.outcomes import standing
from tui.cards.sections import SILENT
from tui.format import nothing, number
from tui.glyphs import glyphs
from tui.lines import Span
from tui.screens.followup_columns import followup_columns
from tui.screens.main_columns import timeline_columns
from tui.widgets.columns import Column

Spans = tuple[Span, ...]

_OF_ACTIONS = ("steps", "vague", *SILENT)
_WIDE = 90  # columns from which on there is room for where an outcome stands


def whole_columns(section: str, today: Callable[[], date]) -> Sequence[Column[Any]]:
    """The columns of a section by its name."""
    if section in _OF_ACTIONS:
        return _action_columns(today, silent=section in SILENT)
    if section == "quiet":
        return _pair_columns(today)
    of_events = section == "unbriefed" or topic_of(section)
    return timeline_columns() if of_events else followup_columns(today)


def _action_columns(today: Callable[[], date], *, silent: bool) -> tuple[Column[ActionRow], ...]:
    columns: tuple[Column[ActionRow], ...] = (
        Column("", 1, lambda row: (Span("!", "warn") if row.overdue else Span(" "),)),
        Column("ref", 10, lambda row: (Span(row.ref, "dim"),), from_width=_WIDE),
        Column("what", 24, lambda row: (Span(row.text, "strong"),), takes_rest=True),
        Column("came of", 16, lambda row: (Span(row.event, "dim"),), takes_rest=True, from_width=70),
        Column("stands", 26, standing, from_width=_WIDE),
    )
    silence = Column[ActionRow]("silent", 9, lambda row: _silent(row, today()), flush_right=True)
    return (*columns, silence) if silent else columns


def _silent(row: ActionRow, today: date) -> Spans:
    ago = quiet.since(row.heard, today)
    return (Span(ago, "dim") if ago else nothing(),)


def _pair_columns(today: Callable[[], date]) -> tuple[Column[PairRow], ...]:
    return (
        Column("pair", 20, lambda row: (Span(_names(row), "strong"),), takes_rest=True),
        Column("open", 5, lambda row: (number(row.open),), flush_right=True, from_width=_WIDE),
        Column("watch", 5, lambda row: (number(row.watch, "dim"),), flush_right=True, from_width=_WIDE),
        Column("last", 18, lambda row: (Span(day(row.last)),), from_width=70),
        Column("quiet for", 29, lambda row: (Span(quiet.quiet_words(row, today()), "dim"),)),
    )


def _names(row: PairRow) -> str:
    return f"{row.home_name} {glyphs.dash} {row.other_name}"
