"""The keys that work on a line of a list: a new one, up and down, the head, the delegation of last time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from db.errors import BadInput
from db.forms import names
from db.forms.fields import RANKED
from db.forms.parts.heads import with_head
from db.queries.form_parts import latest_delegation
from tui.forms.box import Box
from tui.forms.labels import is_heading
from tui.glyphs import glyphs

if TYPE_CHECKING:
    from db.reader import Reader
    from tui.forms.form import Form


_KEYS = frozenset({"enter", "f6", "f7", "f8", "f9"})


class Pressed(NamedTuple):
    """What a key did: something to say, and whether the cursor goes on to the next field."""

    said: str = ""
    goes_on: bool = False


def press(form: Form, key: str, read: Callable[..., Any]) -> Pressed | None:
    """Work on the list with the cursor; None where the key means nothing in it.

    Args:
        form: whose box with the cursor is a list.
        key: that was pressed.
        read: asks the store something.

    Raises:
        BilatError: why there is nothing to fill in.
    """
    box = form.box
    if box.too_long and key in _KEYS:
        return Pressed("This list is too long to be edited here; Ctrl+E opens it in your own editor.")
    ranked = box.field.takes in RANKED
    match key:
        case "enter":
            return Pressed(goes_on=not _new_line(box))
        case "f6" | "f7" if ranked:
            _move_line(box, -1 if key == "f6" else 1)
            return Pressed()
        case "f8" if ranked:
            return Pressed(_mark_head(box))
        case "f9" if box.field.takes == "delegation":
            return Pressed(read(_as_last_time, form))
    return None


def _new_line(box: Box) -> bool:
    """Begin a line below the cursor's; False on an empty line, which goes: one has typed the last one."""
    editor = box.editor
    if editor.text[editor.line_start : editor.line_end].strip():
        if editor.column:
            editor.at = editor.line_end
        editor.insert("\n")
        return True
    lines = editor.lines
    if len(lines) > 1:
        at = editor.line
        del lines[at]
        editor.replace(0, len(editor.text), "\n".join(lines))
        editor.go_to(min(at, len(lines) - 1), len(editor.text))
    return False


def _move_line(box: Box, step: int) -> None:
    """Bring the cursor's line up or down, the cursor with it, as far as the list goes; its heading stays on top."""
    editor = box.editor
    lines, at, column = editor.lines, editor.line, editor.column
    first = 1 if is_heading(box.field, lines[0]) else 0
    if first <= at and first <= at + step < len(lines):
        lines[at], lines[at + step] = lines[at + step], lines[at]
        _write(box, lines, at + step, column)


def _write(box: Box, lines: list[str], at: int, column: int) -> None:
    box.editor.replace(0, len(box.editor.text), "\n".join(lines))
    box.editor.go_to(at, column)


def _mark_head(box: Box) -> str:
    """Make whom the cursor's line names the head, or no longer; returns why not, "" when it was done."""
    found = with_head(box.editor.lines, box.editor.line, delegations=box.field.takes == "delegation")
    if found is None:
        return "Put the cursor on somebody; the line of a delegation has no head."
    _write(box, *found, column=len(found[0][found[1]]))
    return ""


def _as_last_time(reader: Reader, form: Form) -> str:
    """Fill an empty delegation in with that of the latest visit of the same direction; says from which one.

    Raises:
        BadInput: somebody stands there already, or there was no such visit.
    """
    if form.box.text.strip():
        raise BadInput("Somebody stands there already; F9 fills in an empty delegation.")
    texts = form.texts
    ways = [texts.get("sending", "").strip(), texts.get("host", "").strip()]
    if not all(ways):
        raise BadInput("Say first from where to where the visit goes.")
    sending, host = (names.country(reader, way) for way in ways)
    ref, text = latest_delegation(reader, sending.code, host.code)
    if not ref:
        raise BadInput(f"There is no earlier visit {sending.code}{glyphs.to}{host.code} with a delegation.")
    form.box.put(text)
    return f"from {ref}"
