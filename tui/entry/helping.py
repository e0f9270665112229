"""What F1 shows in the entry line: all that a line can say, in as many columns as there is room for."""

from __future__ import annotations

from db.commitments import RUNGS
from db.entry.vocabulary import FIELDS
from tui.cards.fields import Entry, labelled
from tui.entry.pieces import Row, as_row
from tui.glyphs import glyphs
from tui.lines import Span

_BEGINNINGS = (
    ("visit", "MA>ES 28-29 jan 2025"),
    ("meeting", "MA+ES+DE 9 jan 2026"),
    ("outcome", " ".join(f"!{rung}" for rung in RUNGS)),
    ("own step", "todo chase the nominees by fri"),
    ("person", "official Name, country, post @organisation"),
)
_SIGNS = (
    (
        "who",
        f'@Name   @"Two Words"   @Title/DGSN   4+ experts   @? {glyphs.dash} unnamed   @last {glyphs.dash} last time',
    ),
    ("about", "#topic by its code or a beginning of its name"),
    ("when", "28 jan 2025   28-29 jan 2025   june 2022   fri   +2w   eom"),
    ("words", "all others are the title; “in quotes” they mean nothing else"),
)
_WIDE = 70  # columns in which the fields have room for an example each


def help_rows(width: int) -> list[Row]:
    """The rows, in `width` columns."""
    wants = (field.wants.partition(" or ")[0].partition(",")[0] for field in FIELDS.values())
    fields = "   ".join(wants) if width >= _WIDE else " ".join(f"{name}:" for name in FIELDS)
    told = (*_BEGINNINGS, *_SIGNS, ("fields", fields))
    return [
        as_row(line.spans)
        for label, words in told
        for line in labelled(f"  {label}", [Entry((Span(words),))], width, tone="dim")
    ]
