"""What a source looks like."""

from __future__ import annotations

from db.rows import FoundRow, Moment, SourceCard
from tui.cards import words
from tui.cards.citations import RELIABILITY
from tui.cards.days import day_or_so
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, many, said, span
from tui.lines import Line, Span
from tui.plain import plain

PEOPLE = ("official", "post")
ACTIONS = ("action", "followup")


def title(card: SourceCard) -> str:
    """The source's title, else who published it."""
    return plain(card.title or card.publisher or f"untitled {card.kind}")


def badge(card: SourceCard) -> tuple[Span, ...]:
    """How far it is relied on."""
    return (span(f"reliability {card.reliability}" if card.reliability else "not graded", "dim"),)


def overview(card: SourceCard, width: int, moment: Moment) -> list[Line]:
    """A source at a glance: who published what and when, how far to trust it, what it speaks of."""
    del moment  # a source is as old as its publication date says; every overview is asked the same way
    return [
        *entry_lines(Entry(_glance(card)), width),
        *said("title", card.title, width),
        *said("publisher", card.publisher, width),
        *said("author", card.author, width),
        *said("citing", card.cites, width),
        *said("published", day_or_so(card.published), width),
        *said("grade", _grade(card), width),
        *said("address", card.url, width, tone="dim"),
        *said("note", card.note, width),
        *labelled("speaks of", map(_record, card.records), width),
    ]


def _glance(card: SourceCard) -> tuple[Span, ...]:
    facts = f"{many(card.citations, 'fact') or 'no fact'} from it"
    return dotted((card.kind, card.language, span(facts, "dim"), span(card.handling, "warn")))


def _grade(card: SourceCard) -> str:
    known = RELIABILITY.get(card.reliability, "")
    return f"{card.reliability}: {known}" if known else card.reliability


def _record(row: FoundRow) -> Entry:
    kind = span(f"{words.named(row.key).lower()} ", "dim")
    spans = (kind, span(row.label), span(f"  {row.detail}" if row.detail else "", "dim"))
    return Entry(spans, row.key, words.completeness(row.dots))


def of_kind(card: SourceCard, kinds: tuple[str, ...]) -> list[FoundRow]:
    """The records of some kinds that it speaks of."""
    return [row for row in card.records if row.key.kind in kinds]


def _records(title_: str, rows: list[FoundRow], width: int) -> list[Line]:
    lines = [line for row in rows for line in entry_lines(_record(row), width, indent=(Span("  "),))]
    return [heading(title_, len(rows)), *lines] if lines else []


def people_tab(card: SourceCard, width: int) -> list[Line]:
    """The people and offices that it speaks of."""
    return _records("Speaks of", of_kind(card, PEOPLE), width)


def actions_tab(card: SourceCard, width: int) -> list[Line]:
    """The outcomes that it speaks of."""
    return _records("Speaks of", of_kind(card, ACTIONS), width)
