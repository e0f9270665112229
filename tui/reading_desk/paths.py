"""The rest of a path that is being typed."""

from __future__ import annotations

import os
from itertools import islice

_MOST = 5_000  # names of a folder that are looked at


def go_on(text: str) -> str:
    """The letters that complete a path to the first name that fits; "" where none does."""
    if not text.strip() or len(text) > 1_000:  # noqa: PLR2004 - no path is
        return ""
    folder, begun = os.path.split(os.path.expanduser(text))  # noqa: PTH111 - what is typed is no path yet
    try:
        with os.scandir(folder or ".") as entries:
            found = sorted(
                entry.name + ("/" if entry.is_dir() else "")
                for entry in islice(entries, _MOST)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            )
    except (OSError, ValueError):
        return ""
    return found[0][len(begun) :] if found else ""
