"""Spans become segments of an exact width; only here does stored text turn into what a terminal gets."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.plain import cells, clip, plain
from tui.tones import Ground, Tones


def width_of(spans: Sequence[Span]) -> int:
    """The columns that some spans take when nothing is cut."""
    return sum(cells(plain(span.text)) for span in spans)


def paint(
    spans: Sequence[Span], width: int, tones: Tones, ground: Ground = "rest", *, flush_right: bool = False
) -> list[Segment]:
    """Segments that fill exactly `width` columns; what does not fit is cut with an ellipsis."""
    segments: list[Segment] = []
    left = width
    last = len(spans) - 1
    for at, span in enumerate(spans):
        text = plain(span.text)
        size = cells(text)
        if size > left or (size == left and at < last and any(rest.text for rest in spans[at + 1 :])):
            # The cut shows here even when this span alone would just fit: something behind it is lost.
            text = clip(text, left) if size > left else clip(text + glyphs.ellipsis * 2, left)
            size = cells(text)
            segments.append(Segment(text, tones.style(span.tone, ground)))
            left -= size
            break
        if text:
            segments.append(Segment(text, tones.style(span.tone, ground)))
            left -= size
    if left > 0:
        blank = Segment(" " * left, tones.style("plain", ground))
        if flush_right:
            segments.insert(0, blank)
        else:
            segments.append(blank)
    return segments


def yielding(spans: Sequence[Span], width: int) -> Sequence[Span]:
    """The spans with the first one cut so that the others fit; half of the width it keeps at any rate."""
    behind = width_of(spans[1:])
    room = max(width - behind, width // 2)
    first = plain(spans[0].text) if spans else ""
    if not behind or cells(first) <= room:
        return spans
    return (Span(clip(first, room), spans[0].tone), *spans[1:])


def paint_line(line: Line, width: int, tones: Tones, ground: Ground = "rest") -> list[Segment]:
    """A line of a record: its spans, and those flush right, which are never cut before the others."""
    if not line.right:
        return paint(line.spans, width, tones, ground)
    right = min(width_of(line.right), width)
    gap = 1 if right < width else 0
    return [
        *paint(line.spans, width - right - gap, tones, ground),
        Segment(" " * gap, tones.style("plain", ground)),
        *paint(line.right, right, tones, ground),
    ]
