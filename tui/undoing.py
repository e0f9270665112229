"""How a sentence ends that says what was done: with the key that takes it back."""

from __future__ import annotations

from tui.glyphs import glyphs
from tui.keys import pressed
from tui.plain import cells, clip

_LONGEST_END = 24  # cells of an ending that is worth more than the words before it


def undoable(*said: str, undo: str = "undoes", by: str = "undo") -> str:
    """What was done, part by part, and how it is taken back: "named in 2 past events · u undoes".

    Args:
        *said: the parts; empty ones are left out.
        undo: what the key does.
        by: the id of the key's action.
    """
    return f" {glyphs.dot} ".join((*filter(None, said), f"{pressed(by)} {undo}"))


def with_more(said: str, *more: str) -> str:
    """A sentence that says more in front of the key that takes it back, unchanged where it has no such end."""
    before, dot, end = said.rpartition(f" {glyphs.dot} ")
    if not any(more) or end != f"{pressed('undo')} undoes":
        return said
    return dot.join((before, *filter(None, more), end))


def with_its_end(said: str, width: int) -> str:
    """A sentence in a width: where it is too long its middle gives way, and how it is undone can still be read."""
    before, dot, end = said.rpartition(f" {glyphs.dot} ")
    if cells(said) <= width or not before or cells(dot + end) > min(_LONGEST_END, width // 2):
        return clip(said, width)
    return clip(before, width - cells(dot + end)) + dot + end
