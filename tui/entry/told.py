"""What stands under the typed line: how it is read, what is assumed, what Enter does, what is like it."""

from __future__ import annotations

from collections.abc import Iterable

from db.entry import Context, Doubt, Reading, Token
from tui.cards.fields import Entry, breadth, column, labelled, wrap
from tui.entry.likes import like_rows
from tui.entry.pieces import Row, as_row
from tui.entry.reading import Alike
from tui.glyphs import glyphs
from tui.lines import Line, Span, Tone
from tui.plain import plain

LABEL = 10
_GAP = 3
_UNSAID = ("word", "field")  # kinds of stretches whose readings speak for themselves
_EXAMPLES = (
    ("MA>ES 28-29 jan 2025 @Hammouchi in:Madrid #ct", "a visit, and who headed it"),
    ("MA+ES+DE 9 jan 2026 in:Rabat", "a meeting"),
    ("!agreed joint patrols due:+2w owner:ES", "what came of it, by its rung"),
    ("todo chase the nominees fri", "our own next step"),
    ("official Name, country, post", "a person"),
)
_F1 = "F1 shows all that a line can say"
_EXAMPLES_OF_PARTS = (
    ("name two nominees owner:ES due:mar 2027", "who does what by when: that can be checked"),
    ("!proposed a joint exercise of both", "a part that stands at another rung"),
)


def told(
    reading: Reading | None, alike: Alike, width: int, *, refusal: str, saves: str, asked: str = ""
) -> list[Row]:
    """The rows of one line.

    Args:
        reading: of the line; None of an empty one.
        alike: visits that may be the same.
        width: columns.
        refusal: why the store did not take it, or could not be read.
        saves: what Enter makes, "" while it makes nothing.
        asked: the new name about which Enter has asked already.
    """
    problems = reading.problems if reading else ()
    lines = _beside("refused", "error", Span(plain(refusal), "error"), width)
    for token in problems:
        lines += _beside("!", "error", Span(plain(token.problem), "error"), width)
    if reading is not None:
        lines += _read(reading, width)
        assumed = f" {glyphs.dot} ".join(map(plain, reading.assumed))
        lines += _beside("assumed", "dim", Span(assumed), width)
        lines += _beside("but", "warn", Span(plain(f" {glyphs.dot} ".join(reading.remarks))), width)
        if reading.year is not None:
            lines += _beside(
                "Tab", "accent", Span(f"{plain(reading.year.text)}: {reading.year.detail}"), width
            )
        if reading.doubts:
            lines += _beside("! who", "warn", Span(plain(_question(reading.doubts[0], asked))), width)
    if saves:
        lines += _beside("Enter", "accent", Span(f"saves {plain(saves)}", "strong"), width)
    return [as_row(line.spans) for line in (*lines, *like_rows(reading, alike, width))]


def _question(doubt: Doubt, asked: str) -> str:
    """Who may be meant, and the two keys that answer."""
    again = "Enter again" if asked == doubt.name else "Enter"
    return f"{doubt.sentence}: F3 takes them, {again} makes a new official"


def told_in_batch(
    reading: Reading | None, alike: Alike, width: int, *, refusal: str, saves: str, asked: str = ""
) -> list[Row]:
    """The rows under several lines: of the cursor's line only what does not stand right under it already."""
    reading = reading._replace(tokens=(), problems=()) if reading else None
    rows = told(reading, alike, width, refusal=refusal, saves=saves, asked=asked)
    return [(), *rows] if rows else []


def hints(context: Context, width: int) -> list[Row]:
    """What can be typed, while nothing is."""
    rows: list[Row] = []
    for text, says in _EXAMPLES_OF_PARTS if context.whole else _EXAMPLES:
        wide = Span(f"{text:<48}", "dim")
        spans = (wide, Span(says, "faint")) if width >= breadth((wide,)) + 30 else (Span(text, "dim"),)
        rows.append(as_row((Span("  "), *spans)))
    taken = []
    if context.pair:
        taken.append(f"a visit without sides is {context.pair[0]}>{context.pair[1]}")
    if context.whole:
        taken.append(f"each line is a part of {context.whole.ref} and {context.whole.rung} like it")
    elif context.on and context.on_label:
        taken.append(f"outcomes and steps go on {plain(context.on_label)}")
    elif context.last:
        taken.append(f"outcomes go on the {context.last.kind} just entered")
    if taken:
        rows.append(())
        rows += [as_row(line.spans) for line in _beside("here", "dim", Span("; ".join(taken), "dim"), width)]
    rows += [(), as_row((Span("  "), Span(_F1, "faint")))]
    return rows


def _beside(label: str, tone: Tone, words: Span, width: int) -> list[Line]:
    return _row(label, tone, (words,), width) if words.text.strip() else []


def _row(label: str, tone: Tone, spans: Iterable[Span], width: int) -> list[Line]:
    return labelled(f"  {label}", [Entry(tuple(spans))], width, tone=tone)


def _kind(token: Token) -> str:
    """What a stretch is; nothing where its reading says that itself, as in “due Fri 27 Nov”."""
    return "" if token.kind in _UNSAID or token.reading.startswith(f"{token.kind} ") else f"{token.kind} "


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
