"""How a post is taken, as rows of the screen: three fields, what follows, and what can be ticked."""

from __future__ import annotations

from typing import NamedTuple

from db.dates import PartialDate
from db.errors import BadInput
from db.holding import ended
from db.rows.holding import Matter, PastRow
from tui.cards.days import day
from tui.cards.fields import wrap
from tui.cards.holders import tenure_words
from tui.entry.clusters import place, rows
from tui.entry.pieces import Piece, Row
from tui.forms.box import Box
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.offices.taking import HINTS, LIST, WHO, Line, Taking
from tui.plain import cells, clip, fit, plain

LABEL = 9
_ROWS_BESIDE, _MOST_ROWS = 2, 3


class Drawing(NamedTuple):
    """All rows; those of the fields stay, the others scroll.

    Attributes:
        fields: at the top.
        below: what follows.
        row: of `below`, the one with the cursor; None while the cursor is in a field.
        of: which field each row of `fields` belongs to.
        ticks: the rows of `below` that can be ticked, with the number of the line.
    """

    fields: list[Row]
    below: list[Row]
    row: int | None
    of: list[int]
    ticks: dict[int, int]


def drawing(taking: Taking, width: int) -> Drawing:
    """Lay everything out in `width` columns."""
    fields: list[Row] = []
    of: list[int] = []
    for number, box in enumerate(taking.boxes):
        fields += _field(taking, number, box, width)
        of += [number] * (len(fields) - len(of))
    below = _what_follows(taking, width)
    ticks = _ticks(taking, width, below)
    row = next((row for row, line in ticks.items() if taking.at == LIST and line == taking.line), None)
    return Drawing(fields, below, row, of, ticks)


# --- the fields ---


def _field(taking: Taking, number: int, box: Box, width: int) -> list[Row]:
    here = number == taking.at
    room = width - LABEL
    value = max(18, room * 9 // 20)
    label = [Piece(glyphs.bar if here else " ", "accent"), Piece(fit(box.label, LABEL - 1), _tone(here=here))]
    note, tone = _note(box, here=here)
    said, indent = _said(note, value + 2, room)
    typed = _value(box, value, here=here)
    used = sum(cells(piece.text) for piece in typed)
    first = said.pop(0) if said and indent else ""
    found: list[Row] = [(*label, *typed, Piece(" " * (value - used + 2)), Piece(first, tone))]
    found += [(Piece(" " * (LABEL + indent)), Piece(text, tone)) for text in said]
    if here and number == WHO:
        found += [_offer(taking, at, width) for at in range(len(taking.offers))]
    return found


def _said(note: str, beside: int, room: int) -> tuple[list[str], int]:
    """What is said of a field, and how far from its begin: beside what is typed, below it where that takes long."""
    for indent in (beside, 0):
        lines = ["".join(span.text for span in line) for line in wrap((Span(plain(note)),), room - indent)]
        if len(lines) <= _ROWS_BESIDE or not indent:
            break
    if len(lines) > _MOST_ROWS:
        lines[_MOST_ROWS - 1] = clip(f"{lines[_MOST_ROWS - 1]} {lines[_MOST_ROWS]}", room)
    return (lines[:_MOST_ROWS] if note else []), indent


def _tone(*, here: bool) -> Tone:
    return "strong" if here else "dim"


def _note(box: Box, *, here: bool) -> tuple[str, Tone]:
    """How a field is read, or what is wrong with it; while one still types only softly."""
    if box.problem and (box.left or (here and box.text.strip())):
        return f"! {box.problem}", "error" if box.left else "warn"
    if box.echo and box.text.strip():
        return box.echo, "dim"
    return HINTS[("who", "from", "acting").index(box.field.name)] if here else "", "faint"


def _value(box: Box, width: int, *, here: bool) -> list[Piece]:
    if box.chooses:
        if not here:
            return [Piece(box.text, "plain")]
        return [
            Piece(f"{glyphs.open_mark} ", "accent"),
            Piece(box.text, "strong", "cursor"),
            Piece(f" {glyphs.close_mark}", "accent"),
        ]
    if not here:
        text = clip(plain(box.editor.text, 200), width)
        return [Piece(text, "plain") if text else Piece(glyphs.dot, "faint")]
    return _typed(box, width)


def _typed(box: Box, width: int) -> list[Piece]:
    """The row of a text that holds its cursor; a name fits into one."""
    laid = rows(box.editor.text, width - 1)
    number, _ = place(laid, box.editor.at)
    row, at = laid[number], box.editor.at
    before = "".join(one.text for one in row if one.end <= at)
    under = next((one.text for one in row if one.start <= at < one.end), "")
    after = "".join(one.text for one in row if one.start > at)
    if not under and box.ghost:
        rest = clip(plain(box.ghost), width - cells(before))
        return [Piece(before, "strong"), Piece(rest[:1] or " ", "accent", "cursor"), Piece(rest[1:], "faint")]
    return [Piece(before, "strong"), Piece(under or " ", "accent", "cursor"), Piece(after, "strong")]


def _offer(taking: Taking, at: int, width: int) -> Row:
    one = taking.offers[at]
    here = at == taking.chosen
    mark = Piece(f"{glyphs.bar if here else ' '} ", "accent")
    detail = " ".join(part for part in (one.country, one.post) if part)
    name = clip(plain(one.name), width - LABEL - 4)
    return (
        Piece(" " * LABEL),
        mark,
        Piece(name, _tone(here=here)),
        Piece(f"  {clip(plain(detail), max(0, width - LABEL - 4 - cells(name)))}", "faint"),
    )


# --- what follows ---


def _what_follows(taking: Taking, width: int) -> list[Row]:
    found: list[Row] = []
    effect = taking.effect
    if effect is None:
        return found
    asked = [one for one in taking.asked if one in taking.questions and one not in effect.warnings]
    for sentence in asked:
        found += _words(f"! {sentence}", "warn", width)
    for row in effect.leaving:
        found += _words(f"{row.official} leaves: {_ends(row.held, taking.held)}.", "plain", width)
    if taking.passes and not effect.leaving:
        found += _words("Nobody is known to hold this post; nobody's tenure ends.", "dim", width)
    for sentence in effect.warnings:
        found += _words(f"! {sentence}", "warn", width)
    if effect.warnings and not taking.passes:
        found += _words("S passes a post on to a successor.", "dim", width)
    if effect.with_post:
        matters = ", ".join(dict.fromkeys(map(_in_short, effect.with_post)))
        found += _words(f"Of the post, and goes on with it: {matters}", "dim", width)
    return found


def _in_short(one: Matter) -> str:
    """An outcome of the post by its ref, with the follow-ups that hang on it."""
    return f"{one.ref} with {', '.join(one.steps)}" if one.steps else one.ref


def _ends(held: PartialDate, by: PartialDate | None) -> str:
    """A tenure as it is once it has ended; as it is now while that cannot be said."""
    try:
        return tenure_words(ended(held, by) if by is not None else held)
    except BadInput:
        return tenure_words(held)


def _words(text: str, tone: Tone, width: int) -> list[Row]:
    return [
        tuple(Piece(span.text, span.tone) for span in line)
        for line in wrap((Span(plain(text), tone),), width)
    ]


def _ticks(taking: Taking, width: int, below: list[Row]) -> dict[int, int]:
    """Lay out what can be ticked under what is there; which row has which line."""
    found: dict[int, int] = {}
    section = ""
    for number, line in enumerate(taking.lines):
        heading = _heading(line)
        if heading != section:
            section = heading
            below += [(), (Piece(clip(heading, width), "accent"),)]
        found[len(below)] = number
        below.append(_tick(taking, line, width, here=taking.at == LIST and number == taking.line))
    return found


def _heading(line: Line) -> str:
    if isinstance(line.about, PastRow):
        return "Took part unnamed; ticked: it was this holder"
    return "Of the one who leaves; ticked: goes to the successor"


def _tick(taking: Taking, line: Line, width: int, *, here: bool) -> Row:
    on = taking.ticked(line)
    about = line.about
    if isinstance(about, Matter):
        what, right = about.text, f"with {', '.join(about.steps)}" if about.steps else ""
    else:
        what, right = about.label, about.why_not
    when = day(about.date) or ("no date" if isinstance(about, Matter) else "date not stated")
    mark = "[x] " if on else "[ ] "
    words = f"{fit(about.ref, 11)} {fit(when, 16)} "
    room = width - 2 - len(mark) - cells(words)
    right = clip(plain(right), room // 2) if right and right != "date not stated" else ""
    left = clip(plain(what.replace("→", glyphs.to)), room - cells(right) - (2 if right else 0))
    gap = " " * (room - cells(left) - cells(right))
    return (
        Piece(f"{glyphs.bar if here else ' '} ", "accent"),
        Piece(mark, "accent" if on else "dim"),
        Piece(words, "dim"),
        Piece(left, "strong" if here else "plain"),
        Piece(gap),
        Piece(right, "dim"),
    )
