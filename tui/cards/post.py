"""What an office looks like."""

from __future__ import annotations

from db.rows import Moment, PostCard, TenureRow
from tui.cards import citations
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, many
from tui.cards.official import held_entry, when_held
from tui.lines import Line, Span
from tui.plain import plain


def title(card: PostCard) -> str:
    """The office's title and whose it is."""
    return plain(", ".join(filter(None, (card.title, card.organisation, card.country))))


def badge(card: PostCard) -> tuple[Span, ...]:
    """How often the office took part in something."""
    return (Span(many(card.events, "event") or "no event yet", "dim"),)


def overview(card: PostCard, width: int, moment: Moment) -> list[Line]:
    """An office at a glance: who holds it, who held it, what else it is called."""
    del moment  # an office has no day of its own; every overview is asked the same way
    others = [each for each in card.titles if each != card.title]
    return [
        *entry_lines(Entry(dotted((card.organisation, card.country))), width),
        *(labelled("holders", map(_holder, card.tenures), width) or _nobody(width)),
        *labelled("also", [Entry(dotted(others))] if others else [], width),
        *citations.doubts(card.citations, width),
        *citations.sources(card.citations, width),
    ]


def _nobody(width: int) -> list[Line]:
    return labelled("holders", [Entry((Span("nobody is named so far", "dim"),))], width)


def _holder(row: TenureRow) -> Entry:
    return Entry(held_entry(row, row.official), row.official_key, when_held(row))


def people_tab(card: PostCard, width: int) -> list[Line]:
    """The holders over time."""
    lines = [line for row in card.tenures for line in entry_lines(_holder(row), width)]
    return [heading("Holders", len(card.tenures)), *lines] if lines else []


def actions_tab(card: PostCard, width: int) -> list[Line]:
    """Nothing: outcomes are owed by countries and people, and stand with those."""
    del card, width
    return []
