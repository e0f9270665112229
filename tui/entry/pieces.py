"""Runs of text as the entry sheet draws them: a tone, and what is done to single letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.lines import Span, Tone
from tui.plain import cells, clip
from tui.tones import Tones

Look = Literal["", "cursor", "wrong"]

_LOOKS: dict[Look, Style] = {"cursor": Style(reverse=True), "wrong": Style(underline=True)}


class Piece(NamedTuple):
    """A run of harmless text; what is wrong is underlined as well as coloured, the cursor is turned round."""

    text: str
    tone: Tone = "plain"
    look: Look = ""


Row = tuple[Piece, ...]
"""One row of the screen."""


def as_row(spans: Sequence[Span]) -> Row:
    """Spans that hold harmless text, as a row."""
    return tuple(Piece(span.text, span.tone) for span in spans)


def draw(row: Row, width: int, tones: Tones) -> list[Segment]:
    """A row as segments of exactly a width."""
    segments: list[Segment] = []
    left = width
    for piece in row:
        text = clip(piece.text, left)
        style = tones.style(piece.tone)
        segments.append(Segment(text, style + _LOOKS[piece.look] if piece.look else style))
        left -= cells(text)
        if left <= 0:
            break
    if left > 0:
        segments.append(Segment(" " * left, tones.style("plain")))
    return segments
