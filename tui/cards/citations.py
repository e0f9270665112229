"""Where facts come from, as lines of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.rows import CitationRow
from tui.cards.days import day
from tui.cards.fields import (
    LABEL,
    Entry,
    column,
    dotted,
    entry_lines,
    labelled,
    listed,
    sentence,
    spaced,
    span,
)
from tui.cards.words import field_words, value_words
from tui.lines import Line, Span

NOTHING = "No source is recorded for this."
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
LONGEST_FIELD = 20  # cells of a column of fields
DOUBTFUL = ("garbled", "contradicts")


def grade_words(grade: str) -> str:
    """A grade in words: "C2" is "fairly reliable, probably true"."""
    return listed(RELIABILITY.get(grade[:1], ""), CREDIBILITY.get(grade[1:2], ""))


def sources(citations: Iterable[CitationRow], width: int) -> list[Line]:
    """Each source once beside the label, best grade first."""
    best: dict[str, CitationRow] = {}
    for row in sorted(citations, key=lambda row: row.grade or "Z"):
        best.setdefault(row.source_key.id, row)
    return labelled("sources", (_source_entry(row) for row in best.values()), width)


def _source_entry(row: CitationRow) -> Entry:
    return Entry(_named(row), row.source_key, lead=(column(row.grade or "–", 4),))


def doubts(citations: Iterable[CitationRow], width: int) -> list[Line]:
    """What sources read differently from what the record says, each marked `?`."""
    return labelled("doubtful", (_doubt(row) for row in citations if _differs(row)), width)


def _differs(row: CitationRow) -> bool:
    return row.stance in DOUBTFUL and not row.accepted


def _doubt(row: CitationRow) -> Entry:
    field = f"{field_words(row.field)}: " if row.field else ""
    reads = f"one source reads {row.value}" if row.value else "one source is unclear"
    spans = (Span("? ", "warn"), span(field, "dim"), span(reads), span(f" ({row.stance})", "dim"))
    return Entry(spans, row.source_key)


def at_length(citations: Sequence[CitationRow], width: int) -> list[Line]:
    """Every citation: the field and what it reads, the words behind it, the source and its grade in words."""
    longest = max((len(_field(row)) for row in citations), default=0)
    wide = max(LABEL, min(longest + 1, LONGEST_FIELD, width // 3))
    return spaced(*(_citation(row, width, wide) for row in citations)) or sentence(NOTHING)


def _citation(row: CitationRow, width: int, wide: int) -> list[Line]:
    doubtful = row.stance in DOUBTFUL
    state = [span(row.stance, "warn" if doubtful else "dim"), span(row.voice and f"{row.voice} voice", "dim")]
    state += [Span("accepted", "good")] if row.accepted else []
    mark = Span("? " if doubtful else "", "warn")
    value = value_words(row.field, row.value) or ("" if row.field else "the record as a whole")
    head = Entry((mark, span(value)), row.source_key, dotted(state))
    lines = entry_lines(head, width, indent=(column(_field(row), wide, "strong"),))
    for label, spans in (
        ("words", (span(row.quote and f"“{row.quote}”", "plain"),)),
        ("where", (span(row.locator, "dim"),)),
        ("source", _named(row)),
        ("grade", (span(f"{row.grade}: {grade_words(row.grade)}" if row.grade else "not graded", "dim"),)),
    ):
        if any(each.text for each in spans):
            lines += entry_lines(Entry(spans), width, indent=(column(f"  {label}", wide),))
    return lines


def _field(row: CitationRow) -> str:
    return field_words(row.field)


def _named(row: CitationRow) -> tuple[Span, ...]:
    """A source in one line: title, publisher, what it cites, when it was published."""
    return dotted(
        (
            span(row.source),
            span("" if row.publisher == row.source else row.publisher, "dim"),
            span(f"citing {row.cites}" if row.cites else "", "dim"),
            span(day(row.published) or "publication date not stated", "dim"),
        )
    )
