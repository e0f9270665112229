"""The text on the clipboard, by the system's own tool: a terminal gives it to nobody who asks."""

from __future__ import annotations

import shutil
import subprocess

from db.errors import BilatError

_TOOLS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-o"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
)
_UNREADABLE = "\ufffd"  # what stands for bytes of no letter
_GARBLED = 0.05  # of a text; a few letters may be lost, a picture has nothing else
_PATIENCE = 3.0  # seconds; a tool that waits for a display that is gone must not stay


def read() -> str:
    """The text on the clipboard.

    Raises:
        BilatError: there is no tool that can read it, or nothing on it.
    """
    there = False
    for tool, *options in _TOOLS:
        path = shutil.which(tool)
        if path is None:
            continue
        there = True
        try:
            done = subprocess.run(  # noqa: S603 - one of the tools above, found on the officer's path
                [path, *options], capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode == 0 and text.strip():
            if text.count(_UNREADABLE) > _GARBLED * len(text):
                raise BilatError(
                    "What is on the clipboard is no text; copy the text itself, or paste it here."
                )
            return text
    if there:
        raise BilatError("There is no text on the clipboard; copy it again, or paste it here.")
    raise BilatError(
        "Nothing here can read the clipboard (such as xclip or wl-paste); paste the text instead."
    )
