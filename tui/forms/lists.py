"""A list in a form, drawn calmly: who or what stands out, and what is said of them recedes."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.cards.fields import wrap
from tui.entry.clusters import Cluster, place, rows
from tui.entry.pieces import Piece
from tui.forms.box import Box
from tui.forms.labels import is_heading
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, clip, plain

_FIRST_PIECE = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^;])*')
_NEW = re.compile(r"\bnew (?:official|post|organisation)\b")
_MOST_LINES = 8  # while the cursor is elsewhere
_STEP = 2  # columns that a row stands further in
_NARROWEST = 8


class Laid(NamedTuple):
    """A list laid out: its rows, and the row and column of the cursor, None while it is elsewhere."""

    rows: list[list[Piece]]
    cursor: tuple[int, int] | None


def list_rows(box: Box, width: int, *, here: bool) -> Laid:
    """The lines of a list in rows of the screen: who or what in full tone, what is said of them dimmer."""
    lines = box.editor.lines if here or box.editor.text else []
    echoes = box.echo.split("\n")
    found: list[list[Piece]] = []
    cursor: tuple[int, int] | None = None
    inside = False
    for number, line in enumerate(lines):
        begins = is_heading(box.field, line)
        on = here and number == box.editor.line
        if not here and number >= _MOST_LINES:
            found.append([Piece(f"{glyphs.ellipsis} {len(lines) - number} more", "dim")])
            break
        lead = _STEP if inside and not begins else 0
        inside = inside or begins
        said = echoes[number] if number < len(echoes) else ""
        drawn, at = _line(box, number, line, width - lead, on=on, here=here)
        if on and at:
            cursor = (len(found) + at[0], lead + at[1])
        elif _NEW.search(said):
            drawn[-1] += [Piece("  new", "accent")]
        found += [[Piece(" " * lead), *row] for row in drawn]
        found += [[Piece(" " * lead), *row] for row in _problem(box, number, width - lead, on=on)]
    if not found:
        found.append([Piece(glyphs.dot, "faint")])
    if box.problem and not box.wrong:
        found += _said(box.problem, width)
    return Laid(found, cursor)


def _line(
    box: Box, number: int, line: str, width: int, *, on: bool, here: bool
) -> tuple[list[list[Piece]], tuple[int, int] | None]:
    """One line; rows after its first stand a step further in."""
    laid = rows(line, max(_NARROWEST, width - 1 - _STEP))
    at = place(laid, box.editor.column) if on else None
    match = _FIRST_PIECE.match(line)
    first: Tone = "error" if number + 1 in box.wrong else "strong" if here or box.touched else "plain"
    cut = match.end() if match else 0
    found: list[list[Piece]] = []
    for count, row in enumerate(laid):
        lead = [Piece(" " * _STEP)] if count else []
        column = box.editor.column if at and at[0] == count else None
        found.append([*lead, *_letters(row, cut, first, column)])
    if at is None:
        return found, None
    if box.ghost and box.at_end:
        rest = plain(box.ghost)
        room = width - sum(cells(piece.text) for piece in found[at[0]])
        found[at[0]][-1:] = [
            Piece(rest[:1], "accent", "cursor"),
            Piece(clip(rest[1:], max(0, room)), "faint"),
        ]
    return found, (at[0], at[1] + (_STEP if at[0] else 0))


def _letters(row: tuple[Cluster, ...], cut: int, first: Tone, cursor: int | None) -> list[Piece]:
    """A row of a line, dimmer behind its first piece, with the cursor in it where it is there."""
    found: list[Piece] = []
    for one in row:
        tone: Tone = first if one.start < cut else "dim"
        if cursor is not None and one.start <= cursor < one.end:
            found.append(Piece(one.text, "accent", "cursor"))
        elif found and found[-1].tone == tone and not found[-1].look:
            found[-1] = found[-1]._replace(text=found[-1].text + one.text)
        else:
            found.append(Piece(one.text, tone))
    if cursor is not None and not any(piece.look for piece in found):
        found.append(Piece(" ", "accent", "cursor"))
    return found


def _problem(box: Box, number: int, width: int, *, on: bool) -> list[list[Piece]]:
    """What is wrong with a line; of the one that is being typed only the rows at the bottom say so."""
    sentence = box.wrong.get(number + 1, "")
    return [] if not sentence or (on and not box.left) else _said(sentence, width)


def _said(sentence: str, width: int) -> list[list[Piece]]:
    words = wrap((Span(f"! {plain(sentence)}"),), width)
    return [[Piece("".join(span.text for span in line), "error")] for line in words]
