"""The quiet rounded frame of a pane: its title, its count, its bottom line and the thumb of its scrollbar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, clip, plain
from tui.tones import Tones
from tui.widgets.painting import paint, width_of


class Title(NamedTuple):
    """What stands in a pane's upper line.

    Attributes:
        number: the key that leads to the pane, "" without one.
        name: what the pane holds.
        scope: what it is about at the moment, "" without one.
        right: set flush right: a count, a grade.
    """

    number: str = ""
    name: str = ""
    scope: str = ""
    right: tuple[Span, ...] = ()


def title_spans(title: Title, *, focused: bool) -> list[Span]:
    """The words of a title, brighter in the focused pane."""
    name: Tone = "strong" if focused else "dim"
    spans = [Span(title.number + " ", "accent" if focused else "dim")] if title.number else []
    spans.append(Span(plain(title.name), name))
    if title.scope:
        spans += [Span(f" {glyphs.dot} ", "faint"), Span(plain(title.scope), "plain" if focused else "dim")]
    return spans


def top_line(title: Title, width: int, tones: Tones, *, focused: bool, folded: bool = False) -> list[Segment]:
    """The upper line: corner, title, rule, what stands right, corner; without corners when folded to it."""
    edge: Tone = "accent" if focused else "faint"
    first, last = (glyphs.horizontal,) * 2 if folded else (glyphs.top_left, glyphs.top_right)
    right = width_of(title.right)
    room = width - 6 - (right + 2 if right else 0)
    if room < 4 and right:  # noqa: PLR2004 - a title cut to less says nothing; the count gives way
        title, right, room = title._replace(right=()), 0, width - 6
    spans = _cut(title_spans(title, focused=focused), max(1, room))
    rule = width - 6 - width_of(spans) - (right + 2 if right else 0)
    parts = [Span(first + glyphs.horizontal + " ", edge), *spans]
    parts.append(Span(" " + glyphs.horizontal * max(0, rule), edge))
    if right:
        parts += [Span(" ", edge), *title.right, Span(" " + glyphs.horizontal, edge)]
    else:
        parts.append(Span(glyphs.horizontal, edge))
    parts.append(Span(last, edge))
    return paint(parts, width, tones, "title")


def bottom_line(
    left: Sequence[Span], right: Sequence[Span], width: int, tones: Tones, *, focused: bool
) -> list[Segment]:
    """The lower line, with a few words at its left and at its right."""
    edge: Tone = "accent" if focused else "faint"
    start = [Span(glyphs.bottom_left + glyphs.horizontal, edge)]
    end = [Span(glyphs.horizontal + glyphs.bottom_right, edge)]
    room = width - 4
    if left:
        kept = _cut(list(left), room - 2)
        start += [Span(" ", edge), *kept, Span(" ", edge)]
        room -= width_of(kept) + 2
    if right and width_of(right) + 2 < room:
        end = [Span(" ", edge), *right, Span(" ", edge), *end]
        room -= width_of(right) + 2
    return paint([*start, Span(glyphs.horizontal * max(0, room), edge), *end], width, tones)


def framed(content: Iterable[Segment], width: int, tones: Tones) -> Strip:
    """A line between the two edges of the frame with the focus; the content is `width` - 4 wide."""
    edge = paint([Span(glyphs.vertical, "accent")], 1, tones)
    blank = paint([], 1, tones)
    return Strip([*edge, *blank, *content, *blank, *edge], width)


def key_spans(keys: Iterable[tuple[str, str]], gap: str = "   ") -> tuple[Span, ...]:
    """Keys, each with what it does."""
    spans: list[Span] = []
    for key, does in keys:
        spans += [Span(gap if spans else ""), Span(key, "accent"), Span(f" {does}" if does else "", "dim")]
    return tuple(spans)


def thumb(total: int, top: int, shown: int) -> range:
    """The lines in view that a scrollbar's thumb covers; none when all lines are in view."""
    if total <= shown or shown <= 0:
        return range(0)
    size = max(1, shown * shown // total)
    start = round(top * (shown - size) / (total - shown))
    start = min(max(start, 0), shown - size)
    return range(start, start + size)


def _cut(spans: list[Span], width: int) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        size = cells(plain(span.text))
        if size > width:
            out.append(span._replace(text=clip(plain(span.text), width)))
            break
        out.append(span)
        width -= size
    return out
