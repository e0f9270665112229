"""A long text in the officer's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping

from db.errors import BilatError
from db.private_file import open_new
from db.workroom import workroom


def editor_of(environment: Mapping[str, str]) -> str:
    """The editor that the surroundings name, "" for none."""
    return environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()


def edit(text: str, command: str) -> str:
    """Open a text in an editor and wait for it; the screen must have been left to it before.

    The file is readable by its owner alone and gone afterwards.

    Raises:
        BilatError: when the editor cannot be started, or ends in a failure.
    """
    with workroom("bilat-notes-") as folder:
        path = folder / "notes.txt"
        with os.fdopen(open_new(path), "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        try:
            done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 - the officer's own
            changed = path.read_text("utf-8", "replace")
        except (OSError, ValueError) as error:
            raise BilatError(f"The editor “{command[:40]}” could not be started: {error}.") from error
        if done.returncode:
            raise BilatError(f"The editor ended with code {done.returncode}, so the text was left as it was.")
    # Editors end a file with a line end that nobody typed.
    return changed if text.endswith("\n") else changed.removesuffix("\n")
