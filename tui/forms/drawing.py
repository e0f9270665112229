"""A form as rows of the screen: a label, what stands in the field, and how it is read or why not."""

from __future__ import annotations

from typing import NamedTuple

from db.forms.fields import PARTS
from tui.cards.fields import wrap
from tui.entry.clusters import Cluster, place, rows
from tui.entry.pieces import Piece, Row
from tui.forms.box import Box
from tui.forms.form import Form
from tui.forms.labels import LABEL, hint
from tui.forms.lists import list_rows
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, clip, plain, plain_lines

_WIDE = 62  # columns for value and echo from which they stand beside each other
_SPEAKS_FOR_ITSELF = {"words", "lines", "choice", *PARTS}
_MOST_ROWS = 5  # of a long text while the cursor is elsewhere
HELP_ROWS = 2
_TWO_ANSWERS = "Write that name to take them; Ctrl+S makes a new one."


class Drawing(NamedTuple):
    """A form laid out.

    Attributes:
        rows: from top to bottom.
        of: the number of the field that each row belongs to.
        row: the one with the cursor.
        column: of the cursor in it.
    """

    rows: list[Row]
    of: list[int]
    row: int
    column: int


def drawing(form: Form, width: int) -> Drawing:
    """Lay out a form in `width` columns."""
    room = width - LABEL
    found: list[Row] = []
    of: list[int] = []
    at = (0, LABEL)
    for number, box in enumerate(form.boxes):
        here = number == form.at
        says_more = box.chooses and box.echo and not box.problem
        shared = room >= _WIDE and (says_more or box.field.takes not in _SPEAKS_FOR_ITSELF)
        value = max(28, room * 9 // 20) if shared else room
        lines, cursor = _value(box, value, here=here)
        beside = _beside(box, room - value - 2, here=here) if shared else []
        under = [] if shared or box.field.lists else _problem(box, room, here=here)
        if here and cursor is not None:
            at = (len(found) + cursor[0], LABEL + cursor[1])
        for count in range(max(len(lines), len(beside))):
            line = lines[count] if count < len(lines) else []
            note = beside[count] if count < len(beside) else None
            head = label_pieces(box, here=here) if count == 0 else [Piece(" " * LABEL)]
            found.append((*head, *line, *_note(line, note, value)))
        found += [(Piece(" " * LABEL), piece) for piece in under]
        of += [number] * (len(found) - len(of))
    return Drawing(found, of, *at)


def label_pieces(box: Box, *, here: bool) -> list[Piece]:
    """The label at the left of a field's first row."""
    bar = Piece((glyphs.bar if here else " ") + (glyphs.bullet if box.touched else " "), "accent")
    tone: Tone = "strong" if here else "dim"
    star = "*" if box.field.required else ""
    rest = LABEL - 2 - cells(box.label) - len(star)
    return [bar, Piece(box.label, tone), Piece(star, "accent"), Piece(" " * rest)]


def _note(line: list[Piece], note: Piece | None, value: int) -> list[Piece]:
    if note is None:
        return []
    used = sum(cells(piece.text) for piece in line)
    return [Piece(" " * (value - used + 2)), note]


# --- what stands in the field ---


def _value(box: Box, width: int, *, here: bool) -> tuple[list[list[Piece]], tuple[int, int] | None]:
    if box.chooses:
        return _chosen(box, width, here=here)
    if box.field.lists:
        return list_rows(box, width, here=here)
    if here:
        return _typed(box, width)
    tone: Tone = "error" if box.problem else "strong" if box.touched else "plain"
    text = box.editor.text
    if not text:
        return [[Piece(glyphs.dot, "faint")]], None
    lines = plain_lines(text, width - 1, limit=2_000)
    if len(lines) > _MOST_ROWS:
        lines = [*lines[: _MOST_ROWS - 1], clip(lines[_MOST_ROWS - 1] + glyphs.ellipsis * 2, width - 1)]
    return [[Piece(line, tone)] for line in lines], None


def _chosen(box: Box, width: int, *, here: bool) -> tuple[list[list[Piece]], tuple[int, int] | None]:
    text = clip(plain(box.editor.text), width - 4)
    if not here:
        tone: Tone = "error" if box.problem else "strong" if box.touched else "plain"
        return [[Piece(text, tone) if text else Piece(glyphs.dot, "faint")]], None
    pieces = [
        Piece(f"{glyphs.open_mark} ", "accent"),
        Piece(text or "none", "strong", "cursor"),
        Piece(f" {glyphs.close_mark}", "accent"),
    ]
    return [pieces], (0, 2)


def _typed(box: Box, width: int) -> tuple[list[list[Piece]], tuple[int, int] | None]:
    """The text with its cursor, in as many rows as it takes."""
    found: list[list[Piece]] = []
    at = (0, 0)
    editor = box.editor
    for number, line in enumerate(editor.lines):
        laid = rows(line, width - 1)
        here = number == editor.line
        cursor = place(laid, editor.column) if here else None
        for count, row in enumerate(laid):
            on = cursor is not None and cursor[0] == count
            if cursor is not None and on:
                at = (len(found), cursor[1])
            found.append(_letters(row, editor.column if on else None))
    if box.ghost and box.at_end:
        room = width - sum(cells(piece.text) for piece in found[-1])
        # The cursor stands on the first letter of what is offered.
        rest = plain(box.ghost)
        found[-1][-2:] = [Piece(rest[:1], "accent", "cursor"), Piece(clip(rest[1:], room), "faint")]
    return found, at


def _letters(row: tuple[Cluster, ...], cursor: int | None) -> list[Piece]:
    before = "".join(one.text for one in row if cursor is None or one.end <= cursor)
    if cursor is None:
        return [Piece(before, "strong")]
    under = next((one.text for one in row if one.start <= cursor < one.end), " ")
    after = "".join(one.text for one in row if one.start > cursor)
    return [Piece(before, "strong"), Piece(under, "accent", "cursor"), Piece(after, "strong")]


# --- how it is read ---


def _beside(box: Box, width: int, *, here: bool) -> list[Piece]:
    """At the right: what is wrong whole, the reading in one row; the rows at the bottom have the rest."""
    if box.problem or not box.echo:
        return _problem(box, width, here=here)
    return [Piece(clip(plain(box.echo), width), "dim")]


def _problem(box: Box, width: int, *, here: bool) -> list[Piece]:
    """What is wrong; while one is still typing only the rows at the bottom say so."""
    if not box.problem or (here and not box.left):
        return []
    words = wrap((Span(f"! {plain(box.problem)}"),), width)
    return [Piece("".join(span.text for span in line), "error") for line in words]


def help_rows(form: Form, width: int) -> list[Row]:
    """Under the form: all choices, or how the field with the cursor is read, or what it takes."""
    box = form.box
    if form.asks_here:
        asks = clip(f"! {plain(form.asks_here)}", width)
        return [(Piece(asks, "warn"),), (Piece(clip(_TWO_ANSWERS, width), "plain"),)]
    if box.chooses:
        said: list[Row] = [(Piece(clip(f" {plain(box.echo)}", width), "dim"),)] if box.echo else []
        return [*_choices(box, width), *said][:HELP_ROWS]
    if box.line_problem and not box.left:  # once it was left, it stands beside the field
        return _wrapped(f"! {box.line_problem}", "warn", width)
    if box.too_long:
        return _wrapped(
            "This text is too long to be edited here; Ctrl+E opens it in your own editor.", "warn", width
        )
    echo: list[Row] = []
    if box.field.lists:
        echo = _wrapped(box.line_echo, "plain", width) if box.line_echo else []
    elif box.echo:
        echo = [(Piece(clip(plain(box.echo), width)),)]
    return [*echo, *_wrapped(hint(box.field, box.line), "dim", width)][:HELP_ROWS]


def _choices(box: Box, width: int) -> list[Row]:
    found: list[list[Piece]] = [[]]
    used = 0
    for choice in box.field.choices:
        chosen = choice == box.editor.text
        text = choice or "none"
        piece = Piece(f"{glyphs.bar}{text}" if chosen else f" {text}", "accent" if chosen else "dim")
        size = cells(piece.text) + 2
        if used + size > width and found[-1]:
            found.append([])
            used = 0
        found[-1] += [piece, Piece("  ")]
        used += size
    return [tuple(row) for row in found]


def _wrapped(text: str, tone: Tone, width: int) -> list[Row]:
    lines = wrap((Span(plain(text), tone),), width)
    if len(lines) > HELP_ROWS:
        rest = " ".join("".join(span.text for span in line) for line in lines[HELP_ROWS - 1 :])
        lines = [*lines[: HELP_ROWS - 1], (Span(clip(rest, width), tone),)]
    return [tuple(Piece(span.text, span.tone) for span in line) for line in lines]
