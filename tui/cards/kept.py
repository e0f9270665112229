"""What was carried over to which meeting and what came of it, and who kept what was agreed, as lines of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from db.rows.agenda import AgendaRow, CarriedRow, Kept, KeptCount, ScoredRow, ScoreRow
from tui.cards.days import dated, day
from tui.cards.fields import (
    Entry,
    column,
    dotted,
    entry_lines,
    heading,
    labelled,
    many,
    span,
)
from tui.cards.outcomes import score_span, score_words, standing
from tui.format import joined
from tui.lines import Line, Span, Tone

_DISPOSITION = 12  # cells: "carried in" and a space


def on_agenda(rows: Iterable[AgendaRow], width: int) -> list[Line]:
    """The agenda of a meeting beside its label: place, what became of it there, the outcome."""
    return labelled("agenda", map(_item, rows), width)


def agenda_tab(rows: Sequence[AgendaRow], width: int) -> list[Line]:
    """The same under a title of its own, with the notes."""
    lines: list[Line] = []
    for row in rows:
        lines += entry_lines(_item(row), width, indent=(Span("  "),))
    return [heading("agenda", len(rows)), *lines] if lines else []


def _item(row: AgendaRow) -> Entry:
    note = span(f"  {row.note}" if row.note else "", "dim")
    lead = (column(f"{row.position}", 4), column(row.disposition, _DISPOSITION, _tone(row.disposition)))
    standing_ = standing(row.action._replace(carried=row.carried))
    return Entry((span(row.action.text), note), row.key, standing_, lead)


def _tone(disposition: str) -> Tone:
    return "dim" if disposition in ("carried in", "deferred") else "plain"


def carried_into(rows: Sequence[CarriedRow], width: int) -> list[Line]:
    """The meetings into which an outcome was carried, and what became of it at each."""
    if not rows:
        return []
    count = Entry((span(f"into {many(len(rows), 'meeting')}"),))
    return labelled("carried", [count, *map(_meeting, rows)], width)


def _meeting(row: CarriedRow) -> Entry:
    words = dotted((span(row.ref), joined(row.parties), day(row.date), span(row.note, "dim")))
    status = "" if row.status == "held" else row.status
    return Entry(
        words,
        row.key,
        (span(status, "dim"),) if status else (),
        (column(row.disposition, _DISPOSITION, _tone(row.disposition)),),
    )


def scored(rows: Iterable[ScoreRow], width: int) -> list[Line]:
    """How far each party kept an outcome, and what shows it."""
    return labelled("kept by", (_score(row) for row in rows), width)


def _score(row: ScoreRow) -> Entry:
    return Entry(
        (score_span(row.score), span(f"  {row.evidence}" if row.evidence else "", "dim")),
        lead=(column(row.country, 5, "plain"),),
    )


def record_of(kept: Kept, name: Callable[[str], str], width: int) -> list[Line]:
    """What two countries kept: their figures side by side, then the outcomes."""
    if not kept.counts:
        return []
    figures = Entry(dotted(f"{name(count.country)} {_figures(count)}" for count in kept.counts))
    return labelled("kept", [figures, *map(scored_entry, kept.rows)], width)


def scored_tab(kept: Kept, width: int) -> list[Line]:
    """The scored outcomes under a title of their own, with the evidence under each."""
    lines: list[Line] = []
    for row in kept.rows:
        lines += entry_lines(_without_evidence(row), width, indent=(Span("  "),))
        for score in row.scores:
            if score.evidence:
                said = Entry((span(f"{score.country}: {score.evidence}", "dim"),))
                lines += entry_lines(said, width, indent=(Span("    "),))
    return [heading("kept and not kept", len(kept.rows)), *lines] if lines else []


def _figures(count: KeptCount) -> str:
    figures = ((count.kept, 1), (count.in_part, 0), (count.not_kept, -1))
    said = ", ".join(f"{number:,} {score_words(score)}" for number, score in figures if number)
    return said or "nothing scored"


def scored_entry(row: ScoredRow) -> Entry:
    """A scored outcome with who kept it and what shows it."""
    evidence = " / ".join(dict.fromkeys(score.evidence for score in row.scores if score.evidence))
    entry = _without_evidence(row)
    return entry._replace(spans=(*entry.spans, span(f"  {evidence}", "dim"))) if evidence else entry


def _without_evidence(row: ScoredRow) -> Entry:
    said = ((score.country, score_words(score.score), score_span(score.score).tone) for score in row.scores)
    marks = dotted(span(f"{country} {words}", tone) for country, words, tone in said)
    closed = span(dated("date", row.closed_on), "dim")
    return Entry((span(row.action.text),), row.key, (*marks, Span("  "), closed) if row.closed_on else marks)
