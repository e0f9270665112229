"""Copying: through the terminal (OSC 52), and by the system's own clipboard tool where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from db import queries
from db.errors import BilatError
from db.rows import Key
from tui import cards
from tui.cards.counting import reference
from tui.cards.fields import Entry, entry_lines
from tui.lines import Line
from tui.modals.copy import CopyModal
from tui.plain import plain

if TYPE_CHECKING:
    from tui.app import Bilat

UNBROKEN = 2000  # a width at which no line of a record is broken
PATIENCE = 2.0  # seconds; a tool that waits for a display that is gone must not stay


def tidy(text: str) -> str:
    """A line without the spaces that only align it on the screen."""
    return " ".join(text.split())


def told(line: Line) -> str:
    """A line of a record as text: two spaces before what stands at its right."""
    sides = (tidy("".join(span.text for span in spans)) for spans in (line.spans, line.right))
    return "  ".join(filter(None, sides))


def words_of(entry: Entry) -> str:
    """One entry of a list or a record as a line of text."""
    return "  ".join(map(told, entry_lines(entry, UNBROKEN)))


def copy(app: Bilat, text: str, what: str) -> None:
    """Copy a text and say so in a toast: "Copied V-2025-001 as text, 14 lines"."""
    app.copy_to_clipboard(text)
    app.run_worker(partial(hand_over, text), thread=True, group="clipboard")
    app.notify(f"Copied {plain(what, 60)}", markup=False)


def offer(app: Bilat, key: Key, line: str) -> None:
    """Ask what to copy of a record and copy it.

    Args:
        app: the dashboard.
        key: the record under the cursor.
        line: the line under the cursor as plain text, "" where there is none.
    """
    try:
        card = app.read(queries.card, key, app.moment)
    except BilatError as error:
        app.notify(plain(str(error)), severity="warning", markup=False)
        return
    name, ref, record = cards.title(card), reference(card), cards.as_text(card, app.moment)
    protocol = cards.protocol_words(card)

    def take(answer: str | None) -> None:
        match answer:
            case "line":
                copy(app, line, "the line")
            case "record":
                copy(app, record, f"{ref or name} as text, {record.count(chr(10))} lines")
            case "people":
                copy(app, cards.people_as_text(card), f"the people of {ref or name}, {protocol}")
            case "ref":
                copy(app, ref, ref)

    app.push_screen(CopyModal(line, name, ref, protocol), take)


def hand_over(text: str) -> bool:
    """Give a text to the system's own clipboard; False where there is none or it does not answer."""
    command = clipboard_command(os.environ, sys.platform)
    if not command:
        return False
    # Windows reads its own two-byte characters; everybody else UTF-8.
    data = text.encode("utf-16" if command[0].endswith("clip.exe") else "utf-8", "replace")
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - one of four known tools; the text travels as its input only
            command, input=data, stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def clipboard_command(environment: Mapping[str, str], platform: str) -> list[str]:
    """The tool that fills the clipboard here, with its options; empty where there is none."""
    candidates: list[list[str]] = []
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(["wl-copy"])
    if environment.get("DISPLAY"):
        candidates += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if platform == "darwin":
        candidates.append(["pbcopy"])
    candidates.append(["clip.exe"])  # Windows, and Linux inside it
    for name, *options in candidates:
        found = shutil.which(name)
        if found:
            return [found, *options]
    return []
