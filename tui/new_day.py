"""What is said when the day turns while the program stays open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.cards.fields import many
from tui.glyphs import glyphs

if TYPE_CHECKING:
    from db.rows import HeaderFacts


def new_day(today: date, facts: HeaderFacts) -> str:
    """As in "It is Sunday 22 November · 2 follow-ups are due today · 1 to look at again"."""
    parts = [f"It is {today:%A} {today.day} {today:%B}"]
    if facts.due_today:
        is_or_are = "is" if facts.due_today == 1 else "are"
        parts.append(f"{many(facts.due_today, 'follow-up')} {is_or_are} due today")
    if facts.again:
        parts.append(f"{facts.again:,} to look at again")
    return f" {glyphs.dot} ".join(parts)
