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
_PATIENCE = 3.0  # seconds; a tool that waits for a display that is gone must not stay


def read() -> str:
    """The text on the clipboard.

    Raises:
        BilatError: there is no tool that can read it, or nothing on it.
    """
    for tool, *options in _TOOLS:
        path = shutil.which(tool)
        if path is None:
            continue
        try:
            done = subprocess.run(  # noqa: S603 - one of the tools above, found on the officer's path
                [path, *options], capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode == 0 and text.strip():
            return text
    raise BilatError("The clipboard cannot be read from here, or is empty; paste the text instead.")
