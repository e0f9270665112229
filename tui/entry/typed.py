"""The typed lines as rows of the screen: each with its mark, and under it what is wrong or how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from db.entry import Reading, Token
from tui.entry.clusters import Cluster, place, rows
from tui.entry.editor import Editor
from tui.entry.pieces import Piece, Row
from tui.glyphs import glyphs
from tui.lines import Tone
from tui.plain import cells, clip, plain, plain_lines

GUTTER = 2  # the prompt, or the mark of a line of a batch


class Typed(NamedTuple):
    """What the lines look like.

    Attributes:
        rows: from top to bottom.
        row: the one with the cursor.
        column: of the cursor in it.
    """

    rows: list[Row]
    row: int
    column: int


class _Seen(NamedTuple):
    """What of a reading is drawn; unlike a reading it can be looked up."""

    tokens: tuple[Token, ...]
    problem: str
    says: tuple[str, ...]
    like: str


def typed(
    editor: Editor,
    readings: Mapping[int, Reading],
    width: int,
    *,
    ghost: str = "",
    told: bool = True,
    likes: Mapping[int, str] | None = None,
) -> Typed:
    """Lay out the lines.

    Args:
        editor: the lines and the cursor.
        readings: by the number of the line.
        width: columns.
        ghost: what Tab would add behind the cursor.
        told: whether every line of a batch has its reading under it, or only those with problems.
        likes: by the number of the line, what a batch says on a visit that looks like the line's.
    """
    lines = editor.lines
    batch = len(lines) > 1
    found: list[Row] = []
    at = (0, GUTTER)
    for number, line in enumerate(lines):
        seen = _seen(readings.get(number), (likes or {}).get(number, ""))
        if number == editor.line:
            row, column = place(rows(line, width - GUTTER), editor.column)
            block = _block(line, seen, width, (editor.column, row), ghost, batch=batch, told=True)
            marks = sum(bool(_marks(each, seen)) for each in rows(line, width - GUTTER)[:row])
            at = (len(found) + row + marks, GUTTER + column)
            found += block
        else:
            found += _kept_block(line, seen, width, batch, told)
    return Typed(found, *at)


def _seen(reading: Reading | None, like: str) -> _Seen | None:
    if reading is None:
        return None
    problem = reading.problems[0].problem if reading.problems else ""
    return _Seen(reading.tokens, problem, reading.told, like)


@lru_cache(1_024)
def _kept_block(line: str, seen: _Seen | None, width: int, batch: bool, told: bool) -> list[Row]:
    return _block(line, seen, width, None, "", batch=batch, told=told)


def _block(
    line: str,
    seen: _Seen | None,
    width: int,
    cursor: tuple[int, int] | None,
    ghost: str,
    *,
    batch: bool,
    told: bool,
) -> list[Row]:
    """One line and what stands under it; `cursor` is its offset into the line and the row where it shows."""
    found: list[Row] = []
    for count, row in enumerate(rows(line, width - GUTTER)):
        gutter = _gutter(seen, batch=batch) if count == 0 else Piece(" " * GUTTER)
        column = cursor[0] if cursor and cursor[1] == count else None
        found.append((gutter, *_letters(row, seen, column, ghost)))
        if marks := _marks(row, seen):
            found.append((Piece(" " * GUTTER), Piece(marks, "error")))
    if batch:
        return found + _told(seen, width, quiet=not told)
    if not (seen and seen.problem):
        found.append(())  # where the marks will stand, so that nothing moves when there are some
    return found


def _gutter(seen: _Seen | None, *, batch: bool) -> Piece:
    if not batch:
        return Piece(f"{glyphs.right} ", "accent")
    if seen is None or not seen.tokens:  # blank, or not read yet
        return Piece(" " * GUTTER)
    return Piece("! ", "error") if seen.problem else Piece(f"{glyphs.check} ", "good")


def _letters(row: tuple[Cluster, ...], seen: _Seen | None, cursor: int | None, ghost: str) -> list[Piece]:
    """The letters in runs of one look; behind the last one the cursor, when it stands there."""
    looks = [_look(cluster, seen, cursor) for cluster in row]
    pieces = []
    for look, run in groupby(zip(looks, row, strict=True), key=lambda pair: pair[0]):
        pieces.append(look._replace(text="".join(cluster.text for _, cluster in run)))
    if cursor is not None and not any(piece.look == "cursor" for piece in pieces):
        pieces.append(Piece(ghost[:1] or " ", "accent", "cursor"))
        if len(ghost) > 1:
            pieces.append(Piece(ghost[1:], "faint"))
    return pieces


def _look(cluster: Cluster, seen: _Seen | None, cursor: int | None) -> Piece:
    if cursor is not None and cluster.start <= cursor < cluster.end:
        return Piece("", "accent", "cursor")
    token = _token_at(seen, cluster.start)
    if token is None:
        return Piece("")
    if token.problem:
        return Piece("", "error", "wrong")
    tone: Tone = "plain" if token.kind == "word" else "strong"
    return Piece("", tone)


def _token_at(seen: _Seen | None, offset: int) -> Token | None:
    if seen is None:
        return None
    return next((token for token in seen.tokens if token.start <= offset < token.end), None)


def _marks(row: tuple[Cluster, ...], seen: _Seen | None) -> str:
    """Carets under what is not understood, so that it shows without colours too."""
    if seen is None or not seen.problem:
        return ""
    under = []
    for cluster in row:
        token = _token_at(seen, cluster.start)
        under.append(("^" if token and token.problem else " ") * cluster.width)
    return "".join(under).rstrip()


def _told(seen: _Seen | None, width: int, *, quiet: bool) -> list[Row]:
    """Under a line of a batch: its first problem at length, else what it is in one row."""
    if seen is None:
        return []
    indent = Piece(" " * (GUTTER + 2))
    room = width - GUTTER - 2
    if seen.problem:
        return [(indent, Piece(line, "error")) for line in plain_lines(seen.problem, room)]
    like = [Piece(clip(plain(seen.like), room - 2) + "  ", "warn")] if seen.like else []
    if quiet or not seen.says:
        return [(indent, *like)] if like else []
    room -= sum(cells(piece.text) for piece in like)
    return [(indent, *like, Piece(clip(plain(f" {glyphs.dot} ".join(seen.says)), room), "dim"))]


def ghost_of(line: str, column: int, start: int, text: str, label: str) -> str:
    """What a completion adds behind the cursor: the rest of the word, else its name beside it."""
    if line[column:].strip():
        return ""
    typed_so_far = line[start:column]
    if text.casefold().startswith(typed_so_far.casefold()):
        return plain(text[len(typed_so_far) :])
    return f" {glyphs.to} {plain(label)}" if cells(label) else ""
