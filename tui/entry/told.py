"""What stands under the typed line: how it is read, what is assumed, what Enter does, what is like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.entry import Context, Reading, SimilarVisit, Token
from tui.cards.fields import Entry, breadth, column, labelled, wrap
from tui.entry.pieces import Row, as_row
from tui.glyphs import glyphs
from tui.lines import Line, Span, Tone
from tui.plain import plain

LABEL = 10
_GAP = 3
_EXAMPLES = (
    ("MA>ES 28-29 jan 2025 @Hammouchi in:Madrid #ct", "a visit, and who headed it"),
    ("MA+ES+DE 9 jan in:Rabat", "a meeting"),
    ("!agreed joint patrols due:+2w owner:ES", "what came of it, by its rung"),
    ("todo chase the nominees fri", "our own next step"),
    ("official Name, country, post", "a person"),
)


def told(
    reading: Reading | None, similar: Sequence[SimilarVisit], width: int, *, refusal: str, saves: str
) -> list[Row]:
    """The rows of one line.

    Args:
        reading: of the line; None of an empty one.
        similar: visits that may be the same.
        width: columns.
        refusal: why the store did not take it, or could not be read.
        saves: what Enter makes, "" while it makes nothing.
    """
    problems = reading.problems if reading else ()
    lines = _beside("refused", "error", Span(plain(refusal), "error"), width)
    for token in problems:
        lines += _beside("!", "error", Span(plain(token.problem), "error"), width)
    if reading is not None:
        lines += _read(reading, width)
        assumed = f" {glyphs.dot} ".join(map(plain, reading.assumed))
        lines += _beside("assumed", "dim", Span(assumed), width)
    if saves:
        lines += _beside("Enter", "accent", Span(f"saves {plain(saves)}", "strong"), width)
    return [as_row(line.spans) for line in (*lines, *_like(similar, width))]


def told_in_batch(
    reading: Reading | None, similar: Sequence[SimilarVisit], width: int, *, refusal: str, saves: str
) -> list[Row]:
    """The rows under several lines: of the cursor's line only what does not stand right under it already."""
    reading = reading._replace(tokens=(), problems=()) if reading else None
    rows = told(reading, similar, width, refusal=refusal, saves=saves)
    return [(), *rows] if rows else []


def _like(similar: Sequence[SimilarVisit], width: int) -> list[Line]:
    lines: list[Line] = []
    for visit in similar:
        words = Span(f"{plain(visit.ref)} {plain(visit.label)}")
        why = Span(f"   {plain(visit.why)}", "dim")
        opens = Span("" if lines else "   F2 opens it", "accent")
        lines += _row("" if lines else "! like", "warn", (words, why, opens), width)
    return lines


def hints(context: Context, width: int) -> list[Row]:
    """What can be typed, while nothing is."""
    rows: list[Row] = []
    for text, says in _EXAMPLES:
        wide = Span(f"{text:<48}", "dim")
        spans = (wide, Span(says, "faint")) if width >= breadth((wide,)) + 30 else (Span(text, "dim"),)
        rows.append(as_row((Span("  "), *spans)))
    taken = []
    if context.pair:
        taken.append(f"a visit without sides is {context.pair[0]}>{context.pair[1]}")
    if context.on and context.on_label:
        taken.append(f"outcomes and steps go on {plain(context.on_label)}")
    if taken:
        rows.append(())
        rows += [as_row(line.spans) for line in _beside("here", "dim", Span("; ".join(taken), "dim"), width)]
    return rows


def _beside(label: str, tone: Tone, words: Span, width: int) -> list[Line]:
    return _row(label, tone, (words,), width) if words.text.strip() else []


def _row(label: str, tone: Tone, spans: Iterable[Span], width: int) -> list[Line]:
    return labelled(f"  {label}", [Entry(tuple(spans))], width, tone=tone)


def _kind(token: Token) -> str:
    """What a stretch is; nothing where its reading says that itself, as in “due Fri 27 Nov”."""
    return "" if token.kind == "word" or token.reading.startswith(f"{token.kind} ") else f"{token.kind} "


def _read(reading: Reading, width: int) -> list[Line]:
    """Token by token, as many in a row as fit; one is broken only where it is longer than a row."""
    room = width - LABEL - 1
    parts = [
        (Span(_kind(token), "dim"), Span(plain(token.reading)))
        for token in reading.tokens
        if not token.problem and token.reading
    ]
    rows: list[tuple[Span, ...]] = []
    for part in parts:
        if rows and breadth(rows[-1]) + _GAP + breadth(part) <= room:
            rows[-1] = (*rows[-1], Span(" " * _GAP), *part)
        else:
            rows += wrap(part, room)
    return [
        Line((column("  reads" if number == 0 else "", LABEL + 1), *row)) for number, row in enumerate(rows)
    ]
