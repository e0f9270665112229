"""The typography of records: a label column, text that wraps beside it, marks at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.rows import Key
from tui.glyphs import glyphs
from tui.lines import Line, Span, Tone
from tui.plain import cells, fit, plain, plain_lines
from tui.veil import HIDDEN, veil

LABEL = 11  # "follow-ups" and one space
SHORTEST = 24  # below this many cells for the text, what stands at the right goes under it
_GLUE = "\u00a0"  # stands for a space at which no line breaks; it never leaves this module
NO_SPANS: tuple[Span, ...] = ()


class Entry(NamedTuple):
    """One thing beside a label.

    Attributes:
        spans: its words.
        key: the record they open.
        right: what stands flush right.
        lead: a narrow column in front, under which the words do not run.
    """

    spans: tuple[Span, ...]
    key: Key | None = None
    right: tuple[Span, ...] = ()
    lead: tuple[Span, ...] = ()


def span(text: str, tone: Tone = "plain") -> Span:
    """Stored text as a span of harmless text."""
    return Span(plain(text), tone)


def dotted(parts: Iterable[Span | str], tone: Tone = "plain") -> tuple[Span, ...]:
    """The parts that say something, with a quiet dot between them; a line breaks between parts."""
    spans: list[Span] = []
    for part in parts:
        said = part if isinstance(part, Span) else span(part, tone)
        if said.text:
            glued = Span(said.text.replace(" ", _GLUE), said.tone)
            spans += (Span(f" {glyphs.dot} ", "faint"), glued) if spans else (glued,)
    return tuple(spans)


def loose(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that will not be wrapped, with ordinary spaces."""
    return tuple(Span(each.text.replace(_GLUE, " "), each.tone) for each in spans)


def listed(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(filter(None, parts))


def many(count: int, one: str, more: str = "") -> str:
    """A number and its noun: "1 visit", "1,204 visits"; nothing for none."""
    return f"{count:,} {one if count == 1 else more or one + 's'}" if count else ""


def code_column(codes: Iterable[str]) -> int:
    """How wide a column of country codes is; organisations have longer ones."""
    return min(9, max((len(code) + 2 for code in codes), default=4))


def column(text: str, width: int, tone: Tone = "dim") -> Span:
    """A text cut or filled to a column's width, a space at its end."""
    return Span(fit(plain(text), width - 1) + " ", tone)


def breadth(spans: Iterable[Span]) -> int:
    """How many cells the spans take."""
    return sum(cells(each.text) for each in spans)


def wrap(spans: Sequence[Span], width: int) -> list[tuple[Span, ...]]:
    """Break spans into lines of at most `width` cells, at spaces where there are any."""
    width = max(1, width)
    lines: list[list[Span]] = [[]]
    used = 0
    for text, tone in ((word, each.tone) for each in spans for word in _words(each.text, width)):
        size = cells(text.rstrip(" "))
        if used and used + size > width:
            lines.append([])
            used = 0
            if text.strip() == glyphs.dot:
                continue  # a line that breaks needs no dot
        if not used:
            text = text.lstrip(" ")  # noqa: PLW2901  (the space that the break replaces)
        while cells(text.rstrip(" ")) > width:
            head, text = _cut(text, width)  # noqa: PLW2901  (a word longer than the line)
            lines[-1].append(Span(head, tone))
            lines.append([])
        if text:
            lines[-1].append(Span(text, tone))
            used += cells(text)
    return [_joined(line) for line in lines]


def _words(text: str, width: int) -> list[str]:
    """The words of a text, each with the spaces after it; glued words come apart where they are too long."""
    if _GLUE in text and cells(text) > width:
        text = text.replace(_GLUE, " ")
    words = [piece + " " for piece in text.split(" ")]
    words[-1] = words[-1][:-1]
    return [word for word in words if word]


def _cut(text: str, width: int) -> tuple[str, str]:
    """Split a word where it fills `width` cells; at least one character always goes."""
    used = 0
    for place, character in enumerate(text):
        used += cells(character)
        if used > width and place:
            return text[:place], text[place:]
    return text, ""


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Merge neighbours of one tone; what separates from the next line's part is dropped."""
    words = list(loose(spans))
    while words and words[-1].text.strip() in ("", glyphs.dot):
        words.pop()
    merged: list[Span] = []
    for each in words:
        if merged and merged[-1].tone == each.tone:
            merged[-1] = Span(merged[-1].text + each.text, each.tone)
        else:
            merged.append(each)
    if merged:
        merged[-1] = Span(merged[-1].text.rstrip(" "), merged[-1].tone)
    return tuple(each for each in merged if each.text)


def entry_lines(entry: Entry, width: int, *, indent: tuple[Span, ...] = NO_SPANS) -> list[Line]:
    """One entry after `indent`; its further lines hang under the first, which alone leads to its record."""
    indent = (*indent, *entry.lead)
    if veil.hides(entry.key) or veil.tells("".join(one.text for one in (*entry.spans, *entry.right))):
        return [Line((*indent, HIDDEN), entry.key)]
    margin = breadth(indent)
    right = breadth(entry.right)
    room = width - margin
    beside = not right or room - right - 2 >= SHORTEST
    blank = (Span(" " * margin),) if margin else NO_SPANS
    texts = wrap(entry.spans, room - right - 2 if right and beside else room)
    if not beside:
        texts += wrap(entry.right, room)
    first = Line(indent + texts[0], entry.key, loose(entry.right) if beside else NO_SPANS)
    return [first, *(Line(blank + spans) for spans in texts[1:])]


def labelled(label: str, entries: Iterable[Entry], width: int, *, tone: Tone = "dim") -> list[Line]:
    """Lay out entries beside one label, which stands on the first line only."""
    lines: list[Line] = []
    for each in entries:
        word = "" if lines else label
        lines += entry_lines(each, width, indent=(column(word, LABEL, tone),))
    return lines


def said(label: str, text: str, width: int, *, tone: Tone = "plain", key: Key | None = None) -> list[Line]:
    """Lay out a stored text beside its label; nothing where nothing was said."""
    if not text.strip():
        return []
    if veil.hides(key) or veil.tells(text):
        return [Line((column(label, LABEL), HIDDEN), key)]
    room = max(1, width - LABEL)
    return [
        Line((column("" if number else label, LABEL), Span(words, tone)), None if number else key)
        for number, words in enumerate(plain_lines(text, room))
    ]


def heading(text: str, count: int | None = None) -> Line:
    """The title line of a section, with how many follow."""
    right = (Span(f"  {count:,}", "dim"),) if count is not None else NO_SPANS
    return Line((Span(plain(text), "accent"), *right))


def sentence(text: str) -> list[Line]:
    """One calm line for a place where nothing is recorded."""
    return [Line((Span(text, "dim"),))]


def spaced(*blocks: Sequence[Line]) -> list[Line]:
    """The blocks that hold something, an empty line between them."""
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [Line(), *block] if lines else block
    return lines
